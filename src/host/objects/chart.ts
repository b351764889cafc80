import { isSameName } from "../../formulas/same-name";
import { anchorOf, boxOf, pointAt, type Box } from "./chart-place";
import { ApiError, invalidArgument } from "../api-error";
import { ChartHandle } from "./chart-handle";
import { ChartAxes, ChartLegend, ChartTitle } from "./chart-parts";
import { ChartSeriesCollection } from "./chart-series";
import { seriesFrom } from "./chart-source";
import { knownType } from "./chart-types";
import type { Book, Place } from "./book";
import { HostObject, type Identity } from "./host-object";
import { SheetArea } from "./sheet-area";
import { placeOf } from "./references";

export class Chart extends HostObject {
  readonly kind = "Chart";
  private readonly handle: ChartHandle;

  constructor(private readonly book: Book, private readonly sheet: string, key: string) {
    super();
    this.handle = new ChartHandle(book, sheet, key);
  }

  override identity(): Identity {
    return { Id: this.handle.key };
  }

  get id(): string {
    return this.handle.held.key;
  }

  get name(): string {
    return this.handle.held.name;
  }

  set name(name: unknown) {
    if (typeof name !== "string" || name === "") throw invalidArgument();
    const others = this.book.engine.charts.list(this.sheet).filter(({ key }) => key !== this.handle.key);
    if (others.some((chart) => isSameName(chart.name, name))) throw new ApiError("ItemAlreadyExists");
    this.handle.edit({ name });
  }

  get chartType(): string {
    return this.handle.held.type;
  }

  /** All series take it. */
  set chartType(type: unknown) {
    const series = this.handle.held.series.map(({ type: _own, ...each }) => each);
    this.handle.edit({ type: knownType(type), series });
  }

  get title(): HostObject {
    return new ChartTitle(this.handle);
  }

  get legend(): HostObject {
    return new ChartLegend(this.handle);
  }

  get axes(): HostObject {
    return new ChartAxes(this.handle);
  }

  get series(): HostObject {
    return new ChartSeriesCollection(this.handle);
  }

  get worksheet(): HostObject {
    return this.book.make.worksheet(this.sheet);
  }

  get left(): number {
    return this.#box.left;
  }

  set left(left: unknown) {
    this.#place({ left: distance(left) });
  }

  get top(): number {
    return this.#box.top;
  }

  set top(top: unknown) {
    this.#place({ top: distance(top) });
  }

  get width(): number {
    return this.#box.width;
  }

  set width(width: unknown) {
    this.#place({ width: distance(width) });
  }

  get height(): number {
    return this.#box.height;
  }

  set height(height: unknown) {
    this.#place({ height: distance(height) });
  }

  setPosition(start: unknown, end?: unknown): void {
    const first = this.#cells(start).area;
    const from = { row: first.row, column: first.column, x: 0, y: 0 };
    if (end === undefined) return this.#place(pointAt(this.book.sheet(this.sheet), from));
    const last = this.#cells(end).area;
    const to = { row: last.row + last.rows, column: last.column + last.columns, x: 0, y: 0 };
    this.handle.edit({ anchor: { from, to } });
  }

  async setData(source: unknown, seriesBy: unknown = "Auto"): Promise<void> {
    await this.book.engine.calculated();
    this.handle.edit({ series: seriesFrom(this.book, this.#cells(source), this.handle.held.type, seriesBy) });
  }

  activate(): void {
    this.book.sheet(this.sheet).activate();
  }

  delete(): void {
    this.handle.delete();
  }

  get #box(): Box {
    return boxOf(this.book.sheet(this.sheet), this.handle.held.anchor);
  }

  #place(change: Partial<Box>): void {
    this.handle.edit({ anchor: anchorOf(this.book.sheet(this.sheet), { ...this.#box, ...change }) });
  }

  #cells(given: unknown): Place {
    return given instanceof SheetArea ? given.place : placeOf(this.book, given, this.sheet);
  }
}

function distance(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0)) throw invalidArgument();
  return value;
}
