import {
  MAX_COLUMNS, MAX_ROWS, areaAddress, columnName, parseArea, quotedSheet, type Area,
} from "../../formulas/addresses";
import { invalidArgument } from "../api-error";
import { isEntireColumn, isEntireRow } from "./areas";
import type { Book, Place } from "./book";

/** As in an address: `A1:B2`, whole columns `A:C`, whole rows `1:3`. */
export function localAddress(area: Area): string {
  if (isEntireColumn(area) && !isEntireRow(area)) {
    return `${columnName(area.column)}:${columnName(area.column + area.columns - 1)}`;
  }
  if (isEntireRow(area) && !isEntireColumn(area)) return `${area.row + 1}:${area.row + area.rows}`;
  return areaAddress(area);
}

export const fullAddress = (book: Book, { sheet, area }: Place): string =>
  `${quotedSheet(book.name(sheet))}!${localAddress(area)}`;

/** `=Sheet1!$A$1:$B$2`, as a name holds it. */
export function absoluteFormula(book: Book, { sheet, area }: Place): string {
  const local = localAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");
  return `=${quotedSheet(book.name(sheet))}!${local}`;
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

/** An area as Excel writes it, whole columns and rows included. */
export function parseLocal(address: string): Area | undefined {
  const plain = address.trim().replace(/^=/, "").replace(/\$/g, "").toUpperCase();
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns) return parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`);
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows) return parseArea(`A${rows[1]}:${columnName(MAX_COLUMNS - 1)}${rows[2]}`);
  return parseArea(plain);
}

/** An address as an argument: of the given sheet, or of the one that it names. */
export function placeOf(book: Book, address: unknown, sheet: string): Place {
  if (typeof address !== "string") throw invalidArgument();
  const { sheet: named, local } = splitSheet(address);
  const area = parseLocal(local);
  const id = named === undefined ? sheet : book.sheetNamed(named)?.getSheetId();
  if (!area || !id) throw invalidArgument();
  return { sheet: id, area };
}
