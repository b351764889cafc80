import { columnSums, matrix, product, rowSums, transposed, type Matrix } from "./matrix";
import { norm, rescaled, sum } from "./sum";
import { symmetricSpectrum } from "./symmetric-eigen";

/** Location quotients of a table, regions × industries; NaN in an empty row or column. */
export function locationQuotients(given: Matrix): Matrix {
  const table = { ...given, data: rescaled(given.data) };
  const [regions, industries] = [rowSums(table), columnSums(table)];
  const total = sum(regions);
  const data = table.data.map((value, at) => {
    const [i, j] = [Math.floor(at / table.columns), at % table.columns];
    return value / regions[i]! / (industries[j]! / total);
  });
  return matrix(table.rows, table.columns, data);
}

/** 1 where the location quotient reaches the threshold, else 0. */
export function presence(table: Matrix, threshold: number): Matrix {
  return matrix(table.rows, table.columns, locationQuotients(table).data.map((lq) => Number(lq >= threshold)));
}

/** φᵢⱼ = min(P(i|j), P(j|i)) from regions × industries of 0 and 1; the diagonal is 1 (Hidalgo et al. 2007). */
export function proximity(present: Matrix): Matrix {
  const ubiquity = columnSums(present);
  const together = product(transposed(present), present);
  const n = present.columns;
  const commoner = (at: number): number => Math.max(ubiquity[Math.floor(at / n)]!, ubiquity[at % n]!);
  return matrix(n, n, together.data.map((both, at) => (both === 0 ? 0 : both / commoner(at))));
}

/** ωⱼ of each region: the share of an industry's proximity that the region's industries hold; NaN without any. */
export function density(present: Matrix, related: Matrix): Matrix {
  const around = columnSums(related);
  const held = product(present, related);
  return matrix(held.rows, held.columns, held.data.map((value, at) => value / around[at % held.columns]!));
}

/** Why there is no index: the presences fall apart, leave it undetermined or without a sign, or are too many. */
export type NoComplexity = "disconnected" | "undetermined" | "unsigned" | "large";

export interface Complexity {
  readonly regions: Float64Array;
  readonly industries: Float64Array;
}

/** Of the smaller side: the eigenvectors of more take over a second. */
const mostPlaces = 500;

/** Two eigenvalues closer than this are one: the vector between them would be noise. */
const apart = 1e-9;

/**
 * Economic complexity of regions and industries by the method of reflections (Hidalgo & Hausmann 2009): the second
 * eigenvector, signed by its correlation with diversity. Both are z-scored with mean and population standard deviation
 * of the regions, so that a region's index is the mean of its industries'. Every row and column must hold a 1.
 */
export function complexity(present: Matrix): Complexity | NoComplexity {
  if (Math.min(present.rows, present.columns) > mostPlaces) return "large";
  const [diversity, ubiquity] = [rowSums(present), columnSums(present)];
  const wide = present.columns >= present.rows;
  const side = wide ? scaledBy(present, diversity, ubiquity) : transposed(scaledBy(present, diversity, ubiquity));
  const { values, vectors } = symmetricSpectrum(product(side, transposed(side)));
  const [, second = 0, third = 0] = values;
  if (second > 1 - apart) return "disconnected";
  if (second < apart || second - third < apart) return "undetermined";
  const found = vectors[1]!.map((value, i) => value / Math.sqrt((wide ? diversity : ubiquity)[i]!));
  const raw = wide ? found : averages(present, found, diversity);
  const sign = Math.sign(covariance(raw, diversity));
  if (sign === 0) return "unsigned";
  return scored(raw.map((value) => value * sign), present, ubiquity, second);
}

function scaledBy({ rows, columns, data }: Matrix, rowScale: Float64Array, columnScale: Float64Array): Matrix {
  const scale = (at: number): number => Math.sqrt(rowScale[Math.floor(at / columns)]! * columnScale[at % columns]!);
  return matrix(rows, columns, data.map((m, at) => m / scale(at)));
}

/** The mean over a row's ones of a value for each column. */
function averages(
  present: Matrix, values: Float64Array<ArrayBuffer>, counts: Float64Array,
): Float64Array<ArrayBuffer> {
  return product(present, matrix(values.length, 1, values)).data.map((total, i) => total / counts[i]!);
}

function scored(
  regions: Float64Array<ArrayBuffer>, present: Matrix, ubiquity: Float64Array, eigenvalue: number,
): Complexity {
  const industries = averages(transposed(present), regions, ubiquity).map((value) => value / eigenvalue);
  const mean = sum(regions) / regions.length;
  const spread = Math.sqrt(sum(regions.map((value) => (value - mean) ** 2)) / regions.length);
  const zScore = (value: number): number => (value - mean) / spread;
  return { regions: regions.map(zScore), industries: industries.map(zScore) };
}

/** Zero where the two are uncorrelated up to rounding. */
function covariance(a: Float64Array, b: Float64Array): number {
  const [fromMeanA, fromMeanB] = [deviations(a), deviations(b)];
  const total = sum(fromMeanA.map((value, i) => value * fromMeanB[i]!));
  return Math.abs(total) <= apart * norm(fromMeanA) * norm(fromMeanB) ? 0 : total;
}

function deviations(values: Float64Array): Float64Array {
  const mean = sum(values) / values.length;
  return values.map((value) => value - mean);
}
