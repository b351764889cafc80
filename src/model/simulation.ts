import { nearestCorrelations, requireCorrelations } from "../maths/correlation";
import { quantilesOf, type Distribution, type Quantiles } from "../maths/distributions";
import { driversOf, type Driver } from "../maths/drivers";
import { matrix } from "../maths/matrix";
import {
  breachOf, convergenceOf, exceedanceOf, histogramOf, summaryOf, type Breach, type ConvergencePoint, type CurvePoint,
  type Histogram, type OutcomeSummary, type Side,
} from "../maths/outcome";
import { lowerTailMean } from "../maths/sample";
import { sampler } from "../maths/sampler";
import type { Sampler, Sampling } from "../maths/sampling";
import { Refusal } from "../refusal";
import type { CellPlace, OutputDraws } from "./model";

/** An input that is not known for certain. */
export interface UncertainInput {
  readonly place: CellPlace;
  readonly name: string;
  readonly distribution: Distribution;
}

export interface SimulatedOutput {
  readonly place: CellPlace;
  readonly name: string;
  /** What it should not breach, and on which side that would be. */
  readonly threshold?: { readonly value: number; readonly side: Side };
}

export interface SimulationSetup {
  readonly inputs: readonly UncertainInput[];
  readonly outputs: readonly SimulatedOutput[];
  /** Rank correlations, a row and a column for each input; independent unless told. */
  readonly correlations?: readonly (readonly number[])[];
  readonly draws: number;
  readonly seed: number;
  readonly method: Sampling["method"];
}

/** What a simulation says of one output. */
export interface SimulatedOutcome {
  readonly name: string;
  /** Draws without a number, by error code. */
  readonly errors: Readonly<Record<string, number>>;
  /** Absent where fewer than two draws gave a number. */
  readonly found?: OutcomeFindings;
}

export interface OutcomeFindings {
  readonly summary: OutcomeSummary;
  readonly breach?: Breach;
  /** Mean of the worst 5 % of the draws: the lowest, or the highest where the threshold is not to be exceeded. */
  readonly shortfall: number;
  readonly histogram: Histogram;
  readonly exceedance: readonly CurvePoint[];
  readonly convergence: readonly ConvergencePoint[];
  /** Of each input, in their order. */
  readonly drivers: readonly Driver[];
}

/** The outputs for columns of draws, as a compiled model gives them. */
export type Evaluate = (draws: readonly Float64Array[]) => readonly OutputDraws[];

const atOnce = 8192;
/** Ranks and variance shares are taken from so many draws: more would cost more than they tell. */
const mostForDrivers = 20_000;

/** Refuses what cannot be drawn, in the name of the input or the parameter that stands in the way. */
function preparedInputs({ inputs, correlations }: SimulationSetup): Quantiles[] {
  if (correlations) requireCorrelations(matrixOf(correlations), inputs.map(({ name }) => name));
  return inputs.map(({ name, distribution }) => {
    try {
      return quantilesOf(distribution);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.reason, error.fragment, `${name}: ${error.subject}`);
    }
  });
}

/** The nearest rank correlations that inputs can have together, to three places towards none at all. */
export function nearestPossible(correlations: readonly (readonly number[])[]): number[][] {
  const { rows, data } = nearestCorrelations(matrixOf(correlations), marginEach * correlations.length);
  return Array.from({ length: rows }, (_, i) =>
    Array.from(data.subarray(i * rows, (i + 1) * rows), (value) => Math.trunc(value * 1000) / 1000));
}

/** Of the least eigenvalue, for each variable: twice what rounding to three places can take from it. */
const marginEach = 0.002;

const matrixOf = (rows: readonly (readonly number[])[]) =>
  matrix(rows.length, rows[0]?.length ?? 0, Float64Array.from(rows.flat()));

/**
 * Draws and calculates block by block; yields how many draws are done, so that whoever runs it can show it, breathe or
 * stop. Only the outputs, and the inputs of the first draws, are kept.
 */
export function* simulation(evaluate: Evaluate, setup: SimulationSetup): Generator<number, SimulatedOutcome[]> {
  const { inputs, outputs, draws } = setup;
  const source = samplerOf(setup);
  yield 0;
  const columns = inputs.map(() => new Float64Array(Math.min(atOnce, draws)));
  const first = inputs.map(() => new Float64Array(Math.min(mostForDrivers, draws)));
  const results = outputs.map((): Gathered => ({ values: new Float64Array(draws), errors: {} }));
  for (let from = 0; from < draws; from += atOnce) {
    const block = columns.map((column) => column.subarray(0, Math.min(atOnce, draws - from)));
    source.fill(block);
    block.forEach((column, i) => keepFirst(first[i]!, column, from));
    evaluate(block).forEach((output, i) => gather(results[i]!, output, from));
    yield Math.min(from + atOnce, draws);
  }
  return outputs.map((output, i) => outcomeOf(output, results[i]!, first));
}

/** The same without a pause. */
export function simulated(evaluate: Evaluate, setup: SimulationSetup): SimulatedOutcome[] {
  const steps = simulation(evaluate, setup);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Where the inputs or outputs of a simulation stand. */
export const placesOf = (cells: readonly { readonly place: CellPlace }[]): CellPlace[] =>
  cells.map(({ place }) => place);

/** The draws of all inputs at once: for those who calculate the outputs elsewhere. */
export function drawnInputs(setup: SimulationSetup): Float64Array[] {
  const columns = setup.inputs.map(() => new Float64Array(setup.draws));
  samplerOf(setup).fill(columns);
  return columns;
}

const samplerOf = (setup: SimulationSetup): Sampler => {
  const { correlations } = setup;
  return sampler(preparedInputs(setup), { ...setup, correlations: correlations && matrixOf(correlations) });
};

interface Gathered {
  readonly values: Float64Array;
  readonly errors: Record<string, number>;
}

function keepFirst(kept: Float64Array, column: Float64Array, from: number): void {
  if (from < kept.length) kept.set(column.subarray(0, kept.length - from), from);
}

function gather({ values, errors }: Gathered, output: OutputDraws, from: number): void {
  values.set(output.values, from);
  for (const [code, count] of Object.entries(output.errors ?? {})) errors[code] = (errors[code] ?? 0) + count;
}

function outcomeOf(
  { name, threshold }: SimulatedOutput,
  { values, errors }: Gathered,
  inputs: readonly Float64Array[],
): SimulatedOutcome {
  const isNumber = (value: number): boolean => !Number.isNaN(value);
  const numbers = values.every(isNumber) ? values : values.filter(isNumber);
  if (numbers.length < 2) return { name, errors };
  const first = values.subarray(0, inputs[0]?.length ?? 0);
  const known = first.every(isNumber) ? undefined : first.map((value) => (isNumber(value) ? 1 : 0));
  const kept = (column: Float64Array): Float64Array => (known ? column.filter((_, i) => known[i] === 1) : column);
  const outcome = kept(first);
  const found: OutcomeFindings = {
    summary: summaryOf(numbers),
    ...(threshold && { breach: breachOf(numbers, threshold.value, threshold.side) }),
    shortfall: shortfallOf(numbers, threshold?.side ?? "below"),
    histogram: histogramOf(numbers),
    exceedance: exceedanceOf(numbers),
    convergence: convergenceOf(numbers),
    drivers: driversOf(inputs.map(kept), outcome),
  };
  return { name, errors, found };
}

const worst = 0.05;

const shortfallOf = (numbers: Float64Array, side: Side): number =>
  side === "below" ? lowerTailMean(numbers, worst) : -lowerTailMean(numbers.map((value) => -value), worst);
