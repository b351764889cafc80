import { itemNotFound } from "../api-error";
import type { ChartStore } from "../chart-store";
import type { Held, HeldChart } from "../held-charts";
import type { Book } from "./book";
import { plain } from "./cells";

/** A chart of a sheet, asked for anew each time: undo may have taken it away. */
export class ChartHandle {
  constructor(readonly book: Book, readonly sheet: string, readonly key: string) {}

  get held(): HeldChart {
    const found = this.#charts.list(this.sheet).find(({ key }) => key === this.key);
    if (!found) throw itemNotFound();
    return found;
  }

  edit(change: Partial<HeldChart>): void {
    const changed = { ...this.held, ...change };
    this.#charts.edit(this.sheet, this.key, () => changed);
  }

  delete(): void {
    this.#charts.remove(this.sheet, this.held.key);
  }

  /** What a text of the chart shows: that of a cell where it is held there. */
  shown(held: Held | undefined): string {
    if (held === undefined) return "";
    if (typeof held === "string") return held;
    const { row, column } = held.area;
    return String(plain(this.book.engine.value(this.book.name(held.sheet), row, column)));
  }

  get #charts(): ChartStore {
    return this.book.engine.charts;
  }
}
