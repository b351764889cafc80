import { mean } from "../maths/sample";
import { sum } from "../maths/sum";
import { numbersAmong, ofAll, overCells, valuesIn, whole } from "./aggregates";
import { noDraws } from "./blocks";
import { asGrid, laneOf } from "./draws";
import type { Chapter, Lifted, NativeFunction } from "./lifting";
import {
  dividedByZero, finite, type Given, Grid, isError, notAvailable, numberOf, type Value, wrongNumber,
} from "./values";

type Sample = readonly number[];

const average = (sample: Sample): number => mean(Float64Array.from(sample));

/** Sum of a power of the distances from the mean. */
const moment = (sample: Sample, power: number, middle = average(sample)): number =>
  sum(sample.map((value) => (value - middle) ** power));

const rising = (sample: Sample): number[] => Array.from(Float64Array.from(sample).sort());

/** A function of all numbers among its arguments, of which there must be some. */
const many = (calculate: (sample: number[]) => Value, least = 1, lacking: Value = dividedByZero): NativeFunction => ({
  least: 1, most: 255, calculate: ofAll((sample) => (sample.length < least ? lacking : calculate(sample))),
});

const variance = (sample: Sample): number => moment(sample, 2) / (sample.length - 1);
const wholeVariance = (sample: Sample): number => moment(sample, 2) / sample.length;

/** A value at a place between the ranks of a rising list, from 0. */
function between(sorted: Sample, place: number): number {
  const low = Math.floor(place);
  const [from, to] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!];
  return from + (place - low) * (to - from);
}

const median = (sample: Sample): number => between(rising(sample), (sample.length - 1) / 2);

const inclusive = (sorted: Sample, level: number): Value =>
  level < 0 || level > 1 ? wrongNumber : between(sorted, level * (sorted.length - 1));

function exclusive(sorted: Sample, level: number): Value {
  const place = level * (sorted.length + 1);
  return !(level > 0 && level < 1) || place < 1 || place > sorted.length ? wrongNumber : between(sorted, place - 1);
}

/** Of a list and a number, or many numbers one by one. */
const ofRank = (calculate: (sorted: Sample, at: number) => Value): NativeFunction => ({
  least: 2, most: 2, calculate: overCells([1], whole(([list, at]) => {
    const sample = numbersAmong([asGrid(list ?? null)]);
    const number = numberOf(laneOf(at) as Value);
    if (isError(sample)) return sample;
    if (isError(number)) return number;
    return sample.length === 0 ? wrongNumber : calculate(rising(sample), number);
  })),
});

const quartile = (percentile: (sorted: Sample, level: number) => Value) => (sorted: Sample, at: number): Value => {
  const quarter = Math.trunc(at);
  return quarter < 0 || quarter > 4 ? wrongNumber : percentile(sorted, quarter / 4);
};

const nth = (place: (count: number, k: number) => number) => (sorted: Sample, at: number): Value =>
  sorted[place(sorted.length, Math.ceil(at))] ?? wrongNumber;

const ranking = (averaged: boolean): NativeFunction => ({
  least: 2, most: 3, calculate: overCells([0], whole(([value, list, ascending]) => {
    const number = numberOf(laneOf(value) as Value);
    const sample = numbersAmong([asGrid(list ?? null)]);
    const order = numberOf(laneOf(ascending) as Value);
    if (isError(number)) return number;
    if (isError(sample)) return sample;
    return isError(order) ? order : ranked(number, sample, order !== 0, averaged);
  })),
});

function ranked(number: number, sample: Sample, ascending: boolean, averaged: boolean): Value {
  const before = sample.filter((other) => (ascending ? other < number : other > number)).length;
  const same = sample.filter((other) => other === number).length;
  return same === 0 ? notAvailable : before + 1 + (averaged ? (same - 1) / 2 : 0);
}

