import { cellAddress } from "../../formulas/addresses";
import type { Book } from "../book";
import type { Finding } from "../finding";
import { runIn } from "../run-record";

/** Inputs that a run through the sheet was changing when it was cut off. */
export const unfinishedRun = (book: Book): Finding[] =>
  (runIn(book.content.customXml) ?? []).map(({ place, formula }) => ({
    rule: "unfinished-run",
    level: "error",
    sheet: place.sheet,
    address: cellAddress(place.row, place.column),
    what: {
      en: `A run through the sheet was cut off; before it, this input held ${String(formula)}`,
      zh: `通过工作表的运行被中断；此前该输入为 ${String(formula)}`,
    },
    why: {
      en: "It may stand as the run tried it. The task pane, opened beside this workbook, puts it back.",
      zh: "它可能仍是试算值。在此工作簿旁打开任务窗格即可恢复。",
    },
    about: String(formula),
  }));
