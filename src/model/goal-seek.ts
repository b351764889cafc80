import { crossings, type Crossing } from "../maths/roots";
import type { OutputDraws } from "./model";
import type { Question } from "./question";

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

const usualPoints = 401;

/**
 * Every value of the input between two bounds at which the first output meets the target: a grid, then Brent's method.
 * On a coarser grid two roots that lie close together may be missed.
 */
export function* seekGoal({ target, low, high }: Goal, points = usualPoints): Question<GoalFound> {
  const grid = Float64Array.from({ length: points }, (_, i) => low + ((high - low) * i) / (points - 1));
  const { values } = (yield [grid])[0]!;
  const search = crossings([...grid], Array.from(values, (value) => value - target));
  let step = search.next();
  while (!step.done) {
    const [{ values: [value] }] = (yield [Float64Array.of(step.value)]) as [OutputDraws];
    step = search.next(value! - target);
  }
  return {
    roots: step.value,
    curve: Array.from(grid, (input, i) => ({ input, output: values[i]! })),
    gaps: values.filter((value) => Number.isNaN(value)).length,
  };
}
