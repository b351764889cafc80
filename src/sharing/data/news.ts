import { cellAddress } from "../../formulas/addresses";
import { wide, type WideTable } from "../../reference/wide";
import type { ReferenceTable } from "../../reference";
import { FormulaCell, type Book } from "../book";
import type { Read } from "../reading";
import { columnsNow, heldAt, placeOf, standingRows } from "./inserted";
import type { DataRegister, RegisteredTable } from "./register";

/** What a newer version of the data says of a table that was inserted from an older one. */
export interface TableNews {
  readonly registered: RegisteredTable;
  readonly table: ReferenceTable;
  readonly changes: readonly CellChange[];
  /** Rows of the newer version that the workbook does not have, and the other way round, as the sheet names them. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface CellChange {
  readonly sheet: string;
  readonly address: string;
  /** Which figure it is, in the words of the sheet: row, period and column. */
  readonly key: string;
  readonly period: string;
  readonly header: string;
  /** As it was inserted, as the data have it now, and as the cell has it. */
  readonly was: string | number;
  readonly now: string | number;
  readonly held: string | number | boolean;
  /** A figure, or what is said of it: source, date, note. */
  readonly isFigure: boolean;
  /** `edited` cells are the user's own and stay; a formula that `follows` knows the newer figure by itself. */
  readonly state: "free" | "edited" | "follows";
}

/** For each table that was inserted from another version than the one at hand, what has changed. */
export function newsOf(register: DataRegister, book: Book, tables: readonly ReferenceTable[]): TableNews[] {
  return register.tables.flatMap((registered) => {
    const table = tables.find(({ id }) => id === registered.id);
    const place = placeOf(registered, book);
    return table && place && table.version !== registered.version ? [tableNews(registered, table, place)] : [];
  });
}

const rowName = (key: string, period: string): string => JSON.stringify([key, period]);

function tableNews(registered: RegisteredTable, table: ReferenceTable, place: Read): TableNews {
  const { language } = registered;
  const laidOut = wide(table, language);
  const newer = newerRows(registered, laidOut);
  const known = new Set(registered.rows.map(({ key, period }) => rowName(key, period)));
  const said = (key: unknown, period: string): string => `${String(key)}${language === "en" ? ", " : "，"}${period}`;
  return {
    registered,
    table,
    changes: changesOf(registered, newer, place),
    added: laidOut.keys.flatMap(({ key, period }, i) =>
      known.has(rowName(key, period)) ? [] : [said(laidOut.rows[i]![0], period)],
    ),
    removed: registered.rows.flatMap(({ key, period, cells }) =>
      newer.has(rowName(key, period)) ? [] : [said(cells[0], period)],
    ),
  };
}

type NewerRows = ReadonlyMap<string, readonly (NewerCell | undefined)[]>;

interface NewerCell {
  readonly cell: string | number;
  readonly isFigure: boolean;
}

/** The rows of the newer version by their names, each cell under the header that it was inserted with. */
function newerRows({ headers }: RegisteredTable, { columns, rows, keys }: WideTable): NewerRows {
  const at = headers.map((header) => columns.findIndex((column) => column.header === header));
  return new Map(
    keys.map(({ key, period }, i) => [
      rowName(key, period),
      at.map((j) => (j < 0 ? undefined : { cell: rows[i]![j]!, isFigure: columns[j]!.field !== undefined })),
    ]),
  );
}

function changesOf(registered: RegisteredTable, newer: NewerRows, place: Read): CellChange[] {
  const columns = columnsNow(registered, place);
  const periodAt = registered.headers.indexOf("Period");
  return standingRows(registered, place).flatMap(({ index, row }) => {
    const { key, period, cells } = registered.rows[index]!;
    const now = newer.get(rowName(key, period));
    return (now ?? []).flatMap((next, j): CellChange[] => {
      const was = cells[j] ?? "";
      const column = columns[j];
      if (!next || column === undefined || next.cell === was) return [];
      const held = heldAt(place.sheet, row, column);
      const follows = registered.form === "formulas" && next.isFigure && isFormula(place, row, column);
      if (held === next.cell && !follows) return [];
      return [
        {
          sheet: place.sheet.name,
          address: cellAddress(row, column),
          key: String(cells[0]),
          period: String(cells[periodAt] ?? period),
          header: registered.headers[j]!,
          was,
          now: next.cell,
          held,
          isFigure: next.isFigure,
          state: follows ? "follows" : held === was && !isFormula(place, row, column) ? "free" : "edited",
        },
      ];
    });
  });
}

const isFormula = ({ sheet }: Read, row: number, column: number): boolean =>
  sheet.at(row, column) instanceof FormulaCell;

/** The register once the news has been taken in; cells that the user edited stay known as edited. */
export function afterNews(register: DataRegister, news: readonly TableNews[]): DataRegister {
  return {
    ...register,
    tables: register.tables.map((registered) => {
      const found = news.find((each) => each.registered.name === registered.name);
      if (!found) return registered;
      const newer = newerRows(registered, wide(found.table, registered.language));
      const rows = registered.rows.map((row) => {
        const now = newer.get(rowName(row.key, row.period));
        return now ? { ...row, cells: row.cells.map((cell, j) => now[j]?.cell ?? cell) } : row;
      });
      return { ...registered, version: found.table.version, rows };
    }),
  };
}
