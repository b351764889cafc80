import type { Language } from "../refusal";
import type { CellValue } from "../xlsx/content";
import type { CalculatedCell, KeptCell, Recalculation } from "./recalculation";

type Report = Omit<Recalculation, "content">;

/** What `policy calc` prints: a line for each cell with a function of ours, those that kept their value, a sum. */
export function printedReport(report: Report, language: Language): string {
  const cells = report.ours.map((cell) => [place(cell), result(cell), cell.formula, cell.reason ?? ""]);
  const kept = report.kept.map((cell) => `${place(cell)}  ${cell.formula}  ${keeps(cell, language)}`);
  return [...aligned(cells), ...kept, sums[language](report)].join("\n");
}

function place({ sheet, cell }: CalculatedCell | KeptCell): string {
  return `${sheet}!${cell}`;
}

function result({ before, after, changed }: CalculatedCell): string {
  return changed ? `${shown(before)} → ${shown(after)}` : shown(after);
}

export function shown(value: CellValue): string {
  if (value === null) return "–";
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function keeps({ why }: KeptCell, language: Language): string {
  return language === "en" ? `keeps its saved value: ${why.en}` : `保留已存数值：${why.zh}`;
}

/** Columns as wide as their widest text; a column of nothing takes no place. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((text, at) => Math.max(most[at] ?? 0, text.length)), []);
  return rows.map((row) => row.map((text, at) => text.padEnd(widths[at])).join("  ").trimEnd());
}

const errorsIn = ({ ours }: Report) => ours.filter(({ after }) => typeof after === "object" && after !== null).length;

const sums: Record<Language, (report: Report) => string> = {
  en: (report) => `${report.formulas} formulas, ${report.ours.length} with POLICY functions; `
    + `${report.changed} results changed, ${errorsIn(report)} POLICY errors, ${report.kept.length} kept.`,
  zh: (report) => `共 ${report.formulas} 个公式，其中 ${report.ours.length} 个使用 POLICY 函数；`
    + `${report.changed} 个结果变化，${errorsIn(report)} 个 POLICY 错误，${report.kept.length} 个保留原值。`,
};
