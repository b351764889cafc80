import { valuesIn, whole } from "./aggregates";
import { asGrid, laneOf } from "./draws";
import { type Chapter, type Lifted, type NativeFunction } from "./lifting";
import { part } from "./places";
import {
  compared, type Given, Grid, isError, type Lane, noResult, notAvailable, numberOf, textOf, truthOf,
  type Value, type Wide, wrongNumber, wrongValue,
} from "./values";

const numberAt = (arg: Given, otherwise: number): number => {
  const number = arg === undefined ? otherwise : numberOf(laneOf(arg) as Value);
  return isError(number) ? NaN : Math.trunc(number);
};

const truthAt = (arg: Given): boolean => arg !== undefined && truthOf(laneOf(arg) as Value) === true;

const rowsOf = (grid: Grid): Lane[][] =>
  Array.from({ length: grid.rows }, (_, i) => grid.lanes.slice(i * grid.columns, (i + 1) * grid.columns));

const gridOf = (rows: readonly (readonly Lane[])[]): Wide =>
  rows.length === 0 || rows[0]!.length === 0 ? noResult : new Grid(rows.length, rows[0]!.length, rows.flat());

const turned = ({ rows, columns, lanes }: Grid): Grid =>
  new Grid(columns, rows, lanes.map((_, i) => lanes[(i % rows) * columns + Math.floor(i / rows)]!));

/** Along columns what is told for rows. */
const alongColumns = (across: boolean, grid: Grid, change: (grid: Grid) => Wide): Wide => {
  if (!across) return change(grid);
  const result = change(turned(grid));
  return result instanceof Grid ? turned(result) : result;
};

const first = (argument: number): boolean => argument === 0;

/** A function that moves the cells of its first argument about. */
const moving = (change: (grid: Grid, rest: readonly Given[]) => Wide): Lifted =>
  whole(([array, ...rest]) => change(asGrid(array ?? null), rest), first);

const filtered = moving((grid, [include, otherwise]) => {
  const mask = asGrid(include ?? null);
  const across = mask.rows === 1 && mask.columns === grid.columns && grid.rows + mask.columns > 2;
  if (mask.lanes.length !== (across ? grid.columns : grid.rows)) return wrongValue;
  const verdicts = (mask.lanes as Value[]).map(truthOf);
  const fault = verdicts.find(isError);
  if (fault) return fault;
  const found = alongColumns(across, grid, (lines) => gridOf(rowsOf(lines).filter((_, i) => verdicts[i])));
  return found === noResult ? (otherwise ?? noResult) : found;
});

interface Key {
  readonly values: readonly Value[];
  readonly order: number;
}

