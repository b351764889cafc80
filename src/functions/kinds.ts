import { Refusal, type Reason, type Texts } from "../refusal";
import { matrix as matrixOf, type Matrix } from "../maths/matrix";
import {
  asCells,
  flagIn,
  isBlank,
  numberIn,
  numberOrMissingIn,
  plain,
  readEach,
  sizeOf,
  textIn,
  unwrapped,
  type Scalar,
} from "./cells";
import type { UnitName } from "../reference";
import * as say from "./fragments";

export type ParameterType = "number" | "text" | "flag" | "choice" | "label";

/** What a function takes in one place: how it is said, read, bounded and left out. */
export interface Parameter<Value = unknown> {
  readonly text: Texts;
  readonly type: ParameterType;
  /** What its numbers are numbers of. */
  readonly unit?: UnitName;
  /** A scalar broadcasts over a range; a range is taken as a whole. */
  readonly shape: "scalar" | "range";
  readonly optional: boolean;
  readonly default?: Scalar;
  readonly choices?: readonly (string | number)[];
  /** What the choices mean, where they do not say it themselves. */
  readonly words?: Readonly<Partial<Record<string, Texts>>>;
  readonly bounds: Bounds;
  /** Takes the text `n/a`, and a blank where Excel shows one, as missing. */
  readonly missing: boolean;
  /** The earlier parameter whose rows and columns this one must match. */
  readonly sameSizeAs?: string;
  /** One value is enough where another range has many. */
  readonly orOne: boolean;
  /** A row may stand against a column of equal length, as for weights. */
  readonly turned: boolean;
  readonly read: (argument: unknown) => Value;
}

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly whole?: boolean;
  /** The reason given outside the bounds; `unsolvable` (#NUM!) unless told. */
  readonly otherwise?: Reason;
}

interface NumberRule extends Bounds {
  readonly unit: UnitName;
  readonly missing?: boolean;
}

interface ListRule extends NumberRule {
  readonly sameSizeAs?: string;
  readonly orOne?: boolean;
  readonly turned?: boolean;
}

type Optional = { readonly optional: true };
type Default<Value> = { readonly default: Value };

const plainParameter = { optional: false, bounds: {}, missing: false, orOne: false, turned: false } as const;

/** What is said of a number that is out of its bounds. */
export function outside(value: number, bounds: Bounds): Texts | undefined {
  const { min, max, above, below, whole } = bounds;
  if (min !== undefined && value < min) return say.notBelow(min);
  if (max !== undefined && value > max) return say.notAbove(max);
  if (above !== undefined && value <= above) return say.greaterThan(above);
  if (below !== undefined && value >= below) return say.lessThan(below);
  if (whole && !Number.isInteger(value)) return say.whole;
  return undefined;
}

function bounded(bounds: NumberRule): (cell: unknown) => number {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity, whole = false } = bounds;
  const read = bounds.missing ? numberOrMissingIn : numberIn;
  const isWithin = (value: number): boolean =>
    value >= min && value <= max && value > above && value < below && (!whole || Number.isInteger(value));
  return (cell) => {
    const value = read(cell);
    if (isWithin(value) || Number.isNaN(value)) return value;
    throw new Refusal(bounds.otherwise ?? "unsolvable", outside(value, bounds)!);
  };
}

/** One number. A missing one is refused as #N/A where the function cannot do without it. */
export function number(text: Texts, rule: NumberRule & Optional): Parameter<number | undefined>;
export function number(text: Texts, rule: NumberRule & Partial<Default<number>>): Parameter<number>;
export function number(text: Texts, rule: NumberRule & Partial<Optional & Default<number>>): Parameter {
  const read = bounded(rule);
  const present = (cell: unknown): number => {
    const value = read(cell);
    if (Number.isNaN(value)) throw new Refusal("missing", say.missing);
    return value;
  };
  const optional = rule.optional === true || rule.default !== undefined;
  return {
    ...plainParameter,
    text,
    type: "number",
    unit: rule.unit,
    shape: "scalar",
    optional,
    default: rule.default,
    bounds: rule,
    missing: rule.missing === true,
    read: optional ? (cell) => (isBlank(cell) ? rule.default : present(cell)) : present,
  };
}

/** A range of numbers in row order, taken as a whole; missing ones are NaN. */
export function list(text: Texts, rule: ListRule & Optional): Parameter<Float64Array | undefined>;
export function list(text: Texts, rule: ListRule & Partial<Default<number>>): Parameter<Float64Array>;
export function list(text: Texts, rule: ListRule & Partial<Optional & Default<number>>): Parameter {
  const all = (argument: unknown): Float64Array => matrixIn(argument, bounded(rule)).data;
  const optional = rule.optional === true || rule.default !== undefined;
  const omitted = rule.default === undefined ? undefined : Float64Array.of(rule.default);
  return {
    ...plainParameter,
    text,
    type: "number",
    unit: rule.unit,
    shape: "range",
    optional,
    default: rule.default,
    bounds: rule,
    missing: rule.missing === true,
    sameSizeAs: rule.sameSizeAs,
    orOne: rule.orOne === true,
    turned: rule.turned === true,
    read: optional ? (argument) => (isBlank(unwrapped(argument)) ? omitted : all(argument)) : all,
  };
}

