/** Up to this share of the range a place is told from one end; beyond it from the other, whose digits it would lose. */
const reach = 0.75;

/** Quantile of the triangular distribution on `min` ≤ `mode` ≤ `max`. */
export function triangularQuantile(p: number, min: number, mode: number, max: number): number {
  if (min === max) return min;
  const range = max - min;
  const rising = (mode - min) / range;
  const falling = (max - mode) / range;
  if (p < rising) {
    const below = Math.sqrt(p * rising);
    return below < reach ? min + range * below : max - (range * (1 - p + p * falling)) / (1 + below);
  }
  const above = Math.sqrt((1 - p) * falling);
  return above < reach ? max - range * above : min + (range * (p + (1 - p) * rising)) / (1 + above);
}
