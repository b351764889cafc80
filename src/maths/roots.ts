export interface Bracket {
  readonly low: number;
  readonly high: number;
  /** The function's values at the ends, where they are known already. */
  readonly atLow?: number;
  readonly atHigh?: number;
}

export interface Crossing {
  readonly at: number;
  /** Whether the function jumps over 0 instead of taking it. */
  readonly jump: boolean;
}

/** Yields the points at which it wants the function's value, and is told it: whoever calculates it may take a while. */
export type Search<T> = Generator<number, T, number>;

/** Carries a search out over a function that answers at once. */
export function searched<T>(search: Search<T>, f: (x: number) => number): T {
  let step = search.next();
  while (!step.done) step = search.next(f(step.value));
  return step.value;
}

const patience = 200;

/**
 * The place between two ends of unlike sign where a function is 0: Brent (1973), chapter 4, to about the precision of
 * numbers.
 */
export function* brent({ low, high, atLow, atHigh }: Bracket): Search<number> {
  let [a, b, fa, fb] = [low, high, atLow ?? (yield low), atHigh ?? (yield high)];
  let [c, fc, step, before] = [a, fa, b - a, b - a];
  for (let turn = 0; turn < patience; turn++) {
    if (fb > 0 === fc > 0) [c, fc, step, before] = [a, fa, b - a, b - a];
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const least = 2 * Number.EPSILON * Math.abs(b);
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    const bold = Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb) ? interpolated(a, b, c, fa, fb, fc) : NaN;
    const isGood = Math.abs(bold) < Math.min(Math.abs(1.5 * half) - least / 2, Math.abs(before / 2)) && bold * half > 0;
    [before, step] = isGood ? [step, bold] : [half, half];
    [a, fa] = [b, fb];
    b += Math.abs(step) > least ? step : Math.sign(half) * least;
    fb = yield b;
  }
  return b;
}

/** The step from b to where the line through two points, or the inverse parabola through three, meets 0. */
function interpolated(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const [q, r] = [fa / fc, fb / fc];
  const above = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -above / ((q - 1) * (r - 1) * (s - 1));
}

/**
 * Every place in a grid of rising points where a function crosses 0, and the first point of each stretch where it is 0.
 * Between two points it can miss an even number of roots. NaN stands for places where the function has no value:
 * nothing is said beside them.
 */
export function* crossings(points: readonly number[], values: readonly number[]): Search<readonly Crossing[]> {
  const found: Crossing[] = [];
  for (const [i, point] of points.entries()) {
    const [before, value, next] = [values[i - 1], values[i]!, values[i + 1]];
    if (value === 0 && before !== 0) found.push({ at: point, jump: false });
    if (next === undefined || !(value * next < 0)) continue;
    found.push(yield* crossing({ low: point, high: points[i + 1]!, atLow: value, atHigh: next }));
  }
  return found;
}

/** A steady function's rise across a place shrinks with the distance; a jump's, or a pole's, does not. */
function* crossing(bracket: Bracket): Search<Crossing> {
  const at = yield* brent(bracket);
  const near = Math.max(1e-9 * (bracket.high - bracket.low), 8 * Number.EPSILON * Math.abs(at));
  const rise = yield* riseAround(at, near);
  const further = yield* riseAround(at, 1000 * near);
  return { at, jump: !(rise <= 0.6 * further) };
}

function* riseAround(at: number, distance: number): Search<number> {
  const above = yield at + distance;
  return Math.abs(above - (yield at - distance));
}
