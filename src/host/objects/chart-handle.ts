import { itemNotFound } from "../api-error";
import type { Held, HeldChart } from "../held-charts";
import type { Book } from "./book";

/** A chart of a sheet, asked for anew each time: undo may have taken it away. */
export class ChartHandle {
  constructor(readonly book: Book, readonly sheet: string, readonly key: string) {}

  get held(): HeldChart {
    const found = this.#all.find(({ key }) => key === this.key);
    if (!found) throw itemNotFound();
    return found;
  }

  edit(change: Partial<HeldChart>): void {
    const changed = { ...this.held, ...change };
    this.book.engine.charts.change(this.sheet, this.#all.map((chart) => (chart.key === this.key ? changed : chart)));
  }

  delete(): void {
    const { key } = this.held;
    this.book.engine.charts.change(this.sheet, this.#all.filter((chart) => chart.key !== key));
  }

  /** What a text of the chart shows: that of a cell where it is held there. */
  shown(held: Held | undefined): string {
    if (held === undefined) return "";
    if (typeof held === "string") return held;
    const { row, column } = held.area;
    const value = this.book.engine.value(this.book.name(held.sheet), row, column);
    return value === null ? "" : typeof value === "object" ? value.error : String(value);
  }

  get #all(): readonly HeldChart[] {
    return this.book.engine.charts.list(this.sheet);
  }
}
