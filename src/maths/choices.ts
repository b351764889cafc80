import { Refusal, type Texts } from "../refusal";
import { sum } from "./sum";

const none: Texts = { en: "must hold at least one number", zh: "至少须含一个数" };
const asMany: Texts = { en: "must be as many as values", zh: "个数须与 values 相同" };
const below0: Texts = { en: "must not be below 0", zh: "不得为负" };
const allZero: Texts = { en: "must not all be 0", zh: "不得全为 0" };

/** Quantile of a choice among values with weights, which need not add up to 1. */
export function choiceOf(values: readonly number[], weights: readonly number[]): (p: number) => number {
  if (values.length === 0) throw new Refusal("missing", none, "values");
  if (weights.length !== values.length) throw new Refusal("invalid", asMany, "weights");
  if (weights.some((weight) => weight < 0)) throw new Refusal("unsolvable", below0, "weights");
  const total = sum(weights);
  if (total === 0) throw new Refusal("zero", allZero, "weights");
  const order = [...values.keys()].filter((i) => weights[i]! > 0).sort((i, j) => values[i]! - values[j]!);
  const sorted = Float64Array.from(order, (i) => values[i]!);
  let reached = 0;
  const shares = Float64Array.from(order, (i) => (reached += weights[i]!) / total);
  return (p) => sorted[firstReaching(shares, p)]!;
}

/** The first place whose share is not below p; the last where rounding leaves none. */
function firstReaching(shares: Float64Array, p: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const between = (low + high) >> 1;
    if (shares[between]! < p) low = between + 1;
    else high = between;
  }
  return low;
}

/**
 * Quantile of drawing observed values again, each as likely: type 1 of Hyndman & Fan (1996), so that means are
 * kept.
 */
export function resamplingOf(values: readonly number[]): (p: number) => number {
  if (values.length === 0) throw new Refusal("missing", none, "values");
  const sorted = Float64Array.from(values).sort();
  return (p) => sorted[Math.min(Math.floor(p * sorted.length), sorted.length - 1)]!;
}
