import { readColumn, type ImportedColumn } from "./import-columns";
import { freeHeaders, layoutOf, type Layout } from "./import-header";
import { rawText, type RawTable } from "./import-raw";
import { ImportRefusal } from "./import-refusal";
import type { ImportNote, NoteKind } from "./import-report";
import { stated, type ColumnUnit } from "./import-units";
import type { Language } from "../refusal";

/** A table of the user's own, ready for a sheet. */
export interface ImportedTable {
  readonly title: string;
  /** What the file says of its source; empty where it says nothing. */
  readonly source: string;
  readonly columns: readonly ImportedColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What was not as expected, and what was done about it. */
  readonly notes: readonly ImportNote[];
}

const mostRows = 1_048_000;
const mostCells = 1_000_000;

/** Reads a table forgivingly: what cannot be understood is kept as missing or as text, and reported by row. */
export function importedTable(raw: RawTable, language: Language): ImportedTable {
  const layout = layoutOf(raw);
  refuseUnfit(layout);
  const headers = freeHeaders(layout.header ?? [], layout.width, columnName(language));
  const unit = unitAbove(layout);
  const columns = headers.map((header, i) =>
    readColumn(
      layout.rows.map(({ row, cells }) => ({ row, cell: cells[i] ?? null })),
      header,
      { stated: raw.units?.[layout.header?.[i] ?? ""], above: unit },
    ),
  );
  return {
    title: titleOf(layout, raw),
    source: sourceOf(layout) || (raw.source ?? ""),
    columns: columns.map(({ column }) => column),
    rows: layout.rows.map((_, i) => columns.map(({ cells }) => cells[i]!)),
    notes: [...notesOnRows(layout, headers), ...columns.flatMap(({ notes }) => notes)],
  };
}

function refuseUnfit({ rows, width }: Layout): void {
  if (rows.length === 0 || width === 0) throw noRows;
  if (rows.length > mostRows || rows.length * width > mostCells) throw tooLarge;
}

const columnName = (language: Language) => (n: number): string => (language === "en" ? `Column ${n}` : `列 ${n}`);

/** `单位：万辆` above the header is meant of every number that says nothing else. */
function unitAbove({ above }: Layout): ColumnUnit | undefined {
  const said = above.flatMap(({ text }) => /(?:单位|units?)\s*[:：]\s*([^\s，,；;)）]+)/i.exec(text)?.[1] ?? []);
  return said.flatMap((text) => stated(text) ?? [])[0];
}

const isUnitLine = (text: string): boolean => /^[(（]?\s*(单位|units?)\s*[:：]/i.test(text);

function titleOf({ above }: Layout, { name }: RawTable): string {
  const line = above.find(({ text }) => !isUnitLine(text));
  return (line?.text ?? name).slice(0, 100).trim();
}

function sourceOf({ above, below }: Layout): string {
  const said = [...below, ...above].flatMap(
    ({ text }) => /(?:资料来源|数据来源|来源|source)s?\s*[:：]\s*(.+)$/i.exec(text)?.[1] ?? [],
  );
  return (said[0] ?? "").trim();
}

function notesOnRows(layout: Layout, headers: readonly string[]): ImportNote[] {
  const { above, below, emptyRows, header, rows } = layout;
  const last = header?.findLastIndex((name) => name !== "") ?? headers.length - 1;
  const renamed = headers.filter((name, i) => header && i <= last && name !== header[i]!.replace(/\s+/g, " "));
  const short = rows.filter(({ cells }) => cells.length <= last);
  const long = rows.filter(({ cells }) => cells.slice(last + 1).some((cell) => rawText(cell) !== ""));
  return [
    ...(header ? [] : [note("noHeader")]),
    ...(renamed.length > 0 ? [note("renamed", [], renamed)] : []),
    note("above", rowsOf(above), above.map(({ text }) => text)),
    note("below", rowsOf(below), below.map(({ text }) => text)),
    note("empty", emptyRows),
    note("short", rowsOf(short)),
    note("long", rowsOf(long)),
  ].filter(({ kind, rows: at }) => at.length > 0 || kind === "noHeader" || kind === "renamed");
}

const rowsOf = (placed: readonly { readonly row: number }[]): number[] => placed.map(({ row }) => row);

const note = (kind: NoteKind, rows: readonly number[] = [], examples: readonly string[] = []): ImportNote => ({
  kind,
  column: "",
  rows,
  examples: examples.slice(0, 3),
});

const noRows = new ImportRefusal(
  { en: "There are no rows with content.", zh: "没有包含内容的行。" },
  { en: "Choose a table with a header row and rows below it.", zh: "请选择包含标题行和数据行的表格。" },
);

const tooLarge = new ImportRefusal(
  { en: "The table has more than a million cells.", zh: "该表超过一百万个单元格。" },
  { en: "Leave out the rows or columns that the model does not need.", zh: "请去掉模型不需要的行或列。" },
);
