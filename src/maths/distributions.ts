import { Refusal, type Texts } from "../refusal";
import { betaQuantile, betaQuantileBetween } from "./beta";
import { exp, ln } from "./elementary";
import { normalCumulative, normalQuantile, normalToUniform, uniformToNormal } from "./normal";
import { triangularQuantile } from "./triangular";
import { choiceOf, resamplingOf } from "./choices";

/**
 * What is known of an uncertain number. Lognormal takes mean and deviation of the number itself, not of its
 * logarithm.
 */
export type Distribution =
  | { readonly kind: "uniform"; readonly min: number; readonly max: number }
  | { readonly kind: "triangular"; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: "pert"; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "lognormal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "bernoulli"; readonly probability: number }
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  | { readonly kind: "empirical"; readonly values: readonly number[] };

/**
 * A distribution made ready for drawing: every draw is the quantile of a probability, so that strata and correlations
 * of the probabilities become those of the draws.
 */
export interface Quantiles {
  /** The value not exceeded with probability p, above 0 and below 1. */
  quantile(p: number): number;
  /** Turns probabilities into draws, in place. */
  fromUniform(scores: Float64Array): void;
  /** Turns standard normal numbers into draws, in place. */
  fromNormal(scores: Float64Array): void;
}

/** Refuses a distribution that none can be, in the name of its parameter. */
export function quantilesOf(distribution: Distribution): Quantiles {
  requireFinite(distribution);
  switch (distribution.kind) {
    case "uniform":
      return uniform(distribution.min, distribution.max);
    case "triangular":
      return triangular(distribution.min, distribution.mode, distribution.max);
    case "pert":
      return pert(distribution.min, distribution.mode, distribution.max);
    case "normal":
      return normal(distribution.mean, distribution.deviation);
    case "lognormal":
      return lognormal(distribution.mean, distribution.deviation);
    case "bernoulli":
      return bernoulli(distribution.probability);
    case "discrete":
      return throughUniform(choiceOf(distribution.values, distribution.weights));
    case "empirical":
      return throughUniform(resamplingOf(distribution.values));
  }
}

const notANumber: Texts = { en: "must be a number", zh: "须为数字" };
const atLeast = (least: string): Texts => ({ en: `must not be below ${least}`, zh: `不得小于 ${least}` });
const above = (least: string): Texts => ({ en: `must be above ${least}`, zh: `须大于 ${least}` });
const upTo = (most: string): Texts => ({ en: `must not be above ${most}`, zh: `不得大于 ${most}` });

function requireFinite(distribution: Distribution): void {
  for (const [name, value] of Object.entries(distribution)) {
    if (name === "kind" || [value].flat().every((part) => Number.isFinite(part))) continue;
    throw new Refusal("invalid", notANumber, name);
  }
}

function requireUpward(min: number, max: number, mode = min): void {
  if (max <= min) throw new Refusal("unsolvable", above("min"), "max");
  if (mode < min) throw new Refusal("unsolvable", atLeast("min"), "mode");
  if (mode > max) throw new Refusal("unsolvable", upTo("max"), "mode");
}

/** Draws by a formula in the probability. */
function throughUniform(quantile: (p: number) => number): Quantiles {
  const fromUniform = (scores: Float64Array): void => {
    for (let i = 0; i < scores.length; i++) scores[i] = quantile(scores[i]!);
  };
  return {
    quantile,
    fromUniform,
    fromNormal(scores) {
      normalToUniform(scores);
      fromUniform(scores);
    },
  };
}

/** Draws by a formula in the normal number of the probability. */
function throughNormal(
  fromScore: (z: number) => number,
  quantile = (p: number) => fromScore(normalQuantile(p)),
): Quantiles {
  const fromNormal = (scores: Float64Array): void => {
    for (let i = 0; i < scores.length; i++) scores[i] = fromScore(scores[i]!);
  };
  return {
    quantile,
    fromNormal,
    fromUniform(scores) {
      uniformToNormal(scores);
      fromNormal(scores);
    },
  };
}

function uniform(min: number, max: number): Quantiles {
  requireUpward(min, max);
  return throughUniform((p) => min + p * (max - min));
}

function triangular(min: number, mode: number, max: number): Quantiles {
  requireUpward(min, max, mode);
  return throughUniform((p) => triangularQuantile(p, min, mode, max));
}

function normal(mean: number, deviation: number): Quantiles {
  if (deviation <= 0) throw new Refusal("unsolvable", above("0"), "deviation");
  return throughNormal((z) => mean + deviation * z);
}

function lognormal(mean: number, deviation: number): Quantiles {
  if (mean <= 0) throw new Refusal("unsolvable", above("0"), "mean");
  if (deviation <= 0) throw new Refusal("unsolvable", above("0"), "deviation");
  const variance = ln(1 + (deviation / mean) ** 2);
  const [middle, spread] = [ln(mean) - variance / 2, Math.sqrt(variance)];
  return throughNormal((z) => exp(middle + spread * z));
}

function bernoulli(probability: number): Quantiles {
  if (probability < 0) throw new Refusal("unsolvable", atLeast("0"), "probability");
  if (probability > 1) throw new Refusal("unsolvable", upTo("1"), "probability");
  return throughUniform((p) => (p > 1 - probability ? 1 : 0));
}

const perUnit = 64;
const ends = 8 * perUnit + 16;

/**
 * The beta quantile of PERT (weight 4) over the normal scale, where it has no steep ends: cubics through four of 1,057
 * exact places, within 1e-9 of the range.
 */
function pert(min: number, mode: number, max: number): Quantiles {
  requireUpward(min, max, mode);
  const range = max - min;
  const [a, b] = [1 + (4 * (mode - min)) / range, 1 + (4 * (max - mode)) / range];
  const places = Float64Array.from({ length: 2 * ends + 1 }, (_, i) => {
    const z = (i - ends) / perUnit;
    return z < 0 ? betaQuantile(normalCumulative(z), a, b) : 1 - betaQuantile(normalCumulative(-z), b, a);
  });
  const last = ends - 2;
  const fromScore = (z: number): number => {
    const place = Math.min(Math.max(z * perUnit, 2 - ends), last);
    const at = Math.floor(place);
    return min + range * cubic(places, at + ends, place - at);
  };
  return throughNormal(fromScore, (p) => betaQuantileBetween(min, max, p, a, b));
}

/** Lagrange's cubic through the values at −1, 0, 1 and 2 steps, `t` from 0 to 1. */
function cubic(values: Float64Array, at: number, t: number): number {
  const [before, here, after, beyond] = [values[at - 1]!, values[at]!, values[at + 1]!, values[at + 2]!];
  const rise = here - before;
  const bend = after - 2 * here + before;
  const twist = beyond - 3 * after + 3 * here - before;
  return before + (t + 1) * (rise + (t / 2) * (bend + ((t - 1) / 3) * twist));
}
