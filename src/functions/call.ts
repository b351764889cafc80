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
  /** What each cell of a broadcast is evaluated with: it reads `slots`; storing by name would be the dearest step. */
  readonly given: object;
  readonly slots: unknown[];
  readonly evaluate: (given: object) => Result;
}

const preparations = new WeakMap<Definition, Prepared>();

function prepared(definition: Definition): Prepared {
  const known = preparations.get(definition);
  if (known) return known;
  const parameters = Object.values(definition.parameters);
  const names = Object.keys(definition.parameters);
  const slots = names.map((): unknown => undefined);
  const ready: Prepared = {
    names,
    parameters,
    sized: parameters.flatMap(({ sameSizeAs }, i) => (sameSizeAs === undefined ? [] : [i])),
    blank: Object.fromEntries(names.map((name) => [name, undefined])),
    given: Object.defineProperties({}, Object.fromEntries(
      names.map((name, i) => [name, { enumerable: true, get: () => slots[i] }]),
    )),
    slots,
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
  const { names, parameters, slots } = ready;
  const spread: Spread[] = [];
  parameters.forEach((parameter, i) => {
    if (parameter.shape === "scalar" && isRange(values[i])) spread.push(spreadOf(parameter, names[i]!, i, values[i]));
  });
  const { rows, columns } = commonSize(spread);
  parameters.forEach((parameter, i) => {
    if (!spread.some(({ at }) => at === i)) slots[i] = read(parameter, names[i]!, values[i]);
  });
  const lines = new Array<Answer[]>(rows);
  for (let row = 0; row < rows; row++) {
    const line = (lines[row] = [answerAt(ready, spread, row, 0)]);
    for (let column = 1; column < columns; column++) line.push(answerAt(ready, spread, row, column));
  }
  return lines;
}

/** A range where a scalar stands. */
interface Spread {
  readonly name: string;
  readonly at: number;
  readonly cells: Cells;
  readonly read: Parameter["read"];
  /** Numbers between these are what they are: they need no reading. */
  readonly above: number;
  readonly below: number;
}

function spreadOf({ type, bounds, read: readOne }: Parameter, name: string, at: number, cells: Cells): Spread {
  const { min = -Infinity, max = Infinity, above = min, below = max, whole } = bounds;
  const asTheyAre = type === "number" && !whole;
  return {
    name, at, cells, read: readOne,
    above: asTheyAre ? Math.max(min, above) : Infinity,
    below: Math.min(max, below),
  };
}

/** One cell of a broadcast; the slots are filled again for every cell, and evaluation keeps nothing of them. */
function answerAt(
  { evaluate, given, slots }: Prepared, spread: readonly Spread[], row: number, column: number,
): Answer {
  let reading = 0;
  try {
    for (; reading < spread.length; reading++) {
      const one = spread[reading]!;
      const cell = spreadCell(one.cells, row, column);
      slots[one.at] = typeof cell === "number" && cell > one.above && cell < one.below ? cell : one.read(cell);
    }
    const result = evaluate(given);
    return typeof result === "number" ? shown(result) : alone(answered(result), spread[0]!.name);
  } catch (thrown) {
    const unread = spread[reading];
    return declined(unread && thrown instanceof Refusal ? thrown.about(unread.name) : thrown);
  }
}

function spreadCell(cells: Cells, row: number, column: number): unknown {
  const line = cells[cells.length === 1 ? 0 : row]!;
  return line[line.length === 1 ? 0 : column];
}

function commonSize(spread: readonly Spread[]) {
  let [first] = spread;
  let { rows, columns } = sizeOf(first!.cells);
  for (const one of spread) {
    const size = sizeOf(one.cells);
    const fits = [size.rows, rows].includes(1) || size.rows === rows;
    const fitsAcross = [size.columns, columns].includes(1) || size.columns === columns;
    if (!fits || !fitsAcross) throw new Refusal("invalid", say.sameSizeAs(first!.name), one.name);
    if (size.rows * size.columns > rows * columns) first = one;
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
