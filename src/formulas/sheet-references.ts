import { absoluteAddress, parseArea, quotedSheet, type Area } from "./addresses";
import { sheetAndAddress } from "./sheet-names";

/** Cells of a named sheet. */
export interface SheetReference {
  readonly sheet: string;
  readonly area: Area;
}

/** `A1:B2` as `$A$1:$B$2`. */
export const absolute = (address: string): string => address.replace(/[A-Z]+|\d+/g, "$$$&");

/** `=Sheet1!$A$1:$B$2`, as names and charts hold it. */
export function referenceFormula({ sheet, area }: SheetReference): string {
  return `=${quotedSheet(sheet)}!${absoluteAddress(area)}`;
}

/** Reads what is nothing but cells of one sheet; undefined for every other formula. */
export function parseReference(formula: string): SheetReference | undefined {
  const { sheet, address } = sheetAndAddress(formula.replace(/^=/, ""));
  const area = parseArea(address);
  return sheet && area && !/[[\]:]/.test(sheet) ? { sheet, area } : undefined;
}
