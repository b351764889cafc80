import type { Evaluate } from "./simulation";

/**
 * The first output for every pair of values of two inputs, a row for each value of the first; NaN where it has no
 * number.
 */
export function twoWayTable(evaluate: Evaluate, rows: readonly number[], columns: readonly number[]): number[][] {
  const down = Float64Array.from(rows.flatMap((value) => columns.map(() => value)));
  const across = Float64Array.from(rows.flatMap(() => columns));
  const { values } = evaluate([down, across])[0]!;
  return rows.map((_, i) => [...values.subarray(i * columns.length, (i + 1) * columns.length)]);
}
