import { matrix, type Matrix } from "./matrix";

/**
 * The lower triangle L with L Lᵀ = a, for a symmetric positive definite matrix; undefined where it is none to
 * working accuracy.
 */
export function cholesky({ rows: n, data: a }: Matrix): Matrix | undefined {
  const l = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= l.data[i * n + k]! * l.data[j * n + k]!;
      if (i === j && !(rest > n * 1e-14 * a[i * n + i]!)) return undefined;
      l.data[i * n + j] = i === j ? Math.sqrt(rest) : rest / l.data[j * n + j]!;
    }
  }
  return l;
}

/** The x of L x = b for a lower triangle. */
export function solvedLower({ rows: n, data: l }: Matrix, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let rest = b[i]!;
    for (let k = 0; k < i; k++) rest -= l[i * n + k]! * x[k]!;
    x[i] = rest / l[i * n + i]!;
  }
  return x;
}
