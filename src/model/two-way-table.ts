import type { Question } from "./question";

/**
 * The first output for every pair of values of two inputs, a row for each value of the first; NaN where it has no
 * number.
 */
export function* twoWayTable(rows: readonly number[], columns: readonly number[]): Question<number[][]> {
  const down = Float64Array.from(rows.flatMap((value) => columns.map(() => value)));
  const across = Float64Array.from(rows.flatMap(() => columns));
  const { values } = (yield [down, across])[0]!;
  return rows.map((_, i) => [...values.subarray(i * columns.length, (i + 1) * columns.length)]);
}
