import { desk } from "./excel";

const made = desk();
const { run } = made;

const cars = [["Maker", "Output"], ["NIO", 33], ["JAC", 40]];

/** A table over A1:B3, with its name. */
const insert = (name = "Makers"): Promise<void> => run(async ({ sync }, sheet) => {
  sheet.getRange("A1:B3").values = cars;
  const table = sheet.tables.add("A1:B3", true);
  table.name = name;
  await sync();
});

const valueOf = (formula: string): Promise<unknown> => run(async ({ sync }, sheet) => {
  const cell = sheet.getRange("H20");
  cell.formulas = [[formula]];
  cell.load("values");
  await sync();
  return cell.values[0]![0];
});

describe("a table", () => {
  it("has a name, an area, a style and columns", async () => {
    await insert();
    await run(async ({ workbook, sync }) => {
      const table = workbook.tables.getItem("makers").load("id, name, style, showHeaders, showTotals, worksheet/name");
      const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()].map((part) => part.load("address"));
      table.columns.load("items/name, items/index, items/id");
      table.rows.load("count");
      await sync();
      expect(table.toJSON()).toMatchObject({
        name: "Makers", style: "TableStyleMedium2", showHeaders: true, showTotals: false,
      });
      expect(table.worksheet.name).toBe("Sheet1");
      expect(parts.map(({ address }) => address)).toEqual(["Sheet1!A1:B3", "Sheet1!A1:B1", "Sheet1!A2:B3"]);
      expect(table.columns.items.map((column) => [column.id, column.index, column.name]))
        .toEqual([[1, 0, "Maker"], [2, 1, "Output"]]);
      expect(table.rows.count).toBe(2);
    });
  });

  it.each([["a plain name", "Makers"], ["Chinese", "六大集群"], ["an underscore", "Six_Clusters"], ["a shape like a cell's", "Tab_1"]])(
    "may bear %s, and formulas find it", async (_, name) => {
      await insert(name);
      expect(await valueOf(`=SUM(${name}[Output])`)).toBe(73);
    });

  it.each(["", "A1", "two words", "1st", "R", "a-b"])("may not be named %j", async (name) => {
    await expect(insert(name)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("shares no name with another, nor with a name of the workbook", async () => {
    await insert();
    await expect(run(async ({ workbook, sync }, sheet) => {
      workbook.names.add("Total", sheet.getRange("Z1"));
      sheet.getRange("D1:D2").values = [["x"], [1]];
      sheet.tables.add("D1:D2", true).name = "TOTAL";
      await sync();
    })).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });

  it("takes the formulas along when it is renamed", async () => {
    await insert();
    await run(async ({ workbook, sync }, sheet) => {
      const cell = sheet.getRange("D1");
      cell.formulas = [["=SUM(Makers[Output])+LEN(\"Makers[Output]\")"]];
      await sync();
      workbook.tables.getItem("Makers").name = "Plants";
      await sync();
      cell.load("formulas, values");
      await sync();
      expect(cell.formulas).toEqual([["=SUM(Plants[Output])+LEN(\"Makers[Output]\")"]]);
      expect(cell.values).toEqual([[73 + 14]]);
    });
  });

  it("lies on no other table and on no merged cells", async () => {
    await insert();
    await expect(run(async (_context, sheet) => void sheet.tables.add("B3:C5", true)))
      .rejects.toMatchObject({ code: "MergedRangeConflict" });
    await run(async (_context, sheet) => sheet.getRange("F1:G1").merge());
    await expect(run(async (_context, sheet) => void sheet.tables.add("F1:G3", true)))
      .rejects.toMatchObject({ code: "MergedRangeConflict" });
  });

  it("writes headers that are texts, none blank and no two alike", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:D2").values = [["x", "", "X", 2024], [1, 2, 3, 4]];
      const table = sheet.tables.add("A1:D2", true);
      const header = table.getHeaderRowRange().load("values, valueTypes");
      await sync();
      expect(header.values).toEqual([["x", "Column2", "X2", "2024"]]);
      expect(new Set(header.valueTypes[0])).toEqual(new Set(["String"]));
    });
  });

  it("makes room for headers where there are none", async () => {
    await run(async ({ sync }, sheet) => {
      sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
      const table = sheet.tables.add("A1:B2", false);
      const range = table.getRange().load("address, values");
      await sync();
      expect([range.address, range.values]).toEqual(["Sheet1!A1:B3", [["Column1", "Column2"], [1, 2], [3, 4]]]);
    });
  });

  it("gets rows and columns, and loses them", async () => {
    await insert();
    await run(async ({ workbook, sync }, sheet) => {
      sheet.getRange("A5").values = [["below"]];
      const table = workbook.tables.getItem("Makers");
      table.rows.add(undefined, [["BYD", 50]]);
      table.rows.add(0, [["Chery", 20]]);
      table.columns.add(1, [["Year"], [1], [2], [3], [4]]);
      const range = table.getRange().load("values");
      const below = sheet.getRange("A7").load("values");
      await sync();
      expect(range.values).toEqual([
        ["Maker", "Year", "Output"], ["Chery", 1, 20], ["NIO", 2, 33], ["JAC", 3, 40], ["BYD", 4, 50],
      ]);
      expect(below.values).toEqual([["below"]]);
      table.columns.getItem("Year").delete();
      table.rows.getItemAt(0).delete();
      const less = table.getRange().load("values");
      await sync();
      expect(less.values).toEqual([["Maker", "Output"], ["NIO", 33], ["JAC", 40], ["BYD", 50]]);
    });
    expect(await valueOf("=SUM(Makers[Output])")).toBe(123);
  });

  it("grows and shrinks, but keeps its header row", async () => {
    await insert();
    await run(async ({ workbook, sync }, sheet) => {
      const table = workbook.tables.getItem("Makers");
      table.resize("A1:C5");
      const header = table.getHeaderRowRange().load("values");
      await sync();
      expect(header.values).toEqual([["Maker", "Output", "Column3"]]);
      table.resize(sheet.getRange("A2:B5"));
      await expect(sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    });
  });

  it("may bear the name of its sheet", async () => {
    await insert("Sheet1");
    expect(await valueOf("=SUM(Sheet1[Output])")).toBe(73);
  });

  it("leaves formulas with cells when it becomes a range", async () => {
    await insert();
    await run(async ({ workbook, sync }, sheet) => {
      const cells = sheet.getRange("D1:D2");
      cells.formulas = [["=SUM(Makers[Output])"], ["=ROWS(Makers)"]];
      await sync();
      workbook.tables.getItem("Makers").convertToRange();
      cells.load("formulas, values");
      await sync();
      expect(cells.formulas).toEqual([["=SUM(Sheet1!$B$2:$B$3)"], ["=ROWS(Sheet1!$A$2:$B$3)"]]);
      expect(cells.values).toEqual([[73], [2]]);
    });
  });

  it("becomes plain cells again, or goes with its cells", async () => {
    await insert();
    await run(async ({ workbook, sync }, sheet) => {
      const cells = workbook.tables.getItem("Makers").convertToRange().load("values");
      const count = workbook.tables.getCount();
      await sync();
      expect([cells.values, count.value]).toEqual([cars, 0]);
      sheet.tables.add("A1:B3", true).delete();
      const left = sheet.getRange("A1:B3").load("values");
      await sync();
      expect(left.values).toEqual([["", ""], ["", ""], ["", ""]]);
    });
  });

  it("is found by the ranges that it touches", async () => {
    await insert();
    await run(async ({ sync }, sheet) => {
      const found = [sheet.getRange("B3:C9").getTables(), sheet.getRange("B3:C9").getTables(true), sheet.getRange("A:B").getTables(true)]
        .map((tables) => tables.load("items/name"));
      await sync();
      expect(found.map(({ items }) => items.map(({ name }) => name))).toEqual([["Makers"], [], ["Makers"]]);
    });
  });

  it("keeps its style for the file", async () => {
    await insert();
    await run(async ({ workbook }) => {
      workbook.tables.getItem("Makers").style = "TableStyleLight9";
    });
    expect(made.host.engine.content().sheets[0]!.tables).toMatchObject([{ name: "Makers", style: "TableStyleLight9" }]);
  });
});
