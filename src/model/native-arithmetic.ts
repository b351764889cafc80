import { exp, ln } from "../maths/elementary";
import { type Chapter, of } from "./lifting";
import { powered } from "./operators";
import { dividedByZero, type Value, wrongNumber } from "./values";

/** What rounding must forgive: a number that is decimal to fifteen digits counts as that, as in ROUND(1.005,2). */
const nudge = 1 + 2 ** -51;

/** Moves the decimal point; powers of ten below 1 are inexact, so those are divided by. */
const shifted = (number: number, digits: number): number =>
  digits >= 0 ? number * 10 ** digits : number / 10 ** -digits;

type Whole = (magnitude: number) => number;

/** Rounds the magnitude at some decimal place. */
const rounding = (whole: Whole) => (number: number, digits = 0): Value => {
  const places = Math.trunc(digits);
  if (places > 15) return number;
  const scaled = shifted(Math.abs(number), places);
  if (!Number.isFinite(scaled) || scaled > 1e15) return number;
  return Math.sign(number) * shifted(whole(scaled), -places) + 0;
};

const nearest: Whole = (magnitude) => Math.floor(magnitude * nudge + 0.5);
const inward: Whole = (magnitude) => Math.floor(magnitude * nudge);
const outward: Whole = (magnitude) => Math.ceil(magnitude / nudge);

const modulo = (number: number, by: number): Value => {
  if (by === 0) return dividedByZero;
  const rest = number - by * Math.floor(number / by);
  return Math.abs(rest) < Math.abs(by) * 1e-15 ? 0 : rest;
};

/** To a multiple; CEILING of a negative number with a positive step goes towards 0. */
const toMultiple = (whole: Whole) => (number: number, step = 1): Value => {
  if (number === 0 || step === 0) return 0;
  if (number > 0 && step < 0) return wrongNumber;
  return whole((number / step)) * step + 0;
};

const up: Whole = (quotient) => Math.ceil(quotient - Math.abs(quotient) * 2 ** -50);
const down: Whole = (quotient) => Math.floor(quotient + Math.abs(quotient) * 2 ** -50);

const floored = (number: number, step: number): Value =>
  step === 0 && number !== 0 ? dividedByZero : toMultiple(down)(number, step);

/** CEILING.MATH and FLOOR.MATH: the sign of the step is of no meaning, `mode` turns negative numbers around. */
const towards = (positive: Whole, negative: Whole) => (number: number, step = 1, mode = 0): Value => {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const whole = number < 0 && mode !== 0 ? negative : positive;
  return whole(number / size) * size + 0;
};

const toNearestMultiple = (number: number, step: number): Value => {
  if (number * step < 0) return wrongNumber;
  return step === 0 ? 0 : Math.floor((number / step) * nudge + 0.5) * step;
};

const even = (number: number): number => Math.sign(number) * 2 * Math.ceil(Math.abs(number) / 2) + 0;
const odd = (number: number): number => {
  const size = Math.ceil(Math.abs(number));
  return (number < 0 ? -1 : 1) * (size % 2 === 1 ? size : size + 1);
};

const factorial = (number: number): Value => {
  if (number < 0) return wrongNumber;
  let product = 1;
  for (let i = 2; i <= Math.trunc(number); i++) product *= i;
  return product;
};

const combinations = (given: number, wanted: number): Value => {
  const [n, k] = [Math.trunc(given), Math.trunc(wanted)];
  if (k < 0 || n < k) return wrongNumber;
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = (product * (n - Math.min(k, n - k) + i)) / i;
  return Math.round(product);
};

const permutations = (given: number, wanted: number): Value => {
  const [n, k] = [Math.trunc(given), Math.trunc(wanted)];
  if (k < 0 || n < k) return wrongNumber;
  let product = 1;
  for (let i = 0; i < k; i++) product *= n - i;
  return product;
};

const logarithm = (number: number, base = 10): Value => {
  if (number <= 0 || base <= 0) return wrongNumber;
  if (base === 1) return dividedByZero;
  return base === 10 ? Math.log10(number) : base === 2 ? Math.log2(number) : ln(number) / ln(base);
};

export const arithmetic: Chapter = {
  ABS: of(Math.abs),
  SIGN: of((number) => Math.sign(number)),
  INT: of((number) => Math.floor(number)),
  TRUNC: of((number, digits = 0) => rounding(inward)(number, digits), 1, 2),
  ROUND: of(rounding(nearest), 2),
  ROUNDUP: of(rounding(outward), 2),
  ROUNDDOWN: of(rounding(inward), 2),
  MROUND: of(toNearestMultiple),
  CEILING: of(toMultiple(up), 2),
  FLOOR: of(floored),
  "CEILING.MATH": of(towards(up, down), 1, 3),
  "FLOOR.MATH": of(towards(down, up), 1, 3),
  EVEN: of(even),
  ODD: of(odd),
  MOD: of(modulo),
  QUOTIENT: of((number, by) => (by === 0 ? dividedByZero : Math.trunc(number / by) + 0)),
  SQRT: of((number) => Math.sqrt(number)),
  EXP: of((number) => exp(number)),
  LN: of((number) => (number <= 0 ? wrongNumber : ln(number))),
  LOG10: of((number) => (number <= 0 ? wrongNumber : Math.log10(number))),
  LOG: of(logarithm, 1, 2),
  POWER: of(powered),
  PI: of(() => Math.PI),
  SIN: of((angle) => Math.sin(angle)),
  COS: of((angle) => Math.cos(angle)),
  TAN: of((angle) => Math.tan(angle)),
  ASIN: of((number) => Math.asin(number)),
  ACOS: of((number) => Math.acos(number)),
  ATAN: of((number) => Math.atan(number)),
  ATAN2: of((x, y) => (x === 0 && y === 0 ? dividedByZero : Math.atan2(y, x))),
  SINH: of((number) => Math.sinh(number)),
  COSH: of((number) => Math.cosh(number)),
  TANH: of((number) => Math.tanh(number)),
  DEGREES: of((angle) => (angle * 180) / Math.PI),
  RADIANS: of((angle) => (angle * Math.PI) / 180),
  FACT: of(factorial),
  COMBIN: of(combinations),
  PERMUT: of(permutations),
};
