import { desk } from "./excel";

const { run } = desk();

const addresses = (find: (range: Excel.Range) => Excel.WorkbookRangeAreas, of: string): Promise<string[]> =>
  run(async ({ sync }, sheet) => {
    const found = find(sheet.getRange(of)).load("addresses");
    await sync();
    return found.addresses;
  });

beforeEach(() => run(async ({ workbook, sync }, sheet) => {
  const data = workbook.worksheets.add("My data");
  data.getRange("A1:B3").values = [["City", "Cars"], ["Hefei", 1], ["Xi'an", 2]];
  data.tables.add("A1:B3", true).name = "Cities";
  workbook.names.add("Rate", data.getRange("D1"));
  sheet.getRange("A1:A3").values = [[1], [2], [3]];
  await sync();
  sheet.getRange("B1:B6").formulas = [
    ["=SUM(A1:A3)"], ["=B1*Rate"], ["=SUM(Cities[Cars])+'My data'!$D$2"], ["=SEQUENCE(1,2)"], ["=SUM(B4#)"], ['="A1"&B1'],
  ];
}));

describe("precedents", () => {
  it.each([
    ["ranges", "B1", ["Sheet1!A1:A3"]],
    ["names", "B2", ["Sheet1!B1", "'My data'!D1"]],
    ["columns of tables and other sheets", "B3", ["'My data'!B2:B3,'My data'!D2"]],
    ["of a spill its first cell, as Excel does", "B5", ["Sheet1!B4"]],
    ["but nothing in texts", "B6", ["Sheet1!B1"]],
  ])("are %s", async (_, cell, found) =>
    expect(await addresses((range) => range.getDirectPrecedents(), cell)).toEqual(found));

  it("go on to what these depend on", async () => {
    expect(await addresses((range) => range.getPrecedents(), "B6")).toEqual(["Sheet1!B1,Sheet1!A1:A3"]);
  });

  it("are not found for a constant", async () => {
    await expect(addresses((range) => range.getDirectPrecedents(), "A1")).rejects.toMatchObject({ code: "ItemNotFound" });
  });
});

describe("dependents", () => {
  it("are the cells whose formulas refer to one", async () => {
    expect(await addresses((range) => range.getDirectDependents(), "A2")).toEqual(["Sheet1!B1"]);
    expect(await addresses((range) => range.getDependents(), "A2")).toEqual(["Sheet1!B1,Sheet1!B2,Sheet1!B6"]);
  });

  it("can be walked area by area", async () => {
    await run(async ({ sync }, sheet) => {
      const found = sheet.getRange("B2").getDirectPrecedents();
      found.areas.load("items/address, items/areaCount");
      found.ranges.load("items/address");
      const there = found.getRangeAreasOrNullObjectBySheet("My data").load("address");
      const none = found.getRangeAreasOrNullObjectBySheet("Nowhere");
      await sync();
      expect(found.areas.items.map((areas) => areas.address)).toEqual(["Sheet1!B1", "'My data'!D1"]);
      expect(found.ranges.items.map((range) => range.address)).toEqual(["Sheet1!B1", "'My data'!D1"]);
      expect([there.address, none.isNullObject]).toEqual(["'My data'!D1", true]);
    });
  });
});
