/**
 * The place in a range that lies `below` of its length above `min` and `above` of it under `max`: told from the nearer
 * end, so that a small number at one end keeps its digits however far the other end is.
 */
export const placed = (min: number, max: number, below: number, above: number): number =>
  below < above ? min + (max - min) * below : max - (max - min) * above;

/** Quantile of the triangular distribution on `min` ≤ `mode` ≤ `max`. */
export function triangularQuantile(p: number, min: number, mode: number, max: number): number {
  if (min === max) return min;
  const range = max - min;
  const [rising, falling] = [(mode - min) / range, (max - mode) / range];
  if (p < rising) {
    const below = Math.sqrt(p * rising);
    return placed(min, max, below, (1 - p + p * falling) / (1 + below));
  }
  const above = Math.sqrt((1 - p) * falling);
  return placed(min, max, (p + (1 - p) * rising) / (1 + above), above);
}
