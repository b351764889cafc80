import { matrix, type Matrix } from "./matrix";

/**
 * P·M = L·U of a square matrix, by Gaussian elimination with partial pivoting (Golub & Van Loan, 3.4): the unit
 * lower and the upper triangle in one array, bordered by an identity so that rows and columns fill whole tiles.
 */
export interface Factored {
  readonly n: number;
  /** Rows and columns of `lu`. */
  readonly size: number;
  readonly lu: Float64Array;
  /** The row of M that stands in each row of L·U. */
  readonly order: Int32Array;
}

/** From the first number up to the second, without it. */
type Span = readonly [from: number, to: number];

/** Rows and columns of a product that are summed together, in registers. */
const tile = 4;

/** Columns eliminated together: the larger part of the work is then products of blocks. */
const block = 32;

/** Writes what is to be eliminated, made of a square matrix, to the start of rows that are `size` apart. */
export type Writing = (square: Matrix, into: Float64Array, size: number) => void;

/** How what is written of a matrix is factored and inverted; undefined where it is singular: a pivot is 0. */
export interface Elimination {
  readonly factored: (square: Matrix, write: Writing) => Factored | undefined;
  readonly inverted: (square: Matrix, write: Writing) => Matrix | undefined;
}

/** Whole tiles; rows that lie a multiple of 512 bytes apart would drive each other out of the processor's cache. */
export function borderedSize(n: number): number {
  const whole = Math.ceil(n / tile) * tile;
  return whole % 64 === 0 ? whole + tile : whole;
}

/** The matrix itself. */
export const asItIs: Writing = ({ rows: n, data }, into, size) => {
  for (let i = 0; i < n; i++) into.set(data.subarray(i * n, (i + 1) * n), i * size);
};

/** Writes a matrix into a larger one, with an identity beside it. */
export function border(square: Matrix, write: Writing, into: Float64Array, size: number): void {
  const n = square.rows;
  write(square, into, size);
  for (let i = 0; i < n; i++) into.fill(0, i * size + n, (i + 1) * size);
  into.fill(0, n * size);
  for (let i = n; i < size; i++) into[i * size + i] = 1;
}

/** In plain numbers, wherever JavaScript runs: n³/3 multiplications to factor, 2n³/3 more to invert. */
export const plainElimination: Elimination = {
  factored,
  inverted: (square, write) => {
    const system = factored(square, write);
    return system && inverse(system);
  },
};

function factored(square: Matrix, write: Writing): Factored | undefined {
  const size = borderedSize(square.rows);
  const lu = new Float64Array(size * size);
  border(square, write, lu, size);
  const order = Int32Array.from({ length: size }, (_, i) => i);
  for (let from = 0; from < size; from += block) {
    const to = Math.min(from + block, size);
    if (!eliminate(lu, order, size, [from, to])) return undefined;
    reduceBelow(lu, lu, size, [from, to], () => [to, size]);
    subtractProduct(lu, lu, lu, size, [to, size], [from, to], [to, size]);
  }
  return { n: square.rows, size, lu, order };
}

/** Eliminates some columns, in all rows below; false where no pivot is left. */
function eliminate(lu: Float64Array, order: Int32Array, size: number, [from, to]: Span): boolean {
  for (let j = from; j < to; j++) {
    const best = largestBelow(lu, size, j);
    const pivot = lu[best * size + j]!;
    if (!(Math.abs(pivot) > 0)) return false;
    if (best !== j) exchange(lu, order, size, j, best);
    for (let i = j + 1; i < size; i++) {
      const factor = (lu[i * size + j]! /= pivot);
      if (factor !== 0) subtractRow(lu, i * size, factor, lu, j * size, j + 1, to);
    }
  }
  return true;
}

function largestBelow(lu: Float64Array, size: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < size; i++) {
    if (Math.abs(lu[i * size + column]!) > Math.abs(lu[best * size + column]!)) best = i;
  }
  return best;
}

function exchange(lu: Float64Array, order: Int32Array, size: number, one: number, other: number): void {
  const row = lu.slice(one * size, (one + 1) * size);
  lu.copyWithin(one * size, other * size, (other + 1) * size);
  lu.set(row, other * size);
  [order[one], order[other]] = [order[other]!, order[one]!];
}

/** Takes the unit lower triangle of a block off the same rows of `into`, in the columns where a row is not 0. */
function reduceBelow(
  into: Float64Array, lu: Float64Array, size: number, [from, to]: Span, columns: (row: number) => Span,
): void {
  for (let i = from + 1; i < to; i++) {
    for (let k = from; k < i; k++) {
      const [first, end] = columns(k);
      subtractRow(into, i * size, lu[i * size + k]!, into, k * size, first, end);
    }
  }
}

