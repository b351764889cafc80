import { invalidArgument } from "../api-error";
import { wholeSheet } from "./areas";
import type { Book } from "./book";
import { HostObject } from "./host-object";
import { placeOf } from "./references";
import { SheetArea } from "./sheet-area";

/** Each way to freeze replaces what was frozen before. */
export class FreezePanes extends HostObject {
  readonly kind = "WorksheetFreezePanes";

  constructor(private readonly book: Book, private readonly sheet: string) {
    super();
  }

  freezeRows(count = 1): void {
    this.#freeze(count, 0);
  }

  freezeColumns(count = 1): void {
    this.#freeze(0, count);
  }

  freezeAt(range: unknown): void {
    const { row, column, rows, columns } = range instanceof SheetArea
      ? range.area
      : placeOf(this.book, range, this.sheet).area;
    const above = rows === wholeSheet.rows ? 0 : row + rows;
    const before = columns === wholeSheet.columns ? 0 : column + columns;
    this.#freeze(above, before);
  }

  unfreeze(): void {
    this.book.sheet(this.sheet).cancelFreeze();
  }

  getLocationOrNullObject(): HostObject | null {
    const { xSplit, ySplit } = this.book.sheet(this.sheet).getFreeze();
    if (xSplit === 0 && ySplit === 0) return null;
    const rows = ySplit || wholeSheet.rows;
    const columns = xSplit || wholeSheet.columns;
    return this.book.make.range({ sheet: this.sheet, area: { row: 0, column: 0, rows, columns } });
  }

  #freeze(rows: number, columns: number): void {
    if (!(rows >= 0 && columns >= 0)) throw invalidArgument();
    this.book.sheet(this.sheet).setFreeze({
      xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1,
    });
  }
}
