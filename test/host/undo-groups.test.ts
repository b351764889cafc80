import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { put, sheetOf, valueAt } from "./cells";

jest.setTimeout(60_000);

let engine: Engine;
beforeEach(async () => {
  engine = await createHeadlessEngine({ language: "en" });
  await put(engine, "A1", [["before"]]);
});
afterEach(() => engine.dispose());

const work = async (): Promise<void> => {
  sheetOf(engine).getRange("A1").setValue("first");
  sheetOf(engine).getRange("A1").setValue("second");
  sheetOf(engine, "New").getRange("A1:B2").setValues([["Qty", "Price"], [1, 2]]);
  const area = { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 };
  await sheetOf(engine, "New").addTable("Sold", area, "t");
  sheetOf(engine).getRange("B1").setValue("=SUM(Sold[Price])" as never);
};

const state = async () => {
  await engine.calculated();
  const { sheets } = engine.content();
  const names = sheets.map(({ name, tables }) => `${name} ${tables.length}`);
  return [names, valueAt(engine, "A1"), valueAt(engine, "B1")];
};
const before = [["Sheet1 0"], "before", null];
const after = [["Sheet1 0", "New 1"], "second", 2];

describe("a group of changes", () => {
  it("is one step to undo and to redo", async () => {
    await engine.undoGroup(work);
    expect(await state()).toEqual(after);
    expect(await engine.undo()).toBe(true);
    expect(await state()).toEqual(before);
    expect(await engine.redo()).toBe(true);
    expect(await state()).toEqual(after);
  });

  it("gives what the work gives, and takes groups inside for its own", async () => {
    expect(await engine.undoGroup(() => engine.undoGroup(async () => (await work(), 7)))).toBe(7);
    await engine.undo();
    expect(await state()).toEqual(before);
  });

  it("that fails midway leaves the workbook as it was, with nothing to redo", async () => {
    const failing = engine.undoGroup(async () => {
      await work();
      throw new Error("midway");
    });
    await expect(failing).rejects.toThrow("midway");
    expect(await state()).toEqual(before);
    expect(await engine.redo()).toBe(false);
    await engine.undo();
    expect(await state()).toEqual([["Sheet1 0"], null, null]);
  });

  it("of nothing is no step", async () => {
    await engine.undoGroup(async () => undefined);
    await engine.undo();
    expect(await state()).toEqual([["Sheet1 0"], null, null]);
  });
});

describe("a change", () => {
  it("is told to those who listen, with its results, until they stop", async () => {
    const heard = jest.fn();
    const stop = engine.onChange(heard);
    await put(engine, "B1", [["=1+1"]]);
    expect(heard).toHaveBeenCalled();
    stop();
    heard.mockClear();
    await put(engine, "B1", [["=1+2"]]);
    expect(heard).not.toHaveBeenCalled();
  });
});
