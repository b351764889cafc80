import { sum } from "./sum";

/** Sum of squared shares, from 1/n when all n are alike to 1 when there is one (Hirschman 1945, Herfindahl 1950). */
export const herfindahl = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => share * share));

/** Shannon entropy in nats; a share of 0 contributes nothing. */
export const entropy = (shares: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share) => (share > 0 ? -share * Math.log(share) : 0)));

/** Closer to order 1 than this, rounding costs more than taking the limit itself. */
const limitAtOne = 1e-7;

/** Hill (1973) number: how many equal parts would be as diverse, at an order that favours the large as it grows. */
export function hillNumber(shares: ArrayLike<number>, order: number): number {
  const present = Float64Array.from(shares).filter((share) => share > 0);
  if (Math.abs(order - 1) < limitAtOne) return Math.exp(entropy(present));
  const top = present.reduce((a, b) => Math.max(a, b), 0);
  const powers = sum(present.map((share) => (share / top) ** order));
  return Math.exp((Math.log(powers) + order * Math.log(top)) / (1 - order));
}

/** The `count` largest, in falling order; all of them where there are fewer. */
export const largest = (values: Float64Array, count: number): Float64Array =>
  values.slice().sort().reverse().subarray(0, count);
