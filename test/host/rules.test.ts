import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { desk } from "./excel";

const made = desk();
const { run } = made;

const sheetNow = () => made.host.engine.content().sheets[0]!;

describe("data validation", () => {
  it("takes a list from words and from cells of another sheet", async () => {
    await run(async ({ workbook }, sheet) => {
      const other = workbook.worksheets.add("My lists").getRange("A1:A3");
      sheet.getRange("A1:A5").dataValidation.rule = { list: { inCellDropDown: true, source: "low,high" } };
      sheet.getRange("B1").dataValidation.rule = { list: { inCellDropDown: false, source: other } };
      sheet.getRange("C1").dataValidation.rule = { list: { inCellDropDown: true, source: "=D1:D3" } };
    });
    const stop = { style: "stop" };
    expect(sheetNow().validations).toEqual([
      { areas: [{ row: 0, column: 0, rows: 5, columns: 1 }], type: "list", first: "low,high", alert: stop },
      { areas: [{ row: 0, column: 1, rows: 1, columns: 1 }], type: "list", first: "='My lists'!$A$1:$A$3", noDropDown: true, alert: stop },
      { areas: [{ row: 0, column: 2, rows: 1, columns: 1 }], type: "list", first: "=D1:D3", alert: stop },
    ]);
  });

  it("compares numbers, lengths and dates, and says how", async () => {
    await run(async ({ sync }, sheet) => {
      const whole = sheet.getRange("A1").dataValidation;
      whole.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } };
      whole.prompt = { showPrompt: true, title: "Plants", message: "From 1 to 10" };
      whole.errorAlert = { showAlert: true, style: "Warning", title: "Plants", message: "must be 1 to 10" };
      whole.ignoreBlanks = false;
      sheet.getRange("B1").dataValidation.rule = { decimal: { formula1: "=$A$1", operator: "GreaterThanOrEqualTo" } };
      sheet.getRange("C1").dataValidation.rule = { textLength: { formula1: 4, operator: "EqualTo" } };
      sheet.getRange("D1").dataValidation.rule = { custom: { formula: "=ISNUMBER(D1)" } };
      sheet.getRange("E1").dataValidation.rule = { date: { formula1: "2024-01-01", operator: "GreaterThan" } };
      whole.load();
      const kinds = ["B1", "C1", "D1", "E1", "F1", "A1:B1"].map((at) => sheet.getRange(at).dataValidation.load("type"));
      await sync();
      expect(whole.toJSON()).toMatchObject({
        type: "WholeNumber", ignoreBlanks: false,
        rule: { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } },
        prompt: { showPrompt: true, title: "Plants", message: "From 1 to 10" },
        errorAlert: { showAlert: true, style: "Warning", title: "Plants", message: "must be 1 to 10" },
      });
      expect(kinds.map(({ type }) => type)).toEqual(["Decimal", "TextLength", "Custom", "Date", "None", "Inconsistent"]);
    });
    // Excel counts 1 January 2024 as day 45292.
    expect(sheetNow().validations!.find(({ type }) => type === "date")).toMatchObject({ first: "45292" });
  });

  it("tells whether what cells hold is valid", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:A2").dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
      sheet.getRange("A1:A2").values = [[0.5], [7]];
      await sync();
      const all = ["A1", "A2", "A1:A2"].map((at) => sheet.getRange(at).dataValidation.load("valid"));
      await sync();
      expect(all.map(({ valid }) => valid)).toEqual([true, false, null]);
    });
  });

  it("is replaced, cleared in part, and undone", async () => {
    await run(async (_, sheet) => {
      sheet.getRange("A1:A4").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    });
    await run(async (_, sheet) => void sheet.getRange("A2:A3").dataValidation.clear());
    expect(sheetNow().validations![0]!.areas).toEqual([
      { row: 0, column: 0, rows: 1, columns: 1 }, { row: 3, column: 0, rows: 1, columns: 1 },
    ]);
    await made.host.engine.undo();
    await made.host.engine.undo();
    expect(sheetNow().validations).toBeUndefined();
  });
});

