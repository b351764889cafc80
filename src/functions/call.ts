import { CellError, Refusal, type Texts } from "../refusal";
import type { Matrix } from "../maths/matrix";
import { asCells, isRange, sizeOf, unwrapped, type Answer, type Cells, type Outcome } from "./cells";
import type { Caution, Definition, Result } from "./define";
import * as say from "./fragments";
import type { Parameter } from "./kinds";

interface Prepared {
  readonly names: readonly string[];
  readonly parameters: readonly Parameter[];
  /** Parameters whose size another one sets, by position. */
  readonly sized: readonly number[];
  /** What every call fills in: objects of one shape, which engines read fastest. */
  readonly blank: Readonly<Record<string, unknown>>;
  readonly evaluate: (given: object) => Result;
}

const preparations = new WeakMap<Definition, Prepared>();

function prepared(definition: Definition): Prepared {
  const known = preparations.get(definition);
  if (known) return known;
  const parameters = Object.values(definition.parameters);
  const names = Object.keys(definition.parameters);
  const ready: Prepared = {
    names,
    parameters,
    sized: parameters.flatMap(({ sameSizeAs }, i) => (sameSizeAs === undefined ? [] : [i])),
    blank: Object.fromEntries(names.map((name) => [name, undefined])),
    evaluate: definition.evaluate as Prepared["evaluate"],
  };
  preparations.set(definition, ready);
  return ready;
}

/**
 * Calls a function as Excel does: one value or a rectangle for each argument, `null` for one left out.
 * What cannot be calculated is answered, never thrown: a refusal with its reason, or the error that came in.
 */
export const call = (definition: Definition, args: readonly unknown[]): Outcome =>
  outcomeOf(prepared(definition), args);

/** More would not be read. */
const mostCautions = 5;

/** A call, and what should be kept in mind about its result; nothing of one that is declined. */
export function callWithCautions(
  definition: Definition, args: readonly unknown[],
): { readonly outcome: Outcome; readonly cautions: readonly Texts[] } {
  const { evaluate, ...ready } = prepared(definition);
  const cautions = definition.cautions as ((given: object, result: Result) => readonly Caution[]) | undefined;
  const found = new Map<string, Texts>();
  const watched = (given: object): Result => {
    const result = evaluate(given);
    for (const one of cautions?.(given, result) ?? []) if (one && found.size < mostCautions) found.set(one.en, one);
    return result;
  };
  return { outcome: outcomeOf({ ...ready, evaluate: watched }, args), cautions: [...found.values()] };
}

function outcomeOf(ready: Prepared, args: readonly unknown[]): Outcome {
  const { parameters } = ready;
  const values = new Array<unknown>(parameters.length);
  let broadcasts = false;
  for (let i = 0; i < values.length; i++) {
    values[i] = unwrapped(args[i]);
    if (parameters[i]!.shape === "scalar" && isRange(values[i])) broadcasts = true;
  }
  try {
    for (const i of ready.sized) checkSize(ready, values, i);
    return broadcasts ? broadcast(ready, values) : answered(ready.evaluate(givenFrom(ready, values)));
  } catch (thrown) {
    return declined(thrown);
  }
}

function givenFrom({ names, parameters, blank }: Prepared, values: readonly unknown[]): Record<string, unknown> {
  const given = { ...blank };
  for (let i = 0; i < names.length; i++) given[names[i]!] = read(parameters[i]!, names[i]!, values[i]);
  return given;
}

function read(parameter: Parameter, name: string, value: unknown): unknown {
  try {
    return parameter.read(value);
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown.about(name) : thrown;
  }
}

function checkSize({ names, parameters }: Prepared, values: readonly unknown[], i: number): void {
  const { sameSizeAs, orOne, turned, optional } = parameters[i]!;
  const alone = !isRange(values[i]);
  if (alone && (orOne || (optional && isOmitted(values[i])))) return;
  const other = values[names.indexOf(sameSizeAs!)];
  if (!sameSize(asCells(values[i]), asCells(other), turned)) {
    throw new Refusal("invalid", say.sameSizeAs(sameSizeAs!), names[i]);
  }
}

