import type { LiteralValue } from "../formulas/arguments";
import { freeSheetName } from "../formulas/free-names";
import { withSheetsRenamed } from "../formulas/renamed-sheets";
import { CellError, type Language } from "../refusal";
import { type Agreement, agreement, type Difference, differencesBetween } from "../sharing/portable/compare";
import { type PortablePlan, portablePlan } from "../sharing/portable/plan";
import type { Grid } from "../sharing/portable/plan-options";
import type { Recipient } from "../sharing/portable/recipient";
import { withReport } from "../sharing/portable/report-sheet";
import { byPlace } from "../xlsx/cell-changes";
import type { SheetContent, WorkbookContent } from "../xlsx/content";
import { placeOf } from "../xlsx/places";
import { copyLooks, writeSheetContent } from "./portable-sheets";
import { Problem } from "./problem";
import { readContent, readSheet } from "./read-content";
import { type StuckFormula, stuckIn } from "./repair-formulas";
import { changing, reading, type Remember, type Supports } from "./run";
import { type Watch, watchedFrom } from "./write-cells";

export interface PortableWish {
  readonly recipient: Recipient;
  /** Into sheets of this workbook, or into a workbook of its own. */
  readonly into: "sheets" | "workbook";
  readonly language: Language;
}

export type PortableOutcome =
  | { readonly kind: "made"; readonly plan: PortablePlan; readonly agreement: Agreement; readonly sheets: readonly string[] }
  /** The copy would give other results: nothing was made. */
  | { readonly kind: "differs"; readonly plan: PortablePlan; readonly differences: readonly Difference[] };

export interface PortablePreview {
  readonly plan: PortablePlan;
  /** Formulas that must be entered anew before a copy is made: their values are not known. */
  readonly stuck: readonly StuckFormula[];
}

/** What would become of each formula, as far as it can be told without calculating: nothing is changed. */
export const previewPortable = ({ recipient, language, into }: PortableWish): Promise<PortablePreview> =>
  reading(async (context) => {
    const content = await readContent(context);
    const plan = portablePlan(content, { recipient, language, plainRanges: into === "sheets" });
    return { plan, stuck: content.sheets.flatMap(stuckIn) };
  });

/** Makes a portable copy of the open workbook and lets Excel itself prove it: every cell is compared. */
export const makePortable = (wish: PortableWish, supports: Supports, watch?: Watch): Promise<PortableOutcome> =>
  changing(supports, async (context, remember) => {
    const before = await readContent(context);
    const plan = await readyPlan(context, before, wish, remember);
    const copies = renamed(plan.content, before);
    await addSheets(context, copies, remember, watch);
    if (wish.into === "sheets") await copyEachLook(context, before, copies);
    const calculated = await readCopies(context, plan.content, copies);
    const differences = differencesBetween(before, calculated);
    if (differences.length > 0 || wish.into === "workbook") await deleteSheets(context, copies);
    if (differences.length > 0) return { kind: "differs", plan, differences };
    if (watch?.isStopped()) throw stopped;
    const made = { kind: "made", plan, agreement: agreement(plan, before, calculated) } as const;
    if (wish.into === "workbook") {
      await openAsWorkbook(withReport(plan, before, calculated, wish.language));
      return { ...made, sheets: [] };
    }
    const report = withReport(plan, before, calculated, wish.language).sheets.at(-1)!;
    const shown = renamed({ ...plan.content, sheets: [...plan.content.sheets, report] }, before).at(-1)!;
    await addSheets(context, [shown], remember, watch);
    return { ...made, sheets: [...copies, shown].map(({ name }) => name) };
  });

/** Asks the workbook for the values that the plan must know, on a sheet that goes again. */
async function readyPlan(
  context: Excel.RequestContext,
  content: WorkbookContent,
  { recipient, language, into }: PortableWish,
  remember: Remember,
): Promise<PortablePlan> {
  const measured = new Map<string, Grid>();
  for (;;) {
    const plan = portablePlan(content, { recipient, language, measured, plainRanges: into === "sheets" });
    if (plan.wanted.length === 0) return plan;
    const sheet = context.workbook.worksheets.add(freeSheetName("Values", content.sheets.map(({ name }) => name)));
    remember(() => sheet.delete());
    for (const formula of plan.wanted) measured.set(formula, await valuesOf(context, sheet, formula));
    sheet.delete();
    await context.sync();
  }
}

