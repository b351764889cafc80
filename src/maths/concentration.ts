import { sum } from "./sum";

/** Sum of squared shares, from 1/n when all n are alike to 1 when there is one (Hirschman 1945, Herfindahl 1950). */
export const herfindahl = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => share * share));

/** Shannon entropy in nats; a share of 0 contributes nothing. */
export const entropy = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => (share > 0 ? -share * Math.log(share) : 0)));

/** Hill (1973) number: how many equal parts would be as diverse, at an order that favours the large as it grows. */
export function hillNumber(shares: ArrayLike<number>, order: number): number {
  const present = Float64Array.from(shares).filter((share) => share > 0);
  if (order === 1) return Math.exp(entropy(present));
  if (Math.abs(order - 1) < 0.1) return nearOrderOne(present, order);
  const top = present.reduce((a, b) => Math.max(a, b), 0);
  const powers = sum(present.map((share) => (share / top) ** order));
  return powers ** (1 / (1 - order)) * top ** (order / (1 - order));
}

/** Σ s^q = 1 + Σ s (s^(q−1) − 1): the little beyond 1 is kept from rounding, which 1 / (1 − q) would magnify. */
function nearOrderOne(present: Float64Array, order: number): number {
  const excess = sum(present.map((share) => share * Math.expm1((order - 1) * Math.log(share))));
  return Math.exp(Math.log1p(excess) / (1 - order));
}

/** The `count` largest, in falling order; all of them where there are fewer. */
export const largest = (values: Float64Array, count: number): Float64Array =>
  values.slice().sort().reverse().subarray(0, count);
