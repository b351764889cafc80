import type { ChartType } from "../../xlsx/chart-content";
import type { CellValue } from "../../xlsx/content";
import type { Engine } from "../engine";
import type { Held, HeldChart, HeldSeries } from "../held-charts";
import { plain } from "../objects/cells";

/** A series with what its cells hold now. */
export interface SeriesData {
  readonly name: string;
  readonly type: ChartType;
  readonly colour?: string;
  readonly categories: readonly CellValue[];
  readonly values: readonly (number | null)[];
}

/** A chart as it is to be drawn: no reference is left in it. */
export interface ChartData extends Pick<HeldChart, "type" | "legend" | "categoryAxis" | "valueAxis"> {
  readonly title?: string;
  /** As the cells show them: a label may be a year, a date or a share. */
  readonly labels: readonly string[];
  readonly series: readonly SeriesData[];
}

type Cells = Pick<Engine, "values" | "api">;

export function chartData(chart: HeldChart, engine: Cells): ChartData {
  const series = chart.series.map((each, index) => seriesData(each, index, chart.type, engine));
  const longest = Math.max(0, ...series.map(({ values }) => values.length));
  const labels = series.find(({ categories }) => categories.length > 0)?.categories ?? [];
  const { type, legend, categoryAxis, valueAxis } = chart;
  return {
    type, legend, categoryAxis, valueAxis, series,
    ...(chart.title !== undefined && { title: textOf(chart.title, engine) }),
    labels: Array.from({ length: longest }, (_, i) => (labels.length > 0 ? said(labels[i] ?? null) : String(i + 1))),
  };
}

function seriesData(held: HeldSeries, index: number, type: ChartType, engine: Cells): SeriesData {
  const numbers = valuesOf(held.values, engine).map((value) => (typeof value === "number" ? value : null));
  return {
    name: held.name === undefined ? `Series${index + 1}` : textOf(held.name, engine),
    type: held.type ?? type,
    ...(held.colour && { colour: held.colour }),
    categories: held.categories === undefined ? [] : valuesOf(held.categories, engine),
    values: numbers,
  };
}

function valuesOf(held: Held, engine: Cells): CellValue[] {
  if (typeof held === "string") return [];
  const sheet = engine.api.getActiveWorkbook()?.getSheetBySheetId(held.sheet);
  if (!sheet) return [];
  // Whole columns are longer than what there is to draw.
  const rows = Math.min(held.area.rows, sheet.getMaxRows() - held.area.row);
  return engine.values(sheet.getSheetName(), { ...held.area, rows }).flat();
}

function textOf(held: Held, engine: Cells): string {
  return typeof held === "string" ? held : valuesOf(held, engine).map(said).join(" ");
}

const said = (value: CellValue): string => String(plain(value));
