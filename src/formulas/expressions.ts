import { tokenTypes } from "@borgar/fx/xlsx";
import { isPlainAddress } from "./addresses";
import type { Names } from "./array-formulas";
import { type ParsedArgument, parsedArgument } from "./arguments";
import { boundNames } from "./bound-names";
import { bareFunction } from "./future-functions";
import { Unportable, reasons } from "./unportable";
import { closing, isBlank, isFunction, isName, isOperator, isReference, type Token, tokensOf } from "./tokens";

/** The names that a formula binds by LET or LAMBDA, in lower case. */
export function namesBoundIn(formula: string): ReadonlySet<string> {
  const tokens = tokensOf(formula);
  const bound = [...boundNames(tokens).keys()].map((index) => tokens[index]!.value);
  return new Set(bound.map((name) => name.replace(/[[\]]/g, "").toLowerCase()));
}

export const usesAny = (text: string, names: ReadonlySet<string>): boolean =>
  names.size > 0 && tokensOf(text).some(({ value }) => names.has(value.toLowerCase()));

const returnReferences = new Set(["OFFSET", "INDEX", "INDIRECT", "CHOOSE"]);

/** The names that LET binds to cells as they are, with a formula for each: `LET(v,A1:A9,…)`. */
export function namesOfCells(formula: string): ReadonlyMap<string, string> {
  const tokens = tokensOf(formula).filter((token) => !isBlank(token));
  const found = [...boundNames(tokens)].flatMap(([at, binding]): [string, string][] => {
    const isWhole = binding === "declared" && isReference(tokens[at + 2]) && isOperator(tokens[at + 3], ",");
    return isWhole && !isName(tokens[at + 2]) ? [[tokens[at]!.value.toLowerCase(), `=${tokens[at + 2]!.value}`]] : [];
  });
  return new Map(found);
}

/** Whether an expression gives cells, not only their values: what ROW and COUNTIF ask for. */
export function isReferenceText(text: string, names: Names): boolean {
  const parsed = parsedArgument(text);
  if (parsed.kind === "cells" || parsed.kind === "table") return true;
  if (parsed.kind === "name") return standsForCells(parsed.name, names);
  const tokens = tokensOf(text).filter((token) => !isBlank(token));
  if (tokens.length === 1) return isReference(tokens[0]);
  const isCall = isFunction(tokens[0]) && closing(tokens, 1) === tokens.length - 1;
  return isCall && returnReferences.has(tokens[0]!.value.toUpperCase());
}

function standsForCells(name: string, names: Names): boolean {
  const formula = names.get(name.toLowerCase())?.replace(/^=/, "");
  return formula !== undefined && parsedArgument(formula).kind !== "name" && isReferenceText(formula, names);
}

/** What may stand several times in a formula without being calculated several times at a cost or with two results. */
export function isPlainText(text: string, parsed: ParsedArgument, names: Names): boolean {
  if (parsed.kind === "name") return !names.get(parsed.name.toLowerCase())?.includes("(");
  return parsed.kind !== "expression" && parsed.kind !== "call" ? true : isCheap(text, names);
}

const LONGEST_CHEAP = 40;

const calls = (token: Token, names: Names): boolean =>
  isFunction(token) || (isName(token) && (names.get(token.value.toLowerCase())?.includes("(") ?? false));

const isCheap = (text: string, names: Names): boolean =>
  text.length <= LONGEST_CHEAP && !tokensOf(text).some((token) => calls(token, names));

/** Refuses what a function of an add-in does not take either, or takes in another sense than a native formula. */
export function checkArgument(text: string): void {
  if (isPlainAddress(text)) return;
  const tokens = tokensOf(text);
  if (tokens.some((token) => isReference(token) && /^(?:'[^'[]*:[^'[]*'|[^'![]*:[^'![]*)!/.test(token.value))) {
    throw new Unportable(reasons.severalSheets);
  }
  if (tokens.some((_, at) => isGroup(tokens, at) && hasComma(tokens, at))) throw new Unportable(reasons.union);
  if (tokens.some((_, at) => isIntersection(tokens, at))) throw new Unportable(reasons.union);
}

const isIntersection = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.type === tokenTypes.WHITESPACE && isReference(tokens[at - 1]) && isReference(tokens[at + 1]);

const isGroup = (tokens: readonly Token[], at: number): boolean =>
  isOperator(tokens[at], "(") && !isFunction(tokens[at - 1]) && !isName(tokens[at - 1]);

function hasComma(tokens: readonly Token[], open: number): boolean {
  const end = closing(tokens, open);
  for (let at = open + 1; at < end; at++) {
    if (isOperator(tokens[at], "(") || isOperator(tokens[at], "{")) at = closing(tokens, at);
    else if (isOperator(tokens[at], ",")) return true;
  }
  return false;
}

/** Functions and signs that came to Excel after 2016. */
const newer = new Set(`
IFS SWITCH CONCAT TEXTJOIN MAXIFS MINIFS LET LAMBDA BYCOL BYROW MAKEARRAY MAP REDUCE SCAN ISOMITTED FILTER SORT SORTBY
UNIQUE SEQUENCE RANDARRAY XLOOKUP XMATCH CHOOSECOLS CHOOSEROWS DROP TAKE EXPAND HSTACK VSTACK TOCOL TOROW WRAPCOLS
WRAPROWS TEXTSPLIT TEXTBEFORE TEXTAFTER ARRAYTOTEXT VALUETOTEXT GROUPBY PIVOTBY PERCENTOF TRIMRANGE REGEXEXTRACT
REGEXREPLACE REGEXTEST STOCKHISTORY IMAGE TRANSLATE DETECTLANGUAGE
`.trim().split(/\s+/));

/** What of a formula Excel 2016 does not have, as it is written there; undefined where it has all. */
export function newerThan2016(formula: string): string | undefined {
  const found = tokensOf(formula).find((token) =>
    isFunction(token) ? newer.has(bareFunction(token.value).toUpperCase()) : isOperator(token, "#"));
  return found?.value.toUpperCase();
}
