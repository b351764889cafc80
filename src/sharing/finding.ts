import { counted, type Texts } from "../refusal";

/** Worst first. */
export const levels = ["error", "warning", "note"] as const;
export type Level = (typeof levels)[number];

/** One thing in a workbook that its reader or its author should know. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** Empty where it is about the whole workbook. */
  readonly sheet: string;
  /** Empty where it is about the whole sheet. */
  readonly address: string;
  readonly what: Texts;
  readonly why: Texts;
  /** What it was found in, such as a formula: with another one it is another finding. */
  readonly about: string;
  readonly fix?: Fix;
}

/** What would put it right without changing what the model means. */
export interface Fix {
  readonly text: Texts;
  /** What the cells hold then, by their addresses. */
  readonly cells: readonly { readonly address: string; readonly formula: string | number }[];
}

/** The same in every check of a workbook in which it is still true. */
export const keyOf = ({ rule, sheet, address, about }: Finding): string => [rule, sheet, address, about].join("\n");

const levelsInChinese = { error: "错误", warning: "警告", note: "提示" } as const satisfies Record<Level, string>;

/** "0 errors, 1 warning, 2 notes", as far as levels are given. */
export function countedLevels(counts: Partial<Record<Level, number>>): Texts {
  const given = levels.flatMap((level) => (counts[level] === undefined ? [] : [{ level, count: counts[level] }]));
  return {
    en: given.map(({ level, count }) => counted(count, level)).join(", "),
    zh: given.map(({ level, count }) => `${levelsInChinese[level]} ${count}`).join("，"),
  };
}
