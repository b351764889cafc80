import { partTypes, xmlPart } from "./blank";
import type { ChartAnchor, ChartContent, Corner } from "./chart-content";
import { chartXml, type ValuesOf } from "./chart-xml";
import type { Package } from "./package";
import { type FoundChart, findCharts, UNITS_PER_POINT } from "./read-charts";
import { descendants } from "./xml";
import { type XmlEditor, xmlElement } from "./xml-editor";

type Charts = readonly ChartContent[] | undefined;

/** Adds, changes and removes charts; a drawing whose charts have not changed keeps its very bytes. */
export function writeCharts(
  parts: Package,
  path: string,
  sheet: XmlEditor,
  before: Charts = [],
  after: Charts = [],
  valuesOf: ValuesOf,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const drawing = parts.related(path, "drawing")?.target ?? addDrawing(parts, path, sheet);
  const present = new Map(findCharts(parts, drawing).map((found) => [found.content.id, found]));
  const kept = after.filter(({ id }) => id !== undefined && present.has(id));
  const namespaces = { chart: parts.drawingNamespace("chart"), main: parts.drawingNamespace("main") };
  const write = (part: string, chart: ChartContent) => parts.write(part, chartXml(chart, valuesOf, namespaces));
  const added = after.filter((chart) => !kept.includes(chart)).map((chart) => {
    const part = parts.freePath("xl/charts/chart", ".xml");
    write(part, chart);
    parts.declareType(part, partTypes.chart);
    return { chart, id: parts.relate(drawing, "chart", part) };
  });
  for (const chart of kept) {
    const found = present.get(chart.id)!;
    if (bodyOf(found.content) !== bodyOf(chart)) write(found.part, chart);
  }
  const removed = [...present.values()].filter(({ content }) => !kept.some(({ id }) => id === content.id));
  parts.edit(drawing, (editor) => {
    for (const chart of kept) moveAnchor(parts, editor, present.get(chart.id)!, chart);
    for (const { anchor } of removed) editor.remove(anchor);
    const first = nextNumber(editor);
    added.forEach(({ chart, id }, i) => editor.append(editor.root, anchorXml(parts, chart, id, first + i)));
  });
  for (const { content } of removed) parts.unrelate(drawing, content.id!);
}

function addDrawing(parts: Package, path: string, sheet: XmlEditor): string {
  const drawing = parts.freePath("xl/drawings/drawing", ".xml");
  const root = { "xmlns:xdr": parts.drawingNamespace("spreadsheetDrawing"), "xmlns:a": parts.drawingNamespace("main") };
  parts.write(drawing, xmlPart(xmlElement("xdr:wsDr", root)));
  parts.declareType(drawing, partTypes.drawing);
  const id = parts.relate(path, "drawing", drawing);
  sheet.put("drawing", xmlElement("drawing", { "xmlns:r": parts.typeBase, "r:id": id }));
  return drawing;
}

const bodyOf = (chart: ChartContent): string =>
  JSON.stringify({ ...chart, id: undefined, name: undefined, anchor: undefined });

function moveAnchor(parts: Package, editor: XmlEditor, { content, anchor }: FoundChart, chart: ChartContent): void {
  const isSame = chart.name === content.name && JSON.stringify(chart.anchor) === JSON.stringify(content.anchor);
  if (isSame) return;
  const number = Number(descendants(anchor, "cNvPr")[0]?.attributes.id ?? nextNumber(editor));
  editor.replace(anchor, anchorXml(parts, chart, content.id!, number));
}

function nextNumber(editor: XmlEditor): number {
  return Math.max(1, ...descendants(editor.root, "cNvPr").map(({ attributes }) => Number(attributes.id) || 0)) + 1;
}

function anchorXml(parts: Package, { name, anchor }: ChartContent, id: string, number: number): string {
  const chart = parts.drawingNamespace("chart");
  const reference = xmlElement("c:chart", { "xmlns:c": chart, "xmlns:r": parts.typeBase, "r:id": id });
  const graphic = xmlElement("a:graphic", {}, xmlElement("a:graphicData", { uri: chart }, reference));
  const names = xmlElement("xdr:cNvPr", { id: number, name }) + "<xdr:cNvGraphicFramePr/>";
  const frame = xmlElement("xdr:graphicFrame", { macro: "" }, xmlElement("xdr:nvGraphicFramePr", {}, names)
    + "<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>" + graphic);
  const root = { "xmlns:xdr": parts.drawingNamespace("spreadsheetDrawing"), "xmlns:a": parts.drawingNamespace("main") };
  const kind = "to" in anchor ? "twoCellAnchor" : "oneCellAnchor";
  return xmlElement(`xdr:${kind}`, root, `${placeXml(anchor)}${frame}<xdr:clientData/>`);
}

function placeXml(anchor: ChartAnchor): string {
  const from = cornerXml("from", anchor.from);
  if ("to" in anchor) return from + cornerXml("to", anchor.to);
  return from + xmlElement("xdr:ext", { cx: units(anchor.width), cy: units(anchor.height) });
}

function cornerXml(name: string, { row, column, x, y }: Corner): string {
  return xmlElement(`xdr:${name}`, {}, `<xdr:col>${column}</xdr:col><xdr:colOff>${units(x)}</xdr:colOff>`
    + `<xdr:row>${row}</xdr:row><xdr:rowOff>${units(y)}</xdr:rowOff>`);
}

const units = (points: number): number => Math.round(points * UNITS_PER_POINT);
