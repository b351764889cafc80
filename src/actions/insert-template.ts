import { areaAddress } from "../formulas/addresses";
import type { Language } from "../refusal";
import { layOut, runsOf, type PlacedCell, type PlacedSheet, type PlacedTemplate, type Taken, type Template } from "../templates";
import { fingerprintOf, readRecords, recordsXml, templatesNamespace, type TemplateRecord } from "../templates/record";

import { drawSheet, type Feature } from "./draw-template";
import { show } from "./new-sheet";
import { changeRecord } from "./records";
import { changing, type Remember, type Supports } from "./run";

export interface InsertedTemplate {
  readonly title: string;
  readonly sheets: readonly string[];
  /** What this host could not do. */
  readonly leftOut: readonly Feature[];
}

/** Hears how many of how many steps are done. */
export type Progress = (done: number, of: number) => void;

/** Builds a template's sheets at the end of the workbook; all of it, or nothing. */
export function insertTemplate(
  template: Template,
  language: Language,
  supports: Supports,
  told: Progress = () => undefined,
): Promise<InsertedTemplate> {
  return changing(supports, async (context, remember) => {
    const placed = layOut(template, language, await takenIn(context));
    const { sheets, names, title } = placed;
    const steps = 2 * sheets.length + 1;
    rememberAbsence(context, placed, remember);
    await addSheets(context, placed);
    for (const [i, sheet] of sheets.entries()) {
      await writeConstants(context, sheet);
      told(i + 1, steps);
    }
    for (const { name, formula, comment } of names) context.workbook.names.add(name, formula, comment);
    await context.sync();
    const leftOut = new Set<Feature>();
    for (const [i, sheet] of sheets.entries()) {
      await writeFormulas(context, sheet);
      for (const feature of await drawSheet(context, sheet)) leftOut.add(feature);
      told(sheets.length + i + 1, steps);
    }
    await keepRecord(context, remember, placed);
    await show(context, { sheet: sheets[0]!.name, address: "A1" }, false);
    told(steps, steps);
    return { title, sheets: sheets.map(({ name }) => name), leftOut: [...leftOut] };
  });
}

async function takenIn(context: Excel.RequestContext): Promise<Taken> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load("items/name");
  names.load("items/name");
  tables.load("items/name");
  await context.sync();
  return {
    sheets: worksheets.items.map(({ name }) => name),
    names: [...names.items, ...tables.items].map(({ name }) => name),
  };
}

/** Before the first change: whatever of it is there by then is taken away again, tables with their sheets. */
function rememberAbsence(context: Excel.RequestContext, { sheets, names }: PlacedTemplate, remember: Remember): void {
  const { worksheets } = context.workbook;
  const before = worksheets.getActiveWorksheet();
  before.load("name");
  remember(async () => {
    const addedNames = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    const addedSheets = sheets.map(({ name }) => worksheets.getItemOrNullObject(name));
    await context.sync();
    worksheets.getItem(before.name).activate();
    for (const added of [...addedNames, ...addedSheets]) if (!added.isNullObject) added.delete();
  });
}

async function addSheets(context: Excel.RequestContext, { sheets }: PlacedTemplate): Promise<void> {
  for (const { name } of sheets) context.workbook.worksheets.add(name);
  await context.sync();
}

/** Texts first become text cells, lest Excel read a date or a number in them. */
async function writeConstants(context: Excel.RequestContext, { name, cells, tables }: PlacedSheet): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  for (const { sort, ...area } of runsOf(cells, formatOfCell)) {
    if (sort !== "General") sheet.getRange(areaAddress(area)).numberFormat = sort as unknown as string[][];
  }
  const constants = cells.filter(({ formula, value }) => formula === undefined && value !== "");
  writeRuns(sheet, constants, ({ value }) => value);
  for (const { name: table, area } of tables) {
    const made = sheet.tables.add(areaAddress(area), true);
    made.name = table;
    made.style = "TableStyleLight1";
  }
  await context.sync();
}

function formatOfCell({ value, formula, role, numberFormat }: PlacedCell): string {
  const isInput = role === "real" || role === "illustrative";
  return typeof value === "string" && formula === undefined && !isInput ? "@" : numberFormat;
}

async function writeFormulas(context: Excel.RequestContext, { name, cells }: PlacedSheet): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(name);
  writeRuns(sheet, cells.filter(({ formula }) => formula !== undefined), ({ formula }) => formula);
  await context.sync();
}

/** A request for each rectangle of cells. */
function writeRuns(
  sheet: Excel.Worksheet, cells: readonly PlacedCell[], content: (cell: PlacedCell) => unknown,
): void {
  const at = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, content(cell)]));
  for (const area of runsOf(cells, () => "")) {
    const rows = Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (__, j) => at.get(`${area.row + i}:${area.column + j}`)));
    sheet.getRange(areaAddress(area)).formulas = rows;
  }
}

async function keepRecord(context: Excel.RequestContext, remember: Remember, placed: PlacedTemplate): Promise<void> {
  const { id, title, language, names } = placed;
  const sheets = placed.sheets.map(({ name }) => context.workbook.worksheets.getItem(name));
  const used = sheets.map((sheet) => sheet.load("id,name").getUsedRange(true).load("formulas"));
  await context.sync();
  const record: TemplateRecord = {
    id,
    title,
    language,
    sheets: sheets.map((sheet, i) => ({
      id: sheet.id,
      name: sheet.name,
      fingerprint: fingerprintOf(used[i]!.formulas),
    })),
    names: names.map(({ name }) => name),
  };
  await changeRecord(context, remember, templatesNamespace, (before) => recordsXml([...readRecords(before), record]));
}