/** into[at + j] −= factor · row[rowAt + j], from one column up to another. */
export function subtractRow(
  into: Float64Array, at: number, factor: number, row: Float64Array, rowAt: number, from: number, to: number,
): void {
  for (let j = from; j < to; j++) into[at + j]! -= factor * row[rowAt + j]!;
}

/** into[rows, columns] −= left[rows, inner] · right[inner, columns], whole tiles each. */
function subtractProduct(
  into: Float64Array, left: Float64Array, right: Float64Array, size: number,
  rows: Span, inner: Span, columns: Span,
): void {
  const strip = new Float64Array(tile * (inner[1] - inner[0]));
  for (let j = columns[0]; j < columns[1]; j += tile) {
    for (let k = inner[0], at = 0; k < inner[1]; k++) {
      for (let next = 0; next < tile; next++) strip[at++] = right[k * size + j + next]!;
    }
    for (let i = rows[0]; i < rows[1]; i += tile) {
      subtractTile(into, i * size + j, left, i * size + inner[0], strip, size);
    }
  }
}

/** 16 sums at once: each number read from memory is used four times, which is what makes blocks fast. */
function subtractTile(
  into: Float64Array, at: number, left: Float64Array, from: number, strip: Float64Array, size: number,
): void {
  const second = from + size, third = second + size, fourth = third + size;
  let a0 = 0, a1 = 0, a2 = 0, a3 = 0, b0 = 0, b1 = 0, b2 = 0, b3 = 0;
  let c0 = 0, c1 = 0, c2 = 0, c3 = 0, d0 = 0, d1 = 0, d2 = 0, d3 = 0;
  const sums = strip.length / tile;
  for (let k = 0, next = 0; k < sums; k++, next += tile) {
    const r0 = strip[next]!, r1 = strip[next + 1]!, r2 = strip[next + 2]!, r3 = strip[next + 3]!;
    const a = left[from + k]!;
    a0 += a * r0; a1 += a * r1; a2 += a * r2; a3 += a * r3;
    const b = left[second + k]!;
    b0 += b * r0; b1 += b * r1; b2 += b * r2; b3 += b * r3;
    const c = left[third + k]!;
    c0 += c * r0; c1 += c * r1; c2 += c * r2; c3 += c * r3;
    const d = left[fourth + k]!;
    d0 += d * r0; d1 += d * r1; d2 += d * r2; d3 += d * r3;
  }
  const row1 = at + size, row2 = row1 + size, row3 = row2 + size;
  into[at]! -= a0; into[at + 1]! -= a1; into[at + 2]! -= a2; into[at + 3]! -= a3;
  into[row1]! -= b0; into[row1 + 1]! -= b1; into[row1 + 2]! -= b2; into[row1 + 3]! -= b3;
  into[row2]! -= c0; into[row2 + 1]! -= c1; into[row2 + 2]! -= c2; into[row2 + 3]! -= c3;
  into[row3]! -= d0; into[row3 + 1]! -= d1; into[row3 + 2]! -= d2; into[row3 + 3]! -= d3;
}

function inverse({ n, size, lu, order }: Factored): Matrix {
  const whole = new Float64Array(size * size);
  for (let from = 0; from < size; from += block) {
    const to = Math.min(from + block, size);
    for (let i = from; i < to; i++) whole[i * size + i] = 1;
    for (let k = 0; k < from; k += block) {
      subtractProduct(whole, lu, whole, size, [from, to], [k, k + block], [0, k + block]);
    }
    reduceBelow(whole, lu, size, [from, to], (row) => [0, row + 1]);
  }
  for (let from = Math.floor((size - 1) / block) * block; from >= 0; from -= block) {
    const to = Math.min(from + block, size);
    subtractProduct(whole, lu, whole, size, [from, to], [to, size], [0, size]);
    for (let i = to - 1; i >= from; i--) divideUp(whole, lu, size, i, to);
  }
  const result = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) result.data[i * n + order[j]!] = whole[i * size + j]!;
  }
  return result;
}

function divideUp(whole: Float64Array, lu: Float64Array, size: number, row: number, to: number): void {
  const at = row * size;
  for (let k = row + 1; k < to; k++) subtractRow(whole, at, lu[at + k]!, whole, k * size, 0, size);
  for (let j = 0; j < size; j++) whole[at + j]! /= lu[at + row]!;
}
