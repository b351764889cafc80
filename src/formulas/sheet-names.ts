const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const looksLikeCell = /^([a-z]{1,3}\d+|r\d*c\d*|true|false)$/i;

/** `Plan!B2`, `'Plan 2025'!B2`: with the quotation marks that some names of sheets need. */
export function onSheet(sheet: string, address: string): string {
  return `${writtenSheet(sheet)}!${address}`;
}

function writtenSheet(sheet: string): string {
  return plain.test(sheet) && !looksLikeCell.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

export interface SheetAddress {
  /** Undefined for the sheet of the formula. */
  readonly sheet?: string;
  readonly address: string;
}

/** Takes `'Plan 2025'!$B$2` apart; what stands before the last "!" is read as the name of a sheet. */
export function sheetAndAddress(reference: string): SheetAddress {
  const cut = reference.lastIndexOf("!");
  if (cut < 0) return { address: reference };
  const sheet = reference.slice(0, cut);
  const isQuoted = sheet.startsWith("'") && sheet.endsWith("'");
  return { sheet: isQuoted ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, address: reference.slice(cut + 1) };
}
