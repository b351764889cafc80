import { numfmt, type ICellData, type IStyleData } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { Area } from "../../formulas/addresses";
import type { CellValue } from "../../xlsx/content";
import { ApiError, invalidArgument } from "../api-error";
import { isUnbounded } from "./areas";
import type { Book, Place, WrittenCells } from "./book";
import { entryOf } from "./entry";
import { bounded, univerRange } from "./sheet-area";

/** What one request may read; Excel on the web stops there. */
const mostCells = 5_000_000;

const general = "General";

type AtCell<Value> = (row: number, column: number) => Value;

/** Excel answers null for whole columns and rows. */
function isReadable(area: Area): boolean {
  if (isUnbounded(area)) return false;
  if (area.rows * area.columns > mostCells) throw new ApiError("RangeExceedsLimit");
  return true;
}

function grid<Value>(area: Area, valueAt: AtCell<Value>): Value[][] | null {
  if (!isReadable(area)) return null;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => valueAt(area.row + row, area.column + column)));
}

/** Errors as their text, empty cells as the empty text. */
export const plain = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

const typeOf = (value: CellValue): string => {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "boolean" ? "Boolean" : "String";
};

function contents<Value>(book: Book, place: Place, as: (value: CellValue) => Value): Value[][] | null {
  if (!isReadable(place.area)) return null;
  return book.engine.values(book.name(place.sheet), place.area).map((row) => row.map(as));
}

export const values = (book: Book, place: Place): unknown[][] | null => contents(book, place, plain);

export const valueTypes = (book: Book, place: Place): string[][] | null => contents(book, place, typeOf);

export function formulas(book: Book, { sheet, area }: Place): unknown[][] | null {
  const name = book.name(sheet);
  return grid(area, (row, column) =>
    book.engine.formula(name, row, column) ?? plain(book.engine.value(name, row, column)));
}

export function text(book: Book, { sheet, area }: Place): string[][] | null {
  const name = book.name(sheet);
  const formatAt = formats(book.sheet(sheet));
  return grid(area, (row, column) => shown(book.engine.value(name, row, column), formatAt(row, column)));
}

function shown(value: CellValue, format: string): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return String(value).toUpperCase();
  return numfmt.format(format, value, { throws: false });
}

/** Excel says null when some of the cells spill and others do not. */
export function hasSpill(book: Book, { sheet, area }: Place): boolean | null {
  const name = book.name(sheet);
  const isSpilled: AtCell<boolean> = (row, column) => book.engine.spillOf(name, row, column) !== undefined;
  const spills = new Set(grid(area, isSpilled)?.flat());
  return spills.size > 1 ? null : spills.has(true);
}

export const numberFormats = (book: Book, { sheet, area }: Place): string[][] | null =>
  grid(area, formats(book.sheet(sheet)));

export function styles(sheet: FWorksheet): AtCell<IStyleData> {
  const target = sheet.getSheet();
  return (row, column) => target.getComposedCellStyle(row, column);
}

function formats(sheet: FWorksheet): AtCell<string> {
  const styleAt = styles(sheet);
  return (row, column) => {
    const pattern = styleAt(row, column).n?.pattern;
    return pattern ? fromUniver(pattern) : general;
  };
}

/** Univer's word for text is `@@@`. */
const textFormat = "@";
const fromUniver = (pattern: string): string => (pattern === "@@@" ? textFormat : pattern);

export const mismatch =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** One value stands for all cells; a table of values must have the range's shape. */
export function spread(given: unknown, { rows, columns }: Area): AtCell<unknown> {
  if (!Array.isArray(given)) return () => given;
  const table = given as unknown[];
  const fits = table.length === rows && table.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) throw invalidArgument(mismatch);
  return (row, column) => (table[row] as unknown[])[column];
}

/** `values` and `formulas` write alike. */
export function write(book: Book, place: Place, given: unknown): void {
  if (isUnbounded(place.area)) throw invalidArgument();
  const at = spread(given, place.area);
  const formatAt = formats(book.sheetBefore(place.sheet));
  put(book, place, (row, column) => {
    const before = formatAt(place.area.row + row, place.area.column + column);
    const entry = entryOf(at(row, column), before === textFormat);
    if (!entry) return undefined;
    const format = before === general ? entry.format : undefined;
    return format ? { ...entry.cell, s: { n: { pattern: format } } } : entry.cell;
  });
}

export function writeNumberFormats(book: Book, place: Place, given: unknown): void {
  if (isUnbounded(place.area)) throw invalidArgument();
  const at = spread(given, place.area);
  putStyle(book, place, "n", (row, column) => {
    const format = at(row, column);
    if (format === null || format === undefined) return undefined;
    if (typeof format !== "string") throw invalidArgument();
    return format === general ? null : { pattern: format };
  });
}

/** Grows the sheet when what is written lies beyond it: Univer's sheets are smaller than Excel's. */
export function reach(book: Book, place: Place): void {
  const target = book.sheet(place.sheet);
  const { area } = bounded(book, place);
  if (area.row + area.rows > target.getMaxRows()) target.setRowCount(area.row + area.rows);
  if (area.column + area.columns > target.getMaxColumns()) target.setColumnCount(area.column + area.columns);
}

/** What cells hold, and their style with it; undefined leaves a cell as it is. */
export function put(book: Book, place: Place, cellAt: AtCell<ICellData | undefined>): void {
  const cells: WrittenCells["cells"] = {};
  for (let row = 0; row < place.area.rows; row++) {
    const line: Record<number, ICellData> = {};
    for (let column = 0; column < place.area.columns; column++) {
      const cell = cellAt(row, column);
      if (cell) line[place.area.column + column] = cell;
    }
    if (Object.keys(line).length > 0) cells[place.area.row + row] = line;
  }
  if (Object.keys(cells).length > 0) book.write({ ...place, cells });
}

/** Hands over to Univer what was written. */
export function deliver(book: Book, { cells, ...place }: WrittenCells): void {
  reach(book, place);
  command(book, place, "sheet.command.set-range-values", { value: cells });
}

function command(book: Book, place: Place, id: string, params: object): void {
  if (!isDone(book, place, id, params)) throw new ApiError("AccessDenied");
}

const isDone = (book: Book, place: Place, id: string, params: object): boolean =>
  book.engine.api.syncExecuteCommand(id, {
    unitId: book.workbook.getId(),
    subUnitId: place.sheet,
    range: univerRange(book, place),
    ...params,
  });

/** One property of the cells' style; undefined leaves a cell's as it is. */
export function putStyle<Key extends keyof IStyleData>(
  book: Book,
  place: Place,
  type: Key,
  styleAt: AtCell<IStyleData[Key] | undefined>,
): void {
  reach(book, place);
  const { row, column, rows, columns } = bounded(book, place).area;
  const value = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => styleAt(down, across)));
  if (isDone(book, place, "sheet.command.set-style", { style: { type, value } })) return;
  // On a sheet out of sight Univer sets the style and says no: it cannot measure the height of the rows there.
  const now = styles(book.sheet(place.sheet));
  const isSet = value.every((line, down) =>
    line.every((wanted, across) => wanted === undefined || isSame(now(row + down, column + across)[type], wanted)));
  if (!isSet) throw new ApiError("AccessDenied");
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
