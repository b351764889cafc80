import { parseArea } from "../formulas/addresses";
import { freeTableName } from "../formulas/free-names";
import { show, startOf, type Destination } from "./new-sheet";
import { blockAt, cellFrom, inTheWay, placeIn, type Occupied, type Place } from "./places";
import { changing, type Remember, type Supports } from "./run";

export interface TableToInsert {
  /** Wished for the table; another is found where it is taken. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Of each cell, set before it is written: "@" keeps `2020-04` from turning into a date. */
  readonly formats: readonly (readonly string[])[];
  /** Written below the table, a line each: units, period, source. */
  readonly notes: readonly string[];
}

export interface InsertedTable {
  readonly kind: "inserted";
  readonly place: Place;
  readonly table: string;
}

/** A request above 5 MB fails in Excel on the web; this many cells stay well below. */
const cellsAtOnce = 5_000;

/** Inserts a real Excel table with its notes below it; never over content. */
export function insertTable(
  wanted: TableToInsert,
  to: Destination,
  supports: Supports,
): Promise<InsertedTable | Occupied> {
  return changing(supports, async (context, remember) => {
    const start = await startOf(context, to, remember);
    const whole = blockAt(start, wanted.rows.length + 1 + notesBelow(wanted), wanted.headers.length);
    const occupied = await inTheWay(context, whole);
    if (occupied) return occupied;
    const alone = await columnsAreFree(context, whole);
    if (!("newSheet" in to)) await rememberBlank(context, whole, remember);
    const place = blockAt(start, wanted.rows.length + 1, wanted.headers.length);
    const table = await writeTable(context, wanted, place, remember);
    await writeNotes(context, wanted, cellFrom(start, wanted.rows.length + 2, 0));
    await show(context, place, alone);
    return { kind: "inserted", place, table };
  });
}

/** One blank row keeps the notes out of the table. */
const notesBelow = ({ notes }: TableToInsert): number => (notes.length > 0 ? notes.length + 1 : 0);

/** To put back a place that is blank, its number formats are all there is to know. */
async function rememberBlank(context: Excel.RequestContext, place: Place, remember: Remember): Promise<void> {
  const range = context.workbook.worksheets.getItem(place.sheet).getRange(place.address);
  range.load("numberFormat");
  await context.sync();
  const formats = range.numberFormat as string[][];
  remember(() => {
    range.clear("Contents");
    range.numberFormat = formats;
  });
}

async function writeTable(
  context: Excel.RequestContext,
  { name: wish, headers, rows, formats }: TableToInsert,
  place: Place,
  remember: Remember,
): Promise<string> {
  const { tables, names, worksheets } = context.workbook;
  tables.load("items/name");
  names.load("items/name");
  await context.sync();
  const name = freeTableName(
    wish,
    [...tables.items, ...names.items].map((item) => item.name),
  );
  const sheet = worksheets.getItem(place.sheet);
  const headerFormats = headers.map(() => "@");
  await writeInParts(context, place, [headers, ...rows], [headerFormats, ...formats]);
  remember(() => removeTable(context, place));
  const table = tables.add(sheet.getRange(place.address), true);
  table.name = name;
  await context.sync();
  return name;
}

/**
 * By its place: it may have been made and not yet named. Deleting it could move the cells below,
 * turning it into a range leaves its colours.
 */
async function removeTable(context: Excel.RequestContext, place: Place): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  sheet.tables.load("items/name");
  await context.sync();
  const ranges = sheet.tables.items.map((table) => table.getRange().load("address"));
  await context.sync();
  const at = ranges.findIndex(({ address }) => placeIn(place.sheet, address).address === place.address);
  if (at >= 0) sheet.tables.items[at]!.convertToRange().clear("Formats");
}

async function writeInParts(
  context: Excel.RequestContext,
  place: Place,
  rows: readonly (readonly unknown[])[],
  formats: readonly (readonly string[])[],
): Promise<void> {
  const columns = rows[0]!.length;
  const step = Math.max(1, Math.floor(cellsAtOnce / columns));
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  for (let from = 0; from < rows.length; from += step) {
    const part = rows.slice(from, from + step);
    const range = sheet.getRange(blockAt(cellFrom(place, from, 0), part.length, columns).address);
    range.numberFormat = formats.slice(from, from + step).map((row) => [...row]);
    range.values = part.map((row) => [...row]);
    await context.sync();
  }
}

async function writeNotes(context: Excel.RequestContext, { notes }: TableToInsert, at: Place): Promise<void> {
  if (notes.length === 0) return;
  await writeInParts(
    context,
    blockAt(at, notes.length, 1),
    notes.map((note) => [note]),
    notes.map(() => ["@"]),
  );
}

/** Whether widening the columns of a place would disturb nothing else on its sheet. */
async function columnsAreFree(context: Excel.RequestContext, place: Place): Promise<boolean> {
  const used = context.workbook.worksheets.getItem(place.sheet).getUsedRangeOrNullObject(true);
  used.load("address");
  await context.sync();
  if (used.isNullObject) return true;
  const other = parseArea(placeIn(place.sheet, used.address).address)!;
  const own = parseArea(place.address)!;
  return other.column >= own.column + own.columns || own.column >= other.column + other.columns;
}
