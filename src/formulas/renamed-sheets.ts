import { isReference, textOf, tokensOf } from "./tokens";
import { onSheet, sheetAndAddress } from "./sheet-names";

/** A formula that refers to other sheets in the place of some, by their names in lower case. */
export function withSheetsRenamed(formula: string, names: ReadonlyMap<string, string>): string {
  if (!formula.includes("!")) return formula;
  return `=${textOf(tokensOf(formula.replace(/^=/, "")).map((token) => {
    if (!isReference(token)) return token;
    const { sheet, address } = sheetAndAddress(token.value);
    const renamed = sheet === undefined ? undefined : names.get(sheet.toLowerCase());
    return renamed === undefined ? token : { ...token, value: onSheet(renamed, address) };
  }))}`;
}
