import { type Area, MAX_COLUMNS } from "../formulas/addresses";
import type { Place } from "./places";

/** Those of the places that lie in any of the areas. Goes down the rows once: a sheet can have many of both. */
export function coveredPlaces<P extends Place>(places: readonly P[], areas: readonly Area[]): ReadonlySet<P> {
  const found = new Set<P>();
  if (areas.length === 0) return found;
  const beginning = [...areas].sort((one, other) => other.row - one.row);
  const ending = [...areas].sort((one, other) => below(other) - below(one));
  const depth = new Int32Array(MAX_COLUMNS + 1);
  const pass = (list: Area[], edge: (area: Area) => number, row: number, step: 1 | -1): void => {
    while (list.length > 0 && edge(list.at(-1)!) <= row) deepen(depth, list.pop()!, step);
  };
  for (const place of [...places].sort((one, other) => one.row - other.row)) {
    pass(beginning, ({ row }) => row, place.row, 1);
    pass(ending, below, place.row, -1);
    if (depth[place.column]! > 0) found.add(place);
  }
  return found;
}

const below = ({ row, rows }: Area): number => row + rows;

function deepen(depth: Int32Array, { column, columns }: Area, step: 1 | -1): void {
  for (let at = column; at < column + columns; at++) depth[at]! += step;
}
