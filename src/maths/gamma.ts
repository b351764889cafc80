import { deviance } from "./deviance";
import { exp, ln, ln1p } from "./elementary";

/** ln Γ(n + 1) less Stirling's formula for it, n above 0. */
export function stirlingError(n: number): number {
  let error = 0;
  let at = n;
  for (; at < 16; at++) error += (at + 0.5) * ln1p(1 / at) - 1;
  const square = 1 / (at * at);
  return error + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - square / 1188) * square) * square) * square) / at;
}

/** ln Γ(x), x above 0. */
export const logGamma = (x: number): number =>
  (x - 0.5) * ln(x) - x + 0.5 * ln(2 * Math.PI) + stirlingError(x);

/** x^a e^(−x) / Γ(a + 1) by Loader's saddle point: the Poisson probability of a at mean x. */
export const poissonKernel = (a: number, x: number): number =>
  a === 0 ? exp(-x) : exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);

/** Probability below `x` of the gamma distribution of shape `a` and scale 1; both above 0. */
export function gammaCumulative(x: number, a: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(x, a) : 1 - upperFraction(x, a);
}

/** Probability above `x`, without loss where it is small. */
export function gammaTail(x: number, a: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(x, a) : upperFraction(x, a);
}

/** DLMF 8.7.1, scaled. */
function lowerSeries(x: number, a: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; term > 1e-17 * total; n++) {
    term *= x / (a + n);
    total += term;
  }
  return poissonKernel(a, x) * total;
}

/** The continued fraction DLMF 8.9.2, by Lentz's method. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const by = n * (a - n);
    b += 2;
    d = 1 / (by * d + b || 1e-300);
    c = b + by / c || 1e-300;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return poissonKernel(a, x) * a * value;
}
