import type { Answer, Outcome } from "../functions";
import { counted, CellError, Refusal, type Language } from "../refusal";

/** Seven digits at least, and never fewer than the whole number has. */
export function shownNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return value.toExponential(5);
  const whole = size < 1 ? 0 : Math.floor(Math.log10(size)) + 1;
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.max(0, 7 - whole) });
}

/** As a cell would show it. */
export function shownValue(value: unknown): string {
  if (typeof value === "number") return shownNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Refusal || value instanceof CellError) return value.code;
  return value === null || value === undefined ? "" : String(value);
}

export const isFault = (value: unknown): value is Refusal | CellError =>
  value instanceof Refusal || value instanceof CellError;

/** The rectangle that an outcome fills. */
export const outcomeRows = (outcome: Outcome): readonly (readonly Answer[])[] =>
  Array.isArray(outcome) ? (outcome as readonly (readonly Answer[])[]) : [[outcome as Answer]];

/** What is wrong, in the words of the function; an error that came with a cell has only its code. */
export function faultText(fault: Refusal | CellError, language: Language): string {
  if (fault instanceof Refusal) return fault.message(language);
  return language === "en" ? `An input is ${fault.code}` : `有输入为 ${fault.code}`;
}

/** What to do about it. */
export function faultAdvice(fault: Refusal | CellError, language: Language): string {
  return (fault instanceof Refusal ? advice[fault.reason] : advice.inherited)[language];
}

const advice = {
  invalid: { en: "Correct the value, or choose other cells.", zh: "请更正该值，或选择其他单元格。" },
  zero: { en: "Check that the figures are filled in and not 0.", zh: "请检查数据是否已填写且不为 0。" },
  unsolvable: { en: "Use a value within these limits.", zh: "请使用限定范围内的值。" },
  missing: { en: "Fill in what is missing.", zh: "请补齐缺失的内容。" },
  inherited: { en: "Correct that first.", zh: "请先更正。" },
} as const;

const firstFew = 4;

/** "4 × 2 cells: 30, 40, n/a, 20 …" */
export function shownCells(value: unknown, language: Language): string {
  if (!Array.isArray(value)) return typeof value === "string" ? `“${value}”` : shownValue(value);
  const cells = (value as readonly unknown[][]).flat();
  const few = cells
    .slice(0, firstFew)
    .map((cell) => (cell === "" ? "–" : shownValue(cell)))
    .join(", ");
  const count =
    language === "en" ? `${counted(cells.length, "cell")}: ` : `${cells.length} 个单元格：`;
  return `${count}${few}${cells.length > firstFew ? " …" : ""}`;
}
