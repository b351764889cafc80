import { sum } from "./sum";

/** Flows at times 0, 1, 2 … brought to time 0 at a rate above −1 per period. */
export const discounted = (flows: Float64Array, rate: number): Float64Array =>
  flows.map((flow, time) => (flow === 0 ? 0 : flow / (1 + rate) ** time));

export const presentValue = (flows: Float64Array, rate: number): number => sum(discounted(flows, rate));

/** Short of its outlay by less than this share of the largest one, a project has paid it back: that is rounding. */
export const paybackTolerance = 1e-12;

/** When the running total first reaches 0, in periods, linear within the period; undefined where it never does. */
export function paybackTime(flows: Float64Array): number | undefined {
  const short = paybackTolerance * flows.reduce((least, flow) => Math.min(least, flow), 0);
  let before = flows[0]!;
  for (let time = 1; time < flows.length; time++) {
    const flow = flows[time]!;
    if (before < short && before + flow >= short) return time - 1 - before / flow;
    before += flow;
  }
  return undefined;
}

/**
 * Years until the present value of a growing yearly revenue, the first at the end of year 1, reaches `support`.
 * Revenue above 0, growth and rate above −1; NaN where it never does.
 */
export function yearsToRecover(support: number, revenue: number, growth: number, rate: number): number {
  const excess = rate - growth;
  if (excess === 0) return (support / revenue) * (1 + rate);
  return Math.log1p((-support / revenue) * excess) / -Math.log1p(excess / (1 + growth));
}

/** Last year and yearly rate of each stretch of the HM Treasury Green Book's declining discount rate. */
const greenBook: readonly (readonly [until: number, rate: number])[] = [[30, 0.035], [75, 0.03], [Infinity, 0.025]];

/** Green Book discount factor of a year, not below 0, counted from the base year. */
export function greenBookFactor(year: number): number {
  let [factor, from] = [1, 0];
  for (const [until, rate] of greenBook) {
    factor *= (1 + rate) ** -(Math.min(year, until) - from);
    if (year <= until) break;
    from = until;
  }
  return factor;
}
