import { parse, tokenize } from "@borgar/fx";

/** The formula with its "=", trimmed; one was typed without. */
export const withEquals = (formula: string): string => `=${formula.trim().replace(/^=/, "")}`;

/** What is wrong with how a formula is written, or undefined for one that Excel would take. */
export function syntaxFault(formula: string): string | undefined {
  try {
    parse(tokenize(withEquals(formula)));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
