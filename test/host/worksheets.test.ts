import { desk } from "./excel";

const { run } = desk();

const names = (): Promise<string[]> => run(async ({ workbook, sync }) => {
  const sheets = workbook.worksheets.load("items/name");
  await sync();
  return sheets.items.map((sheet) => sheet.name);
});

const change = (work: (sheets: Excel.WorksheetCollection) => unknown): Promise<void> =>
  run(async ({ workbook, sync }) => {
    work(workbook.worksheets);
    await sync();
  });

describe("worksheets", () => {
  it("are added at the end, with the next free name, and the active one stays active", async () => {
    await change((sheets) => {
      sheets.add("Sheet2");
      sheets.add();
      sheets.add("数据");
    });
    expect(await names()).toEqual(["Sheet1", "Sheet2", "Sheet3", "数据"]);
    await run(async ({ sync }, active) => {
      active.load("name");
      await sync();
      expect(active.name).toBe("Sheet1");
    });
  });

  it("are found by name in any case, and by id", async () => {
    await run(async ({ workbook, sync }) => {
      const byName = workbook.worksheets.getItem("sheet1").load("id, position");
      const none = workbook.worksheets.getItemOrNullObject("Sheet9");
      await sync();
      const byId = workbook.worksheets.getItem(byName.id).load("name");
      await sync();
      expect([byId.name, byName.position, none.isNullObject]).toEqual(["Sheet1", 0, true]);
    });
    await expect(change((sheets) => sheets.getItem("Sheet9").load("name"))).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  it.each([
    ["nothing", ""], ["more than 31 letters", "x".repeat(32)], ["a slash", "a/b"], ["brackets", "[a]"], ["an apostrophe first", "'a"],
    ["a reserved word", "History"],
  ])("may not be named with %s", async (_, name) => {
    await expect(change((sheets) => (sheets.getActiveWorksheet().name = name))).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("may not share a name", async () => {
    await expect(change((sheets) => sheets.add("SHEET1"))).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });

  it("keep their formulas when one is renamed", async () => {
    await run(async ({ workbook, sync }, sheet) => {
      sheet.getRange("A1").values = [[7]];
      const other = workbook.worksheets.add("Other");
      other.getRange("A1").formulas = [["=Sheet1!A1+1"]];
      await sync();
      sheet.name = "New name";
      await sync();
      const cell = other.getRange("A1").load("formulas, values");
      await sync();
      expect([cell.formulas, cell.values]).toEqual([[["='New name'!A1+1"]], [[8]]]);
    });
  });

  it("are moved, hidden, coloured and deleted", async () => {
    await change((sheets) => {
      sheets.add("Two");
      sheets.add("Three").position = 0;
    });
    expect(await names()).toEqual(["Three", "Sheet1", "Two"]);
    await run(async ({ workbook, sync }) => {
      const two = workbook.worksheets.getItem("Two");
      two.visibility = "Hidden";
      two.tabColor = "orange";
      two.showGridlines = false;
      workbook.worksheets.getItem("Three").delete();
      await sync();
      two.load("visibility, tabColor, showGridlines");
      const visible = workbook.worksheets.getCount(true);
      await sync();
      expect(two.toJSON()).toMatchObject({ visibility: "Hidden", tabColor: "#FFA500", showGridlines: false });
      expect(visible.value).toBe(1);
    });
    expect(await names()).toEqual(["Sheet1", "Two"]);
  });

  it("leave one in sight", async () => {
    await expect(change((sheets) => sheets.getActiveWorksheet().delete())).rejects.toMatchObject({ code: "InvalidOperation" });
    await expect(change((sheets) => (sheets.getActiveWorksheet().visibility = "Hidden")))
      .rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it("know their neighbours", async () => {
    await change((sheets) => {
      sheets.add("Two").visibility = "Hidden";
      sheets.add("Three");
    });
    await run(async ({ workbook, sync }, first) => {
      const next = first.getNext().load("name");
      const nextVisible = first.getNext(true).load("name");
      const before = first.getPreviousOrNullObject();
      const last = workbook.worksheets.getLast().load("name");
      await sync();
      expect([next.name, nextVisible.name, last.name, before.isNullObject]).toEqual(["Two", "Three", "Three", true]);
    });
  });

  it("freeze rows and columns", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const both = sheet.freezePanes.getLocationOrNullObject().load("address");
      sheet.freezePanes.freezeRows(1);
      const rows = sheet.freezePanes.getLocationOrNullObject().load("address");
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await sync();
      expect([both.address, rows.address, none.isNullObject]).toEqual(["Sheet1!A1:B3", "Sheet1!1:1", true]);
    });
  });

  it("are not protected, and say that they cannot be", async () => {
    await run(async ({ sync }, sheet) => {
      const protection = sheet.protection.load("protected");
      await sync();
      expect(protection.protected).toBe(false);
    });
    await expect(change((sheets) => sheets.getActiveWorksheet().protection.protect()))
      .rejects.toMatchObject({ code: "ApiNotImplemented" });
  });
});

describe("the selection", () => {
  it("is what was selected last, and its first cell is active", async () => {
    await run(async ({ workbook, sync }) => {
      const other = workbook.worksheets.add("Other");
      other.getRange("C3:D4").select();
      await sync();
      const selected = workbook.getSelectedRange().load("address");
      const cell = workbook.getActiveCell().load("address");
      const all = workbook.getSelectedRanges().load("address, areaCount");
      await sync();
      expect([selected.address, cell.address, all.address, all.areaCount])
        .toEqual(["Other!C3:D4", "Other!C3", "Other!C3:D4", 1]);
    });
  });

  it("is the first cell of a sheet on which nothing was selected", async () => {
    await run(async ({ workbook, sync }) => {
      workbook.worksheets.add("Other").activate();
      const selected = workbook.getSelectedRange().load("address");
      await sync();
      expect(selected.address).toBe("Other!A1");
    });
  });
});
