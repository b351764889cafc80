import type { Engine } from "../engine";
import type { HeldChart } from "../held-charts";
import { anchorOf, boxOf, type Box } from "../objects/chart-place";
import { chartData } from "./chart-data";
import { ChartFrame } from "./chart-frame";
import { chartOptions, type ChartTheme } from "./chart-options";
import { chartWords } from "./chart-words";
import type { Drawing } from "./echarts";
import { SheetView } from "./sheet-view";
import "./charts.css";

/** Smaller than this a chart cannot be read. */
const leastPoints = 45;

/** The charts of the active sheet above its cells: they follow its scrolling and zoom, and every calculation. */
export class ChartLayer {
  private readonly element = document.createElement("div");
  private readonly frames = new Map<string, ChartFrame>();
  private make: ((element: HTMLElement) => Drawing) | undefined;
  private waiting = false;

  constructor(private readonly engine: Engine, private theme: ChartTheme, private readonly focusCells: () => void) {
    this.element.className = "chart-layer";
    const { api, charts } = engine;
    const soon = (): void => this.soon();
    charts.onChange(soon);
    engine.onChange(soon);
    for (const event of [api.Event.ActiveSheetChanged, api.Event.SheetZoomChanged, api.Event.SheetSkeletonChanged]) {
      api.addEvent(event, soon);
    }
    api.addEvent(api.Event.Scroll, () => this.place());
    this.element.addEventListener("wheel", (event) => this.scrollCells(event), { passive: false });
    this.soon();
  }

  setTheme(theme: ChartTheme): void {
    this.theme = theme;
    this.soon();
  }

  /** Once for all that changes before the next frame is drawn. */
  soon(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      void this.refresh();
    });
  }

  private async refresh(): Promise<void> {
    const charts = this.charts();
    if (charts.length > 0) this.make ??= (await import(/* webpackChunkName: "charts" */ "./echarts")).drawingIn;
    this.settle(this.charts());
    this.place();
    for (const chart of this.charts()) {
      const data = chartData(chart, this.engine);
      const words = chartWords(data, this.engine.language);
      if (this.make) this.frames.get(chart.key)?.draw(chartOptions(data, this.theme), words, this.make);
    }
  }

  /** A frame for each chart of the sheet, and none for others. */
  private settle(charts: readonly HeldChart[]): void {
    for (const [key, frame] of this.frames) {
      if (charts.some((chart) => chart.key === key)) continue;
      frame.dispose();
      this.frames.delete(key);
    }
    for (const { key } of charts) {
      if (this.frames.has(key)) continue;
      const frame = this.frameOf(key);
      this.frames.set(key, frame);
      this.element.append(frame.element);
    }
  }

  private place(): void {
    if (this.frames.size === 0) return this.element.remove();
    const view = new SheetView(this.engine);
    const { canvas, headers } = view;
    if (canvas && this.element.previousElementSibling !== canvas) canvas.after(this.element);
    this.element.style.left = `${headers.width}px`;
    this.element.style.top = `${headers.height}px`;
    for (const { key, anchor } of this.charts()) this.frames.get(key)?.place(view.place(anchor));
  }

  private frameOf(key: string): ChartFrame {
    return new ChartFrame({
      move: (right, down) => this.change(key, (box) => ({ ...box, left: box.left + right, top: box.top + down })),
      grow: (right, down) => this.change(key, (box) => ({
        ...box,
        width: Math.max(leastPoints, box.width + right),
        height: Math.max(leastPoints, box.height + down),
      })),
      remove: () => {
        this.engine.charts.remove(this.sheet.getSheetId(), key);
        this.focusCells();
      },
      leave: () => this.focusCells(),
    });
  }

  /** By distances on the canvas. */
  private change(key: string, change: (box: Box) => Box): void {
    const { sheet } = this;
    const view = new SheetView(this.engine);
    const scaled = (box: Box): Box => {
      const unit = view.points(1);
      const pixels = { left: box.left / unit, top: box.top / unit, width: box.width / unit, height: box.height / unit };
      const { left, top, width, height } = change(pixels);
      return { left: left * unit, top: top * unit, width: width * unit, height: height * unit };
    };
    this.engine.charts.edit(sheet.getSheetId(), key, (chart) => (
      { ...chart, anchor: anchorOf(sheet, scaled(boxOf(sheet, chart.anchor))) }));
  }

  private scrollCells(event: WheelEvent): void {
    event.preventDefault();
    event.stopPropagation();
    new SheetView(this.engine).canvas?.dispatchEvent(new WheelEvent(event.type, event));
  }

  private get sheet() {
    return this.engine.api.getActiveWorkbook()!.getActiveSheet();
  }

  private charts(): readonly HeldChart[] {
    return this.engine.charts.list(this.sheet.getSheetId());
  }
}
