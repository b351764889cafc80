/** A number and its two halves, the lower one first as on every platform that runs JavaScript today. */
const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);

const ln2 = Math.LN2;
/** ln 2 in two parts: the first has 21 zero bits at its end, so that its whole multiples are exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 1/k! from the highest power down, enough for half of ln 2. */
const exponential = Float64Array.from({ length: 14 }, (_, i) => 1 / factorial(13 - i));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/**
 * e^x to about one unit in the last place, from nothing but exactly defined operations: `Math.exp` may differ in its
 * last digit from one engine to the next, and a simulation must not.
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return x === x ? 0 : x;
  if (x > 709.782712893384) return Infinity;
  const k = Math.floor(x / ln2 + 0.5);
  const r = x - k * ln2High - k * ln2Low;
  let total = exponential[0]!;
  for (let i = 1; i < 12; i++) total = total * r + exponential[i]!;
  const value = 1 + (r + r * r * total);
  return k > -1022 && k < 1024 ? value * twoTo(k) : value * twoTo(k > 0 ? k - 1 : k + 60) * (k > 0 ? 2 : 2 ** -60);
}

/** 2^k for a normal number's exponent. */
function twoTo(k: number): number {
  halves[0] = 0;
  halves[1] = (k + 1023) << 20;
  return number[0]!;
}

/** The natural logarithm to about one unit in the last place, alike on every platform as `exp` is. */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  number[0] = x < 2 ** -1022 ? x * 2 ** 54 : x;
  const bits = halves[1]! - 0x3fe6a09e;
  const k = bits >> 20;
  halves[1] = (bits & 0xfffff) + 0x3fe6a09e;
  const power = x < 2 ** -1022 ? k - 54 : k;
  const f = number[0]! - 1;
  const s = f / (2 + f);
  const half = 0.5 * f * f;
  return power * ln2High - (half - (s * (half + series(s * s)) + power * ln2Low) - f);
}

/** ln(1 + x), without loss where x is small: Kahan's correction of the rounded sum. */
export function ln1p(x: number): number {
  const rounded = 1 + x;
  return rounded === 1 ? x : (ln(rounded) * x) / (rounded - 1);
}

/** 2z/3 + 2z²/5 + 2z³/7 …, for z up to 0.0295. */
function series(z: number): number {
  let total = 0;
  for (let odd = 23; odd >= 3; odd -= 2) total = (total + 2 / odd) * z;
  return total;
}
