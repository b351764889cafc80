import { Refusal, type Texts } from "../refusal";
import type { Writing } from "./elimination";
import { factored, inverse, inverseDiagonal, solved, solvedAcross, type Factored } from "./linear-system";
import { columnSums, matrix, type Matrix } from "./matrix";
import { rescaled, sum } from "./sum";

/** I − A of an economy that leaves something over: factored, with the output multipliers that prove it. */
export interface LeontiefSystem {
  readonly balance: Factored;
  /** Σᵢ Lᵢⱼ of each sector: the column sums of L = (I − A)⁻¹. */
  readonly multipliers: Float64Array;
}

/** Where the condition number reaches this, four digits of a result are all that is left. */
const trusted = 1e12;

/** What is below 0 by no more than this in an inverse is rounding. */
const rounding = 1e-12;

/** aᵢⱼ = zᵢⱼ / xⱼ from n × n flows and n outputs; where nothing is bought the coefficient is 0, whatever the output. */
export function inputCoefficients({ rows, columns, data }: Matrix, output: Float64Array): Matrix {
  const coefficients = matrix(rows, columns);
  for (let at = 0; at < data.length;) {
    for (let j = 0; j < columns; j++, at++) if (data[at] !== 0) coefficients.data[at] = data[at]! / output[j]!;
  }
  return coefficients;
}

/** Sectors (from 0) that buy inputs though they make nothing: their coefficients would be infinite. */
export const buyersWithoutOutput = (flows: Matrix, output: Float64Array): number[] =>
  [...output.keys()].filter((j) =>
    output[j] === 0 && flows.data.some((flow, at) => flow !== 0 && at % flows.columns === j));

/**
 * The Leontief system of n × n coefficients A. Declines, in the name of `subject`, what is singular, what fails the
 * Hawkins–Simon condition (some entry of L would be negative) and what is too ill-conditioned to trust. For A ≥ 0 the
 * condition holds exactly where all output multipliers are positive: y(I − A) = 1 with y > 0 (Berman & Plemmons,
 * ch. 6); they then are the column sums of L too, so that the condition number ‖I − A‖₁ ‖L‖₁ is known, not estimated.
 */
export function leontiefSystem(coefficients: Matrix, subject: string): LeontiefSystem {
  const balance = factored(coefficients, identityMinus);
  const multipliers = balance && solvedAcross(balance, new Float64Array(coefficients.rows).fill(1));
  requireProductive(coefficients, multipliers, () => columnsOf(inverse(coefficients, identityMinus)!).least, subject);
  return { balance: balance!, multipliers };
}

/**
 * L = (I − A)⁻¹: what each row's sector must produce for a unit of final demand for each column's; declined where the
 * system is.
 */
export function totalRequirements(coefficients: Matrix, subject: string): Matrix {
  const requirements = inverse(coefficients, identityMinus);
  const columns = requirements && columnsOf(requirements);
  requireProductive(coefficients, columns?.sums, () => columns!.least, subject);
  const { data } = requirements!;
  if (columns!.least < 0) for (let at = 0; at < data.length; at++) if (data[at]! < 0) data[at] = 0;
  return requirements!;
}

const identityMinus: Writing = ({ rows: n, data }, into, size) => {
  for (let i = 0, at = 0; i < n; i++) {
    for (let to = i * size; to < i * size + n; to++, at++) into[to] = -data[at]!;
    into[i * size + i]! += 1;
  }
};

/** Declines where there is no inverse, or not that of a productive economy, or none to be trusted. */
function requireProductive(
  coefficients: Matrix, multipliers: Float64Array | undefined, leastOfInverse: () => number, subject: string,
): asserts multipliers {
  const { least, sums } = columnsOf(coefficients);
  const isProductive = multipliers
    && (least >= 0 ? multipliers.every((total) => total > 0) : leastOfInverse() >= -rounding);
  if (!isProductive) throw new Refusal("unsolvable", noNetOutput(columnSums(coefficients)), subject);
  const sizes = least >= 0 ? sums : columnsOf(absolute(coefficients)).sums;
  const condition = largest(netSizes(coefficients, sizes)) * largest(multipliers);
  if (!(condition < trusted)) throw new Refusal("unsolvable", nearlySingular(condition), subject);
}

