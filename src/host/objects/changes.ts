import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
} from "@univerjs/sheets";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { ApiError, invalidArgument } from "../api-error";
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

export async function insertCells(book: Book, place: Place, shift: string): Promise<void> {
  const { area } = place;
  reach(book, { ...place, area: { ...area, rows: 1, columns: 1 } });
  if (isEntireRow(area)) return changeLines(book, place, (sheet) => sheet.insertRows(area.row, area.rows));
  if (isEntireColumn(area)) return changeLines(book, place, (sheet) => sheet.insertColumns(area.column, area.columns));
  reach(book, place);
  await shiftCells(book, place, { Down: InsertRangeMoveDownCommand.id, Right: InsertRangeMoveRightCommand.id }[shift]);
}

export async function deleteCells(book: Book, place: Place, shift: string): Promise<void> {
  if (liesBeyond(book, place)) return;
  const { area } = place;
  if (isEntireRow(area)) return changeLines(book, place, (sheet) => sheet.deleteRows(area.row, area.rows));
  if (isEntireColumn(area)) return changeLines(book, place, (sheet) => sheet.deleteColumns(area.column, area.columns));
  await shiftCells(book, place, { Up: DeleteRangeMoveUpCommand.id, Left: DeleteRangeMoveLeftCommand.id }[shift]);
}

/** Univer shows the sheet whose rows or columns it inserts; in Excel the sheet in view stays in view. */
function changeLines(book: Book, place: Place, change: (sheet: FWorksheet) => void): void {
  const inView = book.workbook.getActiveSheet();
  change(book.sheet(place.sheet));
  book.workbook.setActiveSheet(inView);
}

/** Univer shifts cells of the sheet in view, whatever sheet is meant: that one is in view meanwhile, nobody is told. */
async function shiftCells(book: Book, place: Place, command: string | undefined): Promise<void> {
  if (!command) throw invalidArgument();
  const range = univerRange(book, place);
  const workbook = book.workbook.getWorkbook();
  const inView = workbook.getActiveSheet();
  workbook.setActiveSheet(book.sheet(place.sheet).getSheet());
  try {
    if (!(await book.engine.api.executeCommand(command, { range }))) throw new ApiError("InsertDeleteConflict");
  } finally {
    workbook.setActiveSheet(inView);
  }
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
