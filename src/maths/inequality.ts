import { sum } from "./sum";

/**
 * Gini coefficient with weights: 0 when all are alike, towards 1 when one has all.
 * Values and weights not negative, neither all 0; sorted once, so that it takes n log n.
 */
export function gini(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  return areaBetween(order, weights, Float64Array.from(values, (value, i) => value * weights[i]!));
}

/**
 * Twice the area between the Hoover curve of `parts` over `reference` and the diagonal (Hoover 1936):
 * unchanged when a place is split in proportion. Neither may add up to 0.
 */
export function locationalGini(parts: ArrayLike<number>, reference: ArrayLike<number>): number {
  const present = Array.from({ length: parts.length }, (_, i) => i).filter((i) => parts[i]! > 0 || reference[i]! > 0);
  const order = Uint32Array.from(present).sort((a, b) => parts[a]! * reference[b]! - parts[b]! * reference[a]!);
  return areaBetween(order, reference, parts);
}

/** Σ over pairs in rising order of (wᵢ mⱼ − wⱼ mᵢ), over both totals: twice the area under the Lorenz curve's gap. */
function areaBetween(order: Uint32Array, widths: ArrayLike<number>, masses: ArrayLike<number>): number {
  const gaps = new Float64Array(order.length);
  let width = 0;
  let mass = 0;
  order.forEach((i, place) => {
    gaps[place] = masses[i]! * width - widths[i]! * mass;
    width += widths[i]!;
    mass += masses[i]!;
  });
  return sum(gaps) / width / mass;
}

/** Theil's T: mean of (x/m) ln(x/m), where 0 counts as 0. Values not negative, not all 0. */
export function theilT(values: ArrayLike<number>): number {
  const mean = sum(values) / values.length;
  return sum(Float64Array.from(values, (x) => (x > 0 ? (x / mean) * Math.log(x / mean) : 0))) / values.length;
}

/** Theil's L, the mean log deviation: mean of ln(m/x). All values above 0. */
export function theilL(values: ArrayLike<number>): number {
  const mean = sum(values) / values.length;
  return sum(Float64Array.from(values, (x) => Math.log(mean / x))) / values.length;
}

/** Σ |sᵢ − rᵢ| of two vectors of shares: 0 when alike, 2 when disjoint (Krugman 1991). */
export const distance = (shares: ArrayLike<number>, reference: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share, i) => Math.abs(share - reference[i]!)));
