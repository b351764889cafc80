import { CellError } from "../refusal";
import type { CellPlace } from "./model";

/** What one cell holds in one draw; null is an empty cell. */
export type Value = number | string | boolean | null | CellError;

/** One value in each draw of a block. */
export class Column {
  constructor(
    /** Where `others` holds nothing; finite. */
    readonly numbers: Float64Array,
    /** The numbers are 1 and 0 and stand for TRUE and FALSE. */
    readonly logical = false,
    /** Texts, errors and what else is not of the kind of the rest. */
    readonly others?: readonly (Value | undefined)[],
  ) {}

  at(draw: number): Value {
    const other = this.others?.[draw];
    if (other !== undefined) return other;
    return this.logical ? this.numbers[draw] !== 0 : this.numbers[draw]!;
  }
}

export type Lane = Value | Column;

/** A rectangle of the same size in every draw, row by row. */
export class Grid {
  readonly varies: boolean;

  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly lanes: readonly Lane[],
    /** Its first cell, where it is a range and no array. */
    readonly place?: CellPlace,
    /** How large a range is as it is written, where it goes on beyond what is used of its sheet. */
    readonly extent?: { readonly rows: number; readonly columns: number },
  ) {
    this.varies = lanes.some(isColumn);
  }

  lane(row: number, column: number): Lane {
    return this.lanes[row * this.columns + column]!;
  }
}

/** A rectangle whose size differs from draw to draw. */
export class Ragged {
  constructor(readonly each: readonly (Value | Grid)[]) {}
}

/** Calculates a part of a formula; `scope` holds what LET and LAMBDA have bound around it. */
export type Evaluate = (block: Block, scope: Scope | undefined) => Wide;

export const constant = (value: Wide): Evaluate => () => value;

/** The values of bound names, the innermost first. */
export interface Scope {
  readonly value: Given;
  readonly outer: Scope | undefined;
}

export class Lambda {
  constructor(
    readonly parameters: number,
    readonly body: Evaluate,
    readonly scope: Scope | undefined,
  ) {}

  apply(args: readonly Given[], block: Block): Wide {
    if (args.length > this.parameters) return wrongValue;
    let scope = this.scope;
    for (let i = 0; i < this.parameters; i++) scope = { value: args[i], outer: scope };
    return this.body(block, scope);
  }
}

/** What a part of a formula is in all draws of a block. */
export type Wide = Lane | Grid | Ragged | Lambda;

/** An argument; undefined where it is left empty. */
export type Given = Wide | undefined;

/** Some draws that are calculated together. */
export interface Block {
  readonly size: number;
  /** It is a single draw in which nothing is a column. */
  readonly isSingle: boolean;
  cell(index: number): Wide;
  /** Room for one number a draw, until the block is done. */
  take(): Float64Array;
  /** The same number in every draw; not to be written to. */
  filled(number: number): Float64Array;
  /** The same cells in one draw: nothing in them varies. */
  at(draw: number): Block;
}

export const isColumn = (wide: Given): wide is Column => wide instanceof Column;
export const isError = (value: unknown): value is CellError => value instanceof CellError;

const known = new Map<string, CellError>();

export function error(code: string): CellError {
  let found = known.get(code);
  if (!found) known.set(code, (found = new CellError(code)));
  return found;
}

export const wrongValue = error("#VALUE!");
export const wrongNumber = error("#NUM!");
export const dividedByZero = error("#DIV/0!");
export const notAvailable = error("#N/A");
export const wrongReference = error("#REF!");
export const wrongName = error("#NAME?");
export const noResult = error("#CALC!");

/** A number that Excel could show, or #NUM!. */
export const finite = (value: number): Value => (Number.isFinite(value) ? value : wrongNumber);

const numberText = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;

/** The number that a text says, as in `"12"+1`; undefined for one that says none. */
export function numberInText(text: string): number | undefined {
  const trimmed = text.trim();
  const [body, scale] = trimmed.endsWith("%") ? [trimmed.slice(0, -1).trim(), 100] : [trimmed, 1];
  if (!/\d/.test(body) || !numberText.test(body)) return dateInText(trimmed);
  const value = Number(body.replaceAll(",", "")) / scale;
  return Number.isFinite(value) ? value : undefined;
}

const isoDate = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

function dateInText(text: string): number | undefined {
  const [, year, month, day] = isoDate.exec(text)?.map(Number) ?? [];
  if (year === undefined || year < 1900 || month! < 1 || month! > 12) return undefined;
  const serial = serialOf(year, month!, day!);
  return day! >= 1 && dateOf(serial).month === month! ? serial : undefined;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel's day number; it counts a 29 February 1900 that never was. */
export function serialOf(year: number, month: number, day: number): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - EPOCH) / DAY);
  return days < 61 ? days - 1 : days;
}

export function dateOf(serial: number): { year: number; month: number; day: number; weekday: number } {
  const whole = Math.floor(serial);
  if (whole === 60) return { year: 1900, month: 2, day: 29, weekday: 4 };
  if (whole === 0) return { year: 1900, month: 1, day: 0, weekday: 7 };
  const date = new Date(EPOCH + (whole < 60 ? whole + 1 : whole) * DAY);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
    weekday: ((whole + 6) % 7) + 1,
  };
}

/** As an operand of arithmetic: an empty cell is 0, TRUE is 1, a text counts if it says a number. */
export function numberOf(value: Value): number | CellError {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" ? (numberInText(value) ?? wrongValue) : value;
}

export function textOf(value: Value): string | CellError {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? generalText(value) : value;
}

/** A number as Excel joins it to a text: fifteen digits, and powers of ten only where they are shorter. */
export function generalText(value: number): string {
  if (value === 0) return "0";
  const [digits = "", power = ""] = value.toExponential(14).split("e");
  const exponent = Number(power);
  const mantissa = digits.replace(/\.?0+$/, "");
  if (exponent < -9 && mantissa.replace(/\D/g, "").length - exponent > 20 || exponent < -19 || exponent > 20) {
    return `${mantissa}E${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  return plainDigits(Number(value.toPrecision(15)), exponent);
}

function plainDigits(value: number, exponent: number): string {
  if (exponent >= 15) return BigInt(value).toString();
  const written = value.toFixed(Math.min(100, Math.max(0, 14 - exponent)));
  return written.includes(".") ? written.replace(/\.?0+$/, "") : written;
}

/** As a condition; a text counts if it says TRUE or FALSE. */
export function truthOf(value: Value): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (value === null) return false;
  if (typeof value !== "string") return value;
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : wrongValue;
}

const rank = (value: Value): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);

/** Numbers that agree in fifteen digits are equal to Excel. */
export function sameNumber(one: number, other: number): boolean {
  if (one === other) return true;
  if (!(Math.abs(one - other) <= 1e-14 * Math.abs(one))) return false;
  return one.toPrecision(15) === other.toPrecision(15);
}

/** Below 0 where the first stands first: numbers before texts before FALSE and TRUE; texts without regard to case. */
export function compared(first: Value, second: Value): number {
  const one = first === null ? emptyLike(second) : first;
  const other = second === null ? emptyLike(first) : second;
  if (typeof one === "number" && typeof other === "number") return sameNumber(one, other) ? 0 : one - other;
  if (typeof one === "string" && typeof other === "string") return comparedTexts(one, other);
  return rank(one) - rank(other) || Number(one) - Number(other);
}

const emptyLike = (other: Value): Value => (typeof other === "string" ? "" : typeof other === "boolean" ? false : 0);

export function comparedTexts(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}
