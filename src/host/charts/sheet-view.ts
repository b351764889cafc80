import { IRenderManagerService } from "@univerjs/preset-sheets-core";
import type { FWorksheet } from "@univerjs/sheets/facade";
import type { ChartAnchor } from "../../xlsx/chart-content";
import { pixelsPerPoint } from "../content-format";
import type { Engine } from "../engine";
import { boxOf, pointAt, type Box } from "../objects/chart-place";

/** What a sheet on the page can do more than one without a page. */
type SheetOnPage = FWorksheet & {
  getZoom(): number;
  getScrollState(): { offsetX: number; offsetY: number; sheetViewStartRow: number; sheetViewStartColumn: number };
};

/** A place on the canvas in pixels, and how much of its left and top the frozen panes hide. */
export interface Shown extends Box {
  readonly hiddenLeft: number;
  readonly hiddenTop: number;
}

type Point = Pick<Box, "left" | "top">;

/** How the active sheet lies on the canvas now: its zoom, its frozen panes, how far it is scrolled. */
export class SheetView {
  private readonly sheet: SheetOnPage;
  readonly zoom: number;
  private edges?: Record<"frozen" | "scrolled", Point>;

  constructor(private readonly engine: Engine) {
    this.sheet = engine.api.getActiveWorkbook()!.getActiveSheet() as SheetOnPage;
    this.zoom = this.sheet.getZoom();
  }

  get canvas(): HTMLElement | undefined {
    const unit = this.engine.api.getActiveWorkbook()!.getId();
    const renders = this.engine.univer.__getInjector().get(IRenderManagerService);
    return renders.getRenderById(unit)?.engine.getCanvasElement();
  }

  /** Charts never cover the numbers of rows and the letters of columns. */
  get headers(): { width: number; height: number } {
    const { rowHeader, columnHeader } = this.sheet.getSheet().getConfig();
    return { width: rowHeader.width * this.zoom, height: columnHeader.height * this.zoom };
  }

  /** Relative to the top left of the cells. */
  place(anchor: ChartAnchor): Shown {
    const { scale } = this;
    const box = boxOf(this.sheet, anchor);
    const [left, top, width, height] = [box.left * scale, box.top * scale, box.width * scale, box.height * scale];
    const { xSplit, ySplit } = this.sheet.getSheet().getFreeze();
    const { frozen, scrolled } = this.edges ??= { frozen: this.before(ySplit, xSplit), scrolled: this.scrolled() };
    const shownLeft = anchor.from.column < xSplit ? left : left - scrolled.left;
    const shownTop = anchor.from.row < ySplit ? top : top - scrolled.top;
    return {
      left: shownLeft, top: shownTop, width, height,
      hiddenLeft: anchor.from.column < xSplit ? 0 : Math.max(0, frozen.left - shownLeft),
      hiddenTop: anchor.from.row < ySplit ? 0 : Math.max(0, frozen.top - shownTop),
    };
  }

  /** A distance on the canvas in points of the sheet. */
  points(pixels: number): number {
    return pixels / this.zoom / pixelsPerPoint;
  }

  private scrolled(): Point {
    const { offsetX, offsetY, sheetViewStartRow, sheetViewStartColumn } = this.sheet.getScrollState();
    const { left, top } = this.before(sheetViewStartRow, sheetViewStartColumn);
    return { left: left + offsetX * this.zoom, top: top + offsetY * this.zoom };
  }

  private before(row: number, column: number): Point {
    const { left, top } = pointAt(this.sheet, { row, column, x: 0, y: 0 });
    return { left: left * this.scale, top: top * this.scale };
  }

  /** Pixels on the canvas for a point of the sheet. */
  private get scale(): number {
    return pixelsPerPoint * this.zoom;
  }
}
