import { matrix, type Matrix } from "../../src/maths/matrix";

export const rowsOf = (rows: readonly (readonly number[])[]): Matrix =>
  matrix(rows.length, rows[0]!.length, Float64Array.from(rows.flat()));

export const identity = (n: number): Matrix =>
  matrix(n, n, Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0)));

/** The same but for rounding: 1e-10 of the expected number, or of 1 where that is smaller. */
export function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  const apart = Array.from(found, (value, i) => Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!)));
  expect(Math.max(...apart)).toBeLessThanOrEqual(1e-10);
}
