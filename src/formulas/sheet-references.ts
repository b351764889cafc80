import { absoluteAddress, parseArea, quotedSheet, type Area } from "./addresses";

/** Cells of a named sheet. */
export interface SheetReference {
  readonly sheet: string;
  readonly area: Area;
}

/** Cuts `'My sheet'!A1` into the sheet's name and the rest. */
export function splitSheet(address: string): { sheet?: string; local: string } {
  const cut = address.lastIndexOf("!");
  if (cut < 0) return { local: address };
  const sheet = address.slice(0, cut).replace(/^=/, "");
  return {
    sheet: /^'.*'$/.test(sheet) ? sheet.slice(1, -1).replace(/''/g, "'") : sheet,
    local: address.slice(cut + 1),
  };
}

/** `A1:B2` as `$A$1:$B$2`. */
export const absolute = (address: string): string => address.replace(/[A-Z]+|\d+/g, "$$$&");

/** `=Sheet1!$A$1:$B$2`, as names and charts hold it. */
export function referenceFormula({ sheet, area }: SheetReference): string {
  return `=${quotedSheet(sheet)}!${absoluteAddress(area)}`;
}

/** Reads what is nothing but cells of one sheet; undefined for every other formula. */
export function parseReference(formula: string): SheetReference | undefined {
  const { sheet, local } = splitSheet(formula);
  const area = parseArea(local);
  return sheet && area && !/[[\]:]/.test(sheet) ? { sheet, area } : undefined;
}
