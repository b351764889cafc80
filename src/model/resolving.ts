import { parseA1Ref, parseStructRef } from "@borgar/fx/xlsx";
import type { Area } from "../formulas/addresses";
import type { Texts } from "../refusal";
import type { CellContent, TableContent } from "../xlsx/content";
import { areaOf, type Book, type Sheet } from "./book";
import * as say from "./faults";
import type { CellPlace } from "./model";
import { RangeReading } from "./references";
import { isSubtotal } from "./subtotals";

export type Found<T> = { readonly found: T } | { readonly fault: Texts } | { readonly code: string };

/** Finds what the references of formulas mean, and reads each range once for all who name it. */
export class Resolver {
  private readonly ranges = new Map<string, RangeReading>();

  constructor(readonly book: Book) {}

  range(text: string, from: CellPlace): Found<RangeReading> {
    const reference = parseA1Ref(text);
    if (!reference || reference.workbookName) return { fault: say.elsewhere(text) };
    const sheet = this.book.sheet(reference.sheetName || from.sheet);
    if (!sheet) return { fault: text.includes(":") && reference.sheetName?.includes(":") ? say.severalSheets(text) : say.elsewhere(text) };
    const area = areaOf(text.slice(text.lastIndexOf("!") + 1));
    return area ? { found: this.reading(sheet, area) } : { fault: say.severalSheets(text) };
  }

  /** `Jan:Dec!A1`: the range on each sheet from the first to the last; another reference by itself. */
  through(text: string, from: CellPlace): readonly Found<RangeReading>[] {
    const [first = "", last] = (parseA1Ref(text)?.sheetName ?? "").split(":");
    const sheets = last === undefined ? undefined : this.book.between(first, last);
    const area = areaOf(text.slice(text.lastIndexOf("!") + 1));
    return sheets && area ? sheets.map((sheet) => ({ found: this.reading(sheet, area) })) : [this.range(text, from)];
  }

  /** The same range without the cells that hold subtotals of their own. */
  withoutSubtotals(reading: RangeReading): RangeReading {
    const skipped = ({ formula }: CellContent): boolean => formula !== undefined && isSubtotal(formula);
    return reading.sources.some(skipped) ? new RangeReading(reading.sheet, reading.whole, skipped) : reading;
  }

  reading(sheet: Sheet, area: Area): RangeReading {
    const key = `${sheet.name}!${area.row},${area.column},${area.rows},${area.columns}`;
    let reading = this.ranges.get(key);
    if (!reading) this.ranges.set(key, (reading = new RangeReading(sheet, area)));
    return reading;
  }

  table(text: string, from: CellPlace): Found<RangeReading> {
    const reference = parseStructRef(text);
    if (!reference || reference.workbookName) return { fault: say.elsewhere(text) };
    const around = this.book.sheet(from.sheet)?.table(from.row, from.column);
    const known = this.book.table(reference.table || (around?.name ?? ""));
    if (!known) return { fault: say.elsewhere(text) };
    const across = columnsOf(known.table, reference.columns ?? []);
    const down = rowsOf(known.table, reference.sections ?? [], from.row);
    if (!across || !down) return { code: down === undefined ? "#VALUE!" : "#REF!" };
    return { found: this.reading(known.sheet, { ...across, ...down }) };
  }
}

function columnsOf({ area, columns }: TableContent, titles: readonly string[]): Pick<Area, "column" | "columns"> | undefined {
  if (titles.length === 0) return { column: area.column, columns: area.columns };
  const places = titles.map((title) => columns.findIndex((column) => column.toLowerCase() === title.toLowerCase()));
  if (places.includes(-1)) return undefined;
  const first = Math.min(...places);
  return { column: area.column + first, columns: Math.max(...places) - first + 1 };
}

type Rows = Pick<Area, "row" | "rows">;

function rowsOf(table: TableContent, sections: readonly string[], own: number): Rows | undefined {
  const parts = (sections.length === 0 ? ["data"] : sections).map((section) => partOf(table, section, own));
  const rows = parts.filter((part) => part !== undefined && part.rows > 0) as Rows[];
  if (rows.length === 0) return undefined;
  const first = Math.min(...rows.map(({ row }) => row));
  return { row: first, rows: Math.max(...rows.map((part) => part.row + part.rows)) - first };
}

function partOf({ area, headless, totals }: TableContent, section: string, own: number): Rows | undefined {
  const head = headless ? 0 : 1;
  const foot = totals ? 1 : 0;
  const data = { row: area.row + head, rows: area.rows - head - foot };
  switch (section.toLowerCase()) {
    case "data": return data;
    case "headers": return { row: area.row, rows: head };
    case "totals": return { row: area.row + area.rows - foot, rows: foot };
    case "this row": return own >= data.row && own < data.row + data.rows ? { row: own, rows: 1 } : undefined;
    default: return { row: area.row, rows: area.rows };
  }
}
