import fc from "fast-check";
import { call, type Cells, type Definition, type Outcome, type Parameter, type Scalar } from "../../src/functions";
import { isRefused } from "./calling";
import { particular } from "./particular-inputs";

/** Arguments that a function takes, as rectangles or single values, and what it makes of them. */
export interface Case {
  readonly args: readonly (Scalar | Cells | null)[];
  readonly outcome: Outcome;
}

const decimals = (low: number, high: number, places: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(low * 10 ** places), max: Math.floor(high * 10 ** places) }).map((n) => n / 10 ** places);

/** Numbers that mostly fit together, where a function declines most that do not: small coefficients, large outputs. */
const fitting: Readonly<Record<string, readonly [low: number, high: number]>> = {
  A: [0, 0.15],
  A_nation: [0, 0.15],
  household_row: [0, 0.3],
  household_col: [0, 0.3],
  x: [200, 1000],
  sector: [1, 3],
  emp_nation: [40, 400],
  rows: [1, 30],
  columns: [1, 4],
  samples: [1, 30],
  variables: [1, 4],
};

function numbers({ bounds }: Parameter, name: string): fc.Arbitrary<number> {
  const usual = fitting[name];
  if (usual) return decimals(...usual, bounds.whole ? 0 : 2);
  const low = bounds.above ?? bounds.min ?? 0;
  const high = bounds.below ?? bounds.max ?? Math.max(40, low + 40);
  const places = bounds.whole ? 0 : 2;
  const inside = decimals(low, high, places).filter((n) => n !== bounds.above && n !== bounds.below);
  const shares = low < 1 && high > 1 && !bounds.whole ? [decimals(Math.max(low, 0.01), 0.99, 2)] : [];
  return fc.oneof(inside, ...shares);
}

const labels = fc.constantFrom("OEM", "parts", "软件", "battery");

function scalars(parameter: Parameter, name: string): fc.Arbitrary<Scalar> {
  if (parameter.choices) return fc.constantFrom<Scalar>(...parameter.choices);
  if (parameter.type === "flag") return fc.boolean();
  return parameter.type === "number" ? numbers(parameter, name) : labels;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

const ranges = (parameter: Parameter, name: string, { rows, columns }: Size): fc.Arbitrary<Cells> => {
  const cell: fc.Arbitrary<Scalar> = parameter.type === "label" ? labels : numbers(parameter, name);
  return fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
};

/** Sizes of a whole call: lists of one length in a column, matrices of one size, or one of the first two squared. */
const sizes = fc.record({
  length: fc.integer({ min: 2, max: 6 }),
  columns: fc.integer({ min: 2, max: 4 }),
  square: fc.boolean(),
});

function argument(parameter: Parameter, name: string, size: { length: number; columns: number; square: boolean }) {
  const given: fc.Arbitrary<Scalar | Cells> = parameter.shape === "scalar"
    ? scalars(parameter, name)
    : ranges(parameter, name, shapeOf(name, size));
  return parameter.optional ? fc.option(given, { freq: 2 }) : given;
}

/** Parameters named as tables are tables; all others stand in a column. */
function shapeOf(name: string, whole: { length: number; columns: number; square: boolean }): Size {
  const { length, columns, square } = whole;
  const isTable = /matrix|adjacency|^A$|^A_|^Z$|relatedness|essential/.test(name);
  if (!isTable) return { rows: /_2y$/.test(name) ? 2 : length, columns: 1 };
  return { rows: length, columns: square ? length : columns };
}

function calls({ name: called, parameters }: Definition): fc.Arbitrary<(Scalar | Cells | null)[]> {
  if (particular[called]) return particular[called];
  const entries = Object.entries(parameters);
  return sizes.chain((size) => fc.tuple(...entries.map(([name, parameter]) => argument(parameter, name, size))));
}

/** Calls that the function does not refuse, always the same ones, of those that are wanted. */
export function validCases(definition: Definition, count: number, isWanted = (_: Case): boolean => true): Case[] {
  const cases: Case[] = [];
  for (const args of fc.sample(calls(definition), { seed: 20200425, numRuns: count * 60 })) {
    const outcome = call(definition, args);
    const cells = Array.isArray(outcome) ? outcome.flat() : [outcome];
    if (!cells.some(isRefused) && isWanted({ args, outcome })) cases.push({ args, outcome });
    if (cases.length === count) return cases;
  }
  return cases;
}

/** The arguments of an example, a list in a column. */
export const exampleArguments = (definition: Definition, given: Readonly<Record<string, unknown>>): Case["args"] =>
  Object.keys(definition.parameters).map((name) => {
    const value = given[name];
    if (Array.isArray(value)) return Array.isArray(value[0]) ? value : value.map((cell) => [cell]);
    return (value ?? null) as Scalar | null;
  });
