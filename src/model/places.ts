import type { Area } from "../formulas/addresses";
import { doesVary, drawByDraw } from "./draws";
import type { CellPlace } from "./model";
import type { RangeReading } from "./references";
import { constant, type Evaluate, Grid, type Wide, wrongValue } from "./values";

/** What `@` takes: of a range the cell in the formula's own row or column, of an array the first value. */
export function implicitCell(wide: Wide, { row, column }: CellPlace): Wide {
  if (!(wide instanceof Grid) || wide.lanes.length === 1) return wide;
  const { place, rows, columns } = wide;
  if (!place) return wide.lanes[0]!;
  const down = rows === 1 ? 0 : row - place.row;
  const across = columns === 1 ? 0 : column - place.column;
  if (down < 0 || across < 0 || down >= rows || across >= columns) return wrongValue;
  return part(wide, down, across, 1, 1);
}

/** Some of a range, which stays a range. */
export function part(grid: Grid, row: number, column: number, rows: number, columns: number): Grid {
  const lanes = Array.from({ length: rows * columns }, (_, i) =>
    grid.lane(row + Math.floor(i / columns), column + (i % columns)));
  const { place } = grid;
  return new Grid(rows, columns, lanes, place && { ...place, row: place.row + row, column: place.column + column });
}

/** The smallest area that holds all of some ranges. */
export function around(ranges: readonly RangeReading[]): Area {
  const row = Math.min(...ranges.map(({ area }) => area.row));
  const column = Math.min(...ranges.map(({ area }) => area.column));
  return {
    row, column,
    rows: Math.max(...ranges.map(({ area }) => area.row + area.rows)) - row,
    columns: Math.max(...ranges.map(({ area }) => area.column + area.columns)) - column,
  };
}

/** `one:other` out of the range that holds both; undefined where a side is no range with a fixed place. */
export function bridged(one: Wide, other: Wide, whole: Grid): Grid | undefined {
  const [a, b] = [placed(one), placed(other)];
  if (!a || !b) return undefined;
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return part(whole, row - whole.place!.row, column - whole.place!.column, rows, columns);
}

const placed = (wide: Wide): Area | undefined =>
  wide instanceof Grid && wide.place ? { ...wide.place, rows: wide.rows, columns: wide.columns } : undefined;

type Build = (
  parts: readonly (Evaluate | undefined)[], place: CellPlace, whole: Area | undefined,
) => Evaluate;

const counting = (side: "rows" | "columns"): Build => ([range], _, whole) => {
  if (whole) return constant(whole[side]);
  return (block, scope) => {
    const found = range!(block, scope);
    return doesVary(found) && !(found instanceof Grid)
      ? drawByDraw([found], block, ([one]) => (one instanceof Grid ? one[side] : 1))
      : found instanceof Grid ? found[side] : 1;
  };
};

const numbering = (side: "row" | "column"): Build => ([range], place) => {
  if (!range) return constant(place[side] + 1);
  return (block, scope) => {
    const found = range(block, scope);
    if (!(found instanceof Grid) || !found.place) return wrongValue;
    const length = side === "row" ? found.rows : found.columns;
    const first = found.place[side] + 1;
    const lanes = Array.from({ length }, (_, i) => first + i);
    return length === 1 ? first : side === "row" ? new Grid(length, 1, lanes) : new Grid(1, length, lanes);
  };
};

/** Functions of where a range lies, not of what it holds. */
export const placeFunctions: Readonly<Record<string, Build>> = {
  ROWS: counting("rows"),
  COLUMNS: counting("columns"),
  ROW: numbering("row"),
  COLUMN: numbering("column"),
};
