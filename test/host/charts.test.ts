import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { desk } from "./excel";

const made = desk();
const { run } = made;

const table = [["", "Output", "Capacity"], ["2023", 80, 100], ["2024", 90, 110], ["2025", 95, 115]];

const fill = (sheet: Excel.Worksheet): void => {
  sheet.getRange("A1:C4").numberFormat = table.map((row) => row.map((_, i) => (i === 0 ? "@" : "General")));
  sheet.getRange("A1:C4").values = table;
};

const contentOf = () => made.host.engine.content().sheets[0]!.charts ?? [];

describe("a chart", () => {
  it("is made of the columns of a range: names in the first row, labels in the first column", async () => {
    await run(async (_, sheet) => {
      fill(sheet);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"), "Auto");
      chart.title.text = "Output and capacity";
      chart.legend.position = "Top";
      chart.axes.valueAxis.title.text = "10,000 vehicles";
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.numberFormat = "#,##0";
      chart.axes.categoryAxis.visible = false;
      chart.setPosition("E2", "K16");
    });
    expect(contentOf()).toEqual([{
      name: "Chart 1", type: "ColumnClustered", title: "Output and capacity", legend: "top",
      anchor: { from: { row: 1, column: 4, x: 0, y: 0 }, to: { row: 16, column: 11, x: 0, y: 0 } },
      categoryAxis: { hidden: true },
      valueAxis: { title: "10,000 vehicles", minimum: 0, numberFormat: "#,##0" },
      series: [
        { name: "=Sheet1!$B$1", categories: "=Sheet1!$A$2:$A$4", values: "=Sheet1!$B$2:$B$4" },
        { name: "=Sheet1!$C$1", categories: "=Sheet1!$A$2:$A$4", values: "=Sheet1!$C$2:$C$4" },
      ],
    }]);
  });

  it("is found by name, by id and by position, and a missing one is a null object", async () => {
    await run(async ({ sync }, sheet) => {
      fill(sheet);
      sheet.charts.add("Line", sheet.getRange("A1:B4"));
      sheet.charts.add("Pie", sheet.getRange("A1:B4")).name = "Shares";
      const charts = sheet.charts.load("items/name, items/id, items/chartType, count");
      const named = sheet.charts.getItem("shares").load("chartType");
      const first = sheet.charts.getItemAt(0).load("name");
      const none = sheet.charts.getItemOrNullObject("Nothing");
      const count = sheet.charts.getCount();
      await sync();
      expect(charts.items.map(({ name, chartType }) => [name, chartType])).toEqual([["Chart 1", "Line"], ["Shares", "Pie"]]);
      expect([named.chartType, first.name, none.isNullObject, count.value]).toEqual(["Pie", "Chart 1", true, 2]);
      const again = sheet.charts.getItem(charts.items[1]!.id).load("name");
      charts.items[0]!.delete();
      await sync();
      expect(again.name).toBe("Shares");
    });
    expect(contentOf().map(({ name }) => name)).toEqual(["Shares"]);
  });

  it("takes series of its own, with colours, names and types", async () => {
    await run(async ({ sync }, sheet) => {
      fill(sheet);
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:B4"));
      const added = chart.series.add("Limit");
      added.setValues(sheet.getRange("C2:C4"));
      added.setXAxisValues(sheet.getRange("A2:A4"));
      added.chartType = "Line";
      added.format.line.color = "#FF0000";
      chart.series.getItemAt(0).format.fill.setSolidColor("teal");
      chart.series.load("items/name, items/chartType, count");
      await sync();
      expect(chart.series.items.map(({ name, chartType }) => [name, chartType]))
        .toEqual([["Output", "ColumnStacked"], ["Limit", "Line"]]);
    });
    expect(contentOf()[0]!.series[0]!.colour).toBe("#008080");
    expect(contentOf()[0]!.series[1]).toEqual({
      name: "Limit", categories: "=Sheet1!$A$2:$A$4", values: "=Sheet1!$C$2:$C$4", type: "Line", colour: "#ff0000",
    });
  });

  it("takes the first column of a scatter chart for x, and rows where it is told so", async () => {
    await run(async (_, sheet) => {
      sheet.getRange("A1:B3").values = [["x", "y"], [1, 10], [2, 20]];
      sheet.charts.add("XYScatterLinesNoMarkers", sheet.getRange("A1:B3"));
      sheet.charts.add("Line", sheet.getRange("A1:B3"), "Rows");
    });
    expect(contentOf()[0]!.series).toEqual([{ name: "=Sheet1!$B$1", categories: "=Sheet1!$A$2:$A$3", values: "=Sheet1!$B$2:$B$3" }]);
    expect(contentOf()[1]!.series.map(({ values }) => values)).toEqual(["=Sheet1!$A$2:$B$2", "=Sheet1!$A$3:$B$3"]);
  });

  it("has its place in points, of which a new sheet's columns have 66 and its rows 18", async () => {
    await run(async ({ sync }, sheet) => {
      fill(sheet);
      const chart = sheet.charts.add("Area", sheet.getRange("A1:B4"));
      Object.assign(chart, { left: 100, top: 40, width: 300, height: 200 });
      chart.load("left, top, width, height");
      await sync();
      const { left, top, width, height } = chart;
      expect([left, top, width, height].map(Math.round)).toEqual([100, 40, 300, 200]);
    });
    // 88 and 24 pixels are Univer's; a point is 4/3 of a pixel.
    expect(contentOf()[0]!.anchor.from).toEqual({ column: 1, x: 34, row: 2, y: 4 });
  });

  it("follows its cells when rows come above them and when the sheet gets another name", async () => {
    await run(async ({ sync }, sheet) => {
      fill(sheet);
      sheet.charts.add("Line", sheet.getRange("A1:B4")).setPosition("E6", "H12");
      await sync();
      sheet.getRange("2:3").insert("Down");
      sheet.name = "New data";
    });
    expect(contentOf()[0]).toMatchObject({
      anchor: { from: { row: 7 }, to: { row: 14 } },
      series: [{ name: "='New data'!$B$1", values: "='New data'!$B$4:$B$6" }],
    });
  });

  it("leaves no trace when its deed is undone, and comes back when it is done again", async () => {
    await run(async (_, sheet) => fill(sheet));
    await made.host.excel.Excel.run({ mergeUndoGroup: true } as never, async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
      chart.title.text = "One";
      await context.sync();
      sheet.getRange("F1").values = [[1]];
    });
    expect(contentOf()).toHaveLength(1);
    await made.host.engine.undo();
    expect([contentOf(), made.host.engine.value("Sheet1", 0, 5)]).toEqual([[], null]);
    await made.host.engine.redo();
    expect(contentOf()[0]!.title).toBe("One");
  });

  it("goes into a file with its values, and comes back", async () => {
    await run(async (_, sheet) => {
      fill(sheet);
      sheet.charts.add("ColumnClustered", sheet.getRange("A1:C4"));
    });
    const { content } = await readWorkbook(await writeWorkbook(made.host.engine.content()));
    await made.host.engine.open(content);
    expect(contentOf()[0]).toMatchObject({ id: "rId1", name: "Chart 1", series: [{ values: "=Sheet1!$B$2:$B$4" }, {}] });
  });

  it.each(["Radar", "Treemap", "3DColumn"])("of the kind %s is not implemented, and says so", async (type) => {
    await expect(run(async (_, sheet) => void sheet.charts.add(type as never, sheet.getRange("A1"))))
      .rejects.toMatchObject({ code: "ApiNotImplemented" });
  });
});