const percentRank = (places: (below: number, count: number) => number): NativeFunction => ({
  least: 2, most: 3, calculate: overCells([1], whole(([list, value, digits]) => {
    const sample = numbersAmong([asGrid(list ?? null)]);
    const number = numberOf(laneOf(value) as Value);
    if (isError(sample)) return sample;
    if (isError(number)) return number;
    const sorted = rising(sample);
    if (number < sorted[0]! || !(number <= sorted.at(-1)!)) return notAvailable;
    const scale = 10 ** (digits === undefined ? 3 : Number(laneOf(digits)));
    return Math.floor(places(placeIn(sorted, number), sorted.length) * scale * (1 + 1e-14)) / scale;
  })),
});

/** The place of a number among a rising list, from 0, between two of them in proportion. */
function placeIn(sorted: Sample, number: number): number {
  const at = sorted.indexOf(number);
  if (at >= 0) return at;
  const above = sorted.findIndex((value) => value > number);
  return above - 1 + (number - sorted[above - 1]!) / (sorted[above]! - sorted[above - 1]!);
}

function mode(sample: Sample): Value {
  const counts = new Map<number, number>();
  for (const value of sample) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return most < 2 ? notAvailable : [...counts].find(([, count]) => count === most)![0];
}

function skewness(sample: Sample): Value {
  const n = sample.length;
  const deviation = Math.sqrt(variance(sample));
  return deviation === 0 ? dividedByZero : (n / ((n - 1) * (n - 2))) * (moment(sample, 3) / deviation ** 3);
}

function wholeSkewness(sample: Sample): Value {
  const deviation = Math.sqrt(wholeVariance(sample));
  return deviation === 0 ? dividedByZero : moment(sample, 3) / sample.length / deviation ** 3;
}

function kurtosis(sample: Sample): Value {
  const n = sample.length;
  const spread = variance(sample);
  if (spread === 0) return dividedByZero;
  const scale = (n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3));
  return scale * (moment(sample, 4) / spread ** 2) - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
}

const geometric = (sample: Sample): Value =>
  sample.some((value) => value <= 0) ? wrongNumber : Math.exp(sum(sample.map(Math.log)) / sample.length);

const harmonic = (sample: Sample): Value =>
  sample.some((value) => value <= 0) ? wrongNumber : sample.length / sum(sample.map((value) => 1 / value));

const trimmed = (sorted: Sample, share: number): Value => {
  if (share < 0 || share >= 1) return wrongNumber;
  const cut = Math.floor((sorted.length * share) / 2);
  return average(sorted.slice(cut, sorted.length - cut));
};

interface Pairs {
  readonly x: Sample;
  readonly y: Sample;
}

/** Where both lists hold numbers; an error, or #N/A for lists of different lengths. */
function pairsOf(one: Given, other: Given): Pairs | Value {
  const [a, b] = [valuesIn(one), valuesIn(other)];
  if (a.length !== b.length) return notAvailable;
  const fault = [...a, ...b].find(isError);
  if (fault) return fault;
  const both = a.flatMap((value, i) => (typeof value === "number" && typeof b[i] === "number" ? [i] : []));
  return { x: both.map((i) => a[i] as number), y: both.map((i) => b[i] as number) };
}

const together = ({ x, y }: Pairs): number => {
  const [middle, height] = [average(x), average(y)];
  return sum(x.map((value, i) => (value - middle) * (y[i]! - height)));
};

type OfPairs = (pairs: Pairs) => Value;

const ofPairs = (calculate: OfPairs, least = 1): Lifted => whole(([one, other]) => {
  const pairs = pairsOf(one, other);
  if (typeof pairs !== "object" || pairs === null || !("x" in pairs)) return pairs;
  if (pairs.x.length < least) return dividedByZero;
  const result = calculate(pairs);
  return typeof result === "number" ? (Number.isNaN(result) ? dividedByZero : finite(result)) : result;
});

const pair = (calculate: OfPairs, least?: number): NativeFunction =>
  ({ least: 2, most: 2, calculate: ofPairs(calculate, least) });

const correlation: OfPairs = (pairs) => together(pairs) / Math.sqrt(moment(pairs.x, 2) * moment(pairs.y, 2));

/** Excel names the dependent list first. */
const slope = ({ x: y, y: x }: Pairs): number => together({ x, y }) / moment(x, 2);
const intercept = (pairs: Pairs): number => average(pairs.x) - slope(pairs) * average(pairs.y);

