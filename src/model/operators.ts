import { power } from "../maths/power";
import { type Fast, type Lifted, lifted } from "./lifting";
import {
  type Block, Column, compared, dividedByZero, finite, isError, type Lane, numberOf, sameNumber, textOf,
  type Value, wrongNumber,
} from "./values";

type Arithmetic = (one: number, other: number) => Value;

/** As `^` and POWER have it. */
export const powered: Arithmetic = (base, exponent) => {
  if (base === 0 && exponent === 0) return wrongNumber;
  if (base === 0 && exponent < 0) return dividedByZero;
  return finite(base < 0 ? powerOfNegative(base, exponent) : power(base, exponent));
};

/** Excel takes odd roots of negative numbers only where it finds the root to be odd, as in (-8)^(1/3). */
function powerOfNegative(base: number, exponent: number): number {
  if (Number.isInteger(exponent)) return power(base, exponent);
  const root = Math.round(1 / exponent);
  return root % 2 !== 0 && Math.abs(exponent * root - 1) < 1e-15 ? -((-base) ** exponent) : NaN;
}

const divided: Arithmetic = (one, other) => (other === 0 ? dividedByZero : finite(one / other));

const scalar: Readonly<Record<string, Arithmetic>> = {
  "+": (one, other) => finite(one + other),
  "-": (one, other) => finite(one - other),
  "*": (one, other) => finite(one * other),
  "/": divided,
  "^": powered,
};

/** Writes results and answers whether each of them is finite. */
type Loop = (a: Float64Array, b: Float64Array, out: Float64Array, size: number) => boolean;

const loops: Readonly<Record<string, Loop>> = {
  "+": (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) wrong += (out[i] = a[i]! + b[i]!) * 0;
    return wrong === 0;
  },
  "-": (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) wrong += (out[i] = a[i]! - b[i]!) * 0;
    return wrong === 0;
  },
  "*": (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) wrong += (out[i] = a[i]! * b[i]!) * 0;
    return wrong === 0;
  },
  "/": (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) wrong += (out[i] = a[i]! / b[i]!) * 0;
    return wrong === 0;
  },
  "^": (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) wrong += a[i]! > 0 ? (out[i] = power(a[i]!, b[i]!)) * 0 : NaN;
    return wrong === 0;
  },
};

const loopOf = (loop: Loop): Fast => ([one, other], block) => {
  const out = block.take();
  return loop(full(one!, block), full(other!, block), out, block.size) ? new Column(out) : undefined;
};

const full = (numbers: number | Float64Array, block: Block): Float64Array =>
  typeof numbers === "number" ? block.filled(numbers) : numbers;

const ofOperands = (calculate: Arithmetic, loop: Loop): Lifted =>
  lifted(([one = null, other = null]) => {
    const a = numberOf(one);
    if (isError(a)) return a;
    const b = numberOf(other);
    return isError(b) ? b : calculate(a, b);
  }, loopOf(loop));

const arithmetic = (operator: string): Lifted => ofOperands(scalar[operator]!, loops[operator]!);

type Verdict = (order: number) => boolean;

const verdicts: Readonly<Record<string, Verdict>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

/** Only plain numbers compare as numbers: TRUE is more than any of them, and so is a text that says one. */
const comparison = (operator: string): Lifted => {
  const verdict = verdicts[operator]!;
  const [less, same, more] = [verdict(-1), verdict(0), verdict(1)].map(Number) as [number, number, number];
  const fast: Fast = ([one, other], block, lanes) => {
    if (!lanes.every(isPlainNumbers)) return undefined;
    const out = block.take();
    const [a, b] = [full(one!, block), full(other!, block)];
    for (let i = 0; i < block.size; i++) out[i] = sameNumber(a[i]!, b[i]!) ? same : a[i]! < b[i]! ? less : more;
    return new Column(out, true);
  };
  return lifted(([one = null, other = null]) => {
    if (isError(one)) return one;
    return isError(other) ? other : verdict(compared(one, other));
  }, fast);
};

const isPlainNumbers = (lane: Lane | undefined): boolean =>
  typeof lane === "number" || (lane instanceof Column && !lane.logical);

const joined: Lifted = lifted(([one = null, other = null]) => {
  const a = textOf(one);
  if (isError(a)) return a;
  const b = textOf(other);
  return isError(b) ? b : a + b;
});

/** What of a sum or difference is left when its parts cancel is rounding: the last operation of a formula gives 0. */
const snapping = (operator: "+" | "-"): Lifted => {
  const sign = operator === "+" ? 1 : -1;
  const calculate: Arithmetic = (one, other) => (cancels(one, sign * other) ? 0 : scalar[operator]!(one, other));
  const loop: Loop = (a, b, out, size) => {
    let wrong = 0;
    for (let i = 0; i < size; i++) {
      const result = a[i]! + sign * b[i]!;
      wrong += result * 0;
      out[i] = Math.abs(result) < Math.abs(a[i]!) * RELATIVELY_NOTHING ? 0 : result;
    }
    return wrong === 0;
  };
  return ofOperands(calculate, loop);
};

const RELATIVELY_NOTHING = 2 ** -49;

const cancels = (one: number, other: number): boolean => Math.abs(one + other) < Math.abs(one) * RELATIVELY_NOTHING;

export const binary: Readonly<Record<string, Lifted>> = {
  ...Object.fromEntries(Object.keys(scalar).map((operator) => [operator, arithmetic(operator)])),
  ...Object.fromEntries(Object.keys(verdicts).map((operator) => [operator, comparison(operator)])),
  "&": joined,
};

/** As the outermost operation of a formula. */
export const outermost: Readonly<Record<string, Lifted>> = { "+": snapping("+"), "-": snapping("-") };

const times = arithmetic("*");
const over = arithmetic("/");

export const unary: Readonly<Record<string, Lifted>> = {
  "-": (args, block) => times([...args, -1], block),
  "%": (args, block) => over([...args, 100], block),
  /** A plus sign changes nothing, not even a text. */
  "+": lifted(([value = null]) => value),
};
