import { exp, ln } from "./elementary";

/** Numerators and denominators of degree 7, from the highest power down. */
interface Rational {
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

const central: Rational = {
  top: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  bottom: [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
};
const middle: Rational = {
  top: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  bottom: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};
const far: Rational = {
  top: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  bottom: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
};

const horner = (x: number, c: readonly number[]): number =>
  ((((((c[0]! * x + c[1]!) * x + c[2]!) * x + c[3]!) * x + c[4]!) * x + c[5]!) * x + c[6]!) * x + c[7]!;

const rational = (x: number, { top, bottom }: Rational): number => horner(x, top) / horner(x, bottom);

/**
 * Quantile of the standard normal distribution for p between 0 and 1: algorithm AS 241 of Wichura (1988), relative
 * error about 1e-16 in its rational functions. Alike on every platform.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * rational(0.180625 - q * q, central);
  const r = Math.sqrt(-ln(q < 0 ? p : 1 - p));
  const size = r <= 5 ? rational(r - 1.6, middle) : rational(r - 5, far);
  return q < 0 ? -size : size;
}

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Height of the standard normal curve. */
export const normalDensity = (z: number): number => exp(-0.5 * z * z) / rootTwoPi;

/**
 * Probability of a standard normal number below z, to about 1e-15 of itself: the series of Marsaglia (2004) within
 * 3 of the middle, Laplace's continued fraction beyond.
 */
export function normalCumulative(z: number): number {
  if (z > 3) return 1 - normalCumulative(-z);
  if (z < -3) return normalDensity(z) / mills(-z);
  let term = z;
  let total = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(total); odd += 2) {
    term *= (z * z) / odd;
    total += term;
  }
  return 0.5 + total * normalDensity(z);
}

/** Height over upper tail. */
function mills(z: number): number {
  let fraction = z;
  for (let k = 120; k > 0; k--) fraction = z + k / fraction;
  return fraction;
}

/** Between a probability of 1.2e-16 and as much from 1: beyond it 1 could not be told from the probability. */
const reach = 8.2;
const perUnit = 128;
const ends = Math.ceil(reach) * perUnit;

let tables: { readonly below: Float64Array; readonly density: Float64Array } | undefined;

function tabulated(): { readonly below: Float64Array; readonly density: Float64Array } {
  const places = Float64Array.from({ length: 2 * ends + 1 }, (_, i) => (i - ends) / perUnit);
  return { below: places.map(normalCumulative), density: places.map(normalDensity) };
}

/**
 * Turns normal numbers, in place, into the probabilities below them, to 1e-13: Taylor's series from the nearest of
 * 2,305 places.
 */
export function normalToUniform(values: Float64Array): void {
  const { below, density } = (tables ??= tabulated());
  for (let i = 0; i < values.length; i++) {
    const z = Math.min(Math.max(values[i]!, -reach), reach);
    const at = Math.floor(z * perUnit + 0.5);
    const from = at / perUnit;
    const d = z - from;
    const third = (from * from - 1) / 6;
    const fourth = (from * (3 - from * from)) / 24;
    const rise = d * (1 + d * (-from / 2 + d * (third + d * fourth)));
    values[i] = below[at + ends]! + density[at + ends]! * rise;
  }
}

/** Turns probabilities, in place, into the normal numbers they lie below. */
export function uniformToNormal(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = normalQuantile(values[i]!);
}
