import { betaCumulative, betaDensity, betaQuantile, betaTail } from "../maths/beta";
import { exp, ln } from "../maths/elementary";
import { gammaCumulative, gammaTail, logGamma, poissonKernel } from "../maths/gamma";
import { normalCumulative, normalDensity, normalQuantile } from "../maths/normal";
import { quantileOf, risingRoot } from "../maths/rising-root";
import { type Chapter, of, type OfNumbers } from "./lifting";
import { dividedByZero, type Value, wrongNumber } from "./values";

/** Refuses arguments out of bounds as Excel does. */
const when = (valid: boolean, calculate: () => Value): Value => (valid ? calculate() : wrongNumber);

const inside = (p: number): boolean => p > 0 && p < 1;

const normal: OfNumbers = (x, mean, deviation, cumulative) => when(deviation! > 0, () => {
  const z = (x! - mean!) / deviation!;
  return cumulative ? normalCumulative(z) : normalDensity(z) / deviation!;
});

const normalInverse: OfNumbers = (p, mean, deviation) =>
  when(inside(p!) && deviation! > 0, () => mean! + deviation! * normalQuantile(p!));

const logNormal: OfNumbers = (x, mean, deviation, cumulative) => when(x! > 0 && deviation! > 0, () => {
  const z = (ln(x!) - mean!) / deviation!;
  return cumulative ? normalCumulative(z) : normalDensity(z) / (deviation! * x!);
});

const logNormalInverse: OfNumbers = (p, mean, deviation) =>
  when(inside(p!) && deviation! > 0, () => exp(mean! + deviation! * normalQuantile(p!)));

const beta: OfNumbers = (x, a, b, cumulative, from = 0, to = 1) =>
  when(a! > 0 && b! > 0 && from < to && x! >= from && x! <= to, () => {
    const share = (x! - from) / (to - from);
    if (cumulative) return betaCumulative(share, a!, b!);
    return share === 0 || share === 1 ? betaEdge(share === 0 ? a! : b!, share === 0 ? b! : a!, to - from)
      : betaDensity(share, a!, b!) / (to - from);
  });

/** The height of the curve at an end, whose own shape is `own`. */
const betaEdge = (own: number, other: number, width: number): Value =>
  own > 1 ? 0 : own === 1 ? other / width : wrongNumber;

const betaInverse: OfNumbers = (p, a, b, from = 0, to = 1) =>
  when(p! > 0 && p! <= 1 && a! > 0 && b! > 0 && from < to, () => from + (to - from) * betaPlace(p!, a!, b!));

const betaPlace = (p: number, a: number, b: number): number =>
  a >= 1 && b >= 1 ? betaQuantile(p, a, b) : risingRoot((x) => betaCumulative(x, a, b) - p, 0, 1);

/** Probability of Student's t above `t`, not below 0. */
const studentTail = (t: number, freedom: number): number =>
  0.5 * (t * t < freedom ? betaTail((t * t) / (freedom + t * t), 0.5, freedom / 2)
    : betaCumulative(freedom / (freedom + t * t), freedom / 2, 0.5));

const student = (t: number, freedom: number): number =>
  (t < 0 ? studentTail(-t, freedom) : 1 - studentTail(t, freedom));

const studentDensity = (t: number, freedom: number): number =>
  Math.exp(logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - ((freedom + 1) / 2) * Math.log1p((t * t) / freedom))
  / Math.sqrt(freedom * Math.PI);

/** The t, not below 0, that is exceeded with probability `tail`, at most ½. */
const studentPlace = (tail: number, freedom: number): number =>
  tail >= 0.5 ? 0 : quantileOf((t) => -Math.log(studentTail(t, freedom)), -Math.log(tail), 0);

const studentInverse: OfNumbers = (p, freedom) => when(inside(p!) && freedom! >= 1, () =>
  p! < 0.5 ? -studentPlace(p!, Math.trunc(freedom!)) : studentPlace(1 - p!, Math.trunc(freedom!)));

const chiSquared: OfNumbers = (x, freedom, cumulative) => when(x! >= 0 && freedom! >= 1, () =>
  gammaOf(x!, Math.trunc(freedom!) / 2, 2, cumulative!));

