import { cellAddress, parseArea } from "../formulas/addresses";
import type { CellPlace } from "../model";
import type { Place } from "./places";

/** The cells of a place, row by row. */
export function cellsOf({ sheet, address }: Place): CellPlace[] {
  const area = parseArea(address);
  if (!area) return [];
  return Array.from({ length: area.rows * area.columns }, (_, i) => ({
    sheet,
    row: area.row + Math.floor(i / area.columns),
    column: area.column + (i % area.columns),
  }));
}

export const placeOf = ({ sheet, row, column }: CellPlace): Place => ({ sheet, address: cellAddress(row, column) });

/** The cell itself, for reading and writing. */
export const rangeOf = (context: Excel.RequestContext, { sheet, row, column }: CellPlace): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getCell(row, column);
