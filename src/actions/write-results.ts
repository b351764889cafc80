import { freeSheetName, freeTableName } from "../formulas/free-names";
import { startOf } from "./new-sheet";
import { blockAt, cellFrom, type Place } from "./places";
import { isAbsent } from "./problem";
import { changing, type Supports } from "./run";
import { writeInParts } from "./write-cells";

/** Results for a sheet of their own: never over anything. */
export interface ResultsSheet {
  readonly name: string;
  readonly title: string;
  /** How the results came about, and what they do not say. */
  readonly notes: readonly string[];
  readonly tables: readonly ResultsTable[];
}

export interface ResultsTable {
  /** Wished for the Excel table. */
  readonly name: string;
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Of each column. */
  readonly formats: readonly string[];
  readonly chart?: ResultsChart;
}

export interface ResultsChart {
  readonly kind: "ColumnClustered" | "BarClustered" | "Line" | "BarStacked";
  readonly title: string;
  /** Columns of the table: the names along the axis, then the series. */
  readonly names: number;
  readonly series: readonly number[];
}

const chartRows = 18;
const chartWidth = 4;

/** Writes results on a new sheet: charts above, native tables side by side below them. */
export function writeResults(results: ResultsSheet, supports: Supports): Promise<Place> {
  return changing(supports, async (context, remember) => {
    const start = await startOf(context, { newSheet: freeSheetName(results.name, []) }, remember);
    const lines = [results.title, ...results.notes];
    await writeInParts(context, blockAt(start, lines.length, 1), lines.map((line) => [line]), lines.map(() => ["@"]));
    const sheet = context.workbook.worksheets.getItem(start.sheet);
    sheet.getRange(start.address).format.font.bold = true;
    const chartsFrom = lines.length + 1;
    const tablesFrom = chartsFrom + (results.tables.some(({ chart }) => chart) ? chartRows + 1 : 0);
    let across = 0;
    for (const table of results.tables) {
      const width = Math.max(table.headers.length, table.chart ? chartWidth : 0);
      const place = await writeTable(context, cellFrom(start, tablesFrom, across), table);
      const at = blockAt(cellFrom(start, chartsFrom, across), chartRows, width);
      if (table.chart) await drawChart(context, place, table.headers, table.chart, at);
      across += width + 1;
    }
    sheet.activate();
    await context.sync();
    return start;
  });
}

async function writeTable(context: Excel.RequestContext, at: Place, table: ResultsTable): Promise<Place> {
  const { headers, rows, formats } = table;
  const { tables, names, worksheets } = context.workbook;
  tables.load("items/name");
  names.load("items/name");
  await context.sync();
  await writeInParts(context, at, [[table.title]], [["@"]]);
  const place = blockAt(cellFrom(at, 1, 0), rows.length + 1, headers.length);
  await writeInParts(context, place, [headers, ...rows], [headers.map(() => "@"), ...rows.map(() => formats)]);
  const range = worksheets.getItem(at.sheet).getRange(place.address);
  const made = tables.add(range, true);
  made.name = freeTableName(table.name, [...tables.items, ...names.items].map(({ name }) => name));
  range.format.autofitColumns();
  await context.sync();
  return place;
}

/** A host without charts leaves the tables, which say the same. */
async function drawChart(
  context: Excel.RequestContext,
  place: Place,
  headers: readonly string[],
  plan: ResultsChart,
  at: Place,
): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const column = (index: number): Excel.Range => sheet.getRange(place.address).getColumn(index);
    const body = (index: number): Excel.Range => column(index).getOffsetRange(1, 0).getResizedRange(-1, 0);
    const chart = sheet.charts.add(plan.kind, column(plan.series[0]!), "Columns");
    for (const index of plan.series.slice(1)) chart.series.add(headers[index]).setValues(body(index));
    plan.series.forEach((_, i) => chart.series.getItemAt(i).setXAxisValues(body(plan.names)));
    chart.title.text = plan.title;
    chart.legend.visible = plan.series.length > 1;
    const [first, last] = at.address.split(":");
    chart.setPosition(first!, last);
    await context.sync();
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