describe("conditional formats", () => {
  it("of each type are held, and read as they were set", async () => {
    await run(async ({ sync }, sheet) => {
      const formats = sheet.getRange("B2:B9").conditionalFormats;
      const value = formats.add("CellValue");
      value.cellValue.rule = { formula1: "=$D$1", operator: "GreaterThan" };
      value.cellValue.format.font.color = "#9C0006";
      value.cellValue.format.fill.color = "#FFC7CE";
      value.stopIfTrue = true;
      const custom = formats.add("Custom");
      custom.custom.rule.formula = "=$A2=\"x\"";
      custom.custom.format.font.bold = true;
      const text = formats.add("ContainsText");
      text.textComparison.rule = { operator: "BeginsWith", text: "合" };
      text.textComparison.format.font.italic = true;
      const top = formats.add("TopBottom");
      top.topBottom.rule = { rank: 10, type: "TopPercent" };
      top.topBottom.format.fill.color = "yellow";
      formats.add("DataBar").dataBar.positiveFormat.fillColor = "#257D8C";
      formats.add("ColorScale").colorScale.criteria = {
        minimum: { type: "LowestValue", color: "#FF0000" }, maximum: { type: "Number", formula: "5", color: "#00FF00" },
      };
      const all = formats.load("items/type, items/priority");
      const count = formats.getCount();
      value.load("type, stopIfTrue, cellValue/rule, cellValue/format/font/color");
      const none = value.customOrNullObject;
      const of = value.getRange().load("address");
      await sync();
      expect(all.items.map(({ type }) => type))
        .toEqual(["ColorScale", "DataBar", "TopBottom", "ContainsText", "Custom", "CellValue"]);
      const { rule, format } = value.cellValue;
      expect([count.value, rule.operator, format.font.color, none.isNullObject, of.address])
        .toEqual([6, "GreaterThan", "#9C0006", true, "Sheet1!B2:B9"]);
    });
    const areas = [{ row: 1, column: 1, rows: 8, columns: 1 }];
    const points = [{ by: "min", colour: "#ff0000" }, { by: "num", value: "5", colour: "#00ff00" }];
    expect(sheetNow().conditionalFormats).toEqual([
      { areas, rule: { kind: "scale", points } },
      { areas, rule: { kind: "bar", colour: "#257d8c", minimum: { by: "min" }, maximum: { by: "max" } } },
      { areas, rule: { kind: "rank", rank: 10, percent: true, look: { fill: "#ffff00" } } },
      { areas, rule: { kind: "text", condition: "beginsWith", text: "合", look: { italic: true } } },
      { areas, rule: { kind: "formula", formula: "=$A2=\"x\"", look: { bold: true } } },
      {
        areas, stops: true,
        rule: { kind: "cell", comparison: "greaterThan", first: "=$D$1", look: { colour: "#9c0006", fill: "#ffc7ce" } },
      },
    ]);
  });

  it("are cleared where they lie, deleted one by one, and refuse what is of another type", async () => {
    await run(async ({ sync }, sheet) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("CellValue");
      format.cellValue.rule = { formula1: "1", formula2: "5", operator: "Between" };
      sheet.getRange("C1").conditionalFormats.add("DataBar");
      await sync();
      sheet.getRange("A4:A6").conditionalFormats.clearAll();
      sheet.getRange("C1").conditionalFormats.getItemAt(0).delete();
    });
    expect(sheetNow().conditionalFormats).toEqual([{
      areas: [{ row: 0, column: 0, rows: 3, columns: 1 }, { row: 6, column: 0, rows: 3, columns: 1 }],
      rule: { kind: "cell", comparison: "between", first: "1", second: "5", look: {} },
    }]);
    await expect(run(async (_, sheet) => {
      sheet.getRange("A1").conditionalFormats.getItemAt(0).custom.rule.formula = "=TRUE";
    })).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it.each(["IconSet", "PresetCriteria"] as const)("of the type %s are not implemented, and say so", async (type) => {
    await expect(run(async (_, sheet) => void sheet.getRange("A1").conditionalFormats.add(type)))
      .rejects.toMatchObject({ code: "ApiNotImplemented" });
  });

  it("go into a file and come back, with validation and the look of cells and rows", async () => {
    await run(async (_, sheet) => {
      const range = sheet.getRange("A1:A2");
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      range.conditionalFormats.add("Custom").custom.rule.formula = "=A1=\"a\"";
      Object.assign(range.format, { rowHeight: 30, verticalAlignment: "Top" });
      range.format.font.name = "Georgia";
      range.format.font.underline = "Single";
      range.format.borders.getItem("EdgeBottom").color = "#808080";
      sheet.tabColor = "#257D8C";
      sheet.showGridlines = false;
    });
    const before = made.host.engine.content();
    const { content } = await readWorkbook(await writeWorkbook(before));
    await made.host.engine.open(content);
    const [sheet] = made.host.engine.content().sheets;
    expect(sheet).toEqual({ ...before.sheets[0], id: "1" });
    expect(sheet!.cells[1]!.format)
      .toEqual({ underline: true, font: "Georgia", vertical: "top", borderBottom: "thin #808080" });
  });
});
