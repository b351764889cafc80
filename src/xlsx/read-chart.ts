import { parseReference, referenceFormula } from "../formulas/sheet-references";
import { type ChartAxis, type ChartContent, type ChartSeries, type ChartType, chartTypes } from "./chart-content";
import type { LegendPosition } from "./chart-content";
import { isOn } from "./styles";
import { child, children, decodeExcelText, descendants, type Element, innerText, parseXml } from "./xml";

/** What a chart's own part holds; where it stands, the drawing says. */
export type ChartBody = Omit<ChartContent, "id" | "name" | "anchor">;

/** Reads a chart of one of our kinds; undefined for one that we could only show wrongly. */
export function readChart(text: string): ChartBody | undefined {
  const chart = child(parseXml(text), "chart");
  const plot = child(chart, "plotArea");
  if (!chart || !plot) return undefined;
  const groups = plot.children.filter(({ name }) => /Chart$/.test(name));
  const axes = plot.children.filter(({ name }) => /Ax$/.test(name));
  const parts = new ChartReader(text);
  const series = groups.flatMap((group) => children(group, "ser").map((each) => parts.series(group, each)));
  if (!series.every((each) => each !== undefined) || series.length === 0) return undefined;
  if (axes.length > 2 || (groups.length > 1 && !groups.every(isCombinable))) return undefined;
  const [{ type }] = series;
  return {
    type,
    ...parts.titleOf(chart, series),
    ...legendOf(chart),
    ...parts.axes(type, axes),
    series: series.map(({ type: own, ...rest }) => (own === type ? rest : { ...rest, type: own })),
  };
}

const isCombinable = (group: Element): boolean =>
  ["lineChart", "areaChart"].includes(group.name) || (group.name === "barChart" && valueIn(group, "barDir") !== "bar");

type TypedSeries = ChartSeries & { readonly type: ChartType };

class ChartReader {
  constructor(private readonly text: string) {}

  series(group: Element, series: Element): TypedSeries | undefined {
    const type = typeOf(group, series);
    const values = this.reference(child(series, "val") ?? child(series, "yVal"));
    const labels = child(series, "cat") ?? child(series, "xVal");
    const categories = this.reference(labels);
    if (!type || !values || (labels && !categories)) return undefined;
    const name = this.name(child(series, "tx"));
    const colour = colourOf(series);
    return { type, ...(name && { name }), ...(categories && { categories }), values, ...(colour && { colour }) };
  }

  titleOf(chart: Element, series: readonly ChartSeries[]): { title?: string } {
    const title = child(chart, "title");
    if (!title) return {};
    const said = this.richText(child(title, "tx")) ?? this.name(child(title, "tx"));
    const shown = said ?? (series.length === 1 ? series[0]?.name : undefined);
    return shown ? { title: shown } : {};
  }

  /** Of two value axes the horizontal one comes first. */
  axes(type: ChartType, axes: readonly Element[]): Pick<ChartContent, "categoryAxis" | "valueAxis"> {
    const isFlat = (axis: Element) => ["b", "t"].includes(valueIn(axis, "axPos") ?? "");
    const sorted = type.startsWith("XY") && !isFlat(axes[0]!) && axes[1] && isFlat(axes[1]) ? [...axes].reverse() : axes;
    const values = type.startsWith("XY") ? sorted[1] : axes.find(({ name }) => name === "valAx");
    const categories = type.startsWith("XY") ? sorted[0] : axes.find(({ name }) => name !== "valAx");
    const [categoryAxis, valueAxis] = [this.axis(categories), this.axis(values)];
    return { ...(categoryAxis && { categoryAxis }), ...(valueAxis && { valueAxis }) };
  }

