import { parseArea } from "../formulas/addresses";
import { columnPart, type ChartPlan } from "../sharing/data/forms";
import { blockAt, cellFrom, type Place } from "./places";
import { isAbsent } from "./problem";
import type { Remember } from "./run";

export interface ChartToDraw extends ChartPlan {
  readonly title: string;
}

const chartRows = 18;
const chartColumns = 8;

/** Draws a native chart of a table beside it; false where this host has no charts. */
export async function drawChart(
  context: Excel.RequestContext,
  remember: Remember,
  plan: ChartToDraw,
  table: Place,
): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const part = (column: number): Excel.Range =>
    sheet.getRange(columnPart(cellFrom(table, 0, 0).address, column, plan.row, plan.rows));
  const before: string[] = [];
  try {
    sheet.charts.load("items/name");
    await context.sync();
    before.push(...sheet.charts.items.map(({ name }) => name));
    remember(() => removeCharts(context, table.sheet, before));
    const chart = sheet.charts.add(plan.kind === "line" ? "Line" : "ColumnClustered", part(plan.figures), "Columns");
    chart.title.text = plan.title;
    chart.legend.visible = false;
    chart.series.getItemAt(0).setXAxisValues(part(plan.names));
    const { columns } = parseArea(table.address)!;
    const { address } = blockAt(cellFrom(table, 0, columns + 1), chartRows, chartColumns);
    const [first, last] = address.split(":");
    chart.setPosition(first!, last);
    await context.sync();
    return true;
  } catch (error) {
    if (!isAbsent(error)) throw error;
    await removeCharts(context, table.sheet, before).catch(() => undefined);
    return false;
  }
}

async function removeCharts(context: Excel.RequestContext, name: string, kept: readonly string[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) return;
  sheet.charts.load("items/name");
  await context.sync();
  for (const chart of sheet.charts.items) {
    if (!kept.includes(chart.name)) chart.delete();
  }
}
