import { hubbard, type Half } from "../maths/draws";
import type { Reason, Texts } from "../refusal";
import type { Definition, Places, Size } from "./define";
import { outside, type Bounds, type Parameter } from "./kinds";
import type { Scalar } from "./cells";

/** A value as Excel writes it in a formula. */
export function literal(value: Scalar): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : String(value).toUpperCase();
}

/** A choice that is settled while writing where the condition is a literal, and left to IF where it is a cell. */
export function either(condition: string, yes: string, no: string): string {
  if (/^TRUE$/i.test(condition)) return yes;
  if (/^FALSE$/i.test(condition)) return no;
  return `IF(${condition},${yes},${no})`;
}

/** Whether a written argument is the given text or number: known at once for a literal, else a comparison. */
export function equals(written: string, text: string): string {
  if (isNumber(written)) return literal(written === text);
  if (/^"[^"]*"$/.test(written)) return literal(written.slice(1, -1).toLowerCase() === text.toLowerCase());
  return `${written}&""=${literal(text)}`;
}

const address = /(?:^|!)\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** What a list is when laid as a row or a column: turned where its address says so, by IF where it does not tell. */
function laid(list: string, like: string, lines: "ROWS" | "COLUMNS"): string {
  if (isNumber(like)) return list;
  const [known, column, row, lastColumn = column, lastRow = row] = address.exec(like) ?? [];
  if (known === undefined) return `IF(${lines}(${like})=1,${list},TRANSPOSE(${list}))`;
  return (lines === "ROWS" ? row === lastRow : column === lastColumn) ? list : `TRANSPOSE(${list})`;
}

/** Whether a written argument is seen to have several rows and several columns. */
export function isTable(written: string): boolean {
  const [, column, row, lastColumn = column, lastRow = row] = address.exec(written) ?? [];
  return (column !== lastColumn && row !== lastRow) || /\]\s*:\s*\[/.test(written);
}

/** A list as a row, whichever way it, or the list that it is formed from, lies. */
export const asRow = (list: string, like = list): string => laid(list, like, "ROWS");

/** A list as a column, whichever way it, or the list that it is formed from, lies. */
export const asColumn = (list: string, like = list): string => laid(list, like, "COLUMNS");

/** A column of 1, as long as the range; for sums by MMULT. */
export const onesDown = (range: string): string => `ROW(${range})^0`;

/** A column of 1, 2, 3 …, as long as the range. */
export const placesDown = (range: string): string => `(ROW(${range})-MIN(ROW(${range}))+1)`;

/** TRUE on the diagonal of the range. */
export const identityLike = (range: string): string =>
  `(ROW(${range})-MIN(ROW(${range}))=COLUMN(${range})-MIN(COLUMN(${range})))`;

/** The place of each cell of a range in row order, from 0. */
export const placesIn = (range: string): string =>
  `((ROW(${range})-MIN(ROW(${range})))*COLUMNS(${range})+COLUMN(${range})-MIN(COLUMN(${range})))`;

const only = (size: number, row: number, cells: readonly [string, string]): string =>
  `{${Array.from({ length: size }, (_, i) => cells[Number(i === row)]).join(";")}}`;

/** An array formula for a column of results, one formula a cell. */
export const stacked = (formulas: readonly string[]): string =>
  formulas.reduceRight((rest, formula, row) => `IF(${only(formulas.length, row, ["0", "1"])},${formula},${rest})`, "#N/A");

/** An array formula for a table of two columns, labels and results. */
export function labelled(rows: readonly (readonly [label: string, formula: string])[]): string {
  const labels = `{${rows.map(([label]) => `${literal(label)},0`).join(";")}}`;
  return rows.reduceRight(
    (rest, [, formula], row) => `IF(${only(rows.length, row, ["0,0", "0,1"])},${formula},${rest})`,
    labels,
  );
}

const sheetBefore = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?`;
const cellsOrLines = String.raw`\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?#?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+`;
const name = String.raw`[\p{L}_][\p{L}\p{N}_.]*`;
const tablePart = String.raw`(?:${name})?\[(?:(?:[^[\]'#@]|'.)+|(?:\[(?:[^[\]']|'.)+\][,:]?)+)\]`;

/** What holds together without brackets. Brackets around cells make one cell of them in some programs (Gnumeric). */
const atom = new RegExp(
  String.raw`^(?:${sheetBefore}(?:${cellsOrLines}|${name})|${tablePart}|\d+(?:\.\d+)?|"[^"]*"|\{[^{}]*\})$`, "iu",
);

const grouped = (written: string): string => (atom.test(written) ? written : `(${written})`);

/** The argument as it stands in the native formula; an omitted one without a default is the empty text. */
function argument(parameter: Parameter, written: string | null | undefined): string {
  if (written) return grouped(written);
  return parameter.default === undefined ? "" : grouped(literal(parameter.default));
}

const errors: Record<Reason, string> = { invalid: "#VALUE!", zero: "#DIV/0!", unsolvable: "#NUM!", missing: "#N/A" };

const isNumber = (written: string): boolean => written !== "" && Number.isFinite(Number(written));

/** What a literal out of its bounds comes to. */
const always = "TRUE";

