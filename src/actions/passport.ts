import type { Language } from "../refusal";
import { passportOf, type Answers, type Passport } from "../sharing/passport";
import { passportNamespace, passportXml } from "../sharing/passport-record";
import { answersOf, passportIn, passportSheet } from "../sharing/passport-sheet";
import type { SheetContent } from "../xlsx/content";
import { freeSheetName } from "../formulas/free-names";
import { giveLook, pointsPerCharacter } from "./cell-looks";
import { blockAt, type Place } from "./places";
import { readContent } from "./read-content";
import { changeRecord } from "./records";
import { changing, reading, type Remember, type Supports } from "./run";

/** What the workbook tells of itself, with what its author has answered so far. */
export const readPassport = (version: string): Promise<Passport> =>
  reading(async (context) => {
    const content = await readContent(context);
    return passportOf(content, answersOf(content), version);
  });

/** Writes the passport on its sheet, a new one in front where there is none, and into the part for programs. */
export const writePassport = (
  answers: Answers,
  version: string,
  languages: readonly Language[],
  supports: Supports,
): Promise<Place> =>
  changing(supports, async (context, remember) => {
    const content = await readContent(context);
    const passport = passportOf(content, { ...answersOf(content), ...answers }, version);
    const sheet = passportSheet(passport, languages);
    const place = await placeFor(context, sheet, passportIn(content.sheets), remember);
    await writeLines(context, place, sheet);
    await changeRecord(context, remember, passportNamespace, () => passportXml(passport));
    context.workbook.worksheets.getItem(place.sheet).activate();
    await context.sync();
    return place;
  });

async function placeFor(
  context: Excel.RequestContext,
  { name, cells }: SheetContent,
  present: SheetContent | undefined,
  remember: Remember,
): Promise<Place> {
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  if (present) return clearedPlace(context, present, rows, remember);
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const free = freeSheetName(name, worksheets.items.map((sheet) => sheet.name));
  remember(() => worksheets.getItem(free).delete());
  worksheets.add(free).position = 0;
  await context.sync();
  return blockAt({ sheet: free, address: "A1" }, rows, 2);
}

/** The former passport is read before it is written over: its answers go into the new one. */
async function clearedPlace(
  context: Excel.RequestContext,
  present: SheetContent,
  rows: number,
  remember: Remember,
): Promise<Place> {
  const former = Math.max(0, ...present.cells.map(({ row }) => row)) + 1;
  const place = blockAt({ sheet: present.name, address: "A1" }, Math.max(rows, former), 2);
  const range = context.workbook.worksheets.getItem(place.sheet).getRange(place.address).load("formulas");
  await context.sync();
  const before = range.formulas as unknown[][];
  remember(() => {
    range.formulas = before;
  });
  range.clear();
  await context.sync();
  return blockAt({ sheet: present.name, address: "A1" }, rows, 2);
}

async function writeLines(context: Excel.RequestContext, place: Place, content: SheetContent): Promise<void> {
  const { cells, columnWidths } = content;
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const range = sheet.getRange(place.address);
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const lines = Array.from({ length: rows }, () => ["", ""]);
  for (const { row, column, value } of cells) lines[row]![column] = String(value);
  range.numberFormat = lines.map((line) => line.map(() => "@"));
  range.values = lines;
  range.format.wrapText = true;
  range.format.verticalAlignment = "Top";
  for (const { row, column, format } of cells) {
    if (format) giveLook(sheet.getCell(row, column), format);
  }
  for (const [column, width] of Object.entries(columnWidths)) {
    sheet.getCell(0, Number(column)).format.columnWidth = width * pointsPerCharacter;
  }
  await context.sync();
}
