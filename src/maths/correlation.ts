import { Refusal, type Texts } from "../refusal";
import { cholesky, solvedLower } from "./cholesky";
import { matrix, type Matrix } from "./matrix";
import { symmetricSpectrum } from "./symmetric-eigen";

const subject = "correlations";

const refusal = (fragment: Texts): Refusal => new Refusal("unsolvable", fragment, subject);

/** A pair whose correlation the others rule out, with the range that they allow. */
export interface ImpossiblePair {
  readonly first: number;
  readonly second: number;
  readonly low: number;
  readonly high: number;
  /** The fewest variables that cannot go together, the pair among them. */
  readonly among: readonly number[];
}

/** Refuses what is no correlation matrix, and says which pair stands in the way. */
export function requireCorrelations(correlations: Matrix, names: readonly string[]): void {
  const { rows, columns, data } = correlations;
  if (rows !== names.length || columns !== names.length) throw refusal(notSquare(names.length));
  for (let i = 0; i < rows; i++) {
    if (data[i * rows + i] !== 1) throw refusal(diagonal(names[i]!));
    for (let j = 0; j < i; j++) {
      const [value, mirrored] = [data[i * rows + j]!, data[j * rows + i]!];
      if (!(Math.abs(value) <= 1 && Math.abs(mirrored) <= 1)) throw refusal(outside(names[j]!, names[i]!));
      if (value !== mirrored) throw refusal(unequal(names[j]!, names[i]!));
    }
  }
  const pair = impossiblePair(correlations);
  if (pair) throw refusal(impossible(pair, names));
}

const notSquare = (n: number): Texts => ({ en: `must have ${n} rows and ${n} columns`, zh: `须为 ${n} 行 ${n} 列` });
const diagonal = (name: string): Texts => ({ en: `must be 1 between ${name} and itself`, zh: `中 ${name} 与自身须为 1` });
const outside = (one: string, other: string): Texts => ({
  en: `must lie from −1 to 1 between ${one} and ${other}`,
  zh: `中 ${one} 与 ${other} 之间须在 −1 至 1 之间`,
});
const unequal = (one: string, other: string): Texts => ({
  en: `must be the same between ${one} and ${other} in both directions`,
  zh: `中 ${one} 与 ${other} 之间两个方向须相同`,
});

function impossible({ first, second, low, high, among }: ImpossiblePair, names: readonly string[]): Texts {
  const [one, other] = [names[first]!, names[second]!];
  const rest = among.filter((i) => i !== first && i !== second).map((i) => names[i]!);
  const [from, to] = [inward(low, 1), inward(high, -1)];
  if (rest.length === 0) {
    return { en: `must lie within −1 and 1 between ${one} and ${other}`, zh: `中 ${one} 与 ${other} 之间须大于 −1 且小于 1` };
  }
  return {
    en: `must lie between ${from} and ${to} for ${one} and ${other}, given how both go with ${rest.join(", ")}`,
    zh: `中 ${one} 与 ${other} 之间须在 ${from} 与 ${to} 之间（由二者与 ${rest.join("、")} 的相关性决定）`,
  };
}

/** To three places, towards what is allowed; what rounding has added does not count. */
function inward(bound: number, direction: 1 | -1): string {
  return ((direction * Math.ceil(direction * bound * 1000 - 1e-6)) / 1000).toFixed(3);
}

/** The pair that lies furthest outside what the others allow; undefined where the matrix is positive definite. */
export function impossiblePair(correlations: Matrix): ImpossiblePair | undefined {
  if (cholesky(correlations)) return undefined;
  const among = fewestImpossible(correlations);
  const pairs = among.flatMap((second, at) =>
    among.slice(0, at).map((first) => ({ first, second, ...allowed(correlations, among, first, second), among })),
  );
  const excess = ({ first, second, low, high }: ImpossiblePair): number => {
    const value = correlations.data[first * correlations.columns + second]!;
    return Math.max(low - value, value - high);
  };
  return pairs.reduce((worst, pair) => (excess(pair) > excess(worst) ? pair : worst));
}

/** Leaves out every variable without which the rest still cannot go together. */
function fewestImpossible(correlations: Matrix): readonly number[] {
  let among = Array.from({ length: correlations.rows }, (_, i) => i);
  for (const left of [...among].reverse()) {
    const rest = among.filter((i) => i !== left);
    if (!cholesky(part(correlations, rest))) among = rest;
  }
  return among;
}

/** The rows and columns of some variables. */
export function part({ columns, data }: Matrix, among: readonly number[]): Matrix {
  const kept = among.flatMap((i) => among.map((j) => data[i * columns + j]!));
  return matrix(among.length, among.length, Float64Array.from(kept));
}

/**
 * From the conditional correlation given the others: what they explain of the pair, and how much of each they
 * leave.
 */
function allowed(
  correlations: Matrix,
  among: readonly number[],
  first: number,
  second: number,
): { low: number; high: number } {
  const others = among.filter((i) => i !== first && i !== second);
  const lower = cholesky(part(correlations, others))!;
  const explained = (i: number): Float64Array =>
    solvedLower(lower, others.map((j) => correlations.data[i * correlations.columns + j]!));
  const [x, y] = [explained(first), explained(second)];
  const middle = dot(x, y);
  const reach = Math.sqrt(Math.max(0, (1 - dot(x, x)) * (1 - dot(y, y))));
  return { low: Math.max(-1, middle - reach), high: Math.min(1, middle + reach) };
}

export function dot(x: Float64Array, y: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) total += x[i]! * y[i]!;
  return total;
}

const rounds = 500;

/**
 * The nearest correlation matrix by the sum of squared changes: alternating projections with Dykstra's correction
 * (Higham 2002). Eigenvalues are kept at or above `floor`, so that the answer can be drawn from.
 */
export function nearestCorrelations({ rows: n, data }: Matrix, floor = 1e-6): Matrix {
  let y = data.slice();
  let correction = new Float64Array(n * n);
  for (let round = 0; round < rounds; round++) {
    const r = y.map((value, i) => value - correction[i]!);
    const x = positivePart(matrix(n, n, r), floor);
    correction = x.map((value, i) => value - r[i]!);
    const next = x.map((value, i) => (i % (n + 1) === 0 ? 1 : value));
    const change = next.reduce((most, value, i) => Math.max(most, Math.abs(value - y[i]!)), 0);
    y = next;
    if (change < 1e-12) break;
  }
  return matrix(n, n, y.map((value, i) => (value + y[(i % n) * n + Math.floor(i / n)]!) / 2));
}

function positivePart(symmetric: Matrix, floor: number): Float64Array<ArrayBuffer> {
  const n = symmetric.rows;
  const { values, vectors } = symmetricSpectrum(symmetric);
  const total = new Float64Array(n * n);
  vectors.forEach((vector, k) => {
    const value = Math.max(values[k]!, floor);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) total[i * n + j]! += value * vector[i]! * vector[j]!;
  });
  return total;
}
