import { deviance } from "./deviance";
import { matrix, product, rowSums, transposed, type Matrix } from "./matrix";
import { norm, sum } from "./sum";

function columnsOf(values: Matrix): Float64Array[] {
  const { rows, columns, data } = transposed(values);
  return Array.from({ length: rows }, (_, j) => data.subarray(j * columns, (j + 1) * columns));
}

const largestOf = (values: Float64Array): number => values.reduce((one, other) => Math.max(one, other));

const smallestOf = (values: Float64Array): number => values.reduce((one, other) => Math.min(one, other));

/** Whether a column's values differ by rounding at most, as 0.1 + 0.2 from 0.3: that sets nothing apart. */
function isConstant(column: Float64Array): boolean {
  const [largest, smallest] = [largestOf(column), smallestOf(column)];
  return largest - smallest <= 1e-14 * Math.max(largest, -smallest);
}

/**
 * One minus the entropy of each column's shares over ln n: 0 for a constant column, 1 where one row has all.
 * Values not negative, no column all 0, two rows or more. Summed as Σ (q ln q − q + 1) / (n ln n), q = n × share,
 * which loses nothing where a column is nearly constant.
 */
export const dispersion = (values: Matrix): Float64Array<ArrayBuffer> =>
  Float64Array.from(columnsOf(values), (column) => {
    if (isConstant(column)) return 0;
    const { length } = column;
    const largest = largestOf(column);
    const mean = sum(column.map((value) => value / largest)) / length;
    return sum(column.map((value) => deviance(value / largest / mean, 1))) / (length * Math.log(length));
  });

/**
 * TOPSIS closeness of each row (Hwang & Yoon 1981): distance to the worst over the distances to worst and best.
 * `weights` and `directions` (1 the more the better, −1 the less) by column; no column all 0. NaN where rows are alike.
 */
export function closeness(
  values: Matrix,
  weights: ArrayLike<number>,
  directions: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  const scaled = columnsOf(values).map((column, j) => {
    if (isConstant(column)) return column.map(() => 0);
    const size = norm(column);
    return column.map((value) => (value / size) * weights[j]! * directions[j]!);
  });
  const [best, worst] = [scaled.map(largestOf), scaled.map(smallestOf)];
  return Float64Array.from({ length: values.rows }, (_, i) => {
    const toBest = norm(Float64Array.from(scaled, (column, j) => column[i]! - best[j]!));
    const toWorst = norm(Float64Array.from(scaled, (column, j) => column[i]! - worst[j]!));
    return toWorst / (toBest + toWorst);
  });
}

/** The first cell at which a square matrix is not reciprocal: a(i, j) × a(j, i) = 1 within 1e-6. Entries above 0. */
export function notReciprocal({ rows, data }: Matrix): { row: number; column: number } | undefined {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      if (Math.abs(data[i * rows + j]! * data[j * rows + i]! - 1) > 1e-6) return { row: i, column: j };
    }
  }
  return undefined;
}

/** Weights by row geometric means (Crawford & Williams 1985), adding up to 1. Entries above 0. */
export function geometricWeights(values: Matrix): Float64Array<ArrayBuffer> {
  const logarithms = rowSums({ ...values, data: values.data.map(Math.log) }).map((total) => total / values.columns);
  const highest = logarithms.reduce((one, other) => Math.max(one, other));
  return normalised(logarithms.map((logarithm) => Math.exp(logarithm - highest)));
}

const normalised = (vector: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
  const total = sum(vector);
  return vector.map((value) => value / total);
};

export interface Principal {
  readonly value: number;
  readonly vector: Float64Array<ArrayBuffer>;
}

const iterations = 10_000;

/**
 * Largest eigenvalue of a square matrix of positive entries, with its vector adding up to 1, by power iteration from
 * the geometric weights: Perron's theorem makes both positive and the iteration settle. The residual Av − λv is then
 * below 1e-13 λ; undefined where rounding does not let it.
 */
export function principal(values: Matrix): Principal | undefined {
  let vector = geometricWeights(values);
  for (let turn = 0; turn < iterations; turn++) {
    const image = product(values, matrix(values.rows, 1, vector)).data;
    const value = sum(image);
    if (image.every((entry, i) => Math.abs(entry - value * vector[i]!) <= 1e-13 * value)) return { value, vector };
    vector = normalised(image);
  }
  return undefined;
}
