import { Dimension } from "@univerjs/core";
import { invalidArgument } from "../api-error";
import { isEntireColumn, isEntireRow } from "./areas";
import type { Book, Place } from "./book";
import { reach } from "./cells";
import { univerRange } from "./sheet-area";
import { usedArea } from "./used-area";

/** The range as Univer's facade has it. */
const cellsOf = (book: Book, place: Place) => book.sheet(place.sheet).getRange(univerRange(book, place));

/** A range that lies wholly beyond Univer's sheet holds nothing. */
function liesBeyond(book: Book, { sheet, area }: Place): boolean {
  const target = book.sheet(sheet);
  return area.row >= target.getMaxRows() || area.column >= target.getMaxColumns();
}

/** Only what is used: whole columns have many cells in which there is nothing to clear. */
export function clear(book: Book, { sheet, area }: Place, applyTo: string): void {
  if (!["All", "Contents", "Formats"].includes(applyTo)) throw invalidArgument();
  const used = usedArea(book, { sheet, area }, false);
  if (!used) return;
  const cells = cellsOf(book, { sheet, area: used });
  if (applyTo === "Contents") cells.clearContent();
  else if (applyTo === "Formats") cells.clearFormat();
  else cells.clear();
}

export function insertCells(book: Book, place: Place, shift: string): void {
  const { area } = place;
  reach(book, { ...place, area: { ...area, rows: 1, columns: 1 } });
  if (isEntireRow(area)) return void book.sheet(place.sheet).insertRows(area.row, area.rows);
  if (isEntireColumn(area)) return void book.sheet(place.sheet).insertColumns(area.column, area.columns);
  reach(book, place);
  cellsOf(book, place).insertCells(dimension(shift, "Down", "Right"));
}

export function deleteCells(book: Book, place: Place, shift: string): void {
  if (liesBeyond(book, place)) return;
  const { area } = place;
  if (isEntireRow(area)) return void book.sheet(place.sheet).deleteRows(area.row, area.rows);
  if (isEntireColumn(area)) return void book.sheet(place.sheet).deleteColumns(area.column, area.columns);
  cellsOf(book, place).deleteCells(dimension(shift, "Up", "Left"));
}

function dimension(shift: string, rows: string, columns: string): Dimension {
  if (shift === rows) return Dimension.ROWS;
  if (shift === columns) return Dimension.COLUMNS;
  throw invalidArgument();
}

export function merge(book: Book, place: Place, across: boolean): void {
  reach(book, place);
  const cells = cellsOf(book, place);
  if (across) cells.mergeAcross({ isForceMerge: true });
  else cells.merge({ isForceMerge: true });
}

export function unmerge(book: Book, place: Place): void {
  if (!liesBeyond(book, place)) cellsOf(book, place).breakApart();
}
