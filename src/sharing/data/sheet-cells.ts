import type { RawCell, RawTable } from "../../reference/import-raw";
import type { CellContent, SheetContent } from "../../xlsx/content";

/** A sheet as a table that nobody has looked at yet: dates become texts, percentages stay what they are. */
export function rawSheet({ name, cells }: SheetContent): RawTable {
  const filled = cells.filter(({ value }) => value !== null && value !== "");
  const top = Math.min(...filled.map(({ row }) => row));
  const left = Math.min(...filled.map(({ column }) => column));
  const rows: RawCell[][] = [];
  for (const cell of filled) {
    while (rows.length <= cell.row - top) rows.push([]);
    const row = rows[cell.row - top]!;
    while (row.length < cell.column - left) row.push(null);
    row[cell.column - left] = rawCell(cell);
  }
  return { name, rows, firstRow: filled.length > 0 ? top + 1 : 1 };
}

type Held = Pick<CellContent, "value" | "format">;

export function rawCell({ value, format }: Held): RawCell {
  if (typeof value !== "number") return typeof value === "object" && value !== null ? value.error : value;
  const shape = shapeOf(format?.numberFormat ?? "General");
  if (shape.includes("%")) return { fraction: value };
  return isDate(shape) ? dateText(value, shape) : value;
}

/** A number format without its quoted words, colours and conditions. */
const shapeOf = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").toLowerCase();

/** `e` is the year in Chinese formats. */
const isDate = (shape: string): boolean => /[yed]/.test(shape) && !/general|0e|#/.test(shape);

const dayLength = 86_400_000;

/** Excel counts the 29 February 1900, which never was: its day 61 is the first that calendars agree on. */
function dateText(serial: number, shape: string): string {
  const days = serial < 61 ? serial + 1 : serial;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * dayLength)).toISOString();
  if (/d/.test(shape)) return iso.slice(0, 10);
  return iso.slice(0, shape.includes("m") ? 7 : 4);
}
