import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx/xlsx";

/** Fills a formula from one cell into others: gives for the address of a cell what the formula becomes there. */
export function filledFrom(formula: string, from: string): (to: string) => string {
  const relative = translateFormulaToR1C1(formula, from);
  return (to) => translateFormulaToA1(relative, to);
}
