import { generateRandomId } from "@univerjs/core";
import { isSameName } from "../../formulas/same-name";
import type { ChartType } from "../../xlsx/chart-content";
import { invalidArgument, itemNotFound } from "../api-error";
import type { HeldChart, HeldSeries } from "../held-charts";
import type { Book, Place } from "./book";
import { Chart } from "./chart";
import { anchorOf, boxOf } from "./chart-place";
import { seriesFrom } from "./chart-source";
import { knownType } from "./chart-types";
import { Collection, type HostObject } from "./host-object";
import { bounded, SheetArea } from "./sheet-area";

/** Excel's size for a new chart, in points. */
const newSize = { width: 360, height: 216 };

export class Charts extends Collection<Chart> {
  readonly kind = "ChartCollection";
  readonly list: () => Chart[];

  constructor(private readonly book: Book, private readonly sheet: string) {
    super();
    this.list = () => this.#held().map(({ key }) => new Chart(book, sheet, key));
  }

  get count(): number {
    return this.#held().length;
  }

  /** By its name or its id. */
  getItem(wanted: unknown): Chart {
    const found = this.#held().find(({ key, name }) => key === wanted || isSameName(name, String(wanted)));
    if (!found) throw itemNotFound();
    return new Chart(this.book, this.sheet, found.key);
  }

  async add(type: unknown, source: unknown, seriesBy: unknown = "Auto"): Promise<HostObject> {
    const known = knownType(type);
    if (!(source instanceof SheetArea)) throw invalidArgument();
    await this.book.engine.calculated();
    const series = seriesFrom(this.book, source.place, known, seriesBy);
    const chart: HeldChart = {
      key: generateRandomId(), name: this.#freeName(), type: known, anchor: this.#beside(source.place),
      ...unasked(known, series), series,
    };
    this.book.engine.charts.change(this.sheet, [...this.#held(), chart]);
    return new Chart(this.book, this.sheet, chart.key);
  }

  #held(): readonly HeldChart[] {
    return this.book.engine.charts.list(this.sheet);
  }

  #freeName(): string {
    const taken = new Set(this.#held().map(({ name }) => name.toLowerCase()));
    let number = 1;
    while (taken.has(`chart ${number}`)) number++;
    return `Chart ${number}`;
  }

  /** A new chart covers nothing of its own data. */
  #beside(source: Place): HeldChart["anchor"] {
    const sheet = this.book.sheet(this.sheet);
    const { row, column, columns } = bounded(this.book, source).area;
    const isHere = source.sheet === this.sheet;
    const from = { row: isHere ? row : 1, column: isHere ? column + columns + 1 : 1, x: 0, y: 0 };
    return anchorOf(sheet, { ...boxOf(sheet, { from, ...newSize }), ...newSize });
  }
}

/** The title and legend that Excel gives a chart: one series is named above, several are beside one another below. */
function unasked(type: ChartType, series: readonly HeldSeries[]): Pick<HeldChart, "title" | "legend"> {
  const isRound = type === "Pie" || type === "Doughnut";
  const [only] = series;
  return {
    ...(series.length === 1 && only?.name !== undefined && { title: only.name }),
    ...((series.length > 1 || isRound) && { legend: "bottom" as const }),
  };
}
