import type { Matrix } from "./matrix";

/** Eigenvalues in falling order, and for each its unit eigenvector. */
export interface Spectrum {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array<ArrayBuffer>[];
}

const sweeps = 60;

/**
 * Spectrum of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, 8.5): accurate to rounding
 * for every eigenvalue. Meant for a few hundred rows; the cost grows with the cube.
 */
export function symmetricSpectrum({ rows: n, data }: Matrix): Spectrum {
  const a = data.slice();
  const v = identity(n);
  for (let sweep = 0; sweep < sweeps && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  return {
    values: Float64Array.from(order, (i) => a[i * n + i]!),
    vectors: order.map((i) => Float64Array.from({ length: n }, (_, k) => v[k * n + i]!)),
  };
}

function identity(n: number): Float64Array {
  const data = new Float64Array(n * n);
  for (let i = 0; i < n; i++) data[i * n + i] = 1;
  return data;
}

/** The largest entry off the diagonal, where it still matters beside the largest of all. */
function offDiagonal(a: Float64Array, n: number): number {
  let off = 0;
  let all = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const size = Math.abs(a[i * n + j]!);
      all = Math.max(all, size);
      if (i !== j) off = Math.max(off, size);
    }
  }
  return off > all * Number.EPSILON * 1e-3 ? off : 0;
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) turn(a, k * n + p, k * n + q, c, s);
  for (let k = 0; k < n; k++) turn(a, p * n + k, q * n + k, c, s);
  for (let k = 0; k < n; k++) turn(v, k * n + p, k * n + q, c, s);
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}

function turn(x: Float64Array, i: number, j: number, c: number, s: number): void {
  const [xi, xj] = [x[i]!, x[j]!];
  x[i] = c * xi - s * xj;
  x[j] = s * xi + c * xj;
}
