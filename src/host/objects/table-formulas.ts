import { isSameName } from "../../formulas/same-name";
import { isName, isStructured, textOf, tokensOf, type Token } from "../../formulas/tokens";
import type { Book } from "./book";
import { put } from "./cells";
import { allDefinedNames, changeName, formulaOf } from "./defined-names";
import { entryOf } from "./entry";
import { formulaCells, type FormulaCell } from "./formula-cells";

/** What stands in the place of a reference to the table, in this formula; undefined leaves it. */
type Instead = (reference: string, cell?: FormulaCell) => string | undefined;

/**
 * Says something else of a table in every formula that refers to it. Read before the
 * table changes, for then Univer may no longer know its name; written when called.
 */
export function rewriteTable(book: Book, table: string, instead: Instead): () => void {
  const inCells = formulaCells(book).flatMap((cell) => {
    const formula = rewritten(cell.formula, table, (reference) => instead(reference, cell));
    return formula === cell.formula ? [] : [() => put(book, cell.place, () => entryOf(formula, false)?.cell)];
  });
  const inNames = allDefinedNames(book).flatMap((name) => {
    const formula = rewritten(formulaOf(name), table, (reference) => instead(reference));
    return formula === formulaOf(name) ? [] : [() => changeName(book, name, { formula })];
  });
  return () => [...inCells, ...inNames].forEach((write) => write());
}

/** Only where the table is meant: not in texts, nor in longer names. */
function rewritten(formula: string, table: string, instead: Instead): string {
  return textOf(tokensOf(formula).map((token) => {
    const value = isOf(token, table) ? instead(token.value) : undefined;
    return value === undefined ? token : { ...token, value };
  }));
}

function isOf(token: Token, table: string): boolean {
  if (isName(token)) return isSameName(token.value, table);
  return isStructured(token) && isSameName(token.value.split("[")[0]!, table);
}
