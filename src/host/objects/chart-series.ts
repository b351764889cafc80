import { invalidArgument } from "../api-error";
import type { HeldSeries } from "../held-charts";
import type { ChartHandle } from "./chart-handle";
import { knownType } from "./chart-types";
import { Collection, HostObject } from "./host-object";
import { hex } from "./range-format";
import { bounded, SheetArea } from "./sheet-area";

export class ChartSeriesCollection extends Collection<ChartSeries> {
  readonly kind = "ChartSeriesCollection";
  readonly list: () => ChartSeries[];

  constructor(private readonly chart: ChartHandle) {
    super();
    this.list = () => chart.held.series.map((_, index) => new ChartSeries(chart, index));
  }

  get count(): number {
    return this.list().length;
  }

  getItem(key: unknown): ChartSeries {
    return this.getItemAt(Number(key));
  }

  add(name?: unknown, index?: number): HostObject {
    const { series } = this.chart.held;
    const at = index ?? series.length;
    if (!Number.isInteger(at) || at < 0 || at > series.length) throw invalidArgument();
    const added: HeldSeries = { ...(typeof name === "string" && name && { name }), values: "" };
    this.chart.edit({ series: [...series.slice(0, at), added, ...series.slice(at)] });
    return new ChartSeries(this.chart, at);
  }
}

export class ChartSeries extends HostObject {
  readonly kind = "ChartSeries";

  constructor(private readonly chart: ChartHandle, private readonly index: number) {
    super();
  }

  get name(): string {
    return this.chart.shown(this.#series.name) || `Series${this.index + 1}`;
  }

  set name(name: unknown) {
    if (typeof name !== "string") throw invalidArgument();
    this.#edit({ name: name === "" ? undefined : this.chart.book.engine.charts.holding(name) });
  }

  get chartType(): string {
    return this.#series.type ?? this.chart.held.type;
  }

  set chartType(type: unknown) {
    const known = knownType(type);
    this.#edit({ type: known === this.chart.held.type ? undefined : known });
  }

  get plotOrder(): number {
    return this.index;
  }

  get format(): HostObject {
    return new ChartSeriesFormat(() => this.#series.colour, (colour) => this.#edit({ colour }));
  }

  setValues(range: unknown): void {
    this.#edit({ values: heldRange(range) });
  }

  setXAxisValues(range: unknown): void {
    this.#edit({ categories: heldRange(range) });
  }

  delete(): void {
    const { series } = this.chart.held;
    this.chart.edit({ series: series.filter((_, at) => at !== this.index) });
  }

  get #series(): HeldSeries {
    const found = this.chart.held.series[this.index];
    if (!found) throw invalidArgument();
    return found;
  }

  #edit(change: { [Key in keyof HeldSeries]?: HeldSeries[Key] | undefined }): void {
    const { series } = this.chart.held;
    const changed = Object.entries({ ...this.#series, ...change }).filter(([, value]) => value !== undefined);
    const own = Object.fromEntries(changed) as unknown as HeldSeries;
    this.chart.edit({ series: series.map((each, at) => (at === this.index ? own : each)) });
  }
}

function heldRange(range: unknown) {
  if (!(range instanceof SheetArea)) throw invalidArgument();
  return bounded(range.book, range.place);
}

type Colour = string | undefined;

abstract class Coloured extends HostObject {
  constructor(protected readonly read: () => Colour, protected readonly write: (colour: Colour) => void) {
    super();
  }
}

class ChartSeriesFormat extends Coloured {
  readonly kind = "ChartSeriesFormat";

  get fill(): HostObject {
    return new ChartFill(this.read, this.write);
  }

  get line(): HostObject {
    return new ChartLineFormat(this.read, this.write);
  }
}

class ChartFill extends Coloured {
  readonly kind = "ChartFill";

  setSolidColor(colour: unknown): void {
    this.write(hex(colour).toLowerCase());
  }

  getSolidColor(): string {
    return this.read()?.toUpperCase() ?? "";
  }

  clear(): void {
    this.write(undefined);
  }
}

class ChartLineFormat extends Coloured {
  readonly kind = "ChartLineFormat";

  get color(): string {
    return this.read()?.toUpperCase() ?? "";
  }

  set color(colour: unknown) {
    this.write(hex(colour).toLowerCase());
  }

  clear(): void {
    this.write(undefined);
  }
}
