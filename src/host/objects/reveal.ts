import type { IRange, Nullable } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import { covers, type Area } from "../../formulas/addresses";
import { areaOf } from "../areas-and-ranges";

/** What a sheet can do on a page alone. */
interface OnPage {
  getVisibleRange(): Nullable<IRange>;
  scrollToCell(row: number, column: number): unknown;
}

/** Scrolls, as Excel does, only where the first cell is out of sight. */
export function reveal(sheet: FWorksheet, { row, column }: Area): void {
  const { getVisibleRange, scrollToCell } = sheet as FWorksheet & Partial<OnPage>;
  const visible = getVisibleRange?.call(sheet);
  if (!visible || covers(areaOf(visible), row, column)) return;
  scrollToCell?.call(sheet, row, column);
}
