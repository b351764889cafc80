import { tokenTypes } from "@borgar/fx/xlsx";
import type { Binding } from "./bound-names";
import { bareFunction } from "./future-functions";
import {
  closing, isBlank, isFunction, isName, isOperator, isStructured, nextIndex, type Token,
} from "./tokens";

/** Functions that may answer with several cells. */
const arrayFunctions = new Set(`
BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER FREQUENCY GROUPBY GROWTH HSTACK LAMBDA LET LINEST
LOGEST MAKEARRAY MAP MINVERSE MMULT MODE.MULT MUNIT PIVOTBY RANDARRAY REDUCE REGEXEXTRACT SCAN SEQUENCE SORT
SORTBY STOCKHISTORY TAKE TEXTSPLIT TOCOL TOROW TRANSPOSE TREND TRIMRANGE UNIQUE VSTACK WRAPCOLS WRAPROWS
XLOOKUP XMATCH
`.trim().split(/\s+/));

/** Functions that take a range as it is, in any argument. */
const takeRanges = new Set(`
AND AREAS AVEDEV AVERAGE AVERAGEA CONCAT CORREL COUNT COUNTA COVAR COVARIANCE.P COVARIANCE.S DEVSQ GEOMEAN
HARMEAN INTERCEPT KURT MAX MAXA MDETERM MEDIAN MIN MINA MODE MODE.SNGL NPV OR PEARSON PRODUCT RSQ SKEW SLOPE
STDEV STDEV.P STDEV.S STDEVA STDEVP STDEVPA STEYX SUM SUMPRODUCT SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 VAR VAR.P
VAR.S VARA VARP VARPA XOR
`.trim().split(/\s+/));

/** Which arguments of a function take a range, counted from zero. */
const rangeArguments: Readonly<Record<string, readonly number[]>> = {
  AVERAGEIF: [0, 2], COLUMNS: [0], COUNTBLANK: [0], COUNTIF: [0], FORECAST: [1, 2], "FORECAST.LINEAR": [1, 2],
  HLOOKUP: [1], INDEX: [0], IRR: [0], LARGE: [0], MATCH: [1], MIRR: [0], PERCENTILE: [0], "PERCENTILE.EXC": [0],
  "PERCENTILE.INC": [0], PERCENTRANK: [0], QUARTILE: [0], "QUARTILE.INC": [0], RANK: [1], "RANK.AVG": [1],
  "RANK.EQ": [1], ROWS: [0], SMALL: [0], SUMIF: [0, 2], TRIMMEAN: [0], VLOOKUP: [1], XIRR: [0, 1], XNPV: [1, 2],
};

/** Functions whose every second argument is a range: that to sum, then pairs of range and condition. */
const pairedFrom: Readonly<Record<string, number>> = {
  AVERAGEIFS: 1, COUNTIFS: 0, MAXIFS: 1, MINIFS: 1, SUMIFS: 1,
};

interface Place {
  readonly callee: string;
  readonly argument: number;
}

/** What names of the workbook stand for, by their names in lower case. */
export type Names = ReadonlyMap<string, string>;

/**
 * Whether a formula must be stored as a dynamic array. Stored plainly, Excel reads it as an old formula,
 * in which a range where one value is wanted means the one cell of it in the same row: SUM(A1:A3*2) fails.
 */
export function needsArrays(
  tokens: readonly Token[],
  bindings: ReadonlyMap<number, Binding>,
  names: Names = new Map(),
): boolean {
  const places = placesOf(tokens);
  return tokens.some((token, index) => {
    if (isFunction(token)) return answersArray(token, bindings.has(index), names);
    if (isOperator(token, "#") || isOperator(token, "@")) return true;
    return isMany(tokens, index, bindings, names) && !isTaken(tokens, index, places[index]);
  });
}

function answersArray(token: Token, bound: boolean, names: Names): boolean {
  const name = token.value.toLowerCase();
  return bound || names.has(name) || arrayFunctions.has(bareFunction(name).toUpperCase());
}

/** Several values where the token stands: a range, a column of a table, an array constant, a name. */
function isMany(
  tokens: readonly Token[],
  index: number,
  bindings: ReadonlyMap<number, Binding>,
  names: Names,
): boolean {
  const token = tokens[index];
  if (isName(token)) return !bindings.has(index) && !isSingle(names.get(token.value.toLowerCase()));
  if (isStructured(token)) return !/@|#this row/i.test(token.value) || /]\s*:\s*\[/.test(token.value);
  if (isOperator(token, "{") || token.type === tokenTypes.REF_BEAM) return true;
  return token.type === tokenTypes.REF_RANGE && token.value.includes(":");
}

const oneCell = /^=?(?:(?:[^!:(]+|'(?:[^']|'')+')!)?\$?[A-Z]{1,3}\$?\d+$/i;
const constant = /^=?(?:-?[\d.]+%?|"[^"]*")$/;

function isSingle(formula: string | undefined): boolean {
  return formula !== undefined && (oneCell.test(formula) || constant.test(formula));
}

function isTaken(tokens: readonly Token[], index: number, place: Place | undefined): boolean {
  if (!place) return false;
  const { callee, argument } = place;
  if (callee === "SUMPRODUCT") return true;
  const last = isOperator(tokens[index], "{") ? closing(tokens, index) : index;
  if (!isWholeArgument(tokens, index, last)) return false;
  const paired = pairedFrom[callee];
  if (paired !== undefined) return argument < paired || (argument - paired) % 2 === 0;
  return takeRanges.has(callee) || (rangeArguments[callee]?.includes(argument) ?? false);
}

function isWholeArgument(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[nextIndex(tokens, first, -1)];
  const after = tokens[nextIndex(tokens, last)];
  return (isOperator(before, "(") || isOperator(before, ","))
    && (isOperator(after, ")") || isOperator(after, ","));
}

/** For each token the call it stands in directly, brackets that only group left out. */
function placesOf(tokens: readonly Token[]): (Place | undefined)[] {
  const open: ({ callee: string; argument: number } | undefined)[] = [];
  return tokens.map((token, index) => {
    const inner = open.at(-1);
    const place = inner && { ...inner };
    if (isOperator(token, "(")) open.push(opened(tokens, index, inner));
    else if (isOperator(token, ")")) open.pop();
    else if (isOperator(token, ",") && inner && !inBraces(tokens, index)) inner.argument++;
    return place;
  });
}

function opened(tokens: readonly Token[], index: number, around: Place | undefined) {
  const before = tokens[index - 1];
  if (isFunction(before)) return { callee: bareFunction(before!.value).toUpperCase(), argument: 0 };
  const groups = before === undefined || isBlank(before) || !isName(before);
  return groups && around ? { ...around } : undefined;
}

function inBraces(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at >= 0; at--) {
    if (isOperator(tokens[at], "}")) return false;
    if (isOperator(tokens[at], "{")) return true;
  }
  return false;
}
