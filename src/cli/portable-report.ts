import { type Carried, carriedText } from "../carried/carry";
import { areaAddress, cellAddress } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import type { Language, Texts } from "../refusal";
import type { Difference } from "../sharing/portable/compare";
import { extentOf, type PortablePlan } from "../sharing/portable/plan";
import { type Tier, tiers } from "../sharing/portable/texts";
import type { CellValue, WorkbookContent } from "../xlsx/content";
import { type KeptCell, type Recalculation } from "./recalculation";

interface Line {
  readonly place: string;
  readonly original: string;
  readonly converted?: string;
  readonly why?: Texts;
}

export interface PortableReport {
  readonly recipient: string;
  readonly cells: readonly (Line & { readonly tier: Tier })[];
  readonly definitions: readonly Line[];
  /** The user's own formulas that the recipient's program does not calculate. */
  readonly foreign: readonly { readonly place: string; readonly formula: string; readonly why: Texts }[];
  /** Formulas that could not be calculated here: their saved values were compared. */
  readonly kept: readonly KeptCell[];
  readonly differences: readonly Difference[];
  /** Of the simulation that the workbook keeps. */
  readonly simulation?: SimulationLine;
  /** How many cells were compared after both workbooks were calculated. */
  readonly compared: number;
}

/** Where the simulation stands in the copy, or why it does not. */
interface SimulationLine {
  readonly sheet?: string;
  readonly draws?: number;
  readonly why?: Texts;
  readonly text: Texts;
}

export const summaryOf = (carried: Carried): SimulationLine =>
  carried.kind === "left"
    ? { why: carried.why, text: carriedText(carried) }
    : { sheet: carried.sheet, draws: carried.draws, text: carriedText(carried) };

export function reportOf(
  plan: PortablePlan,
  before: WorkbookContent,
  after: Recalculation,
  differences: readonly Difference[],
): PortableReport {
  return {
    recipient: plan.recipient,
    cells: plan.cells.map(({ sheet, cell, converted, tier, why }) => ({
      place: onSheet(sheet, areaAddress({ row: cell.row, column: cell.column, ...extentOf(cell) })),
      original: cell.formula,
      tier,
      ...(converted !== undefined && { converted }),
      ...(why && { why }),
    })),
    definitions: plan.definitions.map(({ name, column, original, converted, why }) => ({
      place: column === undefined ? name : `${name}[${column}]`, original, converted, why,
    })),
    foreign: plan.foreign.map(({ sheet, row, column, formula, why }) => {
      return { place: onSheet(sheet, cellAddress(row, column)), formula, why };
    }),
    kept: after.kept,
    differences,
    compared: before.sheets.reduce((sum, { cells }) => sum + cells.length, 0),
  };
}

/** What `policy portable` prints: what became no native formula, what differs, a sum. */
export function printedPlan(report: PortableReport, language: Language): string {
  const line = (place: string, formula: string, because: Texts, what?: Texts): string =>
    [place, formula, what ? `${what[language]}: ${because[language]}` : because[language]].join("  ");
  const values = report.cells.flatMap(({ place, original, why }) => (why ? [line(place, original, why, value)] : []));
  const left = report.definitions.flatMap(({ place, original, why }) => (why ? [line(place, original, why)] : []));
  const foreign = report.foreign.map(({ place, formula, why }) => line(place, formula, why));
  const kept = report.kept.map(({ sheet, cell, formula, why }) => line(onSheet(sheet, cell), formula, why, saved));
  const differences = report.differences.map(({ sheet, cell, before, after }) =>
    `${onSheet(sheet, cell)}  ${shown(before)} → ${shown(after)}`);
  const simulated = report.simulation && report.differences.length === 0 ? [report.simulation.text[language]] : [];
  const shownDifferences = differences.length === 0 ? [] : [stopped[language], ...differences.slice(0, MOST_SHOWN)];
  return [...values, ...left, ...foreign, ...kept, ...shownDifferences, ...simulated, sums[language](report)].join("\n");
}

const MOST_SHOWN = 100;

const value: Texts = { en: "becomes its value", zh: "替换为数值" };
const saved: Texts = { en: "compared by its saved value", zh: "按已存数值比较" };
const stopped: Texts = {
  en: "The copy would give other results here, so nothing was written:",
  zh: "以下单元格结果不同，因此未写入任何文件：",
};

export function shown(cell: CellValue): string {
  if (cell === null) return "–";
  return typeof cell === "object" ? cell.error : String(cell);
}

const countOf = ({ cells }: PortableReport, tier: Tier): number => cells.filter((cell) => cell.tier === tier).length;

const sums: Record<Language, (report: PortableReport) => string> = {
  en: (report) => `${report.cells.length} formulas: ${countOf(report, "native")} native, `
    + `${countOf(report, "helper")} with helper cells, `
    + `${countOf(report, "constant")} constants, ${countOf(report, "value")} values; `
    + `${report.compared} cells compared, ${report.differences.length} differ.`,
  zh: (report) => `共 ${report.cells.length} 个公式：${countOf(report, "native")} 个${tiers.native.zh}，`
    + `${countOf(report, "helper")} 个用辅助单元格，${countOf(report, "constant")} 个常数，${countOf(report, "value")} 个数值；`
    + `比较 ${report.compared} 个单元格，${report.differences.length} 个不同。`,
};
