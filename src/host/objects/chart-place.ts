import type { FWorksheet } from "@univerjs/sheets/facade";
import type { ChartAnchor, Corner } from "../../xlsx/chart-content";
import { pixelsPerPoint } from "../content-format";

/** In points from the top left of the sheet. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Sheet = Pick<FWorksheet, "getColumnWidth" | "getRowHeight" | "getMaxColumns" | "getMaxRows">;

export function boxOf(sheet: Sheet, anchor: ChartAnchor): Box {
  const { left, top } = pointAt(sheet, anchor.from);
  if (!("to" in anchor)) return { left, top, width: anchor.width, height: anchor.height };
  const end = pointAt(sheet, anchor.to);
  return { left, top, width: end.left - left, height: end.top - top };
}

/** Between the cells at its corners, so that it moves and grows with them as Excel's charts do. */
export function anchorOf(sheet: Sheet, { left, top, width, height }: Box): ChartAnchor {
  return { from: cornerAt(sheet, left, top), to: cornerAt(sheet, left + width, top + height) };
}

const columnWidth = (sheet: Sheet) => (column: number): number => sheet.getColumnWidth(column) / pixelsPerPoint;
const rowHeight = (sheet: Sheet) => (row: number): number => sheet.getRowHeight(row) / pixelsPerPoint;

/** Where a corner is: two sums over all rows and columns before it. */
export function pointAt(sheet: Sheet, { row, column, x, y }: Corner): { left: number; top: number } {
  const along = (count: number, size: (at: number) => number): number => {
    let sum = 0;
    for (let at = 0; at < count; at++) sum += size(at);
    return sum;
  };
  return { left: along(column, columnWidth(sheet)) + x, top: along(row, rowHeight(sheet)) + y };
}

function cornerAt(sheet: Sheet, left: number, top: number): Corner {
  const within = (distance: number, count: number, size: (at: number) => number): [number, number] => {
    let rest = Math.max(0, distance);
    let at = 0;
    for (; at < count - 1 && rest >= size(at); at++) rest -= size(at);
    return [at, rest];
  };
  const [column, x] = within(left, sheet.getMaxColumns(), columnWidth(sheet));
  const [row, y] = within(top, sheet.getMaxRows(), rowHeight(sheet));
  return { row, column, x, y };
}
