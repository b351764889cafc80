import { forAllDraws, numbersAmong, ofAll, type NumberLanes, valuesIn, whole } from "./aggregates";
import { asGrid } from "./draws";
import type { Chapter, Lifted, NativeFunction } from "./lifting";
import { sum } from "../maths/sum";
import {
  type Block, Column, dividedByZero, finite, type Given, Grid, isError, type Lane, numberOf, type Value, wrongValue,
} from "./values";

/** Starts every draw with one number and takes the columns in, one by one. */
function folded(
  { columns }: NumberLanes, start: number, block: Block, take: (into: Float64Array, column: Float64Array) => void,
): Float64Array {
  const into = block.take().fill(start);
  for (const column of columns) take(into, column);
  return into;
}

const addTo = (into: Float64Array, column: Float64Array): void => {
  for (let i = 0; i < into.length; i++) into[i]! += column[i]!;
};

const addSquareTo = (into: Float64Array, column: Float64Array): void => {
  for (let i = 0; i < into.length; i++) into[i]! += column[i]! * column[i]!;
};

const multiplyInto = (into: Float64Array, column: Float64Array): void => {
  for (let i = 0; i < into.length; i++) into[i]! *= column[i]!;
};

const lowerTo = (into: Float64Array, column: Float64Array): void => {
  for (let i = 0; i < into.length; i++) if (column[i]! < into[i]!) into[i] = column[i]!;
};

const raiseTo = (into: Float64Array, column: Float64Array): void => {
  for (let i = 0; i < into.length; i++) if (column[i]! > into[i]!) into[i] = column[i]!;
};

/** A column if every number in it is finite. */
function plainColumn(numbers: Float64Array): Column | undefined {
  let wrong = 0;
  for (let i = 0; i < numbers.length; i++) wrong += numbers[i]! * 0;
  return wrong === 0 ? new Column(numbers) : undefined;
}

const squares = (numbers: readonly number[]): number => sum(numbers.map((number) => number * number));
const times = (numbers: readonly number[]): number => numbers.reduce((all, number) => all * number, 1);
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Infinity);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), -Infinity);
const orZero = (number: number): number => (Number.isFinite(number) ? number : 0);

export const summed: Lifted = forAllDraws(
  (lanes, block) => plainColumn(folded(lanes, sum(lanes.fixed), block, addTo)),
  ofAll((numbers) => finite(sum(numbers))),
);

export const averaged: Lifted = forAllDraws((lanes, block) => {
  const total = folded(lanes, sum(lanes.fixed), block, addTo);
  const count = lanes.fixed.length + lanes.columns.length;
  for (let i = 0; i < total.length; i++) total[i]! /= count;
  return plainColumn(total);
}, ofAll((numbers) => (numbers.length === 0 ? dividedByZero : finite(sum(numbers) / numbers.length))));

export const smallest: Lifted = forAllDraws(
  (lanes, block) => plainColumn(folded(lanes, least(lanes.fixed), block, lowerTo)),
  ofAll((numbers) => orZero(least(numbers))),
);

export const largest: Lifted = forAllDraws(
  (lanes, block) => plainColumn(folded(lanes, most(lanes.fixed), block, raiseTo)),
  ofAll((numbers) => orZero(most(numbers))),
);

const multiplied: Lifted = forAllDraws(
  (lanes, block) => plainColumn(folded(lanes, times(lanes.fixed), block, multiplyInto)),
  ofAll((numbers) => (numbers.length === 0 ? 0 : finite(times(numbers)))),
);

const squared: Lifted = forAllDraws(
  (lanes, block) => plainColumn(folded(lanes, squares(lanes.fixed), block, addSquareTo)),
  ofAll((numbers) => finite(squares(numbers))),
);

const countable = (value: Value): boolean => typeof value === "number";

const counted: Lifted = whole((args) =>
  args.reduce<number>((count, arg) => count + (arg instanceof Grid
    ? valuesIn(arg).filter(countable).length
    : Number(arg === undefined || !isError(numberOf(arg as Value)))), 0));

const filled: Lifted = whole((args) =>
  args.reduce<number>((count, arg) => count + (arg instanceof Grid
    ? valuesIn(arg).filter((value) => value !== null).length : 1), 0));

const blank: Lifted = whole(([range]) =>
  valuesIn(range).filter((value) => value === null || value === "").length);

/** AVERAGEA and its like: texts in a range count as 0, TRUE as 1. */
const withTexts = (calculate: Lifted): Lifted => whole((args, block) =>
  calculate(args.map((arg) => (arg instanceof Grid ? counting(arg) : arg)), block));