const isOmitted = (value: unknown): boolean => value === null || value === undefined;

function sameSize(one: Cells, other: Cells, turned: boolean): boolean {
  const a = sizeOf(one);
  const b = sizeOf(other);
  if (a.rows === b.rows && a.columns === b.columns) return true;
  return turned && Math.min(a.rows, a.columns) === 1 && a.rows === b.columns && a.columns === b.rows;
}

/** Scalars meet ranges as in native operators: a row against a column gives a table. */
function broadcast(ready: Prepared, values: readonly unknown[]): Outcome {
  const { names, parameters, blank } = ready;
  const spread = parameters.flatMap(({ shape }, i) => (shape === "scalar" && isRange(values[i]) ? [i] : []));
  const { rows, columns } = commonSize(spread, values, names);
  const given = { ...blank };
  parameters.forEach((parameter, i) => {
    given[names[i]!] = spread.includes(i) ? undefined : read(parameter, names[i]!, values[i]);
  });
  const lines = new Array<Answer[]>(rows);
  for (let row = 0; row < rows; row++) {
    const line = (lines[row] = [answerAt(ready, values, spread, given, row, 0)]);
    for (let column = 1; column < columns; column++) line.push(answerAt(ready, values, spread, given, row, column));
  }
  return lines;
}

/** One cell of a broadcast; `given` is used again for every cell, and evaluation keeps nothing of it. */
function answerAt(
  { names, parameters, evaluate }: Prepared,
  values: readonly unknown[],
  spread: readonly number[],
  given: Record<string, unknown>,
  row: number,
  column: number,
): Answer {
  try {
    for (const i of spread) {
      given[names[i]!] = read(parameters[i]!, names[i]!, spreadCell(values[i] as Cells, row, column));
    }
    return alone(answered(evaluate(given)), names[spread[0]!]!);
  } catch (thrown) {
    return declined(thrown);
  }
}

function spreadCell(cells: Cells, row: number, column: number): unknown {
  const line = cells[cells.length === 1 ? 0 : row]!;
  return line[line.length === 1 ? 0 : column];
}

function commonSize(spread: readonly number[], values: readonly unknown[], names: readonly string[]) {
  let [first] = spread;
  let { rows, columns } = sizeOf(values[first!] as Cells);
  for (const i of spread) {
    const size = sizeOf(values[i] as Cells);
    const fits = [size.rows, rows].includes(1) || size.rows === rows;
    const fitsAcross = [size.columns, columns].includes(1) || size.columns === columns;
    if (!fits || !fitsAcross) throw new Refusal("invalid", say.sameSizeAs(names[first!]!), names[i]);
    if (size.rows * size.columns > rows * columns) first = i;
    rows = Math.max(rows, size.rows);
    columns = Math.max(columns, size.columns);
  }
  return { rows, columns };
}

function alone(outcome: Outcome, name: string): Answer {
  if (Array.isArray(outcome)) throw new Refusal("invalid", say.single, name);
  return outcome as Answer;
}

function declined(thrown: unknown): Answer {
  if (thrown instanceof Refusal || thrown instanceof CellError) return thrown;
  throw thrown;
}

const isMatrix = (result: Result): result is Matrix =>
  typeof result === "object" && !Array.isArray(result) && "data" in result;

/** Nothing leaves that Excel would show as a false 0: no NaN, no infinity, no hole. */
function answered(result: Result): Outcome {
  if (isMatrix(result)) return rowsOf(result);
  if (!Array.isArray(result)) return shown(result as Answer);
  return result.map((row) => row.map(shown));
}

const shown = (answer: Answer): Answer => {
  if (typeof answer !== "number") return answer;
  if (Number.isFinite(answer)) return answer === 0 ? 0 : answer;
  return new Refusal("unsolvable", say.tooLarge, "result");
};

const rowsOf = ({ rows, columns, data }: Matrix): Answer[][] => {
  const row = (at: number): Answer[] => {
    const answers = new Array<Answer>(columns);
    for (let j = 0; j < columns; j++) answers[j] = shown(data[at + j]!);
    return answers;
  };
  return Array.from({ length: rows }, (_, i) => row(i * columns));
};
