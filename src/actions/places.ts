import { areaAddress, cellAddress, MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import { Problem } from "./problem";

/** A cell or a block of cells of one sheet; the address is without the sheet. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** What stands in the way of a deed that never overwrites. */
export interface Occupied {
  readonly kind: "occupied";
  /** How many cells have content. */
  readonly cells: number;
  readonly place: Place;
}

/** `Sheet1!B2:C4`, with the quotation marks that some names of sheets need. */
export function writtenPlace({ sheet, address }: Place): string {
  return onSheet(sheet, address);
}

/** What Excel calls an address, `'My sheet'!$B$2:$C$4`, as a place. */
export function placeIn(sheet: string, address: string): Place {
  return { sheet, address: address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "") };
}

/** The block of a size whose first cell is given; refused where the sheet ends before it does. */
export function blockAt({ sheet, address }: Place, rows: number, columns: number): Place {
  const { row, column } = parseArea(address) ?? { row: 0, column: 0 };
  if (row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) throw offTheSheet;
  return { sheet, address: areaAddress({ row, column, rows, columns }) };
}

/** The cell so many rows and columns from the first cell of a place. */
export function cellFrom({ sheet, address }: Place, rows: number, columns: number): Place {
  const { row, column } = parseArea(address) ?? { row: 0, column: 0 };
  return { sheet, address: cellAddress(row + rows, column + columns) };
}

const offTheSheet = new Problem(
  { en: "Nothing was changed.", zh: "未作任何更改。" },
  {
    en: "There is not enough room between this cell and the edge of the sheet.",
    zh: "该单元格到工作表边缘的空间不足。",
  },
  { en: "Pick a cell further up or to the left.", zh: "请选择更靠上或更靠左的单元格。" },
);

function overlap(one: Area, other: Area): boolean {
  const apart =
    one.row >= other.row + other.rows ||
    other.row >= one.row + one.rows ||
    one.column >= other.column + other.columns ||
    other.column >= one.column + one.columns;
  return !apart;
}

/** What is in the way at a place: cells with content, and empty rows of tables. Undefined where it is free. */
export async function inTheWay(context: Excel.RequestContext, place: Place): Promise<Occupied | undefined> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const used = sheet.getRange(place.address).getUsedRangeOrNullObject(true);
  used.load("formulas,valueTypes");
  sheet.tables.load("items/name");
  await context.sync();
  const cells = used.isNullObject ? 0 : contentOf(used);
  if (cells > 0) return { kind: "occupied", cells, place };
  const ranges = sheet.tables.items.map((table) => table.getRange().load("address"));
  await context.sync();
  const area = parseArea(place.address)!;
  const tables = ranges.map(({ address }) => parseArea(placeIn(place.sheet, address).address)!);
  const crossed = tables.find((table) => overlap(table, area));
  return crossed && { kind: "occupied", cells: crossed.rows * crossed.columns, place };
}

function contentOf({ formulas, valueTypes }: Excel.Range): number {
  const written = formulas.flat();
  return valueTypes.flat().filter((type, i) => type !== "Empty" || written[i] !== "").length;
}
