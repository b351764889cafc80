import { areaAddress, cellAddress } from "../../formulas/addresses";
import { absoluteAddress } from "../../formulas/addresses";
import { onSheet } from "../../formulas/sheet-names";
import { counted, type Language, type Texts } from "../../refusal";
import { byPlace } from "../../xlsx/cell-changes";
import type { CellContent, CellFormat, CellValue, SheetContent, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import type { CellConversion } from "./converted-cell";
import { blankSheet, extentOf, freeName, type PortablePlan } from "./plan";
import { abilities } from "./recipient";
import { recordOf, recordXml } from "./record";
import { sheetNames, tiers, titles } from "./texts";

/** Zero-based, where the list begins; restoring reads it from there. */
export const FIRST_ENTRY = 4;

/** The columns of the list. `now` is a formula, so that it follows its cell wherever rows are inserted. */
export const columns = {
  cell: 0, original: 1, converted: 2, tier: 3, why: 4, before: 5, now: 6, difference: 7, follows: 8,
} as const;

const headings: readonly Texts[] = [
  { en: "Cell", zh: "单元格" },
  { en: "Formula before", zh: "原公式" },
  { en: "Formula now", zh: "现公式" },
  { en: "Kind", zh: "方式" },
  { en: "Why", zh: "原因" },
  { en: "Value before", zh: "原值" },
  { en: "Value now", zh: "现值" },
  { en: "Difference", zh: "差异" },
  { en: "Follows", zh: "跟踪" },
];

const widths: Readonly<Record<number, number>> = { 0: 18, 1: 48, 2: 48, 3: 22, 4: 36, 5: 14, 6: 14, 7: 12, 8: 10 };
const heading: CellFormat = { bold: true, fill: "#e7eef7" };

/** The copy with its report and with what restores it; `calculated` holds the results of the plan's content. */
export function withReport(
  plan: PortablePlan,
  before: WorkbookContent,
  calculated: WorkbookContent,
  language: Language,
  simulation?: Texts,
): WorkbookContent {
  const report = reportSheet(plan, before, calculated, language, simulation);
  return {
    ...calculated,
    sheets: [...calculated.sheets, report],
    customXml: [...calculated.customXml, recordXml(recordOf(plan, calculated))],
  };
}

function reportSheet(
  plan: PortablePlan,
  before: WorkbookContent,
  calculated: WorkbookContent,
  language: Language,
  simulation?: Texts,
): SheetContent {
  const name = freeName(sheetNames.report[language], calculated);
  const results = new Map(calculated.sheets.map((sheet) => [sheet.name, byPlace(sheet.cells)]));
  const former = new Map(before.sheets.map((sheet) => [sheet.name, byPlace(sheet.cells)]));
  const rows = plan.cells.flatMap((conversion, i) => {
    const place = placeOf(conversion.cell);
    const value = (sheets: typeof results) => sheets.get(conversion.sheet)?.get(place)?.value ?? null;
    return entry(conversion, FIRST_ENTRY + i, value(former), value(results), language);
  });
  const headRow = { row: FIRST_ENTRY - 1, format: heading };
  const head = headings.map((text, column) => ({ ...headRow, column, value: text[language] }));
  const notes = remarks(plan, FIRST_ENTRY + plan.cells.length + 1, language, simulation);
  return {
    ...blankSheet(name),
    cells: [...opening(plan, language), ...head, ...rows, ...notes],
    columnWidths: widths,
    frozen: { rows: FIRST_ENTRY, columns: 1 },
  };
}

function opening({ cells, recipient }: PortablePlan, language: Language): CellContent[] {
  const kept = cells.filter(({ tier }) => tier === "value").length;
  const count: Texts = {
    en: `For ${abilities[recipient].name.en}: ${counted(cells.length - kept, "formula")} written natively, `
      + `${kept} replaced by ${kept === 1 ? "its value" : "their values"}. `
      + "Every result was calculated again and is the same to nine digits.",
    zh: `面向 ${abilities[recipient].name.zh}：${cells.length - kept} 个公式改写为原生公式，${kept} 个替换为数值。所有结果均已重新计算，九位有效数字一致。`,
  };
  const keep: Texts = {
    en: "Keep this sheet: with it, the original formulas can be restored even after rows were inserted or inputs edited.",
    zh: "请保留此工作表：即使插入行或修改输入，也可凭此还原原公式。",
  };
  return [
    { row: 0, column: 0, value: titles.report[language], format: { bold: true, fontSize: 14 } },
    { row: 1, column: 0, value: count[language] },
    { row: 2, column: 0, value: keep[language] },
  ];
}

function entry(
  conversion: CellConversion,
  row: number,
  before: CellValue,
  now: CellValue,
  language: Language,
): CellContent[] {
  const { sheet, cell, converted, tier, why, untracked } = conversion;
  const at = (column: number, value: CellValue, formula?: string): CellContent => {
    return { row, column, value, ...(formula && { formula }) };
  };
  return [
    at(columns.cell, onSheet(sheet, areaAddress({ row: cell.row, column: cell.column, ...extentOf(cell) }))),
    at(columns.original, cell.formula),
    at(columns.converted, converted ?? ""),
    at(columns.tier, tiers[tier][language]),
    at(columns.why, why?.[language] ?? ""),
    at(columns.before, before),
    at(columns.now, now, `=${onSheet(sheet, absoluteAddress({ row: cell.row, column: cell.column, rows: 1, columns: 1 }))}`),
    at(columns.difference, differenceOf(before, now)),
    ...(untracked.length === 0 ? [] : [at(columns.follows, "", followingFormula(untracked, sheet))]),
  ].filter(({ value, formula }) => formula !== undefined || value !== "");
}

const differenceOf = (before: CellValue, now: CellValue): CellValue =>
  typeof before === "number" && typeof now === "number" ? now - before : "";

/** Shows nothing, and refers to what the original refers to: every spreadsheet keeps references true. */
const followingFormula = (references: readonly string[], sheet: string): string =>
  `=IF(TRUE,"",COUNT(${references.map((each) => (each.includes("!") ? each : onSheet(sheet, each))).join(",")}))`;

function remarks(plan: PortablePlan, from: number, language: Language, simulation?: Texts): CellContent[] {
  const foreign = plan.foreign.map(({ sheet, row, column, formula, why }) =>
    [onSheet(sheet, cellAddress(row, column)), formula, why[language]]);
  const definitions = plan.definitions.map(({ name, column, original, converted, why }) =>
    [column === undefined ? name : `${name}[${column}]`, original, converted ?? "", why?.[language] ?? ""]);
  const simulated = simulation ? [[simulation[language]]] : [];
  const blocks = [[ofSimulation, simulated], [otherFormulas, foreign], [otherDefinitions, definitions]] as const;
  let row = from;
  return blocks.flatMap(([title, lines]) => {
    if (lines.length === 0) return [];
    const cells = [[title[language]], ...lines].flatMap((line, i) =>
      line.map((value, column) => ({ row: row + i, column, value, ...(i === 0 && { format: heading }) })));
    row += lines.length + 2;
    return cells.filter(({ value }) => value !== "");
  });
}

const ofSimulation: Texts = { en: "Simulation", zh: "模拟" };
const otherFormulas: Texts = { en: "Your own formulas that this program does not calculate", zh: "该程序无法计算的自有公式" };
const otherDefinitions: Texts = { en: "Names and table columns", zh: "名称与表格列" };