function breaches({ shape, bounds, type }: Parameter, written: string): string[] {
  if (type !== "number" || written === "") return [];
  if (isNumber(written)) return outside(Number(written), bounds) ? [always] : [];
  const lowest = shape === "range" ? `MIN(${written})` : written;
  const highest = shape === "range" ? `MAX(${written})` : written;
  const { min, max, above, below, whole }: Bounds = bounds;
  return [
    ...(min === undefined ? [] : [`${lowest}<${min}`]),
    ...(max === undefined ? [] : [`${highest}>${max}`]),
    ...(above === undefined ? [] : [`${lowest}<=${above}`]),
    ...(below === undefined ? [] : [`${highest}>=${below}`]),
    ...(whole && shape === "scalar" ? [`${written}<>INT(${written})`] : []),
  ];
}

/** True of a cell where any condition is: OR would make one verdict of a whole range. */
const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? conditions[0]! : conditions.map((condition) => `(${condition})`).join("+");

function unless(conditions: readonly string[], reason: Reason, formula: string): string {
  if (conditions.includes(always)) return errors[reason];
  return conditions.length === 0 ? formula : `IF(${anyOf(conditions)},${errors[reason]},${formula})`;
}

const marksMissing = ({ shape, missing }: Parameter, written: string): string[] =>
  missing && shape === "scalar" && written !== "" && !isNumber(written) ? [`${written}="n/a"`] : [];

/** The refusals that a classic formula can make too: a number out of its bounds gives the function's own error. */
function guarded(parameters: readonly Parameter[], written: readonly string[], formula: string): string {
  const reasons = [...new Set(parameters.map(({ bounds }) => bounds.otherwise ?? "unsolvable"))];
  const bounded = reasons.reduceRight((inner, reason) => {
    const conditions = parameters.flatMap((parameter, i) =>
      (parameter.bounds.otherwise ?? "unsolvable") === reason ? breaches(parameter, written[i]!) : [],
    );
    return unless(conditions, reason, inner);
  }, formula);
  return unless(parameters.flatMap((parameter, i) => marksMissing(parameter, written[i]!)), "missing", bounded);
}

type Written = readonly (string | null)[];

/** Why a function has no native form, for these arguments or for any; undefined where it has one. */
export function whyNotNative(definition: Definition, args?: Written): Texts | undefined {
  const { native } = definition;
  if ("none" in native) return native.none;
  if (!("some" in native) || !args) return undefined;
  return nativeFormula(definition, args) === undefined ? native.otherwise : undefined;
}

/** Whether the native form must be entered as an array formula where Excel has no dynamic arrays. */
export const isArrayFormula = ({ native }: Definition): boolean => "array" in native || "block" in native;

/** The arguments of a call as a native form needs them, and how it refuses what is out of bounds. */
function prepared({ parameters }: Definition, args: Written) {
  const all = Object.values(parameters);
  const texts = all.map((parameter, i) => argument(parameter, args[i]));
  const written = Object.fromEntries(Object.keys(parameters).map((name, i) => [name, texts[i]!]));
  return { written, guard: (formula: string): string => guarded(all, texts, formula) };
}

/**
 * The native formula for a call with the given argument texts, without "="; `null` stands for one left out.
 * Undefined where the definition has none for them, or needs helper cells: see `nativeBlock`.
 */
export function nativeFormula(definition: Definition, args: Written): string | undefined {
  const { native } = definition;
  if ("none" in native || "block" in native) return undefined;
  const write = typeof native === "function" ? native : "array" in native ? native.array : native.some;
  const { written, guard } = prepared(definition, args);
  const formula = write(written);
  return formula === undefined ? undefined : guard(formula);
}

/** Helper cells to lay out, and what fills them. */
export interface NativeBlock {
  readonly helpers: readonly PlacedHelper[];
  /** The array formula of the result, once the helpers have their places. */
  readonly result: (at: Places) => string;
}

export interface PlacedHelper extends Size {
  readonly name: string;
  readonly title: Texts;
  /** The array formula that fills it, from the places of those before it. */
  readonly formula: (at: Places) => string;
}

const nothing: Size = { rows: 0, columns: 0 };

/**
 * The helper cells that a native form needs, for arguments of the given texts and sizes; undefined where it needs none.
 * Whoever lays them out gives each a place, in order, and passes the absolute addresses on by name.
 */
export function nativeBlock(
  definition: Definition, args: Written, sizes: readonly (Size | null)[],
): NativeBlock | undefined {
  const { native } = definition;
  if (!("block" in native)) return undefined;
  const { written, guard } = prepared(definition, args);
  const { helpers, result } = native.block(written);
  const sizeOf = Object.fromEntries(Object.keys(written).map((name, i) => [name, sizes[i] ?? nothing]));
  return {
    helpers: helpers.map(({ name, title, size, formula }) => ({ name, title, formula, ...size(sizeOf) })),
    result: (at) => guard(result(at)),
  };
}

/** One half of Hubbard's generator as a worksheet formula. */
function hubbardHalf(constants: Half, [row, column, from]: readonly [string, string, string], time: number): string {
  const { trial, variable, entity, cycle, scale, offset, spread, range } = constants;
  const timed = time === 0 ? "" : `+${time * constants.time}`;
  const counted = `MOD(${row}*${trial}+${column}*${variable}+${from}*${entity}${timed},${cycle})`;
  return `MOD(MOD(${hubbard.dividend},${counted}*${scale}+${offset})*${spread},${range})`;
}

/** A number of Hubbard's generator as a worksheet formula, from the texts of its counters. */
export function uniformFormula(counters: readonly [row: string, column: string, seed: string], time = 0): string {
  const { high, low, last, steps } = hubbard;
  const whole = `${hubbardHalf(high, counters, time)}*${low.range}+${hubbardHalf(low, counters, time)}`;
  return `(MOD((${whole})*${last},${steps})+0.5)/${steps}`;
}