interface MatrixRule extends NumberRule {
  readonly square?: boolean;
  readonly sameSizeAs?: string;
}

/** A range of numbers whose rows and columns mean something. */
export function matrix(text: Texts, rule: MatrixRule & Optional): Parameter<Matrix | undefined>;
export function matrix(text: Texts, rule: MatrixRule): Parameter<Matrix>;
export function matrix(text: Texts, rule: MatrixRule & Partial<Optional>): Parameter {
  const read = (argument: unknown): Matrix => {
    const { rows, columns } = sizeOf(asCells(argument));
    if (rule.square && rows !== columns) throw new Refusal("invalid", say.square);
    return matrixIn(argument, bounded(rule));
  };
  return {
    ...plainParameter,
    text,
    type: "number",
    unit: rule.unit,
    shape: "range",
    optional: rule.optional === true,
    bounds: rule,
    missing: rule.missing === true,
    sameSizeAs: rule.sameSizeAs,
    read: rule.optional ? (argument) => (isBlank(unwrapped(argument)) ? undefined : read(argument)) : read,
  };
}

function matrixIn(argument: unknown, read: (cell: unknown) => number): Matrix {
  const cells = asCells(argument);
  const { rows, columns } = sizeOf(cells);
  const data = new Float64Array(rows * columns);
  let next = 0;
  readEach(cells, read, (value) => (data[next++] = value));
  return matrixOf(rows, columns, data);
}

/** A range of labels in row order, such as the group of each firm; numbers count as their text. */
export function labels(text: Texts, rule: Optional & { sameSizeAs?: string }): Parameter<string[] | undefined>;
export function labels(text: Texts, rule?: { sameSizeAs?: string }): Parameter<string[]>;
export function labels(text: Texts, rule: Partial<Optional> & { sameSizeAs?: string } = {}): Parameter {
  const read = (argument: unknown): string[] => {
    const found: string[] = [];
    readEach(asCells(argument), textIn, (label) => found.push(label.trim()));
    return found;
  };
  return {
    ...plainParameter,
    text,
    type: "label",
    shape: "range",
    optional: rule.optional === true,
    sameSizeAs: rule.sameSizeAs,
    read: rule.optional ? (argument) => (isBlank(unwrapped(argument)) ? undefined : read(argument)) : read,
  };
}

/** One text, such as the key of a table. */
export function text(said: Texts, rule: Optional): Parameter<string | undefined>;
export function text(said: Texts, rule?: Partial<Default<string>>): Parameter<string>;
export function text(said: Texts, rule: Partial<Optional & Default<string>> = {}): Parameter {
  const optional = rule.optional === true || rule.default !== undefined;
  return {
    ...plainParameter,
    text: said,
    type: "text",
    shape: "scalar",
    optional,
    default: rule.default,
    read: optional ? (cell) => (isBlank(cell) ? rule.default : textIn(cell)) : textIn,
  };
}

/** TRUE or FALSE; 1 and 0 count as such. */
export function flag(said: Texts, rule: Partial<Default<boolean>> = {}): Parameter<boolean> {
  return {
    ...plainParameter,
    text: said,
    type: "flag",
    shape: "scalar",
    optional: rule.default !== undefined,
    default: rule.default,
    read: (cell) => (isBlank(cell) ? (rule.default ?? false) : flagIn(cell)),
  };
}

type Worded<Choice extends string | number> = { readonly words?: Partial<Record<Choice, Texts>> };

/** One of a few values; text in any case. */
export function choice<const Choice extends string | number>(
  choices: readonly Choice[],
  { default: usual, words, ...said }: Texts & Partial<Default<NoInfer<Choice>>> & Worded<NoInfer<Choice>>,
): Parameter<Choice> {
  const read = (cell: unknown): Choice => {
    const wanted = String(plain(cell)).trim().toLowerCase();
    const found = choices.find((option) => String(option).toLowerCase() === wanted);
    if (found === undefined) throw new Refusal("invalid", say.oneOf(choices));
    return found;
  };
  return {
    ...plainParameter,
    text: said,
    type: "choice",
    shape: "scalar",
    optional: usual !== undefined,
    default: usual,
    choices,
    words,
    read: (cell) => (isBlank(cell) && usual !== undefined ? usual : read(cell)),
  };
}
