import { parseArea } from "../formulas/addresses";
import { tables } from "../reference";
import type { RawTable } from "../reference/import-raw";
import type { OwnTable } from "../sharing/data/register";
import { rawCell } from "../sharing/data/sheet-cells";
import type { CellValue } from "../xlsx/content";
import { registerOf } from "./keep-register";
import { blockAt, cellFrom, placeIn, type Place } from "./places";
import { Problem } from "./problem";
import { reading } from "./run";

/** What the Data view shows of this workbook. */
export interface DataInWorkbook {
  readonly own: readonly StandingOwnTable[];
  /** How many inserted tables have a newer version at hand. */
  readonly newer: number;
}

export interface StandingOwnTable {
  readonly table: OwnTable;
  /** Undefined where the user has deleted it. */
  readonly place?: Place;
}

export interface OwnRows {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Which data are registered in the workbook and still there. */
export const readDataInWorkbook = (): Promise<DataInWorkbook> =>
  reading(async (context) => {
    const register = await registerOf(context);
    const own = await Promise.all(
      register.own.map(async (table) => ({ table, place: await placeOfTable(context, table.name) })),
    );
    const older = register.tables.filter(({ id, version }) =>
      tables.some((table) => table.id === id && table.version !== version),
    );
    return { own, newer: await countThere(context, older.map(({ name }) => name)) };
  });

async function placeOfTable(context: Excel.RequestContext, name: string): Promise<Place | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  const range = table.getRange().load("address");
  table.worksheet.load("name");
  await context.sync();
  return table.isNullObject ? undefined : placeIn(table.worksheet.name, range.address);
}

async function countThere(context: Excel.RequestContext, names: readonly string[]): Promise<number> {
  const { tables: standing, names: named } = context.workbook;
  const found = names.map((name) => [standing.getItemOrNullObject(name), named.getItemOrNullObject(name)]);
  await context.sync();
  return found.filter((each) => each.some(({ isNullObject }) => !isNullObject)).length;
}

const cellsAtOnce = 20_000;

type Loaded = Pick<Excel.Range, "values" | "valueTypes" | "numberFormat">;

/** The cells of a place, in as many requests as they need. */
async function readInParts(context: Excel.RequestContext, place: Place): Promise<Loaded[]> {
  const { rows, columns } = parseArea(place.address)!;
  const step = Math.max(1, Math.floor(cellsAtOnce / columns));
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const parts: Loaded[] = [];
  for (let from = 0; from < rows; from += step) {
    const part = blockAt(cellFrom(place, from, 0), Math.min(step, rows - from), columns);
    const range = sheet.getRange(part.address).load("values,valueTypes,numberFormat");
    await context.sync();
    parts.push(range);
  }
  return parts;
}

/** What stands at a place, as a table that nobody has looked at yet. */
export const readRawTable = (place: Place): Promise<RawTable> =>
  reading(async (context) => {
    const parts = await readInParts(context, place);
    const rows = parts.flatMap(({ values, valueTypes, numberFormat }) =>
      values.map((row: readonly CellValue[], i) =>
        row.map((value, j) =>
          rawCell({
            value: valueTypes[i]![j] === "Empty" ? null : value,
            format: { numberFormat: String(numberFormat[i]![j]) },
          }),
        ),
      ),
    );
    return { name: place.sheet, rows, firstRow: parseArea(place.address)!.row + 1 };
  });

/** A table of the user's as it stands now. */
export const readOwnTable = (name: string): Promise<OwnRows> =>
  reading(async (context) => {
    const place = await placeOfTable(context, name);
    if (!place) throw tableIsGone;
    const parts = await readInParts(context, place);
    const rows = parts.flatMap(({ values }) => values as (string | number | boolean)[][]);
    const formats = parts.flatMap(({ numberFormat }) => numberFormat as string[][]);
    return { headers: rows[0]!.map(String), rows: rows.slice(1), formats: formats.slice(1) };
  });

const tableIsGone = new Problem(
  { en: "The table is no longer in this workbook.", zh: "该表已不在此工作簿中。" },
  { en: "It was deleted, or its name was changed.", zh: "它已被删除或改名。" },
  { en: "Import it again.", zh: "请重新导入。" },
);