const gammaOf = (x: number, shape: number, scale: number, cumulative: number): Value => {
  if (cumulative) return gammaCumulative(x / scale, shape);
  if (x === 0) return shape === 1 ? 1 / scale : shape > 1 ? 0 : wrongNumber;
  return (poissonKernel(shape, x / scale) * shape) / x;
};

const gammaPlace = (p: number, shape: number): number =>
  p === 0 ? 0 : quantileOf((x) => gammaCumulative(x, shape), p, 0);

/** Where the upper tail has probability `q`: by its logarithm, so that small ones keep their digits. */
const gammaUpperPlace = (q: number, shape: number): number =>
  q === 1 ? 0 : quantileOf((x) => -Math.log(gammaTail(x, shape)), -Math.log(q), 0);

const fisher = (x: number, one: number, other: number): number =>
  betaCumulative((one * x) / (one * x + other), one / 2, other / 2);

const fisherTail = (x: number, one: number, other: number): number =>
  betaCumulative(other / (one * x + other), other / 2, one / 2);

const fisherDensity = (x: number, one: number, other: number): number => {
  const share = (one * x) / (one * x + other);
  return (betaDensity(share, one / 2, other / 2) * one * other) / (one * x + other) ** 2;
};

const fisherFits = (one: number, other: number): boolean => one >= 1 && other >= 1;

const binomial: OfNumbers = (successes, trials, p, cumulative) => {
  const [k, n] = [Math.trunc(successes!), Math.trunc(trials!)];
  return when(k >= 0 && k <= n && p! >= 0 && p! <= 1, () => {
    if (cumulative) return k === n ? 1 : betaCumulative(1 - p!, n - k, k + 1);
    if (p === 0 || p === 1) return Number(k === (p === 0 ? 0 : n));
    return betaDensity(p!, k + 1, n - k + 1) / (n + 1);
  });
};

const binomialInverse: OfNumbers = (trials, p, level) => {
  const n = Math.trunc(trials!);
  return when(n >= 0 && inside(p!) && inside(level!), () => {
    let [low, high] = [0, n];
    while (low < high) {
      const middle = (low + high) >> 1;
      const reached = middle === n ? 1 : betaCumulative(1 - p!, n - middle, middle + 1);
      if (reached >= level!) high = middle;
      else low = middle + 1;
    }
    return low;
  });
};

const poisson: OfNumbers = (count, mean, cumulative) => {
  const k = Math.trunc(count!);
  const upTo = () => (mean === 0 ? 1 : gammaTail(mean!, k + 1));
  return when(k >= 0 && mean! >= 0, () => (cumulative ? upTo() : poissonPoint(k, mean!)));
};

const poissonPoint = (k: number, mean: number): number => (mean === 0 ? Number(k === 0) : poissonKernel(k, mean));

const exponential: OfNumbers = (x, rate, cumulative) => when(x! >= 0 && rate! > 0, () =>
  cumulative ? -Math.expm1(-rate! * x!) : rate! * exp(-rate! * x!));

const weibull: OfNumbers = (x, shape, scale, cumulative) => when(x! >= 0 && shape! > 0 && scale! > 0, () => {
  const power = (x! / scale!) ** shape!;
  return cumulative ? -Math.expm1(-power) : (shape! / scale!) * (x! / scale!) ** (shape! - 1) * Math.exp(-power);
});

const confidence: OfNumbers = (alpha, deviation, size) => when(inside(alpha!) && deviation! > 0 && size! >= 1, () =>
  (-normalQuantile(alpha! / 2) * deviation!) / Math.sqrt(Math.trunc(size!)));

const confidenceT: OfNumbers = (alpha, deviation, size) => {
  const n = Math.trunc(size!);
  if (n === 1) return dividedByZero;
  return when(inside(alpha!) && deviation! > 0 && n > 1, () =>
    (studentPlace(alpha! / 2, n - 1) * deviation!) / Math.sqrt(n));
};

const gamma: OfNumbers = (x) => {
  if (x! <= 0 && Number.isInteger(x)) return wrongNumber;
  if (x! < 0.5) return Math.PI / (Math.sin(Math.PI * x!) * Math.exp(logGamma(1 - x!)));
  return Number.isInteger(x) && x! < 100 ? Math.round(Math.exp(logGamma(x!))) : Math.exp(logGamma(x!));
};

