import { asGrid, doesVary, drawByDraw, laneOf } from "./draws";
import type { Chapter, Lifted, NativeFunction } from "./lifting";
import {
  type Block, type Given, Grid, isError, Lambda, type Lane, noResult, notAvailable, numberOf, Ragged, type Value,
  type Wide, wrongValue,
} from "./values";

type Applied = (args: readonly Given[], lambda: Lambda, block: Block) => Wide;

/** A function whose last argument is a LAMBDA; lists whose length varies are taken draw by draw. */
const applying = (calculate: Applied): Lifted => {
  const lift: Lifted = (args, block) => {
    const lambda = args.at(-1);
    if (!(lambda instanceof Lambda)) return wrongValue;
    const given = args.slice(0, -1);
    if (given.some((arg) => arg instanceof Ragged)) return drawByDraw(args, block, lift);
    return calculate(given, lambda, block);
  };
  return lift;
};

/** Of what a LAMBDA gives for one cell there must be one value. */
function single(result: Wide, block: Block): Lane {
  if (result instanceof Grid && result.lanes.length > 1) return noResult;
  if (!(result instanceof Ragged)) return laneOf(result);
  return laneOf(drawByDraw([result], block, ([one]) => (one instanceof Grid ? noResult : one!)));
}

const mapped: Applied = (args, lambda, block) => {
  const grids = args.map((arg) => asGrid(arg ?? null));
  const rows = Math.max(...grids.map((grid) => grid.rows));
  const columns = Math.max(...grids.map((grid) => grid.columns));
  return new Grid(rows, columns, Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const cells = grids.map((grid) =>
      (row < grid.rows && column < grid.columns ? grid.lane(row, column) : notAvailable));
    return single(lambda.apply(cells, block), block);
  }));
};

const row = (grid: Grid, at: number): Grid =>
  new Grid(1, grid.columns, grid.lanes.slice(at * grid.columns, (at + 1) * grid.columns));

const column = (grid: Grid, at: number): Grid =>
  new Grid(grid.rows, 1, Array.from({ length: grid.rows }, (_, i) => grid.lane(i, at)));

const byRow: Applied = ([array], lambda, block) => {
  const grid = asGrid(array ?? null);
  return new Grid(grid.rows, 1, Array.from({ length: grid.rows }, (_, i) =>
    single(lambda.apply([row(grid, i)], block), block)));
};

const byColumn: Applied = ([array], lambda, block) => {
  const grid = asGrid(array ?? null);
  return new Grid(1, grid.columns, Array.from({ length: grid.columns }, (_, i) =>
    single(lambda.apply([column(grid, i)], block), block)));
};

const reduced: Applied = ([start, array], lambda, block) => {
  let total: Wide = start ?? null;
  for (const lane of asGrid(array ?? null).lanes) total = lambda.apply([total, lane], block);
  return total;
};

const scanned: Applied = ([start, array], lambda, block) => {
  const grid = asGrid(array ?? null);
  let total: Lane = laneOf(start);
  const lanes = grid.lanes.map((lane) => (total = single(lambda.apply([total, lane], block), block)));
  return new Grid(grid.rows, grid.columns, lanes);
};

const made: Applied = (args, lambda, block) => {
  if (args.some(doesVary)) return drawByDraw([...args, lambda], block, applying(made));
  const [rows, columns] = args.map((arg) => numberOf(laneOf(arg) as Value));
  if (isError(rows)) return rows;
  if (isError(columns)) return columns;
  const [down, across] = [Math.trunc(rows!), Math.trunc(columns!)];
  if (down < 1 || across < 1) return wrongValue;
  return new Grid(down, across, Array.from({ length: down * across }, (_, i) =>
    single(lambda.apply([Math.floor(i / across) + 1, (i % across) + 1], block), block)));
};

const of = (least: number, most: number, calculate: Applied): NativeFunction =>
  ({ least, most, calculate: applying(calculate) });

export const lambdas: Chapter = {
  MAP: of(2, 254, mapped),
  BYROW: of(2, 2, byRow),
  BYCOL: of(2, 2, byColumn),
  REDUCE: of(3, 3, reduced),
  SCAN: of(3, 3, scanned),
  MAKEARRAY: of(3, 3, made),
};
