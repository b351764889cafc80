import { parseStructRef, stringifyStructRef, tokenize, tokenTypes } from "@borgar/fx";
import type { Nullable } from "@univerjs/core";
import { SuperTableService, type ISuperTable } from "@univerjs/engine-formula";
import { literal } from "../functions/native";
import { noTables, type TableNames } from "./formula-text";

/**
 * The tables that formulas see. Univer reads a structured reference only where table and column names are
 * single plain words in the right case; an unknown column silently means the one left of the table. So formulas
 * name tables and columns by position, in words that Univer cannot misread.
 */
export class RepairedTables extends SuperTableService {
  private readonly positions = new Map<string, Map<string, ISuperTable>>();

  /** `headers` reads the texts in a table's first row: they are its columns' names, whatever Univer keeps. */
  constructor(private readonly headers: (unitId: string, table: ISuperTable) => readonly string[]) {
    super();
    this.disposeWithMe(this.update$.subscribe(() => this.positions.clear()));
  }

  override registerTable(unitId: string, name: string, table: ISuperTable): void {
    const titles = distinct(this.headers(unitId, table));
    super.registerTable(unitId, name, { ...table, titleMap: new Map(titles.map((title, i) => [title, i])) });
  }

  /** Univer's own calls `Iterator.prototype.some`, which Node 20 and older Safari lack. */
  override hasTable(unitId: string, tableName: string): boolean {
    return this.tables(unitId).some(([name]) => isSame(name, tableName));
  }

  /** The tables by the words that `names` gives them. */
  byPosition(unitId: string): Map<string, ISuperTable> {
    const known = this.positions.get(unitId);
    if (known) return known;
    const entries = this.tables(unitId).map(([, table], i) => [tableWord(i), withColumnWords(table)] as const);
    const made = new Map(entries);
    this.positions.set(unitId, made);
    return made;
  }

  names(unitId: Nullable<string>): TableNames {
    const tables = this.tables(unitId ?? "");
    if (tables.length === 0) return unnamed;
    return {
      none: false,
      has: (name) => tables.some(([known]) => isSame(known, name)),
      say: (reference) => said(reference, tables),
    };
  }

  /** The table around a cell, which `[@Column]` leaves unsaid. */
  around(unitId: string, sheetId: string, row: number, column: number): [string, ISuperTable] | undefined {
    return this.tables(unitId).find(([, { sheetId: on, range }]) => {
      const { startRow, endRow, startColumn, endColumn } = range;
      const within = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
      return on === sheetId && within;
    });
  }

  /** What a change of cells, given by row, has made of the headers in them. */
  renames(unitId: string, sheetId: string, cells: object): Rename[] {
    const onSheet = this.tables(unitId).filter(([, table]) => table.sheetId === sheetId);
    const touched = onSheet.filter(([, { range }]) => range.startRow in cells);
    return touched.flatMap(([name, table]) => {
      const from = titlesOf(table);
      const to = distinct(this.headers(unitId, table).map((title, i) => title || from[i]!));
      return to.some((title, i) => title !== from[i]) ? [{ name, from, to }] : [];
    });
  }

  private tables(unitId: string): [string, ISuperTable][] {
    return [...(this.getTableMap(unitId) ?? [])];
  }
}

/** New names for the columns of a table, from the first to the last. */
export interface Rename {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Columns without a header, or with that of an earlier one, get the names that Excel would give them. */
function distinct(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, i) => {
    const plain = title || `Column${i + 1}`;
    let name = plain;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${plain}${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

const titlesOf = ({ titleMap }: ISuperTable): string[] => {
  const titles: string[] = [];
  titleMap.forEach((position, title) => (titles[position] = title));
  return titles;
};

/** Without a table a structured reference means nothing, but `[@Column]` must still be said as ours. */
const unnamed: TableNames = { ...noTables, say: (reference) => said(reference, []) };

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/** TABLEWORDA, TABLEWORDB …: letters only, for a digit at the end would make it a cell. */
function tableWord(position: number): string {
  const letters = [...String(position)].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("");
  return `TABLEWORD${letters}`;
}

const columnWord = (position: number): string => `c${position}`;

function withColumnWords(table: ISuperTable): ISuperTable {
  const { startColumn, endColumn } = table.range;
  const positions = Array.from({ length: endColumn - startColumn + 1 }, (_, i) => i);
  return { ...table, titleMap: new Map(positions.map((i) => [columnWord(i), i])) };
}

function said(reference: string, tables: readonly [string, ISuperTable][]): string {
  const parsed = parseStructRef(reference);
  if (!parsed) return "#REF!";
  const section = sectionOf(parsed.sections ?? []);
  const { table = "", columns: titles = [] } = parsed;
  if (!table) return `THISTABLE(${[section, ...titles].map(literal).join(",")})`;
  const position = tables.findIndex(([name]) => isSame(name, table));
  if (position < 0) return "#NAME?";
  const columns = columnsOf(tables[position]![1], titles);
  if (!columns || section === "#Totals") return "#REF!";
  const [from, to] = columns;
  const across = from === to ? `[${columnWord(from)}]` : `[${columnWord(from)}]:[${columnWord(to)}]`;
  return `${tableWord(position)}[[${section}],${across}]`;
}

/** A formula with the new names of columns; `own` is the table that its cell stands in. */
export function withNewTitles(formula: string, renames: readonly Rename[], own: string | undefined): string {
  if (!formula.includes("[")) return formula;
  const words = tokenize(formula).map(({ type, value }) =>
    type === tokenTypes.REF_STRUCT ? withNewTitle(value, renames, own) : value,
  );
  return words.join("");
}

function withNewTitle(reference: string, renames: readonly Rename[], own: string | undefined): string {
  const parsed = parseStructRef(reference);
  const rename = renames.find(({ name }) => isSame(name, parsed?.table || own || ""));
  if (!parsed?.columns?.length || !rename) return reference;
  const columns = parsed.columns.map((title) => {
    const position = rename.from.findIndex((known) => isSame(known, title));
    return position < 0 ? title : rename.to[position]!;
  });
  const isSaid = columns.every((title, i) => isSame(title, parsed.columns![i]!));
  return isSaid ? reference : stringifyStructRef({ ...parsed, columns });
}

/** A table of this workbook never has a row of totals, so data and totals are the data. */
function sectionOf(sections: readonly string[]): string {
  const has = (section: string): boolean => sections.includes(section);
  if (has("this row")) return "#This Row";
  if (has("all") || (has("headers") && has("data"))) return "#All";
  if (has("headers")) return "#Headers";
  return has("totals") && !has("data") ? "#Totals" : "#Data";
}

/** The positions of the first and last of the named columns; undefined where a name is unknown. */
export function columnsOf(table: ISuperTable, names: readonly string[]): [number, number] | undefined {
  if (names.length === 0) return [0, table.range.endColumn - table.range.startColumn];
  const titles = titlesOf(table);
  const found = names.map((name) => titles.findIndex((title) => isSame(title, name)));
  return found.includes(-1) ? undefined : [Math.min(...found), Math.max(...found)];
}
