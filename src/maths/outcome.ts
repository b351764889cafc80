import { mean, percentiles, ranked, standardDeviation } from "./sample";
import { sum } from "./sum";

/** What a simulation says of one outcome; all of it of draws that are numbers. */
export interface OutcomeSummary {
  readonly draws: number;
  readonly mean: number;
  readonly deviation: number;
  /** Of the mean, as if the draws were independent: those of a Latin hypercube err less. */
  readonly standardError: number;
  readonly min: number;
  readonly max: number;
  readonly percentiles: readonly Percentile[];
}

export interface Percentile {
  readonly level: number;
  readonly value: number;
}

const shownLevels = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** Summary of two draws or more; percentiles of type 7 (Hyndman & Fan 1996). */
export function summaryOf(draws: Float64Array): OutcomeSummary {
  const deviation = standardDeviation(draws);
  const values = percentiles(draws, [0, ...shownLevels, 1]);
  return {
    draws: draws.length,
    mean: mean(draws),
    deviation,
    standardError: deviation / Math.sqrt(draws.length),
    min: values[0]!,
    max: values.at(-1)!,
    percentiles: shownLevels.map((level, i) => ({ level, value: values[i + 1]! })),
  };
}

export type Side = "below" | "above";

export interface Breach {
  readonly probability: number;
  /** Wilson's interval of 95 % for the probability (1927). */
  readonly low: number;
  readonly high: number;
}

/** Share of the draws strictly on one side of a threshold. */
export function breachOf(draws: Float64Array, threshold: number, side: Side): Breach {
  let count = 0;
  for (let i = 0; i < draws.length; i++) {
    if (side === "below" ? draws[i]! < threshold : draws[i]! > threshold) count++;
  }
  return { probability: count / draws.length, ...wilson(count, draws.length) };
}

const z95 = 1.959963984540054;

function wilson(count: number, n: number): { low: number; high: number } {
  const share = count / n;
  const weight = 1 + (z95 * z95) / n;
  const middle = (share + (z95 * z95) / (2 * n)) / weight;
  const reach = (z95 / weight) * Math.sqrt((share * (1 - share)) / n + (z95 * z95) / (4 * n * n));
  return { low: count === 0 ? 0 : middle - reach, high: count === n ? 1 : middle + reach };
}

export interface Histogram {
  /** One more than there are counts. */
  readonly edges: readonly number[];
  /** Draws from one edge up to the next, the upper edge left out; the first and last class hold all beyond them. */
  readonly counts: readonly number[];
}

const fewestClasses = 8;
const mostClasses = 40;

/** A range so much smaller than what it spans, or smaller still in itself, is rounding. */
const negligible = 1e-12;

type Quartiles = [number, number, number, number];

/**
 * Classes of a round width near that of Freedman & Diaconis (1981), between the 0.1 % and 99.9 % percentiles: the few
 * draws beyond them are counted in the outer classes.
 */
export function histogramOf(draws: Float64Array): Histogram {
  const [low, quarter, threeQuarters, high] = percentiles(draws, [0.001, 0.25, 0.75, 0.999]) as Quartiles;
  const range = high - low;
  if (range <= negligible * Math.max(Math.abs(low), Math.abs(high), negligible)) {
    return { edges: [low, high], counts: [draws.length] };
  }
  const wished = (2 * (threeQuarters - quarter)) / Math.cbrt(draws.length);
  const width = roundWidth(Math.min(Math.max(wished, range / mostClasses), range / fewestClasses));
  const first = Math.floor(low / width);
  const count = Math.max(1, Math.floor(high / width) + 1 - first);
  const counts = new Array<number>(count).fill(0);
  for (let i = 0; i < draws.length; i++) {
    counts[Math.min(Math.max(Math.floor(draws[i]! / width) - first, 0), count - 1)]!++;
  }
  return { edges: Array.from({ length: count + 1 }, (_, i) => exact((first + i) * width)), counts };
}

/** The nearest of 1, 2 and 5 times a power of ten, on the scale of ratios. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const lead = width / power;
  return (lead < Math.SQRT2 ? 1 : lead < Math.sqrt(10) ? 2 : lead < Math.sqrt(50) ? 5 : 10) * power;
}

/** Without the last digits, where multiples of 0.1 go wrong. */
const exact = (value: number): number => Number(value.toPrecision(12));

export interface CurvePoint {
  readonly value: number;
  readonly probability: number;
}

/**
 * The probability of more than a value, at `points` values of equal steps of probability, from the least to the
 * most.
 */
export function exceedanceOf(draws: Float64Array, points = 101): readonly CurvePoint[] {
  const last = draws.length - 1;
  const places = Array.from({ length: points }, (_, i) => Math.round((i * last) / (points - 1)));
  const values = ranked(draws.slice(), places);
  return places.map((place, i) => ({ value: values[i]!, probability: (last - place) / draws.length }));
}

export interface ConvergencePoint {
  readonly draws: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The mean of the first draws, with 1.96 standard errors on either side, at about `points` numbers of draws. */
export function convergenceOf(draws: Float64Array, points = 50): readonly ConvergencePoint[] {
  const shift = mean(draws);
  const step = Math.max(2, Math.ceil(draws.length / points));
  const band: ConvergencePoint[] = [];
  let [total, squares] = [0, 0];
  for (let from = 0; from < draws.length; from += step) {
    const part = draws.subarray(from, from + step).map((value) => value - shift);
    total += sum(part);
    squares += sum(part.map((value) => value * value));
    const count = from + part.length;
    const reach = 1.96 * Math.sqrt(Math.max(0, squares - (total * total) / count) / ((count - 1) * count));
    const middle = shift + total / count;
    band.push({ draws: count, mean: middle, low: middle - reach, high: middle + reach });
  }
  return band;
}
