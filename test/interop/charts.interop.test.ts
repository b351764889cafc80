import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellContent, ChartContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { pythonWithOpenpyxl, runScript } from "./python";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const cells: CellContent[] = [["Year", "Output"], ["2023", 80], ["2024", 90], ["2025", 95]].flatMap((line, row) =>
  line.map((value, column) => ({ row, column, value })));

const chart = (name: string, type: ChartContent["type"], column: number): ChartContent => ({
  name, type, title: name, legend: "right",
  anchor: { from: { row: 5, column, x: 0, y: 0 }, to: { row: 20, column: column + 6, x: 0, y: 0 } },
  categoryAxis: { title: "Year" },
  valueAxis: { title: "10,000 vehicles", minimum: 0 },
  series: [{ name: "=Data!$B$1", categories: "=Data!$A$2:$A$4", values: "=Data!$B$2:$B$4", colour: "#257d8c" }],
});

const areas = [{ row: 1, column: 1, rows: 3, columns: 1 }];

const sheet: SheetContent = {
  name: "Data", cells, tables: [], merges: [], columnWidths: {}, tabColour: "#257d8c", gridlinesHidden: true,
  rowHeights: { 0: 30 },
  charts: [chart("Columns", "ColumnClustered", 3), chart("Lines", "LineMarkers", 10)],
  validations: [
    { areas, type: "decimal", comparison: "greaterThanOrEqual", first: "0", alert: { style: "stop", message: "not below 0" } },
    { areas: [{ row: 9, column: 0, rows: 1, columns: 1 }], type: "list", first: "low,high" },
  ],
  conditionalFormats: [
    { areas, rule: { kind: "cell", comparison: "greaterThan", first: "85", look: { colour: "#9c0006", fill: "#ffc7ce" } } },
    { areas, rule: { kind: "formula", formula: "=$A2=\"2024\"", look: { bold: true } } },
    { areas, rule: { kind: "scale", points: [{ by: "min", colour: "#f8696b" }, { by: "max", colour: "#63be7b" }] } },
  ],
};

const book: WorkbookContent = { sheets: [sheet], names: [], customXml: [] };

describe.each(spreadsheets.filter(isThere).filter(({ name }) => name === "LibreOffice"))("in $name", (program) => {
  it("our charts, rules and looks are there, and are there when we read them back", async () => {
    const [back] = (await readWorkbook(recalculated(program, await writeWorkbook(book)))).content.sheets;
    expect(back.charts!.map(({ type, series }) => [type, series[0]])).toEqual([
      ["ColumnClustered", sheet.charts![0].series[0]], ["LineMarkers", sheet.charts![1].series[0]],
    ]);
    expect(back.charts![0]).toMatchObject({ title: "Columns", valueAxis: { title: "10,000 vehicles", minimum: 0 } });
    expect(back.validations!.map(({ type, first }) => [type, first]))
      .toEqual(expect.arrayContaining([["decimal", "0"], ["list", "low,high"]]));
    expect(back.conditionalFormats!.map(({ rule }) => rule.kind).sort()).toEqual(["cell", "formula", "scale"]);
    expect([back.tabColour, back.rowHeights![0]]).toEqual(["#257d8c", 30]);
  });
});

const python = pythonWithOpenpyxl();

(python ? describe : describe.skip)("openpyxl", () => {
  it("reads our charts and rules", async () => {
    const { printed } = runScript(python!, `
import json, openpyxl
sheet = openpyxl.load_workbook(path)["Data"]
print(json.dumps({
    "charts": [[type(each).__name__, each.series[0].val.numRef.f] for each in sheet._charts],
    "cached": [point.v for point in sheet._charts[0].series[0].val.numRef.numCache.pt],
    "lists": sorted([each.type, each.formula1] for each in sheet.data_validations.dataValidation),
    "rules": sorted(rule.type for ranges in sheet.conditional_formatting for rule in ranges.rules),
}))`, await writeWorkbook(book));
    expect(JSON.parse(printed)).toEqual({
      charts: [["BarChart", "Data!$B$2:$B$4"], ["LineChart", "Data!$B$2:$B$4"]],
      cached: [80, 90, 95],
      lists: [["decimal", "0"], ["list", "\"low,high\""]],
      rules: ["cellIs", "colorScale", "expression"],
    });
  });

  it("makes charts and rules that we read", async () => {
    const made = runScript(python!, `
import openpyxl
from openpyxl.chart import AreaChart, BarChart, LineChart, PieChart, Reference, ScatterChart, Series
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.worksheet.datavalidation import DataValidation
book = openpyxl.Workbook()
sheet = book.active
for row in [["Year", "Output"], [2023, 80], [2024, 90], [2025, 95]]:
    sheet.append(row)
for place, kind in zip(["D1", "D20", "D40", "D60"], [BarChart, LineChart, AreaChart, PieChart]):
    chart = kind()
    chart.title = "Output"
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=4))
    sheet.add_chart(chart, place)
scatter = ScatterChart()
scatter.series.append(Series(Reference(sheet, min_col=2, min_row=2, max_row=4), Reference(sheet, min_col=1, min_row=2, max_row=4)))
sheet.add_chart(scatter, "D80")
sheet.conditional_formatting.add("B2:B4", CellIsRule(operator="greaterThan", formula=["85"]))
sheet.conditional_formatting.add("B2:B4", DataBarRule(start_type="min", end_type="max", color="638EC6"))
rule = DataValidation(type="list", formula1='"80,90"', allow_blank=True)
rule.add("B2")
sheet.add_data_validation(rule)
book.save(path)`);
    const [found] = (await readWorkbook(made.book)).content.sheets;
    expect(found.charts!.map(({ type }) => type.replace(/Markers$/, "")))
      .toEqual(["ColumnClustered", "Line", "Area", "Pie", "XYScatterLinesNo"]);
    expect(found.charts![0]).toMatchObject({
      title: "Output", anchor: { from: { row: 0, column: 3 } },
      series: [{ name: "=Sheet!$B$1", categories: "=Sheet!$A$2:$A$4", values: "=Sheet!$B$2:$B$4" }],
    });
    expect(found.conditionalFormats!.map(({ rule: { kind } }) => kind)).toEqual(["cell", "bar"]);
    expect(found.validations).toMatchObject([{ type: "list", first: "80,90" }]);
  });
});
