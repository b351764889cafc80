/**
 * A number to a power. Whole powers up to 256 are multiplied out, so that they are the same on every platform, to
 * some units in the last place; others are the engine's own, which may differ in the last digit.
 */
export function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 256) return base ** exponent;
  let result = 1;
  let factor = base;
  for (let rest = Math.abs(exponent); rest > 0; rest >>= 1) {
    if (rest & 1) result *= factor;
    factor *= factor;
  }
  return exponent < 0 ? 1 / result : result;
}
