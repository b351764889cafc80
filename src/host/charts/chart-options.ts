import { numfmt } from "@univerjs/core";
import type { ChartAxis, ChartType } from "../../xlsx/chart-content";
import type { ChartData, SeriesData } from "./chart-data";

/** The colours of series that have none of their own, after the blue-green of the product. */
const palette = ["#257d8c", "#d9822b", "#6b5ca5", "#7aa23f", "#c4473a", "#3f7fbf", "#b58900", "#8a8f98"];

const grounds = {
  light: { ground: "#ffffff", text: "#242424", faint: "#616161", line: "#e0e0e0", frame: "#d1d1d1" },
  dark: { ground: "#1f1f1f", text: "#f0f0f0", faint: "#c2c2c2", line: "#444444", frame: "#5c5c5c" },
} as const;

export type ChartTheme = keyof typeof grounds;

/** What ECharts draws: plain data, so that it can be tested without it. */
export function chartOptions(chart: ChartData, theme: ChartTheme): Record<string, unknown> {
  const { ground, text, faint, frame } = grounds[theme];
  const isRound = chart.type === "Pie" || chart.type === "Doughnut";
  return {
    animation: false,
    backgroundColor: ground,
    color: palette,
    textStyle: { color: text, fontFamily: "inherit" },
    ...(chart.title && { title: { text: chart.title, left: "center", top: 6, textStyle: { fontSize: 14, color: text } } }),
    ...(chart.legend && { legend: legendOf(chart, faint) }),
    tooltip: {
      trigger: isRound || chart.type.startsWith("XY") ? "item" : "axis",
      confine: true, backgroundColor: ground, borderColor: frame, textStyle: { color: text },
    },
    ...(isRound ? {} : axesOf(chart, theme)),
    series: isRound ? chart.series.map((each, i) => roundOf(each, i, chart, faint)) : chart.series.map(seriesOf),
  };
}

function legendOf({ legend, title }: ChartData, colour: string): object {
  const isFlat = legend === "top" || legend === "bottom";
  return {
    type: "scroll", textStyle: { color: colour }, itemWidth: 14, itemHeight: 10,
    orient: isFlat ? "horizontal" : "vertical",
    ...(legend === "top" && { top: title ? 30 : 6 }),
    ...(legend === "bottom" && { bottom: 6 }),
    ...(legend === "left" && { left: 6, top: "middle" }),
    ...(legend === "right" && { right: 6, top: "middle" }),
  };
}

function axesOf(chart: ChartData, theme: ChartTheme): object {
  const isFlipped = chart.type.startsWith("Bar");
  const categories = categoryAxis(chart, theme, !isFlipped);
  const values = valueAxis(chart, theme, isFlipped);
  const { legend, title } = chart;
  return {
    xAxis: isFlipped ? values : categories,
    yAxis: isFlipped ? categories : values,
    grid: {
      containLabel: true,
      top: (title ? 36 : 14) + (legend === "top" ? 24 : 0),
      bottom: (legend === "bottom" ? 32 : 10) + (nameBelow(chart) ? 22 : 0),
      left: (legend === "left" ? 96 : 10) + (nameBeside(chart) ? 22 : 0),
      right: legend === "right" ? 108 : 18,
    },
  };
}

const nameBelow = ({ type, categoryAxis: one, valueAxis: other }: ChartData): boolean =>
  (type.startsWith("Bar") ? other : one)?.title !== undefined;

const nameBeside = ({ type, categoryAxis: one, valueAxis: other }: ChartData): boolean =>
  (type.startsWith("Bar") ? one : other)?.title !== undefined;

function categoryAxis(chart: ChartData, theme: ChartTheme, isFlat: boolean): object {
  const axis = { ...sharedAxis(chart.categoryAxis, theme, isFlat), splitLine: { show: false } };
  if (chart.type.startsWith("XY")) return { type: "value", scale: true, ...boundsOf(chart.categoryAxis), ...axis };
  const isFull = chart.series.every(({ type }) => type.startsWith("Area"));
  return { type: "category", data: chart.labels, boundaryGap: !isFull, ...axis };
}

