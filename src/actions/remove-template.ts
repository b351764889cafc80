import { cellAddress } from "../formulas/addresses";
import { sheetAndAddress } from "../formulas/sheet-names";
import { isName, isReference, isStructured, tokensOf } from "../formulas/tokens";
import {
  fingerprintOf,
  readRecords,
  recordsXml,
  templatesNamespace,
  type RecordedSheet,
  type TemplateRecord,
} from "../templates/record";
import type { WorkbookContent } from "../xlsx/content";
import { writtenPlace } from "./places";
import { Problem } from "./problem";
import { readContent } from "./read-content";
import { changeRecord, recordXml } from "./records";
import { changing, reading, type Remember, type Supports } from "./run";

/** A template that stands in the workbook. */
export interface StandingTemplate {
  /** Tells it from another insertion of the same template. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  /** By the names that they bear now. */
  readonly sheets: readonly string[];
}

/** What its removal would take from the user. */
export interface Loss {
  /** Sheets that are no longer as they were made. */
  readonly changed: readonly string[];
  /** Cells and names elsewhere whose formulas would end in an error. */
  readonly referring: readonly string[];
}

interface Found {
  readonly record: TemplateRecord;
  readonly sheets: readonly Excel.Worksheet[];
}

const keyOf = ({ id, sheets, names }: TemplateRecord): string => [id, sheets[0]?.id, names[0]].join(" ");

export const readTemplates = (): Promise<StandingTemplate[]> =>
  reading(async (context) =>
    (await allFound(context)).map(({ record, sheets }) => ({
      key: keyOf(record),
      id: record.id,
      title: record.title,
      sheets: sheets.map(({ name }) => name),
    })));

/** The records, each with those of its sheets that are still there: by their ids, which outlive a change of name. */
async function allFound(context: Excel.RequestContext): Promise<Found[]> {
  const records = readRecords(await recordXml(context, templatesNamespace));
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  return records.map((record) => ({
    record,
    sheets: record.sheets.flatMap(({ id, name }) => {
      const found = worksheets.items.find((sheet) => sheet.id === id)
        ?? worksheets.items.find((sheet) => sheet.name === name);
      return found ? [found] : [];
    }),
  }));
}

async function foundIn(context: Excel.RequestContext, key: string): Promise<Found> {
  const found = (await allFound(context)).find(({ record }) => keyOf(record) === key);
  if (!found) throw gone;
  return found;
}

const gone = new Problem(
  { en: "Nothing was removed.", zh: "未删除任何内容。" },
  { en: "This template is no longer in the workbook.", zh: "该模板已不在工作簿中。" },
  { en: "Open the list again.", zh: "请重新打开列表。" },
);

export const readLoss = (key: string): Promise<Loss> =>
  reading(async (context) => {
    const { record, sheets } = await foundIn(context, key);
    const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("formulas"));
    await context.sync();
    const madeAs = (sheet: Excel.Worksheet): RecordedSheet | undefined =>
      record.sheets.find(({ id }) => id === sheet.id) ?? record.sheets.find(({ name }) => name === sheet.name);
    const isChanged = (sheet: Excel.Worksheet, range: Excel.Range): boolean =>
      range.isNullObject || fingerprintOf(range.formulas) !== madeAs(sheet)?.fingerprint;
    const content = await readContent(context);
    return {
      changed: sheets.filter((sheet, i) => isChanged(sheet, used[i]!)).map(({ name }) => name),
      referring: referringTo(content, sheets.map(({ name }) => name), record.names),
    };
  });

/** Cells of other sheets, and other names, that say a sheet, a name or a table of the template. */
function referringTo(content: WorkbookContent, sheets: readonly string[], names: readonly string[]): string[] {
  const own = new Set(sheets);
  const tables = content.sheets.filter(({ name }) => own.has(name)).flatMap((sheet) => sheet.tables);
  const words = new Set([...names, ...tables.map(({ name }) => name)].map((name) => name.toLowerCase()));
  const refers = (formula: string): boolean => tokensOf(formula).some(({ type, value }) => {
    const token = { type, value };
    if (isName(token) || isStructured(token)) return words.has(value.split("[")[0]!.toLowerCase());
    return isReference(token) && own.has(sheetAndAddress(value).sheet ?? "");
  });
  const cells = content.sheets.filter(({ name }) => !own.has(name)).flatMap(({ name, cells: all }) =>
    all.filter(({ formula }) => formula && refers(formula)).map(({ row, column }) =>
      writtenPlace({ sheet: name, address: cellAddress(row, column) })));
  const others = content.names.filter(({ name, formula }) => !words.has(name.toLowerCase()) && refers(formula));
  return [...cells, ...others.map(({ name }) => name)];
}

/** Takes out exactly the sheets and names of a template, whatever has been done to them since. */
export const removeTemplate = (key: string, supports: Supports): Promise<readonly string[]> =>
  changing(supports, async (context, remember) => {
    const { record, sheets } = await foundIn(context, key);
    await removeNames(context, record.names, remember);
    await changeRecord(context, remember, templatesNamespace, (before) =>
      recordsXml(readRecords(before).filter((other) => keyOf(other) !== key)));
    await removeSheets(context, sheets, remember);
    return sheets.map(({ name }) => name);
  });

async function removeNames(context: Excel.RequestContext, names: readonly string[], remember: Remember): Promise<void> {
  const found = names.map((name) => context.workbook.names.getItemOrNullObject(name).load("name,formula,comment"));
  await context.sync();
  const there = found.filter(({ isNullObject }) => !isNullObject);
  const before = there.map(({ name, formula, comment }) => ({ name, formula: String(formula), comment }));
  remember(async () => {
    const left = before.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    await context.sync();
    before.forEach(({ name, formula, comment }, i) => {
      if (left[i]!.isNullObject) context.workbook.names.add(name, formula, comment);
    });
  });
  for (const name of there) name.delete();
  await context.sync();
}

/** Last of all, for a deleted sheet cannot be put back. A workbook keeps at least one sheet in sight. */
async function removeSheets(
  context: Excel.RequestContext, sheets: readonly Excel.Worksheet[], remember: Remember,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility");
  await context.sync();
  const own = new Set(sheets.map(({ name }) => name));
  const staying = worksheets.items.some(({ name, visibility }) => visibility === "Visible" && !own.has(name));
  if (!staying) {
    const added = worksheets.add();
    remember(() => added.delete());
  }
  for (const sheet of sheets) sheet.delete();
  await context.sync();
}