/** The least number of a square table, and the sums of its columns, four rows at a time. */
function columnsOf({ columns, data }: Matrix): { least: number; sums: Float64Array } {
  const sums = new Float64Array(columns);
  const whole = data.length - (columns % 4) * columns;
  let least = Infinity;
  for (let at = 0; at < whole; at += 3 * columns) {
    for (let j = 0; j < columns; j++, at++) {
      const one = data[at]!, two = data[at + columns]!, three = data[at + 2 * columns]!, four = data[at + 3 * columns]!;
      sums[j]! += one + two + (three + four);
      if (one < least) least = one;
      if (two < least) least = two;
      if (three < least) least = three;
      if (four < least) least = four;
    }
  }
  for (let at = whole; at < data.length; at++) {
    sums[(at - whole) % columns]! += data[at]!;
    if (data[at]! < least) least = data[at]!;
  }
  return { least, sums };
}

const absolute = ({ rows, columns, data }: Matrix): Matrix => matrix(rows, columns, data.map(Math.abs));

/** Σᵢ |δᵢⱼ − aᵢⱼ| of each column, from Σᵢ |aᵢⱼ|. */
const netSizes = ({ columns, data }: Matrix, sizes: Float64Array): Float64Array =>
  sizes.map((size, j) => size - Math.abs(data[j * (columns + 1)]!) + Math.abs(1 - data[j * (columns + 1)]!));

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

function noNetOutput(inputs: Float64Array): Texts {
  const sector = inputs.findIndex((total) => total >= 1);
  const worst = sector < 0 ? "" : String(Number(inputs[sector]!.toPrecision(4)));
  return {
    en: "leaves no net output: the Hawkins–Simon condition fails"
      + (worst && ` (the inputs in column ${sector + 1} add up to ${worst})`),
    zh: `不满足霍金斯—西蒙条件，无法得到非负的产出${worst && `（第 ${sector + 1} 列投入合计为 ${worst}）`}`,
  };
}

const nearlySingular = (condition: number): Texts => ({
  en: `is too close to singular to trust a result: condition number ${condition.toExponential(0)}, 1e+12 at most`,
  zh: `接近奇异，结果不可信：条件数约 ${condition.toExponential(0)}，上限 1e+12`,
});

/** w·L: the weights of all output that a unit of final demand for each sector calls for. One solve, no inverse. */
export const weightedMultipliers = (
  { balance }: LeontiefSystem, weights: ArrayLike<number>,
): Float64Array<ArrayBuffer> => solvedAcross(balance, weights);

/** L·f: the output of each sector that final demand f calls for. One solve, no inverse. */
export const outputFor = ({ balance }: LeontiefSystem, demand: ArrayLike<number>): Float64Array<ArrayBuffer> =>
  solved(balance, demand);

/** All output, and what of it is lost with one sector (from 0). */
export interface Extraction {
  readonly total: number;
  readonly lossWithout: (sector: number) => number;
}

/**
 * What the economy loses where the row, the column and the final demand of a sector are set to 0 (Dietzenbacher et al.
 * 1993). By the rank-one identity the output of i falls by L_ik x_k / L_kk, so that no second system is solved.
 */
export function extraction({ balance, multipliers }: LeontiefSystem, demand: ArrayLike<number>): Extraction {
  const output = solved(balance, demand);
  return {
    total: sum(output),
    lossWithout: (sector) => (output[sector]! * multipliers[sector]!) / inverseDiagonal(balance, sector),
  };
}

/** A + c·r: the coefficients with households, who earn r per unit of output and spend c per unit of their income. */
export const closedToHouseholds = (
  { rows, columns, data }: Matrix, earned: ArrayLike<number>, spent: ArrayLike<number>,
): Matrix =>
  matrix(rows, columns, data.map((input, at) => input + spent[Math.floor(at / columns)]! * earned[at % columns]!));

/** Row sums of Ghosh's inverse G = x̂⁻¹ L x̂: (L x)ᵢ / xᵢ, and 1 where a sector neither makes nor sells anything. */
export function ghoshRowSums(system: LeontiefSystem, output: Float64Array): Float64Array<ArrayBuffer> {
  const made = rescaled(output);
  return outputFor(system, made).map((called, i) => (called === 0 && made[i] === 0 ? 1 : called / made[i]!));
}

/** n × each value / their total: 1 is the average. */
export function againstAverage(values: Float64Array): Float64Array<ArrayBuffer> {
  const mean = sum(values) / values.length;
  return values.map((value) => value / mean);
}
