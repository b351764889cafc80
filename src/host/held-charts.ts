import type { Area } from "../formulas/addresses";
import type { ChartContent, ChartSeries } from "../xlsx/chart-content";

/** Cells by Univer's id of their sheet, so that a change of its name changes nothing. */
interface HeldReference {
  readonly sheet: string;
  readonly area: Area;
}

/** Cells, or what else a chart may say in their place: a text, a formula. */
export type Held = HeldReference | string;

interface SeriesWith<Reference> extends Omit<ChartSeries, "name" | "categories" | "values"> {
  readonly name?: Reference;
  readonly categories?: Reference;
  readonly values: Reference;
}

interface ChartWith<Reference> extends Omit<ChartContent, "title" | "series"> {
  readonly title?: Reference;
  readonly series: readonly SeriesWith<Reference>[];
}

export type HeldSeries = SeriesWith<Held>;

/** A chart of the open workbook, under a key of its own. */
export interface HeldChart extends ChartWith<Held> {
  readonly key: string;
}

/** The chart with everything changed that may refer to cells. */
export function withReferences<From, To>(chart: ChartWith<From>, change: (one: From) => To): ChartWith<To> {
  const { title, series, ...rest } = chart;
  return {
    ...rest,
    ...(title !== undefined && { title: change(title) }),
    series: series.map(({ name, categories, values, ...more }) => ({
      ...(name !== undefined && { name: change(name) }),
      ...(categories !== undefined && { categories: change(categories) }),
      values: change(values),
      ...more,
    })),
  };
}
