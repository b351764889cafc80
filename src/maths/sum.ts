import { Refusal } from "../refusal";

/** Sum with Neumaier's compensation: exact to about one rounding, whatever the order of the terms. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}

const zeroTotal = (subject: string): Refusal =>
  new Refusal("zero", { en: "must not add up to 0", zh: "合计不得为 0" }, subject);

/** Small enough that no range adds up to more than the largest number, and exact: a power of two. */
const scale = 2 ** -64;

const scaled = (values: ArrayLike<number>): Float64Array => Float64Array.from(values, (value) => value * scale);

/** Between these neither a sum nor a product of three is out of reach, however far the values differ. */
const [smallest, greatest] = [2 ** -300, 2 ** 300];

/** Values not below 0 in their proportions, far from overflow and underflow: times a power of two, which is exact. */
export function rescaled<Values extends Float64Array>(values: Values): Values {
  const top = values.reduce((most, value) => Math.max(most, value), 0);
  if (top === 0 || (top >= smallest && top <= greatest)) return values;
  const power = 2 ** Math.max(-1000, Math.min(1000, -Math.round(Math.log2(top))));
  return values.map((value) => value * power) as Values;
}

/** Euclidean length, safe from overflow and underflow. */
export function norm(values: Float64Array): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0 ? 0 : largest * Math.sqrt(sum(values.map((value) => (value / largest) ** 2)));
}

/**
 * Each value over their total; the values must not be negative.
 * A total of 0 is refused in the name of its argument.
 */
export function shares(values: ArrayLike<number>, subject: string): Float64Array {
  const total = sum(values);
  if (total === 0) throw zeroTotal(subject);
  if (!Number.isFinite(total)) return shares(scaled(values), subject);
  return Float64Array.from(values, (value) => value / total);
}

/**
 * Σ parts / Σ wholes, also where a total is beyond the largest number; wholes of 0 are refused in their argument's
 * name.
 */
export function ratioOfSums(parts: ArrayLike<number>, wholes: ArrayLike<number>, subject: string): number {
  const [part, whole] = [sum(parts), sum(wholes)];
  if (whole === 0) throw zeroTotal(subject);
  if (Number.isFinite(part) && Number.isFinite(whole)) return part / whole;
  return sum(scaled(parts)) / sum(scaled(wholes));
}

/** One quotient; a denominator of 0 is refused in the name of its argument. */
export function quotient(numerator: number, denominator: number, subject: string): number {
  if (denominator === 0) throw new Refusal("zero", { en: "must not be 0", zh: "不得为 0" }, subject);
  return numerator / denominator;
}
