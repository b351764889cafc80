import { find, type Definition } from "../functions";
import { catalogueNames, NAMESPACE } from "./stored-names";
import { closing, isFunction, isOperator, nextIndex, textOf, type Token, tokensOf } from "./tokens";

/** A call of one of our functions, where it stands in the text of a formula. */
export interface WrittenCall {
  readonly definition: Definition;
  /** Of its first character, and after its last. */
  readonly start: number;
  readonly end: number;
  readonly args: readonly WrittenArgument[];
}

export interface WrittenArgument {
  /** Without the blanks around it; empty where the argument is left out. */
  readonly text: string;
  /** Our calls inside it, outermost only. */
  readonly calls: readonly WrittenCall[];
}

/**
 * Our calls in a formula, outermost only, in any of the forms that files were seen to hold and in any case.
 * A text that looks like a call is none, nor is a name that no function bears.
 */
export function callsIn(formula: string): WrittenCall[] {
  if (!mayCall.test(formula)) return [];
  const tokens = tokensOf(formula);
  return callsBetween(tokens, startsOf(tokens), 0, tokens.length);
}

/** All the forms have it in common, and most formulas of most workbooks do not. */
const mayCall = /policy/i;

/** The calls with all that are nested in them, each before those inside it. */
export function withNested(calls: readonly WrittenCall[]): WrittenCall[] {
  return calls.flatMap((call) => [call, ...call.args.flatMap((argument) => withNested(argument.calls))]);
}

function startsOf(tokens: readonly Token[]): number[] {
  let at = 0;
  return tokens.map((token) => {
    const start = at;
    at += token.value.length;
    return start;
  });
}

function callsBetween(tokens: readonly Token[], starts: readonly number[], from: number, to: number): WrittenCall[] {
  const found: WrittenCall[] = [];
  for (let at = from; at < to; at++) {
    const definition = called(tokens, at);
    if (!definition) continue;
    const open = nextIndex(tokens, at);
    const close = Math.min(closing(tokens, open), to - 1);
    found.push({
      definition,
      start: starts[at]!,
      end: starts[close]! + tokens[close]!.value.length,
      args: argumentsBetween(tokens, starts, open, close),
    });
    at = close;
  }
  return found;
}

function called(tokens: readonly Token[], at: number): Definition | undefined {
  const token = tokens[at]!;
  if (!isFunction(token) || !isOperator(tokens[nextIndex(tokens, at)], "(")) return undefined;
  const typed = catalogueNames().typed(token.value);
  return typed === undefined ? undefined : find(typed.slice(NAMESPACE.length + 1));
}

function argumentsBetween(
  tokens: readonly Token[],
  starts: readonly number[],
  open: number,
  close: number,
): WrittenArgument[] {
  const end = isOperator(tokens[close], ")") ? close : close + 1;
  const separators = commas(tokens, open, end);
  const bounds = [open, ...separators, end];
  const args = bounds.slice(1).map((to, i) => {
    const from = bounds[i]! + 1;
    return { text: textOf(tokens.slice(from, to)).trim(), calls: callsBetween(tokens, starts, from, to) };
  });
  return args.length === 1 && args[0]!.text === "" ? [] : args;
}

/** The commas that separate the arguments of the bracket at `open`, not those of brackets inside it. */
function commas(tokens: readonly Token[], open: number, end: number): number[] {
  const found: number[] = [];
  for (let at = open + 1; at < end; at++) {
    if (isOperator(tokens[at], "(") || isOperator(tokens[at], "{")) at = closing(tokens, at);
    else if (isOperator(tokens[at], ",")) found.push(at);
  }
  return found;
}
