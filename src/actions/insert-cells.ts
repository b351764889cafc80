import { show, startOf, type Destination } from "./new-sheet";
import { blockAt, inTheWay, type Occupied, type Place } from "./places";
import { rememberBlank } from "./remember-blank";
import { changing, type Supports } from "./run";

export interface CellsToInsert {
  /** Formulas, labels and numbers, row by row. */
  readonly cells: readonly (readonly (string | number | boolean)[])[];
  /** Of each cell; as the cell has it unless told. */
  readonly formats?: readonly (readonly string[])[];
  /** How far the formula in the last column will spill, where it gives several cells. */
  readonly spill?: { readonly rows: number; readonly columns: number };
}

export interface Inserted {
  readonly kind: "inserted";
  readonly place: Place;
}

/** Writes formulas, alone or with labels; never over content, nor where a spill would meet some. */
export function insertCells(wanted: CellsToInsert, to: Destination, supports: Supports): Promise<Inserted | Occupied> {
  const { cells, spill = { rows: 1, columns: 1 } } = wanted;
  const columns = cells[0]!.length;
  return changing(supports, async (context, remember) => {
    const start = await startOf(context, to, remember);
    const whole = blockAt(start, Math.max(cells.length, spill.rows), columns - 1 + spill.columns);
    const occupied = await inTheWay(context, whole);
    if (occupied) return occupied;
    const place = blockAt(start, cells.length, columns);
    const range = context.workbook.worksheets.getItem(place.sheet).getRange(place.address);
    const formats = await rememberBlank(context, place, remember);
    range.numberFormat = wanted.formats?.map((row) => [...row]) ?? formats.map((row) => row.map(calculating));
    range.formulas = cells.map((row) => [...row]);
    await context.sync();
    await show(context, place, "newSheet" in to);
    return { kind: "inserted", place };
  });
}

/** In a cell formatted as text Excel would show the formula instead of its value. */
const calculating = (format: string): string => (format === "@" ? "General" : format);