const residual: OfPairs = (pairs) => {
  const rest = moment(pairs.x, 2) - together(pairs) ** 2 / moment(pairs.y, 2);
  return Math.sqrt(Math.max(0, rest) / (pairs.x.length - 2));
};

const forecast: Lifted = overCells([0], whole(([at, ys, xs]) => {
  const number = numberOf(laneOf(at) as Value);
  if (isError(number)) return number;
  return ofPairs((pairs) => intercept(pairs) + slope(pairs) * number, 2)([ys, xs], noDraws);
}));

/** How many numbers lie up to each bound, and above the last. */
const frequency: Lifted = whole(([data, bounds]) => {
  const sample = numbersAmong([asGrid(data ?? null)]);
  const limits = numbersAmong([asGrid(bounds ?? null)]);
  if (isError(sample)) return sample;
  if (isError(limits)) return limits;
  const sorted = rising(limits);
  const counts = [...limits, Infinity].map((limit) => {
    const from = limit === Infinity ? (sorted.at(-1) ?? -Infinity) : (sorted[sorted.indexOf(limit) - 1] ?? -Infinity);
    return sample.filter((value) => value > from && value <= limit).length;
  });
  return new Grid(counts.length, 1, counts);
});

const standard = many((sample) => Math.sqrt(variance(sample)), 2);
const wholeStandard = many((sample) => Math.sqrt(wholeVariance(sample)));
const ofSample = many(variance, 2);
const ofPopulation = many(wholeVariance);
const percentile = ofRank(inclusive);
const quarters = ofRank(quartile(inclusive));
const rank = ranking(false);
const covariance = pair((pairs) => together(pairs) / pairs.x.length);
const modal = many(mode, 1, notAvailable);
const prediction: NativeFunction = { least: 3, most: 3, calculate: forecast };
const shareBelow = percentRank((below, count) => below / (count - 1));

export const statistics: Chapter = {
  "STDEV.S": standard, STDEV: standard, "STDEV.P": wholeStandard, STDEVP: wholeStandard,
  "VAR.S": ofSample, VAR: ofSample, "VAR.P": ofPopulation, VARP: ofPopulation,
  MEDIAN: many(median, 1, wrongNumber),
  "MODE.SNGL": modal, MODE: modal,
  AVEDEV: many((sample) => average(sample.map((value) => Math.abs(value - average(sample))))),
  DEVSQ: many((sample) => moment(sample, 2)),
  GEOMEAN: many(geometric, 1, wrongNumber),
  HARMEAN: many(harmonic, 1, wrongNumber),
  SKEW: many(skewness, 3), "SKEW.P": many(wholeSkewness, 3), KURT: many(kurtosis, 4),
  "PERCENTILE.INC": percentile, PERCENTILE: percentile, "PERCENTILE.EXC": ofRank(exclusive),
  "QUARTILE.INC": quarters, QUARTILE: quarters, "QUARTILE.EXC": ofRank(quartile(exclusive)),
  LARGE: ofRank(nth((count, k) => count - k)), SMALL: ofRank(nth((_, k) => k - 1)),
  TRIMMEAN: ofRank(trimmed),
  "RANK.EQ": rank, RANK: rank, "RANK.AVG": ranking(true),
  "PERCENTRANK.INC": shareBelow, PERCENTRANK: shareBelow,
  "PERCENTRANK.EXC": percentRank((below, count) => (below + 1) / (count + 1)),
  CORREL: pair(correlation), PEARSON: pair(correlation),
  RSQ: pair((pairs) => (correlation(pairs) as number) ** 2),
  "COVARIANCE.P": covariance, COVAR: covariance,
  "COVARIANCE.S": pair((pairs) => together(pairs) / (pairs.x.length - 1), 2),
  SLOPE: pair(slope, 2), INTERCEPT: pair(intercept, 2), STEYX: pair(residual, 3),
  FORECAST: prediction, "FORECAST.LINEAR": prediction,
  FREQUENCY: { least: 2, most: 2, calculate: frequency },
};
