import { covers } from "../../formulas/addresses";
import type { Book, Place } from "./book";

/** A cell with a formula. */
export interface FormulaCell {
  readonly place: Place;
  readonly formula: string;
}

const cellAt = (sheet: string, row: number, column: number): Place =>
  ({ sheet, area: { row, column, rows: 1, columns: 1 } });

/** Those of the workbook, or of one place. */
export function formulaCells(book: Book, within?: Place): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of book.workbook.getSheets()) {
    if (within && sheet.getSheetId() !== within.sheet) continue;
    sheet.getSheet().getCellMatrix().forValue((row, column, cell) => {
      if ((cell?.f == null && cell?.si == null) || (within && !covers(within.area, row, column))) return;
      const formula = book.engine.formula(sheet.getSheetName(), row, column);
      if (formula) found.push({ place: cellAt(sheet.getSheetId(), row, column), formula });
    });
  }
  return found;
}
