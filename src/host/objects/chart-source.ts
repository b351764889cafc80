import type { Area } from "../../formulas/addresses";
import type { ChartType } from "../../xlsx/chart-content";
import type { CellValue } from "../../xlsx/content";
import { invalidArgument } from "../api-error";
import type { Held, HeldSeries } from "../held-charts";
import type { Book, Place } from "./book";
import { bounded } from "./sheet-area";

/** Excel's way of telling names and labels from values in the cells that a chart is made of. */
export function seriesFrom(book: Book, given: Place, type: ChartType, seriesBy: unknown): HeldSeries[] {
  const place = bounded(book, given);
  const { area } = place;
  if (!["Auto", "Columns", "Rows"].includes(String(seriesBy))) throw invalidArgument();
  const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && area.columns > area.rows);
  const values = book.engine.values(book.name(place.sheet), area);
  const lines = byRows ? values : transposed(values);
  const { named, labelled } = headersOf(lines, type.startsWith("XY"));
  const from = named ? 1 : 0;
  const reference = (line: number, start: number, length: number): Held => ({
    sheet: place.sheet, area: byRows ? row(area, line, start, length) : column(area, line, start, length),
  });
  const length = lines[0]!.length - from;
  return lines.slice(labelled ? 1 : 0).map((_, i) => {
    const line = i + (labelled ? 1 : 0);
    return {
      ...(named && { name: reference(line, 0, 1) }),
      ...(labelled && { categories: reference(0, from, length) }),
      values: reference(line, from, length),
    };
  });
}

/** A line holds a series, with its name in front; the first line may hold labels. */
function headersOf(lines: readonly (readonly CellValue[])[], isXY: boolean): { named: boolean; labelled: boolean } {
  const isText = (value: CellValue | undefined): boolean => typeof value === "string" && value !== "";
  const [first, ...others] = lines;
  const isLong = first!.length > 1;
  const named = isLong && (others.length > 0 ? others : lines).some((line) => isText(line[0]));
  const cornerIsBlank = named && (first![0] === null || first![0] === "");
  const labelled = others.length > 0 && (isXY || cornerIsBlank || first!.slice(named ? 1 : 0).some(isText));
  return { named, labelled };
}

function transposed<Value>(values: readonly (readonly Value[])[]): Value[][] {
  return values[0]!.map((_, at) => values.map((line) => line[at]!));
}

const row = (area: Area, line: number, start: number, length: number): Area =>
  ({ row: area.row + line, column: area.column + start, rows: 1, columns: length });

const column = (area: Area, line: number, start: number, length: number): Area =>
  ({ row: area.row + start, column: area.column + line, rows: length, columns: 1 });