export const distributions: Chapter = {
  "NORM.DIST": of(normal, 4),
  "NORM.INV": of(normalInverse, 3),
  "NORM.S.DIST": of((z, cumulative) => (cumulative ? normalCumulative(z!) : normalDensity(z!)), 2),
  "NORM.S.INV": of((p) => when(inside(p!), () => normalQuantile(p!)), 1),
  NORMDIST: of(normal, 4),
  NORMINV: of(normalInverse, 3),
  NORMSDIST: of((z) => normalCumulative(z!), 1),
  NORMSINV: of((p) => when(inside(p!), () => normalQuantile(p!)), 1),
  PHI: of((z) => normalDensity(z!), 1),
  GAUSS: of((z) => normalCumulative(z!) - 0.5, 1),
  STANDARDIZE: of((x, mean, deviation) => when(deviation! > 0, () => (x! - mean!) / deviation!), 3),
  "LOGNORM.DIST": of(logNormal, 4),
  "LOGNORM.INV": of(logNormalInverse, 3),
  "BETA.DIST": of(beta, 4, 6),
  "BETA.INV": of(betaInverse, 3, 5),
  "T.DIST": of((t, freedom, cumulative) => when(freedom! >= 1, () =>
    cumulative ? student(t!, Math.trunc(freedom!)) : studentDensity(t!, Math.trunc(freedom!))), 3),
  "T.DIST.RT": of((t, freedom) => when(freedom! >= 1, () => student(-t!, Math.trunc(freedom!))), 2),
  "T.DIST.2T": of((t, freedom) => when(t! >= 0 && freedom! >= 1, () => 2 * studentTail(t!, Math.trunc(freedom!))), 2),
  "T.INV": of(studentInverse, 2),
  "T.INV.2T": of((p, freedom) => when(p! > 0 && p! <= 1 && freedom! >= 1, () => studentPlace(p! / 2, Math.trunc(freedom!))), 2),
  "CHISQ.DIST": of(chiSquared, 3),
  "CHISQ.DIST.RT": of((x, freedom) => when(x! >= 0 && freedom! >= 1, () => gammaTail(x! / 2, Math.trunc(freedom!) / 2)), 2),
  "CHISQ.INV": of((p, freedom) => when(p! >= 0 && p! < 1 && freedom! >= 1, () => 2 * gammaPlace(p!, Math.trunc(freedom!) / 2)), 2),
  "CHISQ.INV.RT": of((q, freedom) => when(q! > 0 && q! <= 1 && freedom! >= 1, () =>
    2 * gammaUpperPlace(q!, Math.trunc(freedom!) / 2)), 2),
  "F.DIST": of((x, one, other, cumulative) => when(x! >= 0 && fisherFits(one!, other!), () =>
    (cumulative ? fisher : fisherDensity)(x!, Math.trunc(one!), Math.trunc(other!))), 4),
  "F.DIST.RT": of((x, one, other) => when(x! >= 0 && fisherFits(one!, other!), () =>
    fisherTail(x!, Math.trunc(one!), Math.trunc(other!))), 3),
  "F.INV": of((p, one, other) => when(p! >= 0 && p! < 1 && fisherFits(one!, other!), () =>
    quantileOf((x) => fisher(x, Math.trunc(one!), Math.trunc(other!)), p!, 0)), 3),
  "F.INV.RT": of((q, one, other) => when(q! > 0 && q! <= 1 && fisherFits(one!, other!), () =>
    quantileOf((x) => -fisherTail(x, Math.trunc(one!), Math.trunc(other!)), -q!, 0)), 3),
  "GAMMA.DIST": of((x, shape, scale, cumulative) => when(x! >= 0 && shape! > 0 && scale! > 0, () =>
    gammaOf(x!, shape!, scale!, cumulative!)), 4),
  "GAMMA.INV": of((p, shape, scale) => when(p! >= 0 && p! < 1 && shape! > 0 && scale! > 0, () =>
    scale! * gammaPlace(p!, shape!)), 3),
  GAMMA: of(gamma, 1),
  GAMMALN: of((x) => when(x! > 0, () => logGamma(x!)), 1),
  "BINOM.DIST": of(binomial, 4),
  "BINOM.INV": of(binomialInverse, 3),
  "POISSON.DIST": of(poisson, 3),
  "EXPON.DIST": of(exponential, 3),
  "WEIBULL.DIST": of(weibull, 4),
  "CONFIDENCE.NORM": of(confidence, 3),
  "CONFIDENCE.T": of(confidenceT, 3),
};
