import { desk } from "./excel";

const made = desk();
const { run } = made;
const engine = () => made.host.engine;

const values = (): Promise<unknown[][]> => run(async ({ sync }, sheet) => {
  const range = sheet.getRange("A1:B1").load("values");
  await sync();
  return range.values;
});

describe("undo", () => {
  it("takes back a whole batch as one step, and redo does it again", async () => {
    await run(async (_context, sheet) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A1").values = [[2]];
      sheet.getRange("B1").formulas = [["=A1+1"]];
      sheet.getRange("A1:B1").format.font.bold = true;
    });
    expect(await values()).toEqual([[2, 3]]);
    expect(await engine().undo()).toBe(true);
    expect(await values()).toEqual([["", ""]]);
    expect(await engine().undo()).toBe(false);
    await engine().redo();
    expect(await values()).toEqual([[2, 3]]);
  });

  it("takes back each sync by itself, or a run that merges them as one", async () => {
    const twice = async ({ sync, workbook }: Excel.RequestContext): Promise<void> => {
      const sheet = workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["first"]];
      await sync();
      sheet.getRange("B1").values = [["second"]];
      await sync();
    };
    const { Excel } = made.host.excel;
    await Excel.run(twice);
    await engine().undo();
    expect(await values()).toEqual([["first", ""]]);
    await engine().undo();
    await Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, twice);
    await engine().undo();
    expect(await values()).toEqual([["", ""]]);
  });

  it("keeps what a failed run had done, as Excel does, and takes it back", async () => {
    const { Excel } = made.host.excel;
    await expect(Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async ({ workbook, sync }) => {
      workbook.worksheets.getActiveWorksheet().getRange("A1").values = [["kept"]];
      await sync();
      workbook.worksheets.getItem("Nowhere").delete();
      await sync();
    })).rejects.toMatchObject({ code: "ItemNotFound" });
    expect(await values()).toEqual([["kept", ""]]);
    await engine().undo();
    expect(await values()).toEqual([["", ""]]);
  });

  it("takes back a sheet with its table, its names and its formats", async () => {
    const { Excel } = made.host.excel;
    await Excel.run({ mergeUndoGroup: true } as Excel.RunOptions, async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.add("Clusters");
      sheet.getRange("A1:B2").values = [["City", "Cars"], ["Hefei", 1]];
      const table = sheet.tables.add("A1:B2", true);
      table.name = "Clusters_Table";
      await sync();
      workbook.names.add("Cities", sheet.getRange("A2:A2"));
      sheet.getRange("A1:B1").format.fill.color = "#DDEBF7";
      sheet.getRange("A:B").format.autofitColumns();
      await sync();
    });
    expect(engine().content()).toMatchObject({ sheets: [{}, { tables: [{ name: "Clusters_Table" }] }], names: [{}] });
    await engine().undo();
    await engine().calculated();
    expect(engine().content()).toMatchObject({ sheets: [{ name: "Sheet1", cells: [], tables: [] }], names: [] });
    expect(engine().content().sheets).toHaveLength(1);
    await engine().redo();
    await engine().calculated();
    expect(engine().content()).toMatchObject({ sheets: [{}, { name: "Clusters", tables: [{ name: "Clusters_Table" }] }], names: [{}] });
  });

  it("leaves no empty step behind a batch that only reads", async () => {
    await run(async (_context, sheet) => (sheet.getRange("A1").values = [[1]]));
    await values();
    await engine().undo();
    expect(await values()).toEqual([["", ""]]);
  });
});
