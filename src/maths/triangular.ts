/** Quantile of the triangular distribution on `min` ≤ `mode` ≤ `max`. */
export function triangularQuantile(p: number, min: number, mode: number, max: number): number {
  if (min === max) return min;
  const range = max - min;
  const rising = (mode - min) / range;
  if (p < rising) return min + range * Math.sqrt(p * rising);
  return max - range * Math.sqrt(((1 - p) * (max - mode)) / range);
}