async function valuesOf(context: Excel.RequestContext, sheet: Excel.Worksheet, formula: string): Promise<Grid> {
  const cell = sheet.getRange("A1");
  cell.formulas = [[`=${formula}`]];
  await context.sync();
  const spill = cell.getSpillingToRangeOrNullObject().load("values");
  cell.load("values");
  await context.sync();
  const values = (spill.isNullObject ? cell.values : spill.values) as unknown[][];
  cell.clear("Contents");
  return values.map((row) => row.map(literalOf));
}

const literalOf = (value: unknown): LiteralValue =>
  typeof value === "string" && /^#[A-Z0-9/]+[!?]?$/.test(value) ? new CellError(value) : (value as LiteralValue);

/** The sheets under the names of copies, their formulas referring to one another. */
function renamed({ sheets }: WorkbookContent, before: WorkbookContent): SheetContent[] {
  const taken = before.sheets.map(({ name }) => name);
  const names = new Map<string, string>();
  for (const { name } of sheets) {
    const free = freeSheetName(copyName(name), taken);
    taken.push(free);
    names.set(name.toLowerCase(), free);
  }
  return sheets.map((sheet) => ({
    ...sheet,
    name: names.get(sheet.name.toLowerCase())!,
    cells: sheet.cells.map((cell) =>
      (cell.formula === undefined ? cell : { ...cell, formula: withSheetsRenamed(cell.formula, names) })),
  }));
}

const ENDING = " (portable)";
const LONGEST_NAME = 31;

const copyName = (name: string): string => name.slice(0, LONGEST_NAME - ENDING.length) + ENDING;

async function addSheets(
  context: Excel.RequestContext,
  sheets: readonly SheetContent[],
  remember: Remember,
  watch?: Watch,
): Promise<void> {
  let done = 0;
  for (const sheet of sheets) {
    remember(() => deleteSheets(context, [sheet]));
    const added = context.workbook.worksheets.add(sheet.name);
    await context.sync();
    done += await writeSheetContent(context, sheet, watchedFrom(done, watch));
    if (sheet.hidden) added.visibility = "Hidden";
  }
  await context.sync();
}

/** The copies stand in the order of the sheets that they were made from; after them come those that are added. */
async function copyEachLook(
  context: Excel.RequestContext,
  { sheets }: WorkbookContent,
  copies: readonly SheetContent[],
): Promise<void> {
  for (const [i, { name }] of sheets.entries()) await copyLooks(context, name, copies[i]!.name);
}

async function deleteSheets(context: Excel.RequestContext, sheets: readonly SheetContent[]): Promise<void> {
  const found = sheets.map(({ name }) => context.workbook.worksheets.getItemOrNullObject(name));
  await context.sync();
  for (const sheet of found) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

/** The plan's content with what the copies have calculated. */
async function readCopies(
  context: Excel.RequestContext,
  planned: WorkbookContent,
  copies: readonly SheetContent[],
): Promise<WorkbookContent> {
  const sheets: SheetContent[] = [];
  for (const [i, sheet] of planned.sheets.entries()) {
    const { cells: found } = await readSheet(context, context.workbook.worksheets.getItem(copies[i]!.name));
    const values = new Map(byPlace(found));
    const cells = sheet.cells.map((cell) => {
      const value = values.get(placeOf(cell))?.value ?? null;
      values.delete(placeOf(cell));
      return { ...cell, value };
    });
    sheets.push({ ...sheet, cells: [...cells, ...[...values.values()].map(({ formula: _, ...rest }) => rest)] });
  }
  return { ...planned, sheets };
}

async function openAsWorkbook(content: WorkbookContent): Promise<void> {
  const { writeWorkbook } = await import("../xlsx");
  const bytes = await writeWorkbook(content);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  await Excel.createWorkbook(btoa(binary));
}

const stopped = new Problem(
  { en: "Stopped.", zh: "已停止。" },
  { en: "No copy was made.", zh: "未制作副本。" },
  { en: "Make it again when you are ready.", zh: "需要时可重新制作。" },
);
