import { cholesky } from "./cholesky";
import { dot } from "./correlation";
import { matrix, type Matrix } from "./matrix";
import { mean } from "./sample";

/**
 * Iman & Conover (1982): strata for each variable, counted from 0, in the order of normal scores that have exactly the
 * given correlations. The scores are random normal columns; they are used up.
 */
export function correlatedStrata(scores: readonly Float64Array[], correlations: Matrix): Uint32Array[] {
  correlate(scores, correlations);
  return scores.map(ranksOf);
}

/** Turns columns of random numbers, in place, until they have exactly the given correlations and means of 0. */
export function correlate(columns: readonly Float64Array[], correlations: Matrix): void {
  for (const column of columns) addTo(column, -mean(column));
  turn(columns, transformation(columns, correlations));
}

function addTo(column: Float64Array, step: number): void {
  for (let i = 0; i < column.length; i++) column[i]! += step;
}

/** S = P Q⁻¹ with P Pᵀ the wanted correlations and Q Qᵀ the products that the columns happen to have. */
function transformation(columns: readonly Float64Array[], correlations: Matrix): Matrix {
  const n = columns.length;
  const q = cholesky(products(columns))!.data;
  const p = cholesky(correlations)!.data;
  const s = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j >= 0; j--) {
      let rest = p[i * n + j]!;
      for (let k = j + 1; k <= i; k++) rest -= s.data[i * n + k]! * q[k * n + j]!;
      s.data[i * n + j] = rest / q[j * n + j]!;
    }
  }
  return s;
}

/** The lower triangle, which is all that its root needs. */
function products(columns: readonly Float64Array[]): Matrix {
  const n = columns.length;
  const found = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) found.data[i * n + j] = dot(columns[i]!, columns[j]!) / columns[i]!.length;
  }
  return found;
}

/**
 * Replaces the columns by s × columns for a lower triangle; the last first, since it needs those before it as they
 * were.
 */
export function turn(columns: readonly Float64Array[], { rows: n, data: s }: Matrix): void {
  for (let i = n - 1; i >= 0; i--) {
    const column = columns[i]!;
    const own = s[i * n + i]!;
    for (let at = 0; at < column.length; at++) column[at]! *= own;
    for (let k = 0; k < i; k++) if (s[i * n + k] !== 0) addTimes(column, columns[k]!, s[i * n + k]!);
  }
}

function addTimes(column: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < column.length; at++) column[at]! += factor * other[at]!;
}

const digit = 11;
const radix = 1 << digit;
const steps = 2 ** (2 * digit) - 1;

/**
 * The rank of each score, from 0, to a four-millionth of the way between the ends: scores closer than that stay as
 * they come, which moves no correlation. Two passes of a radix sort, the second straight into the ranks.
 */
function ranksOf(scores: Float64Array): Uint32Array {
  const count = scores.length;
  const keys = positions(scores);
  const [sorted, places, ranks] = [new Int32Array(count), new Uint32Array(count), new Uint32Array(count)];
  const lower = starts(keys, 0);
  for (let i = 0; i < count; i++) {
    const at = lower[keys[i]! & (radix - 1)]!++;
    sorted[at] = keys[i]!;
    places[at] = i;
  }
  const upper = starts(keys, digit);
  for (let i = 0; i < count; i++) ranks[places[i]!] = upper[sorted[i]! >>> digit]!++;
  return ranks;
}

function positions(scores: Float64Array): Int32Array {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score < least) least = score;
    if (score > most) most = score;
  }
  const factor = most > least ? steps / (most - least) : 0;
  const keys = new Int32Array(scores.length);
  for (let i = 0; i < scores.length; i++) keys[i] = (scores[i]! - least) * factor;
  return keys;
}

/** Where each value of a digit begins when all keys are sorted by it. */
function starts(keys: Int32Array, shift: number): Uint32Array {
  const counts = new Uint32Array(radix + 1);
  for (let i = 0; i < keys.length; i++) counts[((keys[i]! >>> shift) & (radix - 1)) + 1]!++;
  for (let i = 0; i < radix; i++) counts[i + 1]! += counts[i]!;
  return counts;
}
