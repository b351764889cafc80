import { xmlPart } from "./blank";
import type { ChartAxis, ChartSeries, ChartType } from "./chart-content";
import type { CellValue } from "./content";
import { type ChartBody, legendLetters } from "./read-chart";
import { encodeExcelText, escapeXml } from "./xml";
import { xmlElement } from "./xml-editor";

/** What the cells of a reference hold now; undefined where it is no reference to cells. */
export type ValuesOf = (formula: string) => readonly CellValue[] | undefined;

/** The namespaces of a chart's part, which differ in strict files. */
interface ChartNamespaces {
  readonly chart: string;
  readonly main: string;
}

/** A chart's part, with the values that its cells have now, so that any program can show it at once. */
export function chartXml(chart: ChartBody, valuesOf: ValuesOf, { chart: c, main: a }: ChartNamespaces): string {
  const title = chart.title === undefined ? "" : titleXml(chart.title, valuesOf);
  const legend = chart.legend
    ? xmlElement("c:legend", {}, val("legendPos", legendLetters[chart.legend]) + val("overlay", 0))
    : "";
  const inner = title + val("autoTitleDeleted", title ? 0 : 1)
    + xmlElement("c:plotArea", {}, "<c:layout/>" + groupsXml(chart, valuesOf) + axesXml(chart))
    + legend + val("plotVisOnly", 1) + val("dispBlanksAs", "gap");
  const root = { "xmlns:c": c, "xmlns:a": a };
  return xmlPart(xmlElement("c:chartSpace", root, val("roundedCorners", 0) + xmlElement("c:chart", {}, inner)));
}

const val = (name: string, value: string | number): string => xmlElement(`c:${name}`, { val: value });

const text = (value: string): string => escapeXml(encodeExcelText(value));

interface Placed extends ChartSeries {
  readonly type: ChartType;
  readonly index: number;
}

/** Series of one type stand in one group; all groups share the axes. */
function groupsXml({ type, series }: ChartBody, valuesOf: ValuesOf): string {
  const placed = series.map((each, index): Placed => ({ ...each, type: each.type ?? type, index }));
  const groups = [...new Set(placed.map((each) => each.type))];
  return groups.map((own) => {
    const members = placed.filter((each) => each.type === own).map((each) => seriesXml(each, valuesOf));
    return groupXml(own, members.join(""));
  }).join("");
}

const categoryId = 111111111;
const valueId = 222222222;
const axisIds = val("axId", categoryId) + val("axId", valueId);

function groupXml(type: ChartType, series: string): string {
  const grouping = type.includes("Stacked100") ? "percentStacked" : type.includes("Stacked") ? "stacked" : "standard";
  if (type.startsWith("Column") || type.startsWith("Bar")) return barsXml(type, grouping, series);
  if (type.startsWith("Line")) {
    const head = val("grouping", grouping) + val("varyColors", 0);
    return xmlElement("c:lineChart", {}, head + series + val("marker", 1) + axisIds);
  }
  if (type.startsWith("Area")) {
    return xmlElement("c:areaChart", {}, val("grouping", grouping) + val("varyColors", 0) + series + axisIds);
  }
  if (type.startsWith("XY")) {
    const style = type.includes("Smooth") ? "smoothMarker" : "lineMarker";
    return xmlElement("c:scatterChart", {}, val("scatterStyle", style) + val("varyColors", 0) + series + axisIds);
  }
  const hole = type === "Doughnut" ? val("holeSize", 50) : "";
  return xmlElement(`c:${type.toLowerCase()}Chart`, {}, val("varyColors", 1) + series + val("firstSliceAng", 0) + hole);
}

function barsXml(type: ChartType, grouping: string, series: string): string {
  const isStacked = grouping !== "standard";
  const inner = val("barDir", type.startsWith("Bar") ? "bar" : "col")
    + val("grouping", isStacked ? grouping : "clustered") + val("varyColors", 0) + series
    + val("gapWidth", isStacked ? 60 : 80) + (isStacked ? val("overlap", 100) : "") + axisIds;
  return xmlElement("c:barChart", {}, inner);
}

function seriesXml({ type, index, name, categories, values, colour }: Placed, valuesOf: ValuesOf): string {
  const isXY = type.startsWith("XY");
  const line = type.startsWith("Line") || isXY;
  const labels = categories === undefined ? "" : labelsXml(categories, valuesOf, isXY);
  return xmlElement("c:ser", {}, [
    val("idx", index), val("order", index),
    name === undefined ? "" : xmlElement("c:tx", {}, nameXml(name, valuesOf)),
    shapeXml(type, line, colour),
    line ? markerXml(type, colour) : "",
    type.startsWith("Column") || type.startsWith("Bar") ? val("invertIfNegative", 0) : "",
    labels,
    xmlElement(isXY ? "c:yVal" : "c:val", {}, numbersXml(values, valuesOf)),
    line ? val("smooth", type.includes("Smooth") ? 1 : 0) : "",
  ].join(""));
}

function shapeXml(type: ChartType, isLine: boolean, colour: string | undefined): string {
  const fill = colour ? fillXml(colour) : "";
  if (type === "XYScatter") {
    return xmlElement("c:spPr", {}, xmlElement("a:ln", { w: 19050 }, "<a:noFill/>"));
  }
  if (isLine) return xmlElement("c:spPr", {}, xmlElement("a:ln", { w: 28575, cap: "rnd" }, `${fill}<a:round/>`));
  return fill && xmlElement("c:spPr", {}, fill);
}

