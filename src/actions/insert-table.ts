import { parseArea } from "../formulas/addresses";
import { freeTableName } from "../formulas/free-names";
import type { Language } from "../refusal";
import type { DataRegister } from "../sharing/data/register";
import { drawChart, type ChartToDraw } from "./draw-chart";
import { changeRegister, registerOf } from "./keep-register";
import { listSource, type SourceLine } from "./list-source";
import { show, startOf, type Destination } from "./new-sheet";
import { blockAt, cellFrom, inTheWay, placeIn, writtenPlace, type Occupied, type Place } from "./places";
import { rememberBlank } from "./remember-blank";
import { changing, type Remember, type Supports } from "./run";
import { writeInParts, type Watch } from "./write-cells";

export interface TableToInsert {
  /** Wished for the table; another is found where it is taken. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Of each cell, set before it is written: "@" keeps `2020-04` from turning into a date. */
  readonly formats: readonly (readonly string[])[];
  /** Written below the table, a line each: units, period, source. */
  readonly notes: readonly string[];
  /** Cells under a name of the workbook in the place of an Excel table. */
  readonly plain?: boolean;
  /** What the workbook keeps of where the table comes from. */
  readonly provenance?: Provenance;
  readonly chart?: ChartToDraw;
  readonly watch?: Watch;
}

export interface Provenance {
  readonly line: SourceLine;
  readonly language: Language;
  /** The register with the table in it, under the name that it got. */
  register(register: DataRegister, name: string): DataRegister;
}

export interface InsertedTable {
  readonly kind: "inserted";
  readonly place: Place;
  readonly table: string;
  /** Undefined where none was wished; false where this host has no charts. */
  readonly chart?: boolean;
}

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
    const chart = wanted.chart && (await drawChart(context, remember, wanted.chart, place));
    if (wanted.provenance) await keepProvenance(context, remember, wanted.provenance, { table, place });
    await show(context, place, alone);
    return { kind: "inserted", place, table, ...(chart !== undefined && { chart }) };
  });
}

interface Named {
  readonly table: string;
  readonly place: Place;
}

/** In the visible list of sources and in the part that programs read. */
async function keepProvenance(
  context: Excel.RequestContext,
  remember: Remember,
  { line, language, register }: Provenance,
  { table, place }: Named,
): Promise<void> {
  const { sources } = await registerOf(context);
  const cells = { ...line, table, where: writtenPlace(place) };
  const list = await listSource(context, remember, sources, cells, language);
  await changeRegister(context, remember, (before) => ({ ...register(before, table), sources: list }));
}

/** One blank row keeps the notes out of the table. */
const notesBelow = ({ notes }: TableToInsert): number => (notes.length > 0 ? notes.length + 1 : 0);

async function writeTable(
  context: Excel.RequestContext,
  { name: wish, headers, rows, formats, plain, watch }: TableToInsert,
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
  await writeInParts(context, place, [headers, ...rows], [headerFormats, ...formats], rowsOf(watch));
  if (plain) return nameBlock(context, remember, place, name);
  remember(() => removeTable(context, place));
  const table = tables.add(sheet.getRange(place.address), true);
  table.name = name;
  await context.sync();
  return name;
}

/** The header is no row. */
const rowsOf = (watch: Watch | undefined): Watch | undefined =>
  watch && { ...watch, told: (lines) => watch.told(lines - 1) };

/** A name follows its cells when rows are put above them, as a table does. */
async function nameBlock(
  context: Excel.RequestContext,
  remember: Remember,
  place: Place,
  name: string,
): Promise<string> {
  const { names, worksheets } = context.workbook;
  remember(async () => {
    const added = names.getItemOrNullObject(name);
    await context.sync();
    if (!added.isNullObject) added.delete();
  });
  names.add(name, worksheets.getItem(place.sheet).getRange(place.address));
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
