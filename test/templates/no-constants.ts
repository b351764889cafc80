import { closing, isFunction, isOperator, nextIndex, tokensOf, type Token } from "../../src/formulas/tokens";

/** Functions of whose arguments after the first a whole number says which or how exactly, and is no quantity. */
const selectors = /^(ROUND|ROUNDUP|ROUNDDOWN|INDEX|LARGE|SMALL|MATCH|CHOOSE|CHAR)$/i;

export const isCount = (text: string): boolean => /^\d{1,2}$/.test(text);

/** The numbers in a formula that belong into an input: all but 0, 1 and those that select or round. */
export function tokenFaults(formula: string): string[] {
  const tokens = tokensOf(formula);
  return tokens.flatMap((token, at) => {
    if (token.type !== "number" || token.value === "0" || token.value === "1") return [];
    return isCount(token.value) && selects(tokens, at) ? [] : [`${formula}: ${token.value}`];
  });
}

function selects(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i >= 0; i--) {
    if (!isFunction(tokens[i]) || !isOperator(tokens[nextIndex(tokens, i)], "(")) continue;
    const open = nextIndex(tokens, i);
    if (closing(tokens, open) < at) continue;
    return selectors.test(tokens[i]!.value) && tokens.slice(open, at).some((token) => isOperator(token, ","));
  }
  return false;
}
