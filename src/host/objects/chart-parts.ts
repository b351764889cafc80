import type { ChartAxis as Axis, LegendPosition } from "../../xlsx/chart-content";
import { invalidArgument, notImplemented } from "../api-error";
import { keyOf } from "../key-of";
import type { ChartHandle } from "./chart-handle";
import { flag } from "./given";
import { HostObject } from "./host-object";

/** What Excel writes above a chart that is given a title without a text. */
const untitled = "Chart Title";

export class ChartTitle extends HostObject {
  readonly kind = "ChartTitle";

  constructor(private readonly chart: ChartHandle) {
    super();
  }

  get text(): string {
    return this.chart.shown(this.chart.held.title);
  }

  set text(text: unknown) {
    this.chart.edit({ title: texted(text) });
  }

  get visible(): boolean {
    return this.chart.held.title !== undefined;
  }

  set visible(visible: unknown) {
    this.chart.edit({ title: flag(visible) ? this.chart.held.title ?? untitled : undefined });
  }

  /** The title follows a cell. */
  setFormula(formula: unknown): void {
    if (typeof formula !== "string" || !formula.startsWith("=")) throw invalidArgument();
    this.chart.edit({ title: this.chart.book.engine.charts.holding(formula) });
  }
}

const positions: Readonly<Record<string, LegendPosition>> = {
  Top: "top", Bottom: "bottom", Left: "left", Right: "right",
};

export class ChartLegend extends HostObject {
  readonly kind = "ChartLegend";

  constructor(private readonly chart: ChartHandle) {
    super();
  }

  get visible(): boolean {
    return this.chart.held.legend !== undefined;
  }

  set visible(visible: unknown) {
    this.chart.edit({ legend: flag(visible) ? this.chart.held.legend ?? "right" : undefined });
  }

  get position(): string {
    const { legend = "right" } = this.chart.held;
    return keyOf(positions, legend)!;
  }

  set position(name: unknown) {
    if (name === "Corner" || name === "Custom") throw notImplemented(`Legend position ${name}`);
    const legend = typeof name === "string" ? positions[name] : undefined;
    if (!legend) throw invalidArgument();
    this.chart.edit({ legend });
  }
}

type AxisName = "categoryAxis" | "valueAxis";

export class ChartAxes extends HostObject {
  readonly kind = "ChartAxes";

  constructor(private readonly chart: ChartHandle) {
    super();
  }

  get categoryAxis(): HostObject {
    return new ChartAxis(this.chart, "categoryAxis");
  }

  get valueAxis(): HostObject {
    return new ChartAxis(this.chart, "valueAxis");
  }
}

abstract class AxisPart extends HostObject {
  constructor(protected readonly chart: ChartHandle, protected readonly name: AxisName) {
    super();
  }

  protected readonly axis = (): Axis => this.chart.held[this.name] ?? {};

  /** What is undefined goes back to what Excel draws unasked. */
  protected readonly edit = (change: { [Key in keyof Axis]: Axis[Key] | undefined }): void => {
    const entries = Object.entries({ ...this.axis(), ...change }).filter(([, value]) => value !== undefined);
    this.chart.edit({ [this.name]: entries.length > 0 ? Object.fromEntries(entries) : undefined });
  };
}

class ChartAxis extends AxisPart {
  readonly kind = "ChartAxis";

  get title(): HostObject {
    return new ChartAxisTitle(this.chart, this.name);
  }

  get type(): string {
    return this.name === "valueAxis" ? "Value" : "Category";
  }

  /** Empty where the values decide. */
  get minimum(): number | string {
    return this.axis().minimum ?? "";
  }

  set minimum(value: unknown) {
    this.edit({ minimum: bound(value) });
  }

  get maximum(): number | string {
    return this.axis().maximum ?? "";
  }

  set maximum(value: unknown) {
    this.edit({ maximum: bound(value) });
  }

  get numberFormat(): string {
    return this.axis().numberFormat ?? "General";
  }

  set numberFormat(format: unknown) {
    if (typeof format !== "string") throw invalidArgument();
    this.edit({ numberFormat: format === "General" || format === "" ? undefined : format });
  }

  get visible(): boolean {
    return !this.axis().hidden;
  }

  set visible(visible: unknown) {
    this.edit({ hidden: flag(visible) ? undefined : true });
  }

  get reversePlotOrder(): boolean {
    return this.axis().reversed ?? false;
  }

  set reversePlotOrder(reversed: unknown) {
    this.edit({ reversed: flag(reversed) ? true : undefined });
  }
}

class ChartAxisTitle extends AxisPart {
  readonly kind = "ChartAxisTitle";

  get text(): string {
    return this.axis().title ?? "";
  }

  set text(text: unknown) {
    this.edit({ title: texted(text) });
  }

  get visible(): boolean {
    return this.axis().title !== undefined;
  }

  set visible(visible: unknown) {
    this.edit({ title: flag(visible) ? this.axis().title ?? "Axis Title" : undefined });
  }
}

function texted(text: unknown): string | undefined {
  if (typeof text !== "string") throw invalidArgument();
  return text === "" ? undefined : text;
}

function bound(value: unknown): number | undefined {
  if (value === "") return undefined;
  if (typeof value !== "number") throw invalidArgument();
  return value;
}
