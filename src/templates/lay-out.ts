import { absoluteAddress, quotedSheet, type Area } from "../formulas/addresses";
import { freeSheetName } from "../formulas/free-names";
import type { Language } from "../refusal";
import type { Draft, DraftCell, DraftSheet, DraftTable, Target } from "./draft";
import { placeList, placeMatrix } from "./place-grid";
import { placeChecks, placeInputs, placeWorked } from "./place-rows";
import { placeTable } from "./place-table";
import { placeAnswer, placeNotes, placeReading, placeTitle } from "./place-text";
import type {
  PlacedCell, PlacedChart, PlacedName, PlacedRule, PlacedSheet, PlacedTable, PlacedTemplate, SheetArea,
} from "./placed";
import { areaOf, resolved } from "./resolve";
import type { Block, ChartBlock, Rule, Template } from "./template";

/** What the workbook has already. */
export interface Taken {
  readonly sheets: readonly string[];
  /** Of the workbook's names and tables together. */
  readonly names: readonly string[];
}

const nothing: Taken = { sheets: [], names: [] };

const chartRows = 16;
const chartColumns = 4;

/**
 * Puts a template in its places. A key that nothing bears, or that two things bear, is an error; what the
 * workbook has already is left alone: sheets get another name, and names another beginning, all alike.
 */
export function layOut(template: Template, language: Language, taken: Taken = nothing): PlacedTemplate {
  const attempt = (prefix: string): Draft => drafted(template, language, prefix, taken);
  const lower = new Set(taken.names.map((name) => name.toLowerCase()));
  let draft = attempt(template.prefix);
  for (let count = 2; namesOf(draft).some((name) => lower.has(name.toLowerCase())); count++) {
    draft = attempt(template.prefix + count);
  }
  return {
    id: template.id,
    title: template.title[language],
    language,
    sheets: draft.sheets.map((sheet) => finished(draft, sheet)),
    names: namesIn(draft),
    places: new Map([...draft.targets].map(([key, { sheet, area }]) => [key, { sheet, ...area }])),
  };
}

function drafted(template: Template, language: Language, prefix: string, taken: Taken): Draft {
  const draft: Draft = { template, language, prefix, targets: new Map(), sheets: [] };
  for (const plan of template.sheets) {
    const name = freeSheetName(plan.name[language], [...taken.sheets, ...draft.sheets.map((sheet) => sheet.name)]);
    const sheet = emptySheet(name, plan.rules ?? []);
    draft.sheets.push(sheet);
    placeTitle(draft, sheet);
    for (const block of plan.blocks) placeBlock(draft, sheet, block);
  }
  return draft;
}

const emptySheet = (name: string, rules: readonly Rule[]): DraftSheet => ({
  name,
  cells: [],
  tables: [],
  merges: [],
  validations: [],
  charts: [],
  rules: [...rules],
  widths: {},
  heights: {},
  row: 0,
});

function placeBlock(draft: Draft, sheet: DraftSheet, block: Block): void {
  switch (block.kind) {
    case "reading": return placeReading(draft, sheet, block);
    case "answer": return placeAnswer(draft, sheet, block);
    case "inputs": return placeInputs(draft, sheet, block);
    case "workings":
    case "outputs": return placeWorked(draft, sheet, block);
    case "table": return placeTable(draft, sheet, block);
    case "list": return placeList(draft, sheet, block);
    case "matrix": return placeMatrix(draft, sheet, block);
    case "checks": return placeChecks(draft, sheet, block);
    case "notes": return placeNotes(draft, sheet, block);
    case "chart": return placeChart(sheet, block);
  }
}

function placeChart(sheet: DraftSheet, block: ChartBlock): void {
  sheet.charts.push({ block, area: { row: sheet.row, column: 0, rows: chartRows, columns: chartColumns } });
  sheet.row += chartRows + 1;
}

const namesOf = (draft: Draft): string[] => [
  ...namesIn(draft).map(({ name }) => name),
  ...draft.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
];

const namesIn = ({ targets, language }: Draft): PlacedName[] =>
  [...targets.values()].flatMap(({ name, sheet, area, label }) =>
    name ? [{ name, formula: `=${quotedSheet(sheet)}!${absoluteAddress(area)}`, comment: label[language] }] : []);

function finished(draft: Draft, sheet: DraftSheet): PlacedSheet {
  return {
    name: sheet.name,
    cells: sheet.cells.map((cell) => finishedCell(draft, sheet, cell)),
    tables: sheet.tables.map((table) => finishedTable(draft, sheet, table)),
    merges: sheet.merges,
    validations: sheet.validations,
    rules: sheet.rules.map((rule) => finishedRule(draft, sheet, rule)),
    charts: sheet.charts.map(({ area, block }) => finishedChart(draft, area, block)),
    columnWidths: sheet.widths,
    rowHeights: sheet.heights,
  };
}

function finishedCell(draft: Draft, { name }: DraftSheet, { home, ...cell }: DraftCell): PlacedCell {
  if (cell.formula === undefined) return cell;
  const from = { sheet: name, row: cell.row, column: cell.column, ...(home && { home }) };
  return { ...cell, formula: resolved(draft, cell.formula, from) };
}

function finishedTable(draft: Draft, sheet: DraftSheet, { home, ...table }: DraftTable): PlacedTable {
  const from = { sheet: sheet.name, row: home.area.row, column: home.area.column, home };
  const calculated = Object.entries(table.calculated).map(
    ([header, formula]) => [header, resolved(draft, formula, from)] as const,
  );
  return { ...table, calculated: Object.fromEntries(calculated) };
}

/** A rule's formula is that of the first cell; Excel moves it along. */
function finishedRule(draft: Draft, { name }: DraftSheet, rule: Rule): PlacedRule {
  const { area, block, run, sheet } = areaOf(draft, rule.on);
  if (sheet !== name) throw new Error(`${draft.template.id}: the rule on ${rule.on} stands on another sheet`);
  if ("bars" in rule) return { area, bars: true };
  const from = { sheet, row: area.row, column: area.column, home: { block, run, area }, addressesOnly: true };
  return { area, when: resolved(draft, rule.when, from), look: rule.look };
}

const placeOf = ({ sheet, area }: Target): SheetArea => ({ sheet, ...area });

function finishedChart(draft: Draft, area: Area, { type, title, categories, series, axes }: ChartBlock): PlacedChart {
  const { language } = draft;
  return {
    type,
    title: title[language],
    area,
    categories: placeOf(areaOf(draft, categories)),
    series: series.map(({ name, values }) => ({
      name: name[language],
      values: placeOf(areaOf(draft, values)),
    })),
    ...(axes?.category && { categoryAxis: axes.category[language] }),
    ...(axes?.value && { valueAxis: axes.value[language] }),
  };
}