function valueAxis(chart: ChartData, theme: ChartTheme, isFlat: boolean): object {
  const isWhole = chart.type.endsWith("100");
  const shares = isWhole ? { max: 1, axisLabel: { formatter: (value: number) => `${Math.round(value * 100)}%` } } : {};
  const axis = sharedAxis(chart.valueAxis, theme, isFlat);
  return { type: "value", scale: chart.type.startsWith("XY"), ...axis, ...boundsOf(chart.valueAxis), ...shares };
}

function sharedAxis(axis: ChartAxis = {}, theme: ChartTheme, isFlat: boolean): object {
  const { faint, line, frame } = grounds[theme];
  const format = axis.numberFormat;
  return {
    show: !axis.hidden,
    inverse: axis.reversed ?? false,
    ...(axis.title && { name: axis.title, nameLocation: "middle", nameGap: isFlat ? 28 : 44 }),
    nameTextStyle: { color: faint },
    axisLabel: { color: faint, hideOverlap: true, ...(format && { formatter: formatted(format) }) },
    axisLine: { lineStyle: { color: frame } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
  };
}

const formatted = (format: string) => (value: unknown): string =>
  (typeof value === "number" ? numfmt.format(format, value, { throws: false }) : String(value));

const boundsOf = ({ minimum, maximum }: ChartAxis = {}): object => ({
  ...(minimum !== undefined && { min: minimum }),
  ...(maximum !== undefined && { max: maximum }),
});

function seriesOf(series: SeriesData, _index: number, all: readonly SeriesData[]): object {
  const { name, type, colour } = series;
  const base = { name, ...(colour && { itemStyle: { color: colour }, lineStyle: { color: colour } }) };
  if (type.startsWith("XY")) return { ...base, ...scatterOf(series) };
  const stack = type.includes("Stacked") ? { stack: type } : {};
  const data = type.endsWith("100") ? sharesOf(series, all) : series.values;
  if (type.startsWith("Column") || type.startsWith("Bar")) return { ...base, type: "bar", ...stack, data };
  const area = type.startsWith("Area") ? { areaStyle: { opacity: 0.6 } } : {};
  return { ...base, type: "line", symbol: "circle", symbolSize: 6, showSymbol: type.includes("Markers"), ...area, ...stack, data };
}

/** Of the sum of all series of the kind at each label, as stacks of 100 % show it. */
function sharesOf({ values, type }: SeriesData, all: readonly SeriesData[]): (number | null)[] {
  const stacked = all.filter((each) => each.type === type);
  return values.map((value, at) => {
    const sum = stacked.reduce((total, each) => total + Math.abs(each.values[at] ?? 0), 0);
    return value === null || sum === 0 ? null : value / sum;
  });
}

function scatterOf({ type, categories, values }: SeriesData): object {
  const x = (at: number): number => (typeof categories[at] === "number" ? categories[at] : at + 1);
  const data = values.flatMap((value, at) => (value === null ? [] : [[x(at), value]]));
  if (type === "XYScatter") return { type: "scatter", symbolSize: 8, data };
  const showSymbol = !type.endsWith("NoMarkers");
  return { type: "line", smooth: type.includes("Smooth"), showSymbol, symbol: "circle", symbolSize: 6, data };
}

function roundOf({ name, values }: SeriesData, index: number, chart: ChartData, colour: string): object {
  const [top, bottom] = [chart.title ? 36 : 10, chart.legend === "bottom" ? 34 : 10];
  const inner: Partial<Record<ChartType, string>> = { Doughnut: "45%" };
  return {
    name, type: "pie", top, bottom, radius: [inner[chart.type] ?? "0%", index === 0 ? "80%" : "40%"],
    // A legend says the same, and has room for it.
    label: { color: colour, show: !chart.legend }, data: values.map((value, at) => ({ name: chart.labels[at] ?? "", value })),
  };
}
