/** Excel's names of the kinds of chart that can be shown and written. */
export const chartTypes = [
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100",
  "Line", "LineMarkers", "LineStacked", "LineMarkersStacked", "Area", "AreaStacked", "Pie", "Doughnut",
  "XYScatter", "XYScatterLines", "XYScatterLinesNoMarkers", "XYScatterSmooth", "XYScatterSmoothNoMarkers",
] as const;

export type ChartType = (typeof chartTypes)[number];

export interface ChartContent {
  /** Says which chart of the opened file this is: who holds it gives it back. */
  readonly id?: string;
  readonly name: string;
  readonly type: ChartType;
  readonly anchor: ChartAnchor;
  /** Without one there is none. */
  readonly title?: string;
  /** Where the legend stands; without it there is none. */
  readonly legend?: LegendPosition;
  readonly categoryAxis?: ChartAxis;
  readonly valueAxis?: ChartAxis;
  readonly series: readonly ChartSeries[];
}

export type LegendPosition = "top" | "bottom" | "left" | "right";

/** What differs from an axis as Excel draws it unasked. */
export interface ChartAxis {
  readonly title?: string;
  readonly numberFormat?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly hidden?: boolean;
  readonly reversed?: boolean;
}

export interface ChartSeries {
  /** A text, or the formula of the cell that holds it: `=Data!$B$1`. */
  readonly name?: string;
  /** The formulas of the cells with labels, or with x-values, and with values: `=Data!$A$2:$A$9`. */
  readonly categories?: string;
  readonly values: string;
  /** Where it differs from that of the chart. */
  readonly type?: ChartType;
  /** `#rrggbb` */
  readonly colour?: string;
}

/** A chart reaches from one corner to another and grows with the cells between, or has a size of its own. */
export type ChartAnchor =
  | { readonly from: Corner; readonly to: Corner }
  | { readonly from: Corner; readonly width: number; readonly height: number };

/** A point of the sheet: a cell, and the distance in points from its top left. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}
