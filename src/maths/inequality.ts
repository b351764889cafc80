import { rescaled, sum } from "./sum";

/**
 * Gini coefficient with weights: 0 when all are alike, towards 1 when one has all.
 * Values and weights not negative, neither all 0; sorted once, so that it takes n log n.
 */
export function gini(values: Float64Array, weights: Float64Array): number {
  const [sizes, widths] = [rescaled(values), rescaled(weights)];
  const order = Uint32Array.from({ length: sizes.length }, (_, i) => i).sort((a, b) => sizes[a]! - sizes[b]!);
  return areaBetween(order, widths, sizes.map((value, i) => value * widths[i]!));
}

/**
 * Twice the area between the Hoover curve of `parts` over `reference` and the diagonal (Hoover 1936):
 * unchanged when a place is split in proportion. Neither may add up to 0.
 */
export function locationalGini(parts: Float64Array, reference: Float64Array): number {
  const [masses, widths] = [rescaled(parts), rescaled(reference)];
  const present = Array.from({ length: masses.length }, (_, i) => i).filter((i) => masses[i]! > 0 || widths[i]! > 0);
  const order = Uint32Array.from(present).sort((a, b) => masses[a]! * widths[b]! - masses[b]! * widths[a]!);
  return areaBetween(order, widths, masses);
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
export function theilT(values: Float64Array): number {
  return sum(overMean(values).map((x) => (x > 0 ? x * Math.log(x) : 0))) / values.length;
}

/** Theil's L, the mean log deviation: mean of ln(m/x). All values above 0. */
export const theilL = (values: Float64Array): number => -sum(overMean(values).map(Math.log)) / values.length;

function overMean(values: Float64Array): Float64Array {
  const sizes = rescaled(values);
  const mean = sum(sizes) / sizes.length;
  return sizes.map((x) => x / mean);
}

/** Σ |sᵢ − rᵢ| of two vectors of shares: 0 when alike, 2 when disjoint (Krugman 1991). */
export const distance = (shares: ArrayLike<number>, reference: ArrayLike<number>): number =>
  sum(Float64Array.from(shares, (share, i) => Math.abs(share - reference[i]!)));
