import { covers, parseArea, type Area } from "../../formulas/addresses";
import { sheetAndAddress } from "../../formulas/sheet-names";
import type { CellValue } from "../../xlsx/content";
import type { Book, SheetBook } from "../book";
import type { Read } from "../reading";
import type { OwnTable, RegisteredTable } from "./register";

/** Where a registered table stands now, under the name that it was given. */
export function placeOf({ name }: Pick<RegisteredTable | OwnTable, "name">, book: Book): Read | undefined {
  const wanted = name.toLowerCase();
  for (const sheet of book.sheets) {
    const table = sheet.content.tables.find((each) => each.name.toLowerCase() === wanted);
    if (table) return { sheet, area: table.area };
  }
  const named = book.content.names.find((each) => each.name.toLowerCase() === wanted);
  return named && areaNamed(named.formula, book);
}

function areaNamed(formula: string, book: Book): Read | undefined {
  const { sheet: name = "", address } = sheetAndAddress(formula.slice(1));
  const sheet = book.sheet(name);
  const area = parseArea(address);
  return sheet && area ? { sheet, area } : undefined;
}

/** What a cell holds, as a register writes it: nothing is the empty text, an error its code. */
export function heldAt(sheet: SheetBook, row: number, column: number): string | number | boolean {
  return plainValue(sheet.cellAt(row, column)?.value);
}

function plainValue(value: CellValue | undefined): string | number | boolean {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.error : value;
}

/** A row of a registered table with the row of the sheet on which it stands now. */
export interface StandingRow {
  /** Among the registered rows. */
  readonly index: number;
  readonly row: number;
}

/**
 * Finds the registered rows on the sheet by their first cell and their period: the user may have sorted the
 * table or put rows between. A row whose name was changed is not found.
 */
export function standingRows(table: RegisteredTable, { sheet, area }: Read): StandingRow[] {
  const columns = columnsNow(table, { sheet, area });
  const period = table.headers.indexOf("Period");
  const name = (cells: readonly unknown[]): string => JSON.stringify([cells[0], period < 0 ? "" : cells[period]]);
  const free = new Map<string, number[]>();
  for (let row = area.row + 1; row < area.row + area.rows; row++) {
    const cells = table.headers.map((_, i) => (columns[i] === undefined ? "" : heldAt(sheet, row, columns[i])));
    free.set(name(cells), [...(free.get(name(cells)) ?? []), row]);
  }
  return table.rows.flatMap(({ cells }, index) => {
    const row = free.get(name(cells))?.shift();
    return row === undefined ? [] : [{ index, row }];
  });
}

/** The columns of the sheet under the registered headers; undefined for one that the user took away or renamed. */
export function columnsNow({ headers }: Pick<RegisteredTable, "headers">, { sheet, area }: Read): (number | undefined)[] {
  const now = new Map<string, number>();
  for (let column = area.column; column < area.column + area.columns; column++) {
    now.set(String(heldAt(sheet, area.row, column)), column);
  }
  return headers.map((header) => now.get(header));
}

export const isWithin = (inner: Area, { row, column, rows, columns }: Area): boolean =>
  covers({ row, column, rows, columns }, inner.row, inner.column) &&
  covers({ row, column, rows, columns }, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
