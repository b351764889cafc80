import type { ChartAnchor, ChartContent, Corner } from "./chart-content";
import type { Package } from "./package";
import { readChart } from "./read-chart";
import { child, decodeExcelText, descendants, type Element, innerText } from "./xml";

/** A point has so many of the units in which drawings measure. */
export const UNITS_PER_POINT = 12_700;

/** A chart and the places in the file that it is made of. */
export interface FoundChart {
  readonly content: ChartContent;
  readonly part: string;
  readonly anchor: Element;
}

/** The charts of a drawing that we can show; whatever else it holds is passed over. */
export function findCharts(parts: Package, drawing: string): FoundChart[] {
  const targets = new Map(parts.relationships(drawing).map(({ id, target }) => [id, target]));
  return parts.read(drawing, (text) => parts.root(drawing).children.flatMap((anchor) => {
    const id = descendants(anchor, "chart")[0]?.attributes[":id"];
    const part = targets.get(id ?? "");
    const place = readAnchor(text, anchor);
    const name = child(child(child(anchor, "graphicFrame"), "nvGraphicFramePr"), "cNvPr")?.attributes.name;
    const body = part && parts.has(part) ? readable(() => readChart(parts.text(part))) : undefined;
    if (!id || !part || !place || !body) return [];
    return [{ content: { id, name: decodeExcelText(name ?? ""), anchor: place, ...body }, part, anchor }];
  }));
}

export function readCharts(parts: Package, sheet: string): ChartContent[] {
  const drawing = parts.related(sheet, "drawing")?.target;
  const found = drawing && readable(() => findCharts(parts, drawing));
  return found ? found.map(({ content }) => content) : [];
}

/** A chart that cannot be read does not keep a workbook from opening: it stays in the file as it is. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readAnchor(text: string, anchor: Element): ChartAnchor | undefined {
  const from = readCorner(text, child(anchor, "from"));
  const to = readCorner(text, child(anchor, "to"));
  const { cx, cy } = child(anchor, "ext")?.attributes ?? {};
  if (from && to) return { from, to };
  if (!from || cx === undefined || cy === undefined) return undefined;
  return { from, width: Number(cx) / UNITS_PER_POINT, height: Number(cy) / UNITS_PER_POINT };
}

function readCorner(text: string, corner: Element | undefined): Corner | undefined {
  if (!corner) return undefined;
  const number = (name: string): number => {
    const found = child(corner, name);
    return found ? Number(innerText(text, found)) : 0;
  };
  return {
    row: number("row"), column: number("col"),
    x: number("colOff") / UNITS_PER_POINT, y: number("rowOff") / UNITS_PER_POINT,
  };
}
