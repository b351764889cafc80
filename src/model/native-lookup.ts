import { numberAt, overCells, whole } from "./aggregates";
import { asGrid, doesVary, drawByDraw, laneOf } from "./draws";
import type { Chapter, Lifted } from "./lifting";
import { matchesText } from "./matching";
import { part } from "./places";
import {
  type Block, Column, compared, type Given, Grid, isError, type Lane, notAvailable, type Value, type Wide,
  wrongReference, wrongValue,
} from "./values";

/** INDEX of a range stays a range: `A1:INDEX(…)` goes on from it. */
const indexed: Lifted = whole(([array, ...indices]) => {
  const grid = asGrid(array ?? null);
  const [first, second] = indices.map((arg) => numberAt(arg, 0));
  if (isError(first)) return first;
  if (isError(second)) return second;
  return cellsAt(grid, ...placesOf(grid, first as number, second as number | undefined));
}, (argument) => argument === 0);

/** Row and column, from 1; 0 for all. One number alone counts along a row or a column. */
function placesOf(grid: Grid, first: number, second: number | undefined): [row: number, column: number] {
  if (second !== undefined) return [Math.trunc(first), Math.trunc(second)];
  if (grid.rows === 1 && grid.columns > 1) return [1, Math.trunc(first)];
  return [Math.trunc(first), grid.columns === 1 ? 1 : 0];
}

function cellsAt(grid: Grid, row: number, column: number): Wide {
  if (row < 0 || column < 0) return wrongValue;
  if (row > grid.rows || column > grid.columns) return beyond(grid, row, column);
  const [rows, columns] = [row === 0 ? grid.rows : 1, column === 0 ? grid.columns : 1];
  return part(grid, Math.max(0, row - 1), Math.max(0, column - 1), rows, columns);
}

/** A range may go on where nothing is used of its sheet. */
const beyond = (grid: Grid, row: number, column: number): Wide =>
  (grid.extent && row <= grid.extent.rows && column <= grid.extent.columns ? null : wrongReference);

/** One row and one column of each draw, from a rectangle that stands fast or not: the common case of a moving index. */
const index: Lifted = (args, block) => {
  const [array, row, column] = args;
  if (args.some((arg, i) => i > 0 && arg instanceof Grid && arg.lanes.length > 1)) {
    return overCells([1, 2], indexed)(args, block);
  }
  const moving = movingIndex(array, [row, column].map((arg) => (arg === undefined ? undefined : laneOf(arg))), block);
  return moving ?? indexed(args, block);
};

function movingIndex(array: Given, [row, column]: readonly (Lane | undefined)[], block: Block): Wide | undefined {
  if (!(array instanceof Grid) || !(row instanceof Column || column instanceof Column)) return undefined;
  const line = column === undefined && (array.columns === 1 || array.rows === 1);
  if (!line || !(row instanceof Column) || row.others || !array.lanes.every((lane) => typeof lane === "number")) return undefined;
  const out = block.take();
  for (let draw = 0; draw < block.size; draw++) {
    const at = Math.trunc(row.numbers[draw]!);
    if (at < 1 || at > array.lanes.length) return undefined;
    out[draw] = array.lanes[at - 1] as number;
  }
  return new Column(out);
}

const sameKind = (one: Value, other: Value): boolean => typeof one === typeof other && !isError(one);

type Matches = (value: Value) => boolean;

const isEqual = (wanted: Value): Matches => (value) => sameKind(value, wanted) && compared(value, wanted) === 0;

const matching = (wanted: Value, wild: boolean): Matches =>
  wild && typeof wanted === "string" && /[*?~]/.test(wanted) ? matchesText(wanted) : isEqual(wanted);

/** Excel's bisection: the last that is not above in a list in ascending order; -1 where all are. */
function lastNotAbove(values: readonly Value[], wanted: Value, sign: 1 | -1 = 1): number {
  let [low, high, found] = [0, values.length - 1, -1];
  while (low <= high) {
    const middle = comparableFrom(values, wanted, (low + high) >> 1, high);
    if (middle > high || sign * compared(values[middle]!, wanted) > 0) high = ((low + high) >> 1) - 1;
    else [found, low] = [middle, middle + 1];
  }
  return found;
}

/** Cells of another kind than what is looked up are passed over. */
function comparableFrom(values: readonly Value[], wanted: Value, from: number, last: number): number {
  let at = from;
  while (at <= last && !sameKind(values[at]!, wanted)) at++;
  return at;
}

const wantedOf = (arg: Given): Value => {
  const value = laneOf(arg) as Value;
  return value === null ? 0 : value;
};

function matched(wanted: Value, values: readonly Value[], kind: number): number | Value {
  if (isError(wanted)) return wanted;
  const at = kind === 0 ? values.findIndex(matching(wanted, true)) : lastNotAbove(values, wanted, kind > 0 ? 1 : -1);
  return at < 0 ? notAvailable : at + 1;
}

const match: Lifted = overCells([0], whole((args) => {
  const [wanted, range, kind] = args;
  const order = numberAt(kind, args.length > 2 ? 0 : 1);
  if (isError(order)) return order;
  const { rows, columns, lanes } = asGrid(range ?? null);
  return rows > 1 && columns > 1 ? notAvailable : matched(wantedOf(wanted), lanes as Value[], order as number);
}));

const isApproximate = (args: readonly Given[]): boolean => {
  if (args.length < 4) return true;
  const value = laneOf(args[3]);
  return value !== false && value !== 0 && value !== null;
};

