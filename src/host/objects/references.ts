import {
  MAX_COLUMNS, MAX_ROWS, areaAddress, columnName, parseArea, quotedSheet, type Area,
} from "../../formulas/addresses";
import { sheetAndAddress } from "../../formulas/sheet-names";
import { absolute } from "../../formulas/sheet-references";
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
  return `=${quotedSheet(book.name(sheet))}!${absolute(localAddress(area))}`;
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
  const { sheet: named, address: local } = sheetAndAddress(address.replace(/^=(?=.*!)/s, ""));
  const area = parseLocal(local);
  const id = named === undefined ? sheet : book.sheetNamed(named)?.getSheetId();
  if (!area || !id) throw invalidArgument();
  return { sheet: id, area };
}
