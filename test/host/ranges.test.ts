import { desk } from "./excel";

const { run } = desk();

const addressOf = (find: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> =>
  run(async ({ sync }, sheet) => {
    const range = find(sheet).load("address");
    await sync();
    return range.address;
  });

const refused = (find: (sheet: Excel.Worksheet) => Excel.Range, code = "InvalidArgument"): Promise<void> =>
  expect(addressOf(find)).rejects.toMatchObject({ code });

describe("an address", () => {
  it.each([
    ["A1", "Sheet1!A1"],
    ["$B$2:A1", "Sheet1!A1:B2"],
    ["Sheet1!C3", "Sheet1!C3"],
    ["b:c", "Sheet1!B:C"],
    ["3:4", "Sheet1!3:4"],
    ["XFD1048576", "Sheet1!XFD1048576"],
  ])("%s is %s", async (asked, given) => expect(await addressOf((sheet) => sheet.getRange(asked))).toBe(given));

  it("is of all cells when none is given", async () => {
    expect(await addressOf((sheet) => sheet.getRange())).toBe("Sheet1!A1:XFD1048576");
  });

  it("quotes the sheet's name where Excel does", async () => {
    const renamed = (name: string): Promise<string> => addressOf((sheet) => {
      sheet.name = name;
      return sheet.getRange("A1");
    });
    expect(await renamed("六大集群")).toBe("六大集群!A1");
    expect(await renamed("Two words")).toBe("'Two words'!A1");
    expect(await renamed("It's")).toBe("'It''s'!A1");
    expect(await renamed("2024")).toBe("'2024'!A1");
    expect(await renamed("Q1")).toBe("'Q1'!A1");
  });

  it.each(["", "A0", "XFE1", "A1048577", "A1:B2:C3", "hello", "Nowhere!A1", "1A"].filter(Boolean))(
    "%s is refused", async (asked) => refused((sheet) => sheet.getRange(asked)));
});

describe("a range", () => {
  const b2d5 = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange("B2:D5");

  it.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ["its cells, counted from its first", (range) => range.getCell(1, 2), "D3"],
    ["cells beyond itself", (range) => range.getCell(10, 0), "B12"],
    ["a row", (range) => range.getRow(3), "B5:D5"],
    ["a column", (range) => range.getColumn(0), "B2:B5"],
    ["its last cell", (range) => range.getLastCell(), "D5"],
    ["its last row", (range) => range.getLastRow(), "B5:D5"],
    ["its last column", (range) => range.getLastColumn(), "D2:D5"],
    ["whole rows", (range) => range.getEntireRow(), "2:5"],
    ["whole columns", (range) => range.getEntireColumn(), "B:D"],
    ["itself moved", (range) => range.getOffsetRange(1, -1), "A3:C6"],
    ["itself larger and smaller", (range) => range.getResizedRange(1, -2), "B2:B6"],
    ["itself of a size", (range) => range.getAbsoluteResizedRange(1, 1), "B2"],
    ["the rows above", (range) => range.getRowsAbove(1), "B1:D1"],
    ["the rows below", (range) => range.getRowsBelow(2), "B6:D7"],
    ["the columns before", (range) => range.getColumnsBefore(), "A2:A5"],
    ["the columns after", (range) => range.getColumnsAfter(2), "E2:F5"],
    ["what it has in common with another", (range) => range.getIntersection("C1:Z3"), "C2:D3"],
    ["the box around it and another", (range) => range.getBoundingRect("F1"), "B1:F5"],
  ])("gives %s", async (_, find, address) =>
    expect(await addressOf((sheet) => find(b2d5(sheet)))).toBe(`Sheet1!${address}`));

  it("gives no place off the grid, nor a row or column that it has not", async () => {
    await refused((sheet) => b2d5(sheet).getOffsetRange(-2, 0));
    await refused((sheet) => b2d5(sheet).getResizedRange(-4, 0));
    await refused((sheet) => b2d5(sheet).getRow(4));
    await refused((sheet) => b2d5(sheet).getColumn(-1));
    await refused((sheet) => b2d5(sheet).getColumnsBefore(2));
    await refused((sheet) => sheet.getCell(0, 16_384));
    await refused((sheet) => sheet.getRangeByIndexes(0, 0, 0, 1));
  });

  it("has nothing in common with a range elsewhere", async () => {
    await refused((sheet) => b2d5(sheet).getIntersection("F1:F9"), "ItemNotFound");
    await run(async ({ sync }, sheet) => {
      const common = b2d5(sheet).getIntersectionOrNullObject("F1:F9");
      await sync();
      expect(common.isNullObject).toBe(true);
    });
  });

  it("counts its cells, but not beyond 2^31 - 1", async () => {
    await run(async ({ sync }, sheet) => {
      const some = b2d5(sheet).load("cellCount, rowIndex, columnIndex, rowCount, columnCount");
      const all = sheet.getRange().load("cellCount");
      await sync();
      expect(some.toJSON()).toMatchObject({ cellCount: 12, rowIndex: 1, columnIndex: 1, rowCount: 4, columnCount: 3 });
      expect(all.cellCount).toBe(-1);
    });
  });
});

