import { connect, type Library } from "../../src/host/library";
import { loadLibrary } from "../../src/host/library-node";
import { Interpreter } from "../../src/host/protocol";
import { fakeWorkbook } from "./fake-workbook";

let library: Library;
beforeAll(() => {
  library = loadLibrary();
});

let model: ReturnType<typeof fakeWorkbook>;
let interpreter: Interpreter;
beforeEach(() => {
  model = fakeWorkbook("One", "Two", "Three");
  interpreter = new Interpreter(model);
  connect(library, { execute: (batch) => interpreter.run(batch), undoGroup: (work) => work() });
});

const run = <T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> => library.Excel.run(work);

describe("a batch", () => {
  it("reads what was loaded, and nothing that was not", async () => {
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Two").load("name");
      await sync();
      expect(sheet.name).toBe("Two");
      expect(() => sheet.position).toThrow("The property 'position' is not available");
    });
  });

  it("loads every plain property when none is named", async () => {
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItem("Two").load();
      await sync();
      expect(sheet.toJSON()).toMatchObject({ id: "{1}", name: "Two", position: 1 });
    });
  });

  it("loads the items of a collection, from skip on and no more than top", async () => {
    await run(async ({ workbook, sync }) => {
      const sheets = workbook.worksheets.load({ select: "name", skip: 1, top: 1 });
      await sync();
      expect(sheets.items.map((sheet) => sheet.name)).toEqual(["Two"]);
    });
  });

  it("loads through objects, by path and by shape", async () => {
    await run(async ({ workbook, sync }) => {
      const byPath = workbook.worksheets.getItem("One").getRange("A1").load("address, worksheet/name");
      const byShape = workbook.worksheets.load({ name: true, position: true });
      await sync();
      expect(byPath.worksheet.name).toBe("One");
      expect(byPath.address).toBe("One!A1");
      expect(byShape.items.map((sheet) => sheet.toJSON())).toMatchObject([{ name: "One", position: 0 }, {}, {}]);
    });
  });

  it("does things in the order in which they were written", async () => {
    await run(async ({ workbook, sync }) => {
      const cell = workbook.worksheets.getItem("One").getRange("A1");
      cell.values = [[1]];
      const before = cell.worksheet.getRange("A1").load("values");
      cell.values = [[2]];
      await sync();
      expect(before.values).toEqual([[1]]);
      expect(model.root.worksheets.getItem("One").getRange("A1").values).toEqual([[2]]);
    });
  });

  it("stops at the first action that fails, and keeps what was done before it", async () => {
    const failing = run(async ({ workbook, sync }) => {
      workbook.worksheets.getItem("One").getRange("A1").values = [["before"]];
      workbook.worksheets.getItem("Nowhere").getRange("A1").values = [["never"]];
      workbook.worksheets.getItem("Two").getRange("A1").values = [["after"]];
      await sync();
    });
    await expect(failing).rejects.toMatchObject({
      code: "ItemNotFound",
      message: "The requested resource doesn't exist.",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
    const [one, two] = model.root.worksheets.list();
    expect([one!.getRange("A1").values, two!.getRange("A1").values]).toEqual([[["before"]], [[""]]]);
  });

  it("refuses by name what the model does not have", async () => {
    const asking = (ask: (sheet: Excel.Worksheet) => void): Promise<void> =>
      run(async ({ workbook, sync }) => {
        ask(workbook.worksheets.getItem("One"));
        await sync();
      });
    const code = "ApiNotImplemented";
    await expect(asking((sheet) => sheet.calculate(true)))
      .rejects.toMatchObject({ code, message: expect.stringContaining("Worksheet.calculate ") as string });
    await expect(asking((sheet) => sheet.charts.getItemAt(0)))
      .rejects.toMatchObject({ code, message: expect.stringContaining("Worksheet.charts ") as string });
    await expect(asking((sheet) => sheet.load("tabColor")))
      .rejects.toMatchObject({ code, message: expect.stringContaining("Worksheet.tabColor ") as string });
    await expect(asking((sheet) => (sheet.tabColor = "#ff0000")))
      .rejects.toMatchObject({ code, message: expect.stringContaining("Worksheet.tabColor ") as string });
  });

  it("gives a null object for what is not there, on which nothing has an effect", async () => {
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.getItemOrNullObject("Nowhere").load("name");
      sheet.delete();
      sheet.name = "Somewhere";
      const below = sheet.getRange("A1");
      await sync();
      expect([sheet.isNullObject, below.isNullObject]).toEqual([true, true]);
    });
  });

  it("passes objects as arguments", async () => {
    await run(async ({ workbook, sync }) => {
      const [one, two] = ["One", "Two"].map((name) => workbook.worksheets.getItem(name).getRange("A1"));
      const result = one!.getBoundingRect(two!).load("address");
      await sync();
      expect(result.address).toBe("Two!A1");
    });
  });

  it("finds an object again in a later batch, by its id or by its reference", async () => {
    await run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.add("New");
      const cell = sheet.getRange("A1");
      await sync();
      sheet.name = "Renamed";
      cell.values = [[7]];
      await sync();
      expect(model.root.worksheets.getCount()).toBe(4);
    });
    expect(model.root.worksheets.getItem("Renamed").getRange("A1").values).toEqual([[7]]);
  });

  it("releases references when the run is over", async () => {
    const kept = async (): Promise<unknown> => {
      const [result] = (await interpreter.run({
        Actions: [{ Id: 1, ActionType: 3, Name: "_GetReferenceCount", ObjectPathId: 2 }],
        ObjectPaths: { 2: { Id: 2, ObjectPathType: 1, Name: "" } },
      })).Results;
      return result?.Value;
    };
    await run(async ({ workbook, sync }) => {
      workbook.worksheets.getItem("One").getRange("A1").load("address");
      await sync();
      expect(await kept()).toBe(1);
    });
    expect(await kept()).toBe(0);
  });

  it("answers one batch after another, even when they are sent at once", async () => {
    const names = await Promise.all(["a", "b", "c"].map((name) => run(async ({ workbook, sync }) => {
      const sheet = workbook.worksheets.add(name).load("position");
      await sync();
      return sheet.position;
    })));
    expect(names).toEqual([3, 4, 5]);
  });
});
