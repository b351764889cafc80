import { ln } from "./elementary";

/**
 * x ln(x/m) + m − x for x not below 0 and m above 0: never negative, and without loss where x is near m
 * (Loader 2000, Fast and Accurate Computation of Binomial Probabilities).
 */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  if (!(Math.abs(x - m) < 0.1 * (x + m))) return x * ln(x / m) + m - x;
  const ratio = (x - m) / (x + m);
  let power = 2 * x * ratio;
  let total = (x - m) * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = total + power / odd;
    if (next === total) return total;
    total = next;
  }
}