const firstLine = (down: boolean) => {
  const known = new WeakMap<Grid, readonly Value[]>();
  return (grid: Grid): readonly Value[] => {
    let keys = known.get(grid);
    if (keys) return keys;
    const lanes = grid.lanes as readonly Value[];
    keys = down ? lanes.filter((_, i) => i % grid.columns === 0) : lanes.slice(0, grid.columns);
    known.set(grid, keys);
    return keys;
  };
};

/** A table that stands fast is looked into in every draw. */
const [downKeys, acrossKeys] = [firstLine(true), firstLine(false)];

/** VLOOKUP down the first column, HLOOKUP along the first row. */
const tableLookup = (down: boolean): Lifted => overCells([0, 2], whole((args) => {
  const [wanted, table, place] = args;
  const grid = asGrid(table ?? null);
  const at = numberAt(place, 1);
  if (isError(at)) return at;
  const offset = Math.trunc(at as number);
  if (offset < 1) return wrongValue;
  if (offset > (down ? grid.columns : grid.rows)) return wrongReference;
  const found = matched(wantedOf(wanted), (down ? downKeys : acrossKeys)(grid), isApproximate(args) ? 1 : 0);
  if (typeof found !== "number") return found;
  return down ? grid.lane(found - 1, offset - 1) : grid.lane(offset - 1, found - 1);
}));

/** The first or the last line of a rectangle along its longer side. */
function longLine(grid: Grid, across: boolean, last: boolean): Lane[] {
  const at = last ? (across ? grid.rows : grid.columns) - 1 : 0;
  return grid.lanes.filter((_, i) => (across ? Math.floor(i / grid.columns) : i % grid.columns) === at);
}

const lookup: Lifted = overCells([0], whole(([wanted, range, results]) => {
  const keys = asGrid(range ?? null);
  const across = keys.columns > keys.rows;
  const found = matched(wantedOf(wanted), longLine(keys, across, false) as Value[], 1);
  if (typeof found !== "number") return found;
  const given = results === undefined ? longLine(keys, across, true) : asGrid(results).lanes;
  return given[found - 1] ?? notAvailable;
}, (argument) => argument === 2));

/** The place of a value by XMATCH's rules; -1 where there is none. */
function sought(wanted: Value, values: readonly Value[], kind: number, direction: number): number {
  if (Math.abs(direction) === 2) return bisected(wanted, values, kind, direction > 0 ? 1 : -1);
  const test = matching(wanted, kind === 2);
  const exact = direction < 0 ? values.findLastIndex(test) : values.findIndex(test);
  return exact >= 0 || Math.abs(kind) !== 1 ? exact : nearest(wanted, values, kind, direction);
}

function nearest(wanted: Value, values: readonly Value[], kind: number, direction: number): number {
  let best = -1;
  values.forEach((value, i) => {
    if (!sameKind(value, wanted) || compared(value, wanted) * kind < 0) return;
    const order = best < 0 ? -1 : compared(value, values[best]!) * kind;
    if (order < 0 || (order === 0 && direction < 0)) best = i;
  });
  return best;
}

function bisected(wanted: Value, values: readonly Value[], kind: number, sign: 1 | -1): number {
  const at = lastNotAbove(values, wanted, sign);
  if (at >= 0 && compared(values[at]!, wanted) === 0) return at;
  if (kind === 0 || kind === 2) return -1;
  const next = at + 1 < values.length ? at + 1 : -1;
  return kind === sign ? next : at;
}

const modes = (args: readonly Given[]): readonly [number, number] | Value => {
  const [kind, direction] = [numberAt(args[0], 0), numberAt(args[1], 1)];
  if (isError(kind)) return kind;
  return isError(direction) ? direction : [kind as number, direction as number];
};

const xmatch: Lifted = overCells([0], whole(([wanted, range, ...rest]) => {
  const value = wantedOf(wanted);
  const found = modes(rest);
  if (isError(value)) return value;
  if (!Array.isArray(found)) return found as Value;
  const at = sought(value, asGrid(range ?? null).lanes as Value[], found[0], found[1]);
  return at < 0 ? notAvailable : at + 1;
}));

const xlookupOne: Lifted = whole(([wanted, range, results, otherwise, ...rest]) => {
  const value = laneOf(wanted) as Value;
  const found = modes(rest);
  if (isError(value)) return value;
  if (!Array.isArray(found)) return found as Value;
  const keys = asGrid(range ?? null);
  const given = asGrid(results ?? null);
  const at = sought(value, keys.lanes as Value[], found[0], found[1]);
  if (at < 0) return otherwise ?? notAvailable;
  const down = keys.columns === 1 && (keys.rows > 1 || given.rows === 1);
  if ((down ? given.rows : given.columns) !== keys.lanes.length) return wrongValue;
  return down ? part(given, at, 0, 1, given.columns) : part(given, 0, at, given.rows, 1);
}, (argument) => argument === 2 || argument === 3);

/** Of many values to look up each gives one cell. */
const xlookup: Lifted = (args, block) =>
  args[0] instanceof Grid && args[0].lanes.length > 1 ? overCells([0], xlookupOne)(args, block)
    : doesVary(args[0]) && !(args[0] instanceof Column) && !(args[0] instanceof Grid) ? drawByDraw(args, block, xlookup)
      : xlookupOne(args, block);

export const lookups: Chapter = {
  INDEX: { least: 2, most: 3, calculate: index },
  MATCH: { least: 2, most: 3, calculate: match },
  VLOOKUP: { least: 3, most: 4, calculate: tableLookup(true) },
  HLOOKUP: { least: 3, most: 4, calculate: tableLookup(false) },
  LOOKUP: { least: 2, most: 3, calculate: lookup },
  XLOOKUP: { least: 3, most: 6, calculate: xlookup },
  XMATCH: { least: 2, most: 4, calculate: xmatch },
};