const fillXml = (colour: string): string =>
  xmlElement("a:solidFill", {}, xmlElement("a:srgbClr", { val: colour.slice(1).toUpperCase() }));

function markerXml(type: ChartType, colour: string | undefined): string {
  const isMarked = type === "XYScatter" || type === "XYScatterLines" || type === "XYScatterSmooth"
    || type.startsWith("LineMarkers");
  if (!isMarked) return xmlElement("c:marker", {}, val("symbol", "none"));
  const shape = colour ? xmlElement("c:spPr", {}, fillXml(colour)) : "";
  return xmlElement("c:marker", {}, val("symbol", "circle") + val("size", 5) + shape);
}

function nameXml(name: string, valuesOf: ValuesOf): string {
  return name.startsWith("=") ? referenceXml("str", name, valuesOf(name)) : xmlElement("c:v", {}, text(name));
}

function numbersXml(formula: string, valuesOf: ValuesOf): string {
  return formula.startsWith("=") ? referenceXml("num", formula, valuesOf(formula)) : "";
}

/** Labels that are all numbers, such as years, are numbers in the file as well; x-values always are. */
function labelsXml(formula: string, valuesOf: ValuesOf, isXY: boolean): string {
  const values = valuesOf(formula);
  const numeric = values?.every((value) => value === null || typeof value === "number") ?? isXY;
  const kind = numeric ? "num" : "str";
  return xmlElement(isXY ? "c:xVal" : "c:cat", {}, referenceXml(kind, formula, values));
}

function referenceXml(kind: "num" | "str", formula: string, values: readonly CellValue[] | undefined): string {
  const f = xmlElement("c:f", {}, text(formula.slice(1)));
  if (!values) return xmlElement(`c:${kind}Ref`, {}, f);
  const points = values.map((value, idx) => pointXml(kind, value, idx)).join("");
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  const cache = xmlElement(`c:${kind}Cache`, {}, format + val("ptCount", values.length) + points);
  return xmlElement(`c:${kind}Ref`, {}, f + cache);
}

function pointXml(kind: "num" | "str", value: CellValue, idx: number): string {
  if (value === null || (kind === "num" && typeof value !== "number")) return "";
  const said = typeof value === "object" ? value.error : typeof value === "boolean" ? String(value).toUpperCase() : value;
  return xmlElement("c:pt", { idx }, xmlElement("c:v", {}, text(String(said))));
}

function titleXml(title: string, valuesOf: ValuesOf, isUpright = false): string {
  const tx = title.startsWith("=") ? nameXml(title, valuesOf) : richXml(title, isUpright);
  return xmlElement("c:title", {}, xmlElement("c:tx", {}, tx) + val("overlay", 0));
}

function richXml(title: string, isUpright: boolean): string {
  const body = xmlElement("a:bodyPr", isUpright ? { rot: -5400000, vert: "horz" } : {});
  const lines = title.split("\n").map((line) =>
    xmlElement("a:p", {}, xmlElement("a:r", {}, xmlElement("a:rPr", { lang: "en-US" }) + `<a:t>${text(line)}</a:t>`)));
  return xmlElement("c:rich", {}, body + "<a:lstStyle/>" + lines.join(""));
}

interface AxisPlace {
  readonly element: "catAx" | "valAx";
  readonly id: number;
  readonly crosses: number;
  readonly position: "b" | "l";
  readonly gridlines: boolean;
  /** Bars and points of lines stand between the marks of the axis, areas and x-values on them. */
  readonly between: boolean;
}

function axesXml({ type, categoryAxis = {}, valueAxis = {} }: ChartBody): string {
  if (type === "Pie" || type === "Doughnut") return "";
  const isFlipped = type.startsWith("Bar");
  const isXY = type.startsWith("XY");
  const between = !isXY && !type.startsWith("Area");
  return axisXml(categoryAxis, {
    element: isXY ? "valAx" : "catAx", id: categoryId, crosses: valueId, position: isFlipped ? "l" : "b",
    gridlines: false, between,
  }) + axisXml(valueAxis, {
    element: "valAx", id: valueId, crosses: categoryId, position: isFlipped ? "b" : "l", gridlines: true, between,
  });
}

function axisXml(axis: ChartAxis, { element, id, crosses, position, gridlines, between }: AxisPlace): string {
  const scaling = val("orientation", axis.reversed ? "maxMin" : "minMax")
    + (axis.maximum === undefined ? "" : val("max", axis.maximum))
    + (axis.minimum === undefined ? "" : val("min", axis.minimum));
  const format = { formatCode: axis.numberFormat ?? "General", sourceLinked: axis.numberFormat ? 0 : 1 };
  return xmlElement(`c:${element}`, {}, [
    val("axId", id), xmlElement("c:scaling", {}, scaling), val("delete", axis.hidden ? 1 : 0), val("axPos", position),
    gridlines ? xmlElement("c:majorGridlines", {}, gridlineXml) : "",
    axis.title === undefined ? "" : titleXml(axis.title, () => undefined, position === "l"),
    xmlElement("c:numFmt", format), val("majorTickMark", "none"), val("minorTickMark", "none"),
    val("tickLblPos", "low"), val("crossAx", crosses), val("crosses", "autoZero"),
    element === "catAx"
      ? val("auto", 1) + val("lblAlgn", "ctr") + val("lblOffset", 100) + val("noMultiLvlLbl", 0)
      : val("crossBetween", between ? "between" : "midCat"),
  ].join(""));
}

const gridlineXml = xmlElement("c:spPr", {}, xmlElement("a:ln", { w: 9525 }, fillXml("#d9d9d9")));
