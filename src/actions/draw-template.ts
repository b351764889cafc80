import { areaAddress, type Area } from "../formulas/addresses";
import type { Texts } from "../refusal";
import {
  formatOf,
  ruleLooks,
  runsOf,
  type PlacedCell,
  type PlacedChart,
  type PlacedRule,
  type PlacedSheet,
  type PlacedValidation,
} from "../templates";
import { giveLook, pointsPerCharacter } from "./cell-looks";
import { isAbsent } from "./problem";

/** What a host may lack without the template being the worse in its figures. */
export const features = {
  looks: { en: "colours and widths", zh: "颜色与列宽" },
  validations: { en: "limits of inputs", zh: "输入限制" },
  rules: { en: "conditional formats", zh: "条件格式" },
  charts: { en: "charts", zh: "图表" },
} satisfies Record<string, Texts>;

export type Feature = keyof typeof features;

const drawings: Readonly<Record<Feature, (context: Excel.RequestContext, placed: PlacedSheet) => void>> = {
  looks: drawLooks,
  validations: (context, placed) => placed.validations.forEach((each) => limit(sheetOf(context, placed), each)),
  rules: (context, placed) => placed.rules.forEach((rule) => colourWhen(sheetOf(context, placed), rule)),
  charts: (context, placed) => placed.charts.forEach((chart) => drawChart(context, sheetOf(context, placed), chart)),
};

/** How a sheet looks and behaves; gives what this host cannot do. */
export async function drawSheet(context: Excel.RequestContext, placed: PlacedSheet): Promise<Feature[]> {
  const missing: Feature[] = [];
  for (const feature of Object.keys(drawings) as Feature[]) {
    try {
      drawings[feature](context, placed);
      await context.sync();
    } catch (error) {
      if (!isAbsent(error)) throw error;
      missing.push(feature);
    }
  }
  return missing;
}

const sheetOf = (context: Excel.RequestContext, { name }: PlacedSheet): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range => sheet.getRange(areaAddress(area));

/** Heights first: the embedded workbook cannot fit rows to larger type on a sheet that is not in sight. */
function drawLooks(context: Excel.RequestContext, placed: PlacedSheet): void {
  const sheet = sheetOf(context, placed);
  for (const [row, points] of Object.entries(placed.rowHeights)) {
    sheet.getCell(Number(row), 0).format.rowHeight = points;
    sheet.getCell(Number(row), 0).format.verticalAlignment = "Top";
  }
  for (const { sort, ...area } of runsOf(placed.cells, ({ role }) => role)) {
    giveLook(rangeOf(sheet, area), formatOf(sort as PlacedCell["role"], "General"));
  }
  for (const area of placed.merges) rangeOf(sheet, area).merge();
  for (const [column, characters] of Object.entries(placed.columnWidths)) {
    sheet.getCell(0, Number(column)).format.columnWidth = characters * pointsPerCharacter;
  }
  sheet.showGridlines = false;
}

function limit(sheet: Excel.Worksheet, { area, allowed, says }: PlacedValidation): void {
  const { dataValidation } = rangeOf(sheet, area);
  dataValidation.rule = ruleOf(allowed);
  dataValidation.prompt = { showPrompt: true, title: "", message: says };
  dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "", message: says };
}

function ruleOf(allowed: PlacedValidation["allowed"]): Excel.DataValidationRule {
  if ("oneOf" in allowed) return { list: { inCellDropDown: true, source: allowed.oneOf.join(",") } };
  const { from, to, whole } = allowed;
  const rule: Excel.BasicDataValidation = to === undefined
    ? { formula1: from, operator: "GreaterThanOrEqualTo" }
    : { formula1: from, formula2: to, operator: "Between" };
  return whole ? { wholeNumber: rule } : { decimal: rule };
}

function colourWhen(sheet: Excel.Worksheet, rule: PlacedRule): void {
  const formats = rangeOf(sheet, rule.area).conditionalFormats;
  if ("bars" in rule) {
    formats.add("DataBar").dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    return;
  }
  const { custom } = formats.add("Custom");
  custom.rule.formula = rule.when;
  custom.format.fill.color = ruleLooks[rule.look].fill;
  custom.format.font.color = ruleLooks[rule.look].colour;
}

const chartTypes = {
  column: "ColumnClustered",
  stacked: "ColumnStacked",
  bar: "BarClustered",
  line: "Line",
  area: "Area",
  pie: "Pie",
  scatter: "XYScatter",
} as const satisfies Record<PlacedChart["type"], Excel.ChartType | `${Excel.ChartType}`>;

function drawChart(context: Excel.RequestContext, sheet: Excel.Worksheet, placed: PlacedChart): void {
  const rangeAt = ({ sheet: name, ...area }: PlacedChart["categories"]): Excel.Range =>
    rangeOf(context.workbook.worksheets.getItem(name), area);
  const [first] = placed.series;
  const chart = sheet.charts.add(chartTypes[placed.type], rangeAt(first!.values), "Auto");
  placed.series.forEach(({ name, values }, i) => {
    const series = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    series.name = name;
    if (i > 0) series.setValues(rangeAt(values));
    series.setXAxisValues(rangeAt(placed.categories));
  });
  chart.title.text = placed.title;
  chart.legend.visible = placed.series.length > 1 || placed.type === "pie";
  if (placed.categoryAxis) chart.axes.categoryAxis.title.text = placed.categoryAxis;
  if (placed.valueAxis) chart.axes.valueAxis.title.text = placed.valueAxis;
  const [start, end] = areaAddress(placed.area).split(":");
  chart.setPosition(start!, end);
}
