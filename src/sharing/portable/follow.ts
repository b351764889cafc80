import { addressKey } from "../../formulas/address-key";
import { parseArea } from "../../formulas/addresses";
import { sheetAndAddress } from "../../formulas/sheet-names";
import { isReference, tokensOf } from "../../formulas/tokens";

/** The addresses that a formula refers to, as they are written; names and tables keep true by themselves. */
export function addressesIn(formula: string): string[] {
  return tokensOf(formula.replace(/^=/, ""))
    .filter((token) => isReference(token) && isAddress(token.value))
    .map(({ value }) => value);
}

/** In this workbook: what lies in another one does not move with our rows. */
const isAddress = (reference: string): boolean =>
  !reference.includes("[") && parseArea(sheetAndAddress(reference).address) !== undefined;

/** What an original formula refers to and its native form does not: only the report can say where that went. */
export function untrackedReferences(original: string, converted: string | undefined): string[] {
  const tracked = new Set(addressesIn(converted ?? "").map((reference) => addressKey(reference)));
  return [...new Set(addressesIn(original))].filter((reference) => !tracked.has(addressKey(reference)));
}
