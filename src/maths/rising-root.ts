/**
 * Where a rising function passes 0 between two places, by false position with halving (Dowell & Jarratt 1971);
 * as near as numbers allow. At `low` it must not be above 0, at `high` not below.
 */
export function risingRoot(rising: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [below, above] = [rising(a), rising(b)];
  for (let turn = 0; turn < 300 && below < 0 && above > 0; turn++) {
    const x = turn % 3 === 2 ? a + (b - a) / 2 : a - (below * (b - a)) / (above - below);
    if (!(x > a && x < b)) break;
    const value = rising(x);
    if (value < 0) [a, below, above] = [x, value, turn % 3 === 1 ? above / 2 : above];
    else [b, above, below] = [x, value, turn % 3 === 1 ? below / 2 : below];
  }
  return -below < above ? a : b;
}

/** The place of probability `p` where a cumulative distribution rises without bounds on one or both sides. */
export function quantileOf(cumulative: (x: number) => number, p: number, from: number): number {
  let [low, high] = [from, Math.max(1, from + 1)];
  while (cumulative(high) < p && high < 1e300) [low, high] = [high, high * 2];
  return risingRoot((x) => cumulative(x) - p, low, high);
}
