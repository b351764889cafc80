import { Refusal } from "../refusal";
import { deviance } from "./deviance";
import { exp, ln } from "./elementary";
import { stirlingError } from "./gamma";

/** A place between 0 and 1 with its distance to 1, so that neither end loses digits. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** x^a y^b / B(a, b), by Loader's saddle point: no cancellation, however large a and b. */
function kernel(a: number, b: number): (place: Place) => number {
  const n = a + b;
  const scale = Math.sqrt((a * b) / (2 * Math.PI * n));
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return ({ x, y }) => scale * exp(errors - deviance(a, n * x) - deviance(b, n * y));
}

const patience = 20_000;
const tiny = 1e-300;
const unsettled = { en: "has a shape too large to calculate with", zh: "的形状参数过大，无法计算" };

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= patience; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 4e-16) return value;
  }
  throw new Refusal("unsolvable", unsettled);
}

const nonzero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Both tails of the beta distribution at a place, the smaller one without cancellation, and the kernel there. */
function tails(a: number, b: number, place: Place, height: number): { lower: number; upper: number } {
  if (place.x < (a + 1) / (a + b + 2)) {
    const lower = (height * fraction(a, b, place.x)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (height * fraction(b, a, place.y)) / b;
  return { lower: 1 - upper, upper };
}

/** Probability below `x`, from 0 to 1, of the beta distribution; both shapes above 0. */
export function betaCumulative(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const place = { x, y: 1 - x };
  return tails(a, b, place, kernel(a, b)(place)).lower;
}

/** Probability above `x`, without loss where it is small. */
export function betaTail(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 1 : 0;
  const place = { x, y: 1 - x };
  return tails(a, b, place, kernel(a, b)(place)).upper;
}

/** Height of the beta curve at `x`, between 0 and 1. */
export const betaDensity = (x: number, a: number, b: number): number =>
  kernel(a, b)({ x, y: 1 - x }) / (x * (1 - x));

/** A beta distribution seen from one of its ends. */
interface Side {
  readonly a: number;
  readonly b: number;
  readonly lnBeta: number;
  readonly height: (place: Place) => number;
}

/** The place of probability `p`, at most ½: Newton on the logarithm of the smaller tail, which is concave. */
function placeBelowHalf(p: number, q: number, { a, b, lnBeta, height: at }: Side): number {
  const lowest = exp((ln(p) + ln(a) + lnBeta) / a);
  let x = Math.max(lowest, guess(p, q, a, b));
  for (let step = 1, turns = 0; Math.abs(step) > 1e-9 && turns < 100; turns++) {
    x = Math.min(x, 0.75);
    const place = { x, y: 1 - x };
    const height = at(place);
    const { lower, upper } = tails(a, b, place, height);
    const slope = height / place.y;
    step = p <= q ? (ln(p / lower) * lower) / slope : (ln(upper / q) * upper) / slope;
    x = Math.max(lowest, x * exp(step));
  }
  return x;
}

/** A first value from the normal distribution (Abramowitz & Stegun 26.2.22 and 26.5.22), a and b not below 1. */
function guess(p: number, q: number, a: number, b: number): number {
  const t = Math.sqrt(-2 * ln(Math.min(p, q)));
  const z = (2.30753 + 0.27061 * t) / (1 + (0.99229 + 0.04481 * t) * t) - t;
  const normal = p < q ? -z : z;
  const [one, other] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (one + other);
  const lambda = (normal * normal - 3) / 6;
  const w = (normal * Math.sqrt(Math.max(0, lambda + h))) / h - (other - one) * (lambda + 5 / 6 - 2 / (3 * h));
  return Math.max(a / (a + b * exp(2 * w)), 1e-300);
}

interface Prepared {
  readonly near: Side;
  readonly far: Side;
  readonly belowHalf: number;
}

function prepared(a: number, b: number): Prepared {
  const height = kernel(a, b);
  const [x, y] = [a / (a + b), b / (a + b)];
  const lnBeta = a * ln(x) + b * ln(y) - ln(height({ x, y }));
  const half = { x: 0.5, y: 0.5 };
  return {
    near: { a, b, lnBeta, height },
    far: { a: b, b: a, lnBeta, height: (place) => height({ x: place.y, y: place.x }) },
    belowHalf: tails(a, b, half, height(half)).lower,
  };
}

let recent: Prepared | undefined;

/** A simulation asks for thousands of quantiles of one distribution in a row. */
function preparedOnce(a: number, b: number): Prepared {
  if (recent?.near.a !== a || recent.near.b !== b) recent = prepared(a, b);
  return recent;
}

/**
 * Quantile of the beta distribution: the x of probability `p`, both shapes not below 1.
 * Relative error below 1e-12 for shapes up to 1e4.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p === 0 || p === 1) return p;
  const { near, far, belowHalf } = preparedOnce(a, b);
  return p <= belowHalf ? placeBelowHalf(p, 1 - p, near) : 1 - placeBelowHalf(1 - p, p, far);
}

/** The same on `min` to `max`, told from the nearer end: a small number at one end keeps its digits. */
export function betaQuantileBetween(min: number, max: number, p: number, a: number, b: number): number {
  const place = betaQuantile(p, a, b);
  return place < 0.5 ? min + (max - min) * place : max - (max - min) * (1 - place);
}
