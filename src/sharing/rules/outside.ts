import { isOutside } from "../../formulas/tokens";
import { blocksBy } from "../blocks";
import type { Book, FormulaCell } from "../book";
import type { Finding } from "../finding";

const leaves = ({ formula, tokens }: FormulaCell): boolean => formula.includes("[") && tokens.some(isOutside);

/** Sheets that a reader does not see. */
export const hiddenSheets = ({ sheets }: Book): Finding[] =>
  sheets
    .filter(({ content }) => content.hidden)
    .map(({ name }) => ({
      rule: "hidden-sheet",
      level: "note",
      sheet: name,
      address: "",
      what: { en: `The sheet “${name}” is hidden`, zh: `工作表“${name}”已隐藏` },
      why: {
        en: "Whoever receives the workbook can show it: make sure that it holds nothing that should stay here.",
        zh: "收件人可以取消隐藏：请确认其中没有不宜外传的内容。",
      },
      about: name,
    }));

/** Formulas that read other workbooks, which a recipient does not have. */
export const externalLinks = ({ formulas }: Book): Finding[] =>
  blocksBy(formulas.filter(leaves), ({ cell }) => cell, ({ fill }) => fill).map(
    ({ address, members: [first] }) => ({
      rule: "external-link",
      level: "warning",
      sheet: first!.sheet.name,
      address,
      what: { en: `${address} reads another workbook`, zh: `${address} 引用了其他工作簿` },
      why: {
        en: "A recipient without that workbook sees the values last saved, and no newer ones. Bring the data into this one.",
        zh: "收件人没有该工作簿时只能看到上次保存的数值。请把数据放入本工作簿。",
      },
      about: first!.relative,
    }),
  );
