import { parseStructRef, stringifyStructRef } from "@borgar/fx/xlsx";
import { type Names, needsArrays } from "./array-formulas";
import { type Binding, boundNames } from "./bound-names";
import { bareFunction, shownFutureFunction, storedFutureFunction } from "./future-functions";
import { catalogueNames, type StoredNames } from "./stored-names";
import {
  closing, isFunction, isName, isOperator, isReference, isStructured, nextIndex, type Token, tokensOf,
} from "./tokens";

export interface Surroundings {
  /** The table in which the formula stands. */
  readonly table?: string;
  /** The formulas of the workbook's names, by name in lower case. */
  readonly names?: Names;
  readonly functions?: StoredNames;
}

export interface StoredFormula {
  /** As in `<f>`: without the "=", with the prefixes that Excel keeps in files and does not show. */
  readonly text: string;
  /** To be stored as a dynamic array, even when it answers with one cell. */
  readonly dynamic: boolean;
}

const lambdaTakers = new Set(["BYCOL", "BYROW", "GROUPBY", "MAKEARRAY", "MAP", "PIVOTBY", "REDUCE", "SCAN"]);

/** One cell, which is stored as it is typed. */
const oneCell = /^=?(?:(?:[A-Za-z_]\w*|'[^'[\]]*')!)?\$?[A-Z]{1,3}\$?\d+$/;

/** A formula as typed, in the form in which Excel stores it. */
export function storedFormula(typed: string, around: Surroundings = {}): StoredFormula {
  if (oneCell.test(typed)) return { text: typed.replace(/^=/, ""), dynamic: false };
  const { functions = catalogueNames(), names } = around;
  const tokens = tokensOf(typed.replace(/^=/, ""));
  const bindings = boundNames(tokens);
  const isOurs = (token: Token) => isFunction(token) && functions.stored(token.value) !== undefined;
  const complete = { ...around, functions };
  const pieces = tokens.map((_, index) => storedToken(tokens, index, bindings.get(index), complete));
  dropForeignPrefixes(tokens, pieces, isOurs);
  wrapSpills(tokens, pieces);
  wrapSingles(tokens, pieces);
  return { text: pieces.join(""), dynamic: tokens.some(isOurs) || needsArrays(tokens, bindings, names) };
}

function storedToken(
  tokens: readonly Token[],
  index: number,
  binding: Binding | undefined,
  { table, names, functions }: Surroundings,
): string {
  const token = tokens[index];
  const text = token.value;
  if (binding === "optional") return `_xlop.${text.slice(1, -1)}`;
  if (binding) return /^_xl[po][mp]\./i.test(text) ? text : `_xlpm.${text}`;
  if (isFunction(token)) return functions?.stored(text) ?? storedFutureFunction(text) ?? text;
  if (isStructured(token)) return storedStructure(text, table);
  return isPassedFunction(tokens, index, names) ? `_xleta.${text.toUpperCase()}` : text;
}

/** Excel shows `[@Output]` inside its table, and stores `Clusters[[#This Row],[Output]]` everywhere. */
function storedStructure(text: string, table: string | undefined): string {
  const reference = parseStructRef(text);
  if (!reference || (!reference.table && !table)) return text;
  return stringifyStructRef({ ...reference, table: reference.table || table! }, { thisRow: true });
}

/** SUM in BYROW(A1:B9,SUM): a function's name where a LAMBDA is wanted. */
function isPassedFunction(tokens: readonly Token[], index: number, names: Names = new Map()): boolean {
  const token = tokens[index];
  if (!isName(token) || !/^[A-Z][A-Z0-9.]*$/i.test(token.value)) return false;
  if (names.has(token.value.toLowerCase())) return false;
  const isLast = isOperator(tokens[nextIndex(tokens, index, -1)], ",")
    && isOperator(tokens[nextIndex(tokens, index)], ")");
  return isLast && lambdaTakers.has(bareFunction(calleeAround(tokens, index)).toUpperCase());
}

function calleeAround(tokens: readonly Token[], index: number): string {
  let depth = 0;
  for (let at = index - 1; at > 0; at--) {
    if (isOperator(tokens[at], ")")) depth++;
    if (isOperator(tokens[at], "(") && depth-- === 0) return tokens[at - 1].value;
  }
  return "";
}

/** `'C:\…\FUNCRES.XLAM'!_xldudf_POLICY_X(` and `[2]!_xldudf_POLICY_X(`: scars that other add-ins leave. */
function dropForeignPrefixes(
  tokens: readonly Token[],
  pieces: string[],
  isOurs: (token: Token) => boolean,
): void {
  tokens.forEach((token, index) => {
    if (!isOurs(token) || !isOperator(tokens[index - 1], "!")) return;
    pieces[index - 1] = "";
    pieces[index - 2] = "";
  });
}

/** `A1#` is stored as `_xlfn.ANCHORARRAY(A1)`. */
function wrapSpills(tokens: readonly Token[], pieces: string[]): void {
  tokens.forEach((token, index) => {
    if (!isOperator(token, "#") || !isReference(tokens[index - 1])) return;
    pieces[index - 1] = `_xlfn.ANCHORARRAY(${pieces[index - 1]})`;
    pieces[index] = "";
  });
}

/** `@B2:B4` is stored as `_xlfn.SINGLE(B2:B4)`. */
function wrapSingles(tokens: readonly Token[], pieces: string[]): void {
  tokens.forEach((token, index) => {
    if (!isOperator(token, "@")) return;
    pieces[index] = "_xlfn.SINGLE(";
    pieces[operandEnd(tokens, nextIndex(tokens, index))] += ")";
  });
}

/** The last token of the operand at `start`: a call with its brackets, a group, a reference with its end. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let end = start;
  while (isOperator(tokens[end], "-") || isOperator(tokens[end], "+") || isOperator(tokens[end], "@")) end++;
  if (isFunction(tokens[end]) || isOperator(tokens[end + 1], "(")) end++;
  if (isOperator(tokens[end], "(") || isOperator(tokens[end], "{")) end = closing(tokens, end);
  if (isOperator(tokens[end + 1], "#")) return end + 1;
  if (isOperator(tokens[end + 1], ":")) return operandEnd(tokens, end + 2);
  return Math.min(end, tokens.length - 1);
}

const mayDiffer = /_xl|policy/i;

/** A stored formula, with or without "=", as the user would see it in Excel, with "=". */
export function typedFormula(stored: string, functions: StoredNames = catalogueNames()): string {
  const formula = stored.replace(/^=/, "");
  if (!mayDiffer.test(formula)) return `=${formula}`;
  const tokens = tokensOf(formula);
  const pieces = tokens.map((token) => typedToken(token, functions));
  const isOurs = (token: Token) => isFunction(token) && functions.typed(token.value) !== undefined;
  dropForeignPrefixes(tokens, pieces, isOurs);
  unwrapCalls(tokens, pieces);
  return `=${pieces.join("")}`;
}

function typedToken(token: Token, functions: StoredNames): string {
  const text = token.value;
  if (isFunction(token)) {
    return functions.typed(text) ?? shownFutureFunction(text) ?? text.replace(/^_xlpm\./i, "");
  }
  if (!isName(token)) return text;
  return text.replace(/^_xlop\.(.+)$/i, "[$1]").replace(/^_xl(?:pm|eta)\./i, "");
}

/** ANCHORARRAY of one reference is shown with #, SINGLE of one operand with @. */
function unwrapCalls(tokens: readonly Token[], pieces: string[]): void {
  tokens.forEach((token, index) => {
    if (!isFunction(token)) return;
    const name = token.value.toLowerCase();
    const close = closing(tokens, index + 1);
    const inner = tokens.slice(index + 2, close);
    if (name === "_xlfn.anchorarray" && inner.length === 1 && isReference(inner[0])) {
      unwrap(pieces, index, close, "", "#");
    } else if (name === "_xlfn.single" && inner.length > 0 && operandEnd(inner, 0) === inner.length - 1) {
      unwrap(pieces, index, close, "@", "");
    }
  });
}

function unwrap(pieces: string[], index: number, close: number, before: string, after: string): void {
  pieces[index] = before;
  pieces[index + 1] = "";
  pieces[close] = after;
}
