import { isSameName } from "../../formulas/same-name";
import { generateRandomId } from "@univerjs/core";
import { ApiError, invalidArgument, itemAlreadyExists } from "../api-error";
import { intersection, isUnbounded } from "./areas";
import { rangeOf } from "../areas-and-ranges";
import type { Book, Place } from "./book";
import { reach } from "./cells";
import { insertCells } from "./changes";
import { definedNames } from "./defined-names";
import { placeOfReference } from "./precedents";
import { absoluteFormula, parseLocal } from "./references";
import { defineTable, renameDefinition, undefineTable } from "./table-definition";
import { rewriteTable } from "./table-formulas";
import { writeHeaders } from "./table-headers";
import { tableInfo, tableInfos, wholeArea } from "./table-infos";

export async function addTable(book: Book, place: Place, hasHeaders: boolean): Promise<string> {
  if (isUnbounded(place.area)) throw invalidArgument();
  await book.engine.calculated();
  refuseOverlap(book, place);
  if (!hasHeaders) await insertCells(book, { ...place, area: { ...place.area, rows: 1 } }, "Down");
  const rows = Math.max(2, place.area.rows + (hasHeaders ? 0 : 1));
  const whole = { ...place, area: { ...place.area, rows } };
  reach(book, whole);
  writeHeaders(book, whole);
  const id = generateRandomId();
  defineTable(book, { id, name: freeTableName(book), place: whole });
  return id;
}

/** Formulas that refer to the table keep their values: they refer to its cells from then on. */
export function convertTable(book: Book, id: string): void {
  const { name, subUnitId } = tableInfo(book, id);
  const rewrite = rewriteTable(book, name, (reference, cell) => {
    const home = cell?.place ?? { sheet: subUnitId, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    const place = placeOfReference(book, reference, home);
    return place && absoluteFormula(book, place).slice(1);
  });
  undefineTable(book, id);
  rewrite();
}

export async function removeTable(book: Book, id: string): Promise<void> {
  await book.workbook.removeTable(id);
}

/** Formulas follow. */
export function renameTable(book: Book, id: string, name: string): void {
  const before = tableInfo(book, id).name;
  if (before === name) return;
  const rewrite = rewriteTable(book, before, (reference) => name + reference.slice(before.length));
  renameDefinition(book, id, name);
  rewrite();
}

export async function resizeTable(book: Book, id: string, place: Place): Promise<void> {
  const info = tableInfo(book, id);
  const before = wholeArea(info);
  const keepsHeader = place.sheet === info.subUnitId && place.area.row === before.row && place.area.rows >= 2;
  if (!keepsHeader || !intersection(before, place.area)) throw invalidArgument();
  refuseOverlap(book, place, id);
  reach(book, place);
  writeHeaders(book, place);
  await book.sheet(place.sheet).setTableRange(id, rangeOf(place.area));
}

function refuseOverlap(book: Book, { sheet, area }: Place, own?: string): void {
  const others = tableInfos(book).filter(({ id, subUnitId }) => subUnitId === sheet && id !== own);
  const merged = book.sheet(sheet).getMergedRanges().map((range) => ({
    row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth(),
  }));
  const areas = [...others.map(wholeArea), ...merged];
  if (areas.some((other) => intersection(other, area))) throw new ApiError("MergedRangeConflict");
}

function freeTableName(book: Book): string {
  const taken = new Set([...tableInfos(book), ...definedNames(book)].map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`table${number}`)) number++;
  return `Table${number}`;
}

/** Excel's rules, those of names; `own` is the table that may keep the name it has. */
export function checkedTableName(book: Book, name: unknown, own: string): string {
  if (typeof name !== "string" || name.length > 255) throw invalidArgument();
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument();
  if (parseLocal(name) || /^[rc]$/i.test(name)) throw invalidArgument();
  const known = [...tableInfos(book).filter(({ id }) => id !== own), ...definedNames(book)];
  if (known.some((other) => isSameName(other.name, name))) throw itemAlreadyExists();
  return name;
}
