import type { Matrix } from "./matrix";

/** Eigenvalues in falling order, and for each its unit eigenvector. */
export interface Spectrum {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array<ArrayBuffer>[];
}

/** A symmetric matrix with nothing but its diagonal and the places beside it; its largest number was 1 at first. */
interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** Between each place of the diagonal and the next. */
  readonly beside: Float64Array;
}

/** I − 2vvᵀ/vᵀv is what turned a column; `v` is 0 before place `from`. */
interface Reflection {
  readonly from: number;
  readonly v: Float64Array;
  /** 2 / vᵀv. */
  readonly scale: number;
}

/**
 * Spectrum of a symmetric matrix: Householder's reduction to tridiagonal form, then implicit QR steps with Wilkinson's
 * shift (Golub & Van Loan, 8.3). Errors are of the order of rounding in the largest eigenvalue; about 5n³ steps.
 */
export function symmetricSpectrum({ rows: n, data }: Matrix): Spectrum {
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const rows = Array.from({ length: n }, (_, i) => data.slice(i * n, (i + 1) * n).map((value) => value / largest));
  const { form, reflections } = reduced(rows);
  const turned = diagonalised(form);
  for (const vector of turned) for (const reflection of reflections) reflect(reflection, vector);
  const values = form.diagonal;
  const order = [...values.keys()].sort((i, j) => values[j]! - values[i]!);
  return { values: Float64Array.from(order, (i) => values[i]! * largest), vectors: order.map((i) => turned[i]!) };
}

/** The tridiagonal form, and the reflections that lead back from it, in that order. Works in the rows. */
function reduced(rows: readonly Float64Array[]): { form: Tridiagonal; reflections: Reflection[] } {
  const n = rows.length;
  const reflections: Reflection[] = [];
  for (let k = 0; k < n - 2; k++) {
    const reflection = reflectionOf(rows[k]!, k + 1);
    if (!reflection) continue;
    reflectBothSides(rows, reflection);
    reflect(reflection, rows[k]!);
    reflections.unshift(reflection);
  }
  return {
    form: {
      diagonal: Float64Array.from(rows, (row, i) => row[i]!),
      beside: Float64Array.from({ length: n }, (_, i) => (i + 1 < n ? rows[i]![i + 1]! : 0)),
    },
    reflections,
  };
}

/** What turns all of a row from a place on into that place; undefined where nothing follows it. */
function reflectionOf(row: Float64Array, from: number): Reflection | undefined {
  const v = row.slice();
  v.fill(0, 0, from);
  const largest = v.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!v.some((value, i) => i > from && Math.abs(value) > Number.EPSILON)) return undefined;
  for (let i = from; i < v.length; i++) v[i]! /= largest;
  v[from]! += (v[from]! < 0 ? -1 : 1) * Math.sqrt(dot(v, v, from));
  return { from, v, scale: 2 / dot(v, v, from) };
}

function reflect({ from, v, scale }: Reflection, vector: Float64Array): void {
  const share = scale * dot(v, vector, from);
  for (let i = from; i < v.length; i++) vector[i]! -= share * v[i]!;
}

/** A − vwᵀ − wvᵀ, in the rows and columns where v is not 0. */
function reflectBothSides(rows: readonly Float64Array[], { from, v, scale }: Reflection): void {
  const w = v.map((_, i) => (i < from ? 0 : scale * dot(rows[i]!, v, from)));
  const half = (scale / 2) * dot(w, v, from);
  for (let i = from; i < w.length; i++) w[i]! -= half * v[i]!;
  for (let i = from; i < rows.length; i++) {
    const [row, vi, wi] = [rows[i]!, v[i]!, w[i]!];
    for (let j = from; j < row.length; j++) row[j]! -= vi * w[j]! + wi * v[j]!;
  }
}

function dot(a: Float64Array, b: Float64Array, from: number): number {
  let total = 0;
  for (let i = from; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}

/** Leaves the eigenvalues on the diagonal; the eigenvectors of the form, a row each. */
function diagonalised(form: Tridiagonal): Float64Array<ArrayBuffer>[] {
  const { diagonal, beside } = form;
  const n = diagonal.length;
  const vectors = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));
  for (let last = n - 1; last > 0;) {
    const first = firstOfBlock(form, last);
    if (first === last) last--;
    else qrStep(diagonal, beside, first, last, vectors);
  }
  return vectors;
}

/** Where the block that ends at `last` begins. */
function firstOfBlock({ diagonal, beside }: Tridiagonal, last: number): number {
  const isRounding = (i: number): boolean =>
    Math.abs(beside[i]!) <= Number.EPSILON * (1 + Math.abs(diagonal[i]!) + Math.abs(diagonal[i + 1]!));
  let first = last;
  while (first > 0 && !isRounding(first - 1)) first--;
  return first;
}

function qrStep(
  diagonal: Float64Array, beside: Float64Array, first: number, last: number, vectors: readonly Float64Array[],
): void {
  let kept = diagonal[first]! - shiftOf(diagonal, beside, last);
  let bulge = beside[first]!;
  for (let k = first; k < last; k++) {
    const length = Math.hypot(kept, bulge);
    const c = length === 0 ? 1 : kept / length;
    const s = length === 0 ? 0 : bulge / length;
    if (k > first) beside[k - 1] = length;
    const [a, b, d] = [diagonal[k]!, beside[k]!, diagonal[k + 1]!];
    diagonal[k] = c * c * a + 2 * c * s * b + s * s * d;
    diagonal[k + 1] = s * s * a - 2 * c * s * b + c * c * d;
    kept = beside[k] = c * s * (d - a) + (c * c - s * s) * b;
    if (k + 1 < last) {
      bulge = s * beside[k + 1]!;
      beside[k + 1]! *= c;
    }
    rotate(vectors[k]!, vectors[k + 1]!, c, s);
  }
}

/** Wilkinson's: the eigenvalue of the last two rows and columns that is nearer to the last place. */
function shiftOf(diagonal: Float64Array, beside: Float64Array, last: number): number {
  const b = beside[last - 1]!;
  const half = (diagonal[last - 1]! - diagonal[last]!) / 2;
  return diagonal[last]! - (b * b) / (half + (half < 0 ? -1 : 1) * Math.hypot(half, b));
}

function rotate(one: Float64Array, other: Float64Array, c: number, s: number): void {
  for (let i = 0; i < one.length; i++) {
    const [x, y] = [one[i]!, other[i]!];
    one[i] = c * x + s * y;
    other[i] = c * y - s * x;
  }
}
