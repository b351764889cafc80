import { desk } from "./excel";

const made = desk();

type Deed = (context: Excel.RequestContext) => Promise<void>;

const grouped = { mergeUndoGroup: true } as Excel.RunOptions;

const runs = [
  ["by itself", (deed: Deed) => made.host.excel.Excel.run(deed)],
  ["inside a merged undo group", (deed: Deed) => made.host.excel.Excel.run(grouped, deed)],
] as const;

/** The table stands on a sheet that is not in view; the one in view has content in the same cells. */
const fill = (): Promise<void> =>
  made.run(({ workbook }, inView) => {
    inView.getRange("A1:B6").values = Array.from({ length: 6 }, () => ["mine", "mine"]);
    const sheet = workbook.worksheets.add("Data");
    sheet.getRange("A1:B4").values = [["Maker", "Output"], ["NIO", 33], ["JAC", 40], ["below", "=1+1"]];
    sheet.tables.add("A1:B3", true).name = "Makers";
  });

const cells = (name = "Data"): Promise<unknown[][]> =>
  made.run(async ({ workbook, sync }) => {
    const range = workbook.worksheets.getItem(name).getRange("A1:B6").load("formulas");
    await sync();
    return range.formulas;
  });

const blank = ["", ""];

describe.each(runs)("the rows of a table that is not in view, %s", (_, run) => {
  beforeEach(fill);
  afterEach(async () => expect((await cells("Sheet1")).flat()).toEqual(Array(12).fill("mine")));

  it("move down what stands directly below, and back by undo", async () => {
    const before = await cells();
    await run(async ({ workbook, sync }) => {
      workbook.tables.getItem("Makers").rows.add(undefined, [["BYD", 50]]);
      await sync();
    });
    expect(await cells()).toEqual([["Maker", "Output"], ["NIO", 33], ["JAC", 40], ["BYD", 50], ["below", "=1+1"], blank]);
    await made.host.engine.undo();
    expect(await cells()).toEqual(before);
  });

  it("go with their contents, and what stands below moves up", async () => {
    const before = await cells();
    await run(async ({ workbook, sync }) => {
      workbook.tables.getItem("Makers").rows.getItemAt(0).delete();
      await sync();
    });
    expect(await cells()).toEqual([["Maker", "Output"], ["JAC", 40], ["below", "=1+1"], blank, blank, blank]);
    await made.host.engine.undo();
    expect(await cells()).toEqual(before);
  });

  it("follow one another in one batch and over several", async () => {
    await run(async ({ workbook, sync }) => {
      const { rows } = workbook.tables.getItem("Makers");
      rows.add(undefined, [["BYD", 50]]);
      rows.add(0, [["Chery", 20]]);
      await sync();
      rows.getItemAt(1).delete();
      await sync();
    });
    expect(await cells()).toEqual([["Maker", "Output"], ["Chery", 20], ["JAC", 40], ["BYD", 50], ["below", "=1+1"], blank]);
  });
});

describe("cells of a sheet that is not in view", () => {
  beforeEach(fill);

  it.each(["A4:B4", "4:4"])("make room and close up, formulas follow, and the view stays: %s", async (address) => {
    const heard: string[] = [];
    await made.run(async ({ workbook, sync }, inView) => {
      workbook.worksheets.onActivated.add(async ({ worksheetId }) => void heard.push(worksheetId));
      inView.getRange("D1").formulas = [["=Data!B4"]];
      const sheet = workbook.worksheets.getItem("Data");
      await sync();
      sheet.getRange(address).insert("Down");
      const formula = inView.getRange("D1").load("formulas, values");
      const active = workbook.worksheets.getActiveWorksheet().load("name");
      await sync();
      expect([formula.formulas, formula.values, active.name]).toEqual([[["=Data!B5"]], [[2]], "Sheet1"]);
      sheet.getRange(address).delete("Up");
      await sync();
    });
    expect((await cells())[3]).toEqual(["below", "=1+1"]);
    expect(heard).toEqual([]);
  });
});
