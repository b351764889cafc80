import { desk } from "./excel";

const made = desk();
const { run } = made;

describe("formats", () => {
  it("are written and read back", async () => {
    await run(async ({ sync }, sheet) => {
      const { format } = sheet.getRange("A1:B2");
      format.fill.color = "orange";
      format.font.bold = true;
      format.font.italic = true;
      format.font.color = "#1f4e79";
      format.font.size = 14;
      format.font.name = "Calibri";
      format.horizontalAlignment = "Center";
      format.verticalAlignment = "Top";
      format.wrapText = true;
      await sync();
      format.load("horizontalAlignment, verticalAlignment, wrapText, fill/color, font/bold, font/italic, font/color, font/size, font/name");
      await sync();
      expect(format.toJSON()).toMatchObject({
        horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true,
        fill: { color: "#FFA500" },
        font: { bold: true, italic: true, color: "#1F4E79", size: 14, name: "Calibri" },
      });
    });
  });

  it("are null where cells differ, and Excel's own where nothing was set", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1").format.fill.color = "#00FF00";
      const mixed = sheet.getRange("A1:A2").format.load("font/bold, fill/color");
      const bare = sheet.getRange("C1:D9").format.load("font/bold, fill/color, font/color, horizontalAlignment, verticalAlignment, wrapText");
      await sync();
      expect([mixed.font.bold, mixed.fill.color]).toEqual([null, null]);
      expect(bare.toJSON()).toMatchObject({
        horizontalAlignment: "General", verticalAlignment: "Bottom", wrapText: false,
        fill: { color: "#FFFFFF" }, font: { bold: false, color: "#000000" },
      });
    });
  });

  it("stay when values change, and a fill can be taken away", async () => {
    await run(async ({ sync }, sheet) => {
      const cell = sheet.getRange("A1");
      cell.format.font.bold = true;
      cell.format.fill.color = "#FF0000";
      cell.numberFormat = [["0.0%"]];
      cell.values = [[0.25]];
      cell.format.fill.clear();
      cell.load("text, numberFormat, format/font/bold, format/fill/color");
      await sync();
      expect([cell.text, cell.numberFormat, cell.format.font.bold, cell.format.fill.color])
        .toEqual([[["25.0%"]], [["0.0%"]], true, "#FFFFFF"]);
    });
  });

  it("refuse what is no colour, flag or alignment", async () => {
    const set = (change: (format: Excel.RangeFormat) => unknown): Promise<void> =>
      expect(run(async ({ sync }, sheet) => {
        change(sheet.getRange("A1").format);
        await sync();
      })).rejects.toMatchObject({ code: "InvalidArgument" });
    await set((format) => (format.fill.color = "no colour"));
    await set((format) => (format.font.bold = "yes" as never));
    await set((format) => (format.horizontalAlignment = "Middle" as never));
    await set((format) => (format.columnWidth = -1));
  });

  it("measure columns and rows in points", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("B:C").format.columnWidth = 96;
      sheet.getRange("3:3").format.rowHeight = 30;
      const [columns, row, mixed] = ["B1:C9", "A3:Z3", "A1:B1"].map((address) =>
        sheet.getRange(address).format.load("columnWidth, rowHeight"));
      await sync();
      expect([columns!.columnWidth, row!.rowHeight, mixed!.columnWidth]).toEqual([96, 30, null]);
    });
  });

  it("make columns as wide as what they show", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:B1").values = [["x", "Concentration of output among makers"]];
      sheet.getUsedRange().format.autofitColumns();
      sheet.getUsedRange().format.autofitRows();
      const [narrow, wide] = ["A1", "B1"].map((address) => sheet.getRange(address).format.load("columnWidth"));
      await sync();
      expect(wide!.columnWidth).toBeGreaterThan(4 * narrow!.columnWidth);
    });
  });

  it("draw borders around and inside", async () => {
    await run(async ({ sync }, sheet) => {
      const { borders } = sheet.getRange("B2:C3").format;
      borders.getItem("EdgeBottom").style = "Continuous";
      borders.getItem("EdgeBottom").color = "#FF0000";
      borders.getItem("InsideVertical").style = "Double";
      await sync();
      const [bottom, inside, top] = (["EdgeBottom", "InsideVertical", "EdgeTop"] as const).map((edge) =>
        borders.getItem(edge).load("style, color"));
      const below = sheet.getRange("B3").format.borders.getItem("EdgeBottom").load("style");
      const above = sheet.getRange("B2").format.borders.getItem("EdgeBottom").load("style");
      await sync();
      expect([bottom!.style, bottom!.color, inside!.style, top!.style]).toEqual(["Continuous", "#FF0000", "Double", "None"]);
      expect([below.style, above.style]).toEqual(["Continuous", "None"]);
    });
  });

  it("merge cells and part them", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:B2").values = [["title", 1], [2, 3]];
      sheet.getRange("A1:B2").merge();
      await sync();
      const merged = sheet.getRange("A1:B2").load("values");
      await sync();
      expect(merged.values).toEqual([["title", ""], ["", ""]]);
      sheet.getRange("A1:B2").unmerge();
      await sync();
    });
  });

  it("are pasted without what the cells hold, conditions as seen from their new cells", async () => {
    await run(async ({ workbook, sync }, sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("A1").format.fill.color = "#FFC000";
      sheet.getRange("A2").numberFormat = [["0.0%"]];
      sheet.getRange("A3:B3").merge();
      const condition = sheet.getRange("A1:A2").conditionalFormats.add("Custom");
      condition.custom.rule.formula = "=A1>1";
      const other = workbook.worksheets.add("Other");
      other.getRange("C5:C6").values = [[7], [8]];
      other.getRange("C6").format.font.bold = true;
      other.getRange("C5").copyFrom(sheet.getRange("A1:B3"), "Formats");
      await sync();
      const pasted = other.getRange("C5:C6").load("values,numberFormat");
      const looks = ["C5", "C6"].map((address) => other.getRange(address).format.load("fill/color,font/bold"));
      await sync();
      expect([pasted.values, pasted.numberFormat]).toEqual([[[7], [8]], [["General"], ["0.0%"]]]);
      expect(looks.map(({ fill, font }) => [fill.color, font.bold])).toEqual([["#FFC000", false], ["#FFFFFF", false]]);
    });
    const { merges, conditionalFormats } = made.host.engine.content().sheets[1]!;
    expect(merges).toEqual([{ row: 6, column: 2, rows: 1, columns: 2 }]);
    // Two columns to the right and four rows down.
    expect(conditionalFormats).toMatchObject([
      { areas: [{ row: 4, column: 2, rows: 2, columns: 1 }], rule: { kind: "formula", formula: "=C5>1" } },
    ]);
  });

  it("are all that is pasted so far", async () => {
    await expect(run((_, sheet) => sheet.getRange("A1").copyFrom("B1", "Values")))
      .rejects.toMatchObject({ code: "ApiNotImplemented" });
  });
});
