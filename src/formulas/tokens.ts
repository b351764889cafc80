import { type Token, tokenize, tokenTypes } from "@borgar/fx/xlsx";

export type { Token };

/** Several questions are asked of one formula in turn: it is cut once for all of them. */
const recent = new Map<string, readonly Token[]>();
const MOST_RECENT = 256;

/** Cuts a formula into tokens whose texts, put together again, are the formula. */
export function tokensOf(formula: string): readonly Token[] {
  const known = recent.get(formula);
  if (known) return known;
  if (recent.size >= MOST_RECENT) recent.clear();
  const tokens = tokenize(formula, { withLocation: false });
  recent.set(formula, tokens);
  return tokens;
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.value).join("");
}

export function isFunction(token: Token | undefined): boolean {
  return token?.type === tokenTypes.FUNCTION;
}

/** A name: of a range, of a LAMBDA, of a LET or LAMBDA parameter. */
export function isName(token: Token | undefined): boolean {
  return token?.type === tokenTypes.REF_NAMED;
}

export function isStructured(token: Token | undefined): boolean {
  return token?.type === tokenTypes.REF_STRUCT;
}

const references: ReadonlySet<string> = new Set([
  tokenTypes.REF_RANGE, tokenTypes.REF_BEAM, tokenTypes.REF_TERNARY,
  tokenTypes.REF_NAMED, tokenTypes.REF_STRUCT,
]);

export function isReference(token: Token | undefined): boolean {
  return token !== undefined && references.has(token.type);
}

const otherBook = /^(?:'[^']*\[[^\]]+\]|\[[^\]]+\])[^!]*!/;

/** `[1]Rates!A1`, `'[1]Key rates'!A1`, `'C:\[Book.xlsx]Rates'!A1`. */
export function isOutside(token: Token): boolean {
  return isReference(token) && otherBook.test(token.value);
}

export function isOperator(token: Token | undefined, value: string): boolean {
  return token?.type === tokenTypes.OPERATOR && token.value === value;
}

export function isBlank(token: Token): boolean {
  return token.type === tokenTypes.WHITESPACE || token.type === tokenTypes.NEWLINE;
}

/** The first token from `index` in direction `step` that is not white space, by its index. */
export function nextIndex(tokens: readonly Token[], index: number, step: 1 | -1 = 1): number {
  let at = index + step;
  while (at >= 0 && at < tokens.length && isBlank(tokens[at])) at += step;
  return at;
}

/** The bracket that closes the one at `open`, or the last token when none does. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isOperator(tokens[at], "(") || isOperator(tokens[at], "{")) depth++;
    if (isOperator(tokens[at], ")") || isOperator(tokens[at], "}")) depth--;
    if (depth === 0) return at;
  }
  return tokens.length - 1;
}
