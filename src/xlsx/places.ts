import { MAX_COLUMNS } from "../formulas/addresses";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** One number for a cell, growing from left to right and from top to bottom. */
export function placeOf({ row, column }: Place): number {
  return row * MAX_COLUMNS + column;
}

export function cellAt(place: number): Place {
  return { row: Math.floor(place / MAX_COLUMNS), column: place % MAX_COLUMNS };
}
