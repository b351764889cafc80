import { tokenTypes } from "@borgar/fx/xlsx";
import { areaAddress, covers, MAX_COLUMNS, MAX_ROWS, parseArea, parseCell, type Area } from "../formulas/addresses";
import { parsedArgument, type TableArgument } from "../formulas/arguments";
import { sheetAndAddress } from "../formulas/sheet-names";
import { isReference, tokensOf } from "../formulas/tokens";
import type { TableContent } from "../xlsx/content";
import { FormulaCell, type Book, type SheetBook } from "./book";

/** An area of a sheet that a formula reads. */
export interface Read {
  readonly sheet: SheetBook;
  readonly area: Area;
}

/** What a formula reads, as far as its text tells: addresses, names of ranges, columns of tables, spills. */
export const readBy = (cell: FormulaCell, book: Book): Read[] =>
  cell.tokens.filter(isReference).flatMap((token) => {
    if (token.type === tokenTypes.REF_BEAM) return whole(token.value, cell.sheet, book);
    return readsOf(token.value, cell, book);
  });

export const distinctReads = (reads: readonly Read[]): Read[] => [
  ...new Map(reads.map((read) => [`${read.sheet.name}!${areaAddress(read.area)}`, read])).values(),
];

/** What one reference in the formula of a cell stands for. */
export const readsOf = (text: string, cell: FormulaCell, book: Book): Read[] => readAs(text, cell, book, 0);

/** Names may stand for names; a chain of them longer than this goes in a circle. */
const deepest = 8;

function readAs(text: string, cell: FormulaCell, book: Book, depth: number): Read[] {
  const parsed = parsedArgument(text);
  if (parsed.kind === "cells") {
    const sheet = parsed.sheet === "" ? cell.sheet : book.sheet(parsed.sheet);
    const area = parseArea(parsed.address);
    return sheet && area ? [{ sheet, area: spilled(sheet, area) }] : [];
  }
  if (parsed.kind === "table") return tableRead(parsed, cell, book);
  return parsed.kind === "name" && depth < deepest ? nameRead(parsed.name, cell, book, depth) : [];
}

/** The area that a formula in its first cell fills, where it does. */
function spilled(sheet: SheetBook, area: Area): Area {
  const first = area.rows * area.columns === 1 ? sheet.at(area.row, area.column) : undefined;
  const spill = first instanceof FormulaCell ? first.cell.spill : undefined;
  return spill ? { ...area, ...spill } : area;
}

function nameRead(name: string, cell: FormulaCell, book: Book, depth: number): Read[] {
  const known = book.content.names.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  const meant = known.find(({ sheet }) => sheet === cell.sheet.name) ?? known.find(({ sheet }) => sheet === undefined);
  if (!meant) return [];
  return tokensOf(meant.formula.replace(/^=/, ""))
    .filter(isReference)
    .flatMap((token) => readAs(token.value, cell, book, depth + 1));
}

function tableRead({ table, columns, part }: TableArgument, cell: FormulaCell, book: Book): Read[] {
  for (const sheet of book.sheets) {
    const found = sheet.content.tables.find((each) => isMeant(each, table, cell, sheet));
    if (found) return [{ sheet, area: partOf(found, columns, part, cell) }];
  }
  return [];
}

function isMeant({ name, area }: TableContent, wanted: string, { sheet, cell }: FormulaCell, on: SheetBook): boolean {
  if (wanted !== "") return name.toLowerCase() === wanted.toLowerCase();
  return on === sheet && covers(area, cell.row, cell.column);
}

function partOf(table: TableContent, columns: readonly string[], part: string, { cell }: FormulaCell): Area {
  const at = columns.map((wanted) => table.columns.findIndex((each) => each.toLowerCase() === wanted.toLowerCase()));
  const first = at.length > 0 ? Math.max(0, Math.min(...at)) : 0;
  const last = at.length > 0 ? Math.max(...at, first) : table.area.columns - 1;
  const header = table.headless ? 0 : 1;
  const body = { row: table.area.row + header, rows: table.area.rows - header - (table.totals ? 1 : 0) };
  const rows = part === "thisRow" ? { row: cell.row, rows: 1 } : part === "data" ? body : table.area;
  return { row: rows.row, rows: rows.rows, column: table.area.column + first, columns: last - first + 1 };
}

/** `Data!A:C` and `3:7`. */
function whole(text: string, home: SheetBook, book: Book): Read[] {
  const { sheet: name, address } = sheetAndAddress(text);
  const sheet = name === undefined ? home : book.sheet(name);
  const [from = "", to = from] = address.replaceAll("$", "").split(":");
  const isColumns = /^[A-Z]/i.test(from);
  const first = parseCell(isColumns ? `${from}1` : `A${from}`);
  const last = parseCell(isColumns ? `${to}1` : `A${to}`);
  if (!sheet || !first || !last) return [];
  const area = isColumns
    ? { row: 0, rows: MAX_ROWS, column: first.column, columns: last.column - first.column + 1 }
    : { row: first.row, rows: last.row - first.row + 1, column: 0, columns: MAX_COLUMNS };
  return [{ sheet, area }];
}