/** The places of lines in the order of their keys; lines that are alike stay as they were. */
function sortedPlaces(count: number, keys: readonly Key[]): number[] {
  return Array.from({ length: count }, (_, i) => i).sort((a, b) => {
    for (const { values, order } of keys) {
      const difference = inOrder(values[a]!, values[b]!, order);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** Errors after all others, empty cells last whichever way. */
function inOrder(one: Value, other: Value, order: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (isError(one) || isError(other)) return (Number(isError(one)) - Number(isError(other))) * order;
  return compared(one, other) * order;
}

const sorted = whole(([array, index, order, across]) => {
  const orders = valuesIn(order ?? 1).map((value) => Number(value));
  const places = valuesIn(index ?? 1).map((value) => Math.trunc(Number(value)) - 1);
  if (orders.some((each) => Math.abs(each) !== 1)) return wrongValue;
  return alongColumns(truthAt(across), asGrid(array ?? null), (grid) => {
    if (places.some((place) => !(place >= 0 && place < grid.columns))) return wrongValue;
    const rows = rowsOf(grid);
    const keys = places.map((place, i) =>
      ({ values: rows.map((row) => row[place] as Value), order: orders[i] ?? orders[0]! }));
    return gridOf(sortedPlaces(rows.length, keys).map((row) => rows[row]!));
  });
});

const sortedBy = moving((grid, rest) => {
  const keys: Key[] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const order = rest[i + 1] === undefined ? 1 : Number(laneOf(rest[i + 1]));
    keys.push({ values: valuesIn(rest[i]), order });
  }
  const across = keys[0]!.values.length === grid.columns && grid.rows === 1;
  const count = across ? grid.columns : grid.rows;
  if (keys.some(({ values, order }) => values.length !== count || Math.abs(order) !== 1)) return wrongValue;
  return alongColumns(across, grid, (lines) => {
    const rows = rowsOf(lines);
    return gridOf(sortedPlaces(count, keys).map((row) => rows[row]!));
  });
});

const identity = (row: readonly Lane[]): string =>
  row.map((value) => `${typeof value} ${isError(value) ? value.code : String(value).toLowerCase()}`).join("\n");

const unique = whole(([array, across, once]) => alongColumns(truthAt(across), asGrid(array ?? null), (grid) => {
  const rows = rowsOf(grid);
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(identity(row), (counts.get(identity(row)) ?? 0) + 1);
  const kept = truthAt(once)
    ? rows.filter((row) => counts.get(identity(row)) === 1)
    : rows.filter((row) => counts.delete(identity(row)));
  return gridOf(kept);
}));

const sequence = whole(([rows, columns, start, step]) => {
  const [down, across] = [numberAt(rows, 1), numberAt(columns, 1)];
  const [from, by] = [start, step].map((arg) => (arg === undefined ? 1 : numberOf(laneOf(arg) as Value)));
  if (isError(from)) return from;
  if (isError(by)) return by;
  if (!(down >= 1 && across >= 1)) return wrongValue;
  return new Grid(down, across, Array.from({ length: down * across }, (_, i) => from! + i * by!));
});

/** The lines that TAKE keeps and DROP leaves; a negative count is from the end. */
function taken(length: number, count: number | undefined): [from: number, to: number] {
  if (count === undefined) return [0, length];
  return count >= 0 ? [0, Math.min(length, count)] : [Math.max(0, length + count), length];
}

function left(length: number, count: number | undefined): [from: number, to: number] {
  if (count === undefined) return [0, length];
  return count >= 0 ? [Math.min(length, count), length] : [0, Math.max(0, length + count)];
}

const cutting = (span: typeof taken): Lifted => moving((grid, [rows, columns]) => {
  const [down, across] = [rows, columns].map((arg) => (arg === undefined ? undefined : numberAt(arg, 0)));
  const [top, bottom] = span(grid.rows, down);
  const [from, to] = span(grid.columns, across);
  return bottom <= top || to <= from ? noResult : part(grid, top, from, bottom - top, to - from);
});

const stacked = (across: boolean): Lifted => whole((args) => {
  const grids = args.map((arg) => (across ? turned(asGrid(arg ?? null)) : asGrid(arg ?? null)));
  const columns = Math.max(...grids.map((grid) => grid.columns));
  const rows = grids.flatMap((grid) => rowsOf(grid).map((row) =>
    [...row, ...new Array<Lane>(columns - row.length).fill(notAvailable)]));
  const result = gridOf(rows);
  return across && result instanceof Grid ? turned(result) : result;
}, () => true);

const choosing = (across: boolean): Lifted => moving((grid, rest) => alongColumns(across, grid, (lines) => {
  const rows = rowsOf(lines);
  const places = rest.flatMap((arg) => valuesIn(arg)).map((value) => Math.trunc(Number(value)));
  if (places.some((place) => !(Math.abs(place) >= 1 && Math.abs(place) <= rows.length))) return wrongValue;
  return gridOf(places.map((place) => rows.at(place > 0 ? place - 1 : place)!));
}));

/** All cells in one line; 1 leaves out empty cells, 2 errors, 3 both. */
const inLine = (across: boolean): Lifted => moving((grid, [ignore, byColumn]) => {
  const skip = numberAt(ignore, 0);
  const lanes = (truthAt(byColumn) ? turned(grid) : grid).lanes.filter((value) =>
    !((skip & 1) !== 0 && value === null) && !((skip & 2) !== 0 && isError(value)));
  if (lanes.length === 0) return noResult;
  return across ? new Grid(1, lanes.length, lanes) : new Grid(lanes.length, 1, lanes);
});

const wrapped = (across: boolean): Lifted => moving((grid, [count, pad]) => {
  const size = numberAt(count, 0);
  if (!(size >= 1)) return wrongNumber;
  if (grid.rows > 1 && grid.columns > 1) return wrongValue;
  const lines = Math.ceil(grid.lanes.length / size);
  const padding = new Array<Lane>(lines * size - grid.lanes.length).fill(laneOf(pad ?? notAvailable));
  const lanes = [...grid.lanes, ...padding];
  const result = new Grid(lines, size, lanes);
  return across ? turned(result) : result;
});

const expanded = moving((grid, [rows, columns, pad]) => {
  const [down, across] = [numberAt(rows, grid.rows), numberAt(columns, grid.columns)];
  if (down < grid.rows || across < grid.columns) return wrongValue;
  return new Grid(down, across, Array.from({ length: down * across }, (_, i) => {
    const [row, column] = [Math.floor(i / across), i % across];
    return row < grid.rows && column < grid.columns ? grid.lane(row, column) : laneOf(pad ?? notAvailable);
  }));
});

const joinedTexts = (values: readonly Value[], delimiters: readonly Value[], skipEmpty: boolean): Value => {
  const kept = values.filter((value) => !skipEmpty || (value !== null && value !== ""));
  let text = "";
  for (const [i, value] of kept.entries()) {
    const [piece, delimiter] = [textOf(value), i === 0 ? "" : textOf(delimiters[(i - 1) % delimiters.length]!)];
    if (isError(piece)) return piece;
    if (isError(delimiter)) return delimiter;
    text += delimiter + piece;
  }
  return text.length > 32_767 ? wrongValue : text;
};

const concatenated = whole((args) => joinedTexts(args.flatMap((arg) => valuesIn(arg)), [""], false));

const textJoin = whole(([delimiter, skip, ...texts]) =>
  joinedTexts(texts.flatMap((arg) => valuesIn(arg)), valuesIn(delimiter ?? ""), skip === undefined || truthAt(skip)));

const of = (least: number, most: number, calculate: Lifted): NativeFunction => ({ least, most, calculate });

const transposed: Lifted = moving((grid) => turned(grid));

export const arrays: Chapter = {
  FILTER: of(2, 3, filtered),
  SORT: of(1, 4, sorted),
  SORTBY: of(2, 254, sortedBy),
  UNIQUE: of(1, 3, unique),
  SEQUENCE: of(1, 4, sequence),
  TAKE: of(2, 3, cutting(taken)),
  DROP: of(2, 3, cutting(left)),
  VSTACK: of(1, 254, stacked(false)),
  HSTACK: of(1, 254, stacked(true)),
  CHOOSEROWS: of(2, 254, choosing(false)),
  CHOOSECOLS: of(2, 254, choosing(true)),
  TOCOL: of(1, 3, inLine(false)),
  TOROW: of(1, 3, inLine(true)),
  WRAPROWS: of(2, 3, wrapped(false)),
  WRAPCOLS: of(2, 3, wrapped(true)),
  EXPAND: of(2, 4, expanded),
  TRANSPOSE: of(1, 1, transposed),
  CONCAT: of(1, 254, concatenated),
  CONCATENATE: of(1, 255, concatenated),
  TEXTJOIN: of(3, 254, textJoin),
};
