import type { Texts } from "../refusal";

/** Why a deed was not done, as the user should hear it: what happened, why, and what to do next. */
export class Problem extends Error {
  constructor(
    readonly what: Texts,
    readonly why: Texts,
    readonly next: Texts,
  ) {
    super(`${what.en} ${why.en}`);
  }
}

interface Said {
  readonly why: Texts;
  readonly next: Texts;
}

const notDone: Texts = { en: "Nothing was changed.", zh: "未作任何更改。" };

const tryAgain: Texts = { en: "Try again.", zh: "请重试。" };

/** By the codes of Excel's own errors. */
const known: Readonly<Record<string, Said>> = {
  InvalidOperationInCellEditMode: {
    why: { en: "A cell is being edited.", zh: "有单元格正处于编辑状态。" },
    next: {
      en: "Press Enter or Esc in the sheet, then try again.",
      zh: "请在工作表中按 Enter 或 Esc，然后重试。",
    },
  },
  AccessDenied: {
    why: { en: "The sheet or the workbook is protected.", zh: "工作表或工作簿受保护。" },
    next: {
      en: "Remove the protection (Review › Unprotect), or choose another sheet.",
      zh: "请取消保护（审阅 › 撤消保护），或选择其他工作表。",
    },
  },
  InvalidSelection: {
    why: { en: "No single block of cells is selected.", zh: "当前没有选中一块连续的单元格。" },
    next: { en: "Select one cell or one block of cells.", zh: "请选择一个单元格或一块连续区域。" },
  },
  MergedRangeConflict: {
    why: { en: "There are merged cells or another table in the way.", zh: "该位置有合并单元格或其他表格。" },
    next: { en: "Pick another cell, or use a new sheet.", zh: "请另选单元格，或使用新工作表。" },
  },
  ItemNotFound: {
    why: { en: "The sheet or the range is no longer there.", zh: "该工作表或区域已不存在。" },
    next: { en: "Select the cells again.", zh: "请重新选择单元格。" },
  },
  ApiNotImplemented: {
    why: { en: "This version of the host cannot do it.", zh: "当前宿主程序的版本不支持此操作。" },
    next: { en: "Try it in a current version of Excel.", zh: "请在较新版本的 Excel 中尝试。" },
  },
};

Object.assign(known, {
  InsertDeleteConflict: known.MergedRangeConflict,
  ApiNotFound: known.ApiNotImplemented,
});

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Whether the host lacks what was asked of it. */
export const isAbsent = (error: unknown): boolean => ["ApiNotImplemented", "ApiNotFound"].includes(codeOf(error));

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const said = known[codeOf(error)];
  if (said) return new Problem(notDone, said.why, said.next);
  const why = error instanceof Error ? error.message : String(error);
  return new Problem(notDone, { en: why, zh: why }, tryAgain);
}