describe("what is used", () => {
  it("is the box around all that cells hold, spilled values too", async () => {
    await run(async (_context, sheet) => {
      sheet.getRange("C3").values = [["x"]];
      sheet.getRange("B5").formulas = [["=SEQUENCE(3)"]];
      sheet.getRange("H9").format.fill.color = "#FF0000";
    });
    expect(await addressOf((sheet) => sheet.getUsedRange(true))).toBe("Sheet1!B3:C7");
    expect(await addressOf((sheet) => sheet.getUsedRange())).toBe("Sheet1!B3:H9");
    expect(await addressOf((sheet) => sheet.getRange("A:B").getUsedRange(true))).toBe("Sheet1!B5:B7");
  });

  it("is the first cell of a blank sheet, or a null object", async () => {
    expect(await addressOf((sheet) => sheet.getUsedRange())).toBe("Sheet1!A1");
    await run(async ({ sync }, sheet) => {
      const used = sheet.getUsedRangeOrNullObject();
      await sync();
      expect(used.isNullObject).toBe(true);
    });
  });

  it("around a cell is as far as blank rows and columns allow", async () => {
    await run(async (_context, sheet) => {
      sheet.getRange("B2:C3").values = [[1, ""], ["", 2]];
      sheet.getRange("D4").values = [[3]];
      sheet.getRange("F6").values = [[4]];
    });
    expect(await addressOf((sheet) => sheet.getRange("B2").getSurroundingRegion())).toBe("Sheet1!B2:D4");
  });
});

describe("a spill", () => {
  it("leads from its first cell to all, and from each to the first", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(2,2)"]];
      const all = sheet.getRange("B2").getSpillingToRange().load("address");
      const first = sheet.getRange("C3").getSpillParent().load("address");
      const inside = sheet.getRange("C3").getSpillingToRangeOrNullObject();
      const outside = sheet.getRange("A1").getSpillParentOrNullObject();
      const several = sheet.getRange("B2:C3").getSpillParentOrNullObject();
      await sync();
      expect([all.address, first.address]).toEqual(["Sheet1!B2:C3", "Sheet1!B2"]);
      expect([inside.isNullObject, outside.isNullObject, several.isNullObject]).toEqual([true, true, true]);
    });
  });
});

describe("cells", () => {
  const shown = (address: string): Promise<unknown[][]> => run(async ({ sync }, sheet) => {
    const range = sheet.getRange(address).load("formulas");
    await sync();
    return range.formulas;
  });
  beforeEach(() => run(async (_context, sheet) => {
    sheet.getRange("A1:B3").values = [[1, 10], [2, 20], ["=A1+A2", 30]];
  }));

  it("move down and right when others are inserted, and formulas follow", async () => {
    await run(async (_context, sheet) => void sheet.getRange("A2").insert("Down"));
    expect(await shown("A1:B4")).toEqual([[1, 10], ["", 20], [2, 30], ["=A1+A3", ""]]);
    await run(async (_context, sheet) => void sheet.getRange("A1").insert("Right"));
    expect(await shown("A1:C1")).toEqual([["", 1, 10]]);
  });

  it("move up and left when others are deleted", async () => {
    await run(async (_context, sheet) => sheet.getRange("B1").delete("Up"));
    expect(await shown("B1:B3")).toEqual([[20], [30], [""]]);
    await run(async (_context, sheet) => sheet.getRange("1:1").delete("Up"));
    expect(await shown("B1:B2")).toEqual([[30], [""]]);
  });

  it("are emptied of contents, of formats, or of both", async () => {
    const bold = (): Promise<boolean> => run(async ({ sync }, sheet) => {
      const font = sheet.getRange("B2").format.font.load("bold");
      await sync();
      return font.bold;
    });
    await run(async (_context, sheet) => {
      sheet.getRange("B2:B3").format.font.bold = true;
      sheet.getRange("B2").clear("Contents");
    });
    expect([await shown("B2"), await bold()]).toEqual([[[""]], true]);
    await run(async (_context, sheet) => sheet.getRange("B2:B3").clear("Formats"));
    expect([await shown("B3"), await bold()]).toEqual([[[30]], false]);
    await run(async (_context, sheet) => sheet.getRange().clear());
    expect(await shown("A1:B3")).toEqual([["", ""], ["", ""], ["", ""]]);
  });
});