  private axis(axis: Element | undefined): ChartAxis | undefined {
    if (!axis) return undefined;
    const scaling = child(axis, "scaling");
    const title = this.richText(child(child(axis, "title"), "tx"));
    const format = child(axis, "numFmt")?.attributes;
    const [minimum, maximum] = [valueIn(scaling, "min"), valueIn(scaling, "max")];
    const found: ChartAxis = {
      ...(title && { title }),
      ...(format?.formatCode && !isOn(format.sourceLinked, false) && { numberFormat: format.formatCode }),
      ...(minimum !== undefined && { minimum: Number(minimum) }),
      ...(maximum !== undefined && { maximum: Number(maximum) }),
      ...(isOn(valueIn(axis, "delete"), false) && { hidden: true }),
      ...(valueIn(scaling, "orientation") === "maxMin" && { reversed: true }),
    };
    return Object.keys(found).length > 0 ? found : undefined;
  }

  private reference(data: Element | undefined): string | undefined {
    const formula = data && descendants(data, "f")[0];
    return formula && sameEverywhere(decodeExcelText(innerText(this.text, formula)));
  }

  private name(tx: Element | undefined): string | undefined {
    const reference = this.reference(tx);
    const plain = child(tx, "v");
    return reference ?? (plain && decodeExcelText(innerText(this.text, plain)));
  }

  private richText(tx: Element | undefined): string | undefined {
    const rich = child(tx, "rich");
    if (!rich) return undefined;
    const lines = children(rich, "p").map((line) =>
      descendants(line, "t").map((piece) => innerText(this.text, piece)).join(""));
    return decodeExcelText(lines.join("\n")) || undefined;
  }
}

/** Programs quote the same cells differently; what means the same is said the same. */
function sameEverywhere(formula: string): string {
  const cells = parseReference(formula);
  return cells ? referenceFormula(cells) : `=${formula}`;
}

function valueIn(element: Element | undefined, name: string): string | undefined {
  const found = child(element, name);
  return found && (found.attributes.val ?? "1");
}

const legendPositions: Readonly<Record<string, LegendPosition>> = {
  t: "top", b: "bottom", l: "left", r: "right", tr: "right",
};

export const legendLetters = Object.fromEntries(
  Object.entries(legendPositions).reverse().map(([letter, position]) => [position, letter]),
) as Readonly<Record<LegendPosition, string>>;

function legendOf(chart: Element): { legend?: LegendPosition } {
  const legend = child(chart, "legend");
  return legend ? { legend: legendPositions[valueIn(legend, "legendPos") ?? "r"] ?? "right" } : {};
}

const groupings: Readonly<Record<string, string>> = { stacked: "Stacked", percentStacked: "Stacked100" };

function typeOf(group: Element, series: Element): ChartType | undefined {
  const stacked = groupings[valueIn(group, "grouping") ?? ""] ?? "";
  const markers = hasMarkers(series) ? "Markers" : "";
  const name = {
    barChart: `${valueIn(group, "barDir") === "bar" ? "Bar" : "Column"}${stacked || "Clustered"}`,
    lineChart: `Line${child(group, "marker") ? markers : ""}${stacked}`,
    areaChart: `Area${stacked}`,
    pieChart: "Pie",
    doughnutChart: "Doughnut",
    scatterChart: scatterType(group, series),
  }[group.name];
  return chartTypes.find((type) => type === name);
}

const hasMarkers = (series: Element): boolean => valueIn(child(series, "marker"), "symbol") !== "none";

function scatterType(group: Element, series: Element): ChartType {
  const markers = hasMarkers(series);
  const isBare = child(child(child(series, "spPr"), "ln"), "noFill") !== undefined;
  if (isBare || valueIn(group, "scatterStyle") === "marker") return "XYScatter";
  if (isOn(valueIn(series, "smooth"), false)) return markers ? "XYScatterSmooth" : "XYScatterSmoothNoMarkers";
  return markers ? "XYScatterLines" : "XYScatterLinesNoMarkers";
}

/** That of the line where there is one, which is also that of its markers. */
function colourOf(series: Element): string | undefined {
  const shape = child(series, "spPr");
  const marked = child(child(series, "marker"), "spPr");
  const fills = [child(shape, "solidFill"), child(child(shape, "ln"), "solidFill"), child(marked, "solidFill")];
  const rgb = fills.map((fill) => child(fill, "srgbClr")?.attributes.val).find((value) => value);
  return rgb && /^[0-9a-f]{6}$/i.test(rgb) ? `#${rgb.toLowerCase()}` : undefined;
}
