import { denseKernel } from "./dense-kernel";
import { asItIs, plainElimination, subtractRow, type Elimination, type Factored } from "./elimination";
import type { Matrix } from "./matrix";

export type { Factored } from "./elimination";

/** Sizes for which it pays to hand a matrix to the kernel, and for which its memory lasts. */
const [least, most] = [16, 4096];

const eliminationFor = (n: number): Elimination =>
  (n >= least && n <= most && denseKernel()) || plainElimination;

/** The factors of a square matrix, or of what is written of it; undefined where that is singular: a pivot is 0. */
export const factored = (square: Matrix, write = asItIs): Factored | undefined =>
  eliminationFor(square.rows).factored(square, write);

/** M⁻¹ of a square matrix, or of what is written of it; undefined where that is singular. */
export const inverse = (square: Matrix, write = asItIs): Matrix | undefined =>
  eliminationFor(square.rows).inverted(square, write);

/** x of M·x = b. */
export function solved(system: Factored, b: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const x = Float64Array.from({ length: system.n }, (_, i) => b[system.order[i]!]!);
  forward(system, x, 0);
  backward(system, x, 0);
  return x;
}

/** y of y·M = c: one row of what the inverse would give, in n² multiplications. */
export function solvedAcross(
  { n, size, lu, order }: Factored, c: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  const y = Float64Array.from({ length: n }, (_, i) => c[i]!);
  for (let i = 0; i < n; i++) {
    y[i]! /= lu[i * size + i]!;
    subtractRow(y, 0, y[i]!, lu, i * size, i + 1, n);
  }
  for (let i = n - 1; i > 0; i--) subtractRow(y, 0, y[i]!, lu, i * size, 0, i);
  const result = new Float64Array(n);
  for (let i = 0; i < n; i++) result[order[i]!] = y[i]!;
  return result;
}

/** One number on the diagonal of M⁻¹, without the rest. */
export function inverseDiagonal(system: Factored, at: number): number {
  const x = new Float64Array(system.n);
  const place = system.order.indexOf(at);
  x[place] = 1;
  forward(system, x, place);
  backward(system, x, at);
  return x[at]!;
}

/** Undoes L for a vector that is 0 before `first`. */
function forward({ n, size, lu }: Factored, x: Float64Array, first: number): void {
  for (let i = first + 1; i < n; i++) x[i]! -= dot(lu, i * size, x, first, i);
}

/** Undoes U down to `last`. */
function backward({ n, size, lu }: Factored, x: Float64Array, last: number): void {
  for (let i = n - 1; i >= last; i--) x[i] = (x[i]! - dot(lu, i * size, x, i + 1, n)) / lu[i * size + i]!;
}

/** Four sums at once, so that none waits for another. */
function dot(row: Float64Array, at: number, x: Float64Array, from: number, to: number): number {
  let one = 0, two = 0, three = 0, four = 0;
  let k = from;
  for (; k + 3 < to; k += 4) {
    one += row[at + k]! * x[k]!;
    two += row[at + k + 1]! * x[k + 1]!;
    three += row[at + k + 2]! * x[k + 2]!;
    four += row[at + k + 3]! * x[k + 3]!;
  }
  for (; k < to; k++) one += row[at + k]! * x[k]!;
  return one + two + (three + four);
}
