const ROOT_OF_TAU = Math.sqrt(2 * Math.PI);

/** Height of the standard normal curve. */
export const normalDensity = (z: number): number => Math.exp(-0.5 * z * z) / ROOT_OF_TAU;

/** Probability below `z` of the standard normal distribution, to about fifteen digits in either tail. */
export function normalCumulative(z: number): number {
  if (z < -3) return upperTail(-z);
  return z > 3 ? 1 - upperTail(z) : 0.5 + nearMiddle(z);
}

/** From 0 to z, by the series whose terms are all of one sign (Abramowitz & Stegun 26.2.11). */
function nearMiddle(z: number): number {
  let term = z;
  let total = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(total); odd += 2) {
    term *= (z * z) / odd;
    total += term;
  }
  return normalDensity(z) * total;
}

/** Mills' ratio by its continued fraction (Abramowitz & Stegun 26.2.14), from the far end. */
function upperTail(z: number): number {
  let fraction = 0;
  for (let k = 160; k > 0; k--) fraction = k / (z + fraction);
  return normalDensity(z) / (z + fraction);
}

type Coefficients = readonly number[];

const ratio = (x: number, above: Coefficients, below: Coefficients): number => polynomial(x, above) / polynomial(x, below);

const polynomial = (x: number, coefficients: Coefficients): number =>
  coefficients.reduceRight((value, coefficient) => value * x + coefficient, 0);

/** Wichura (1988), Algorithm AS 241, PPND16: for probabilities near ½, farther out, and in the tails. */
const middle: readonly [Coefficients, Coefficients] = [
  [3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
  [1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
    21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561],
];
const farther: readonly [Coefficients, Coefficients] = [
  [1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4],
  [1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
    0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9],
];
const tail: readonly [Coefficients, Coefficients] = [
  [6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
  [1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
    7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15],
];

/** The z of probability `p`, above 0 and below 1, to about sixteen digits. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, ...middle);
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const z = r <= 5 ? ratio(r - 1.6, ...farther) : ratio(r - 5, ...tail);
  return q < 0 ? -z : z;
}
