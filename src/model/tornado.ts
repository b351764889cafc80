import type { Question } from "./question";

/** One input between its low and its high value, while the others stay as they are. */
export interface Swing {
  readonly name: string;
  readonly base: number;
  readonly low: number;
  readonly high: number;
}

export interface SwingResult extends Swing {
  /** The output at the low and at the high value; NaN where it has no number. */
  readonly atLow: number;
  readonly atHigh: number;
  /** How far apart the two are; the widest first. */
  readonly width: number;
}

export interface Tornado {
  readonly base: number;
  /** What moves the output most stands first; an input without a number at an end stands last. */
  readonly swings: readonly SwingResult[];
}

/** Swings one input after the other, all in one evaluation; a tornado for each output. */
export function* tornado(swings: readonly Swing[]): Question<readonly Tornado[]> {
  const columns = swings.map(({ base, low, high }, i) => {
    const column = new Float64Array(2 * swings.length + 1).fill(base);
    column[2 * i + 1] = low;
    column[2 * i + 2] = high;
    return column;
  });
  return (yield columns).map(({ values }) => ({
    base: values[0]!,
    swings: swings.map((swing, i) => swingResult(swing, values[2 * i + 1]!, values[2 * i + 2]!)).sort(byWidth),
  }));
}

const swingResult = (swing: Swing, atLow: number, atHigh: number): SwingResult =>
  ({ ...swing, atLow, atHigh, width: Math.abs(atHigh - atLow) });

const byWidth = (one: SwingResult, other: SwingResult): number =>
  (Number.isNaN(other.width) ? -1 : other.width) - (Number.isNaN(one.width) ? -1 : one.width);
