import { crossings, type Crossing } from "../maths/roots";
import type { OutputDraws } from "./model";

/** One output as a function of one input: whole columns at once. */
export type Curve = (inputs: Float64Array) => OutputDraws;

export interface Goal {
  readonly target: number;
  readonly low: number;
  readonly high: number;
}

export interface GoalFound {
  /** In rising order. A jump passes the target without taking it. */
  readonly roots: readonly Crossing[];
  /** The output over the range, from which a user sees why there are none or several. */
  readonly curve: readonly { readonly input: number; readonly output: number }[];
  /** Points of the range where the output is no number. */
  readonly gaps: number;
}

const points = 401;

/** Every value of the input between two bounds at which the output meets the target: a grid, then Brent's method. */
export function seekGoal(curve: Curve, { target, low, high }: Goal): GoalFound {
  const grid = Float64Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  const { values } = curve(grid);
  const distance = (x: number): number => curve(Float64Array.of(x)).values[0]! - target;
  const roots = crossings(distance, [...grid], Array.from(values, (value) => value - target));
  return {
    roots,
    curve: Array.from(grid, (input, i) => ({ input, output: values[i]! })),
    gaps: values.filter((value) => Number.isNaN(value)).length,
  };
}
