import { tokenTypes } from "@borgar/fx/xlsx";
import { bareFunction } from "../../formulas/future-functions";
import { isFunction } from "../../formulas/tokens";
import { blocksBy } from "../blocks";
import type { Book, FormulaCell } from "../book";
import type { Finding } from "../finding";

const volatile = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT", "INFO", "CELL"]);

interface Found {
  readonly cell: FormulaCell;
  readonly name: string;
}

const volatileIn = (cell: FormulaCell): Found[] => {
  const names = cell.tokens.filter(isFunction).map(({ value }) => bareFunction(value).toUpperCase());
  const name = names.find((each) => volatile.has(each));
  return name === undefined ? [] : [{ cell, name }];
};

const beam = (cell: FormulaCell): Found[] => {
  const found = cell.calls.length > 0 && cell.tokens.find(({ type }) => type === tokenTypes.REF_BEAM);
  return found ? [{ cell, name: found.value }] : [];
};

const sameFill = ({ cell }: Found): string => cell.fill;

/** What makes Excel calculate a formula again and again, or hands it a million cells. */
export const heavyArguments = ({ formulas }: Book): Finding[] => [
  ...blocksBy(formulas.flatMap(volatileIn), ({ cell }) => cell.cell, sameFill).map(({ address, members: [first] }) => {
    const { cell, name } = first!;
    const ours = cell.calls.length > 0;
    return {
      rule: "volatile",
      level: ours ? ("warning" as const) : ("note" as const),
      sheet: cell.sheet.name,
      address,
      what: { en: `${address} uses ${name}`, zh: `${address} 使用了 ${name}` },
      why: {
        en: "Excel calculates it anew at every change in the workbook, with all that depends on it; its result changes with "
          + "the clock or at random. Type the date or the number into a cell.",
        zh: "工作簿每次改动都会重算它及所有依赖它的公式，且结果随时间或随机变化。请把日期或数字写入单元格。",
      },
      about: cell.relative,
    };
  }),
  ...blocksBy(formulas.flatMap(beam), ({ cell }) => cell.cell, sameFill).map(({ address, members: [first] }) => ({
    rule: "whole-column",
    level: "warning" as const,
    sheet: first!.cell.sheet.name,
    address,
    what: {
      en: `${address} hands the whole of ${first!.name} to a function of ours`,
      zh: `${address} 将整列或整行 ${first!.name} 交给本加载项函数`,
    },
    why: {
      en: "Excel on the web answers #CALC!, elsewhere it hands over a million cells. Name the filled part, or use a table.",
      zh: "网页版 Excel 会返回 #CALC!，其他版本会传入上百万单元格。请只引用有数据的部分，或使用表格。",
    },
    about: first!.cell.relative,
  })),
];
