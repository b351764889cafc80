import { isSameName } from "../../formulas/same-name";
import { covers, type Area } from "../../formulas/addresses";
import { parsedArgument, type TableArgument } from "../../formulas/arguments";
import { isReference, tokensOf } from "../../formulas/tokens";
import { intersection } from "./areas";
import type { Book, Place } from "./book";
import { plain } from "./cells";
import { formulaCells, type FormulaCell } from "./formula-cells";
import { placeNamed } from "./named-places";
import { parseLocal } from "./references";
import { dataArea, tableInfos, wholeArea, type TableInfo } from "./table-infos";

/** What a formula refers to by cells, names and tables; of a spill its first cell, as in Excel. */
function placesIn(book: Book, { place, formula }: FormulaCell): Place[] {
  const references = tokensOf(formula).filter(isReference);
  return references.flatMap(({ value }) => placeOfReference(book, value, place) ?? []);
}

/** What a reference in a formula stands for, as seen from a cell. */
export function placeOfReference(book: Book, text: string, at: Place): Place | undefined {
  const said = parsedArgument(text);
  if (said.kind === "name") return placeNamed(book, said.name, at.sheet);
  if (said.kind === "table") return placeInTable(book, said, at);
  if (said.kind !== "cells") return undefined;
  const sheet = said.sheet === "" ? at.sheet : book.sheetNamed(said.sheet)?.getSheetId();
  const area = parseLocal(said.address);
  return sheet && area ? { sheet, area } : undefined;
}

function placeInTable(book: Book, { table, columns, part }: TableArgument, at: Place): Place | undefined {
  const isMeant = (known: TableInfo): boolean =>
    (table === "" ? isAround(known, at) : isSameName(known.name, table));
  const info = tableInfos(book).find(isMeant);
  if (!info) return undefined;
  const whole = wholeArea(info);
  const rows = { data: dataArea(info), headers: { ...whole, rows: 1 }, other: whole };
  const area = part === "thisRow" ? { ...rows.data, row: at.area.row, rows: 1 } : rows[part];
  const across = columnsOf(book, info, columns);
  return across && { sheet: info.subUnitId, area: { ...area, ...across } };
}

const isAround = (info: TableInfo, { sheet, area }: Place): boolean =>
  info.subUnitId === sheet && covers(wholeArea(info), area.row, area.column);

type Columns = Pick<Area, "column" | "columns">;

function columnsOf(book: Book, info: TableInfo, names: readonly string[]): Columns | undefined {
  const whole = wholeArea(info);
  if (names.length === 0) return { column: whole.column, columns: whole.columns };
  const [header = []] = book.engine.values(book.name(info.subUnitId), { ...whole, rows: 1 });
  const found = names.map((name) => header.findIndex((title) => isSameName(String(plain(title)), name)));
  if (found.includes(-1)) return undefined;
  const first = Math.min(...found);
  return { column: whole.column + first, columns: Math.max(...found) - first + 1 };
}

const overlaps = (one: Place, other: Place): boolean =>
  one.sheet === other.sheet && intersection(one.area, other.area) !== undefined;

const isSamePlace = (one: Place, other: Place): boolean =>
  one.sheet === other.sheet && JSON.stringify(one.area) === JSON.stringify(other.area);

function distinct(places: readonly Place[]): Place[] {
  return places.filter((place, at) => places.findIndex((other) => isSamePlace(place, other)) === at);
}

export function directPrecedents(book: Book, place: Place): Place[] {
  return distinct(formulaCells(book, place).flatMap((cell) => placesIn(book, cell)));
}

export function directDependents(book: Book, place: Place): Place[] {
  const depends = (cell: FormulaCell): boolean => placesIn(book, cell).some((used) => overlaps(used, place));
  return formulaCells(book).filter(depends).map((cell) => cell.place);
}

/** All that can be reached by `next`, each place once. */
function reachable(book: Book, place: Place, next: (book: Book, place: Place) => Place[]): Place[] {
  const reached: Place[] = [];
  for (let fresh = next(book, place); fresh.length > 0;) {
    reached.push(...fresh);
    const found = distinct(fresh.flatMap((from) => next(book, from)));
    fresh = found.filter((one) => !reached.some((known) => isSamePlace(known, one)));
  }
  return reached;
}

export const precedents = (book: Book, place: Place): Place[] => reachable(book, place, directPrecedents);

export const dependents = (book: Book, place: Place): Place[] => reachable(book, place, directDependents);