const counting = ({ rows, columns, lanes }: Grid): Grid =>
  new Grid(rows, columns, lanes.map((value) =>
    typeof value === "boolean" ? Number(value) : typeof value === "string" ? 0 : value));

/** Products of cells in the same place, summed; what is no number counts as 0. */
const sumProduct: Lifted = (args, block) => {
  const grids = args.map((arg) => asGrid(arg ?? null));
  return productColumn(grids, block) ?? slowSumProduct(args, block);
};

const sameSize = ([first, ...others]: readonly Grid[]): boolean =>
  others.every(({ rows, columns }) => rows === first!.rows && columns === first!.columns);

const slowSumProduct: Lifted = whole((args) => {
  const grids = args.map((arg) => asGrid(arg ?? null));
  if (!sameSize(grids)) return wrongValue;
  let total = 0;
  for (let i = 0; i < grids[0]!.lanes.length; i++) {
    let product = 1;
    for (const { lanes } of grids) {
      const value = lanes[i] as Value;
      if (isError(value)) return value;
      product *= typeof value === "number" ? value : 0;
    }
    total += product;
  }
  return finite(total);
});

function productColumn(grids: readonly Grid[], block: Block): Lane | undefined {
  if (!grids.some(({ varies }) => varies) || !sameSize(grids)) return undefined;
  const total = block.take().fill(0);
  for (let i = 0; i < grids[0]!.lanes.length; i++) {
    if (!addProduct(grids.map(({ lanes }) => lanes[i]!), total, block)) return undefined;
  }
  return plainColumn(total);
}

function addProduct(lanes: readonly Lane[], total: Float64Array, block: Block): boolean {
  let fixed = 1;
  const columns: Float64Array[] = [];
  for (const lane of lanes) {
    if (isError(lane)) return false;
    if (!(lane instanceof Column)) fixed *= typeof lane === "number" ? lane : 0;
    else if (lane.others) return false;
    else if (lane.logical) fixed = 0;
    else columns.push(lane.numbers);
  }
  const [one, other, ...more] = columns;
  if (!one) addFixed(total, fixed);
  else if (!other) for (let i = 0; i < total.length; i++) total[i]! += fixed * one[i]!;
  else {
    const product = folded({ fixed: [], columns: [other, ...more] }, fixed, block, multiplyInto);
    for (let i = 0; i < total.length; i++) total[i]! += one[i]! * product[i]!;
  }
  return true;
}

function addFixed(total: Float64Array, fixed: number): void {
  for (let i = 0; i < total.length; i++) total[i]! += fixed;
}

/** Over pairs of numbers in the same place of two ranges. */
const ofPairs = (each: (x: number, y: number) => number): Lifted => whole(([one, other]) => {
  const [xs, ys] = [valuesIn(one), valuesIn(other)];
  if (xs.length !== ys.length) return wrongValue;
  let total = 0;
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    if (isError(x)) return x;
    if (isError(y)) return y;
    if (typeof x === "number" && typeof y === "number") total += each(x, y);
  }
  return finite(total);
});

const many = (calculate: Lifted): NativeFunction => ({ least: 1, most: 255, calculate });
const pair = (each: (x: number, y: number) => number): NativeFunction =>
  ({ least: 2, most: 2, calculate: ofPairs(each) });

const greatest = (args: readonly Given[], combine: (a: number, b: number) => number): Value => {
  const numbers = numbersAmong(args);
  if (isError(numbers)) return numbers;
  const wholes = numbers.map(Math.trunc);
  return wholes.some((number) => number < 0) ? wrongValue : finite(wholes.reduce(combine));
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
const multiple = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / divisor(a, b)) * b);

export const sums: Chapter = {
  SUM: many(summed),
  AVERAGE: many(averaged),
  MIN: many(smallest),
  MAX: many(largest),
  PRODUCT: many(multiplied),
  SUMSQ: many(squared),
  COUNT: many(counted),
  COUNTA: many(filled),
  COUNTBLANK: { least: 1, most: 1, calculate: blank },
  AVERAGEA: many(withTexts(averaged)),
  MINA: many(withTexts(smallest)),
  MAXA: many(withTexts(largest)),
  SUMPRODUCT: many(sumProduct),
  SUMXMY2: pair((x, y) => (x - y) ** 2),
  SUMX2MY2: pair((x, y) => x * x - y * y),
  SUMX2PY2: pair((x, y) => x * x + y * y),
  GCD: many(whole((args) => greatest(args, divisor))),
  LCM: many(whole((args) => greatest(args, multiple))),
};
