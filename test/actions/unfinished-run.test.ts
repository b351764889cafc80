import { runDeeds } from "../../src/actions/unfinished-run";
import { runTornado } from "../../src/actions/what-if-runs";
import { runNamespace, runXml } from "../../src/sharing/run-record";
import { failingAt, openDesk, supports, valuesAt, write } from "./excel-desk";

const desk = openDesk();
const cell = (row: number) => ({ sheet: "Sheet1", row, column: 1 });
const swings = [{ name: "price", place: cell(0), base: 10, low: 8, high: 12 }];

const kept = (): Promise<string[]> =>
  desk.run(async ({ workbook, sync }) => {
    const parts = workbook.customXmlParts.getByNamespace(runNamespace).load("items/id");
    await sync();
    const texts = parts.items.map((part) => part.getXml());
    await sync();
    return texts.map(({ value }) => value);
  });

const formulas = (): Promise<unknown[][]> =>
  desk.run(async (_, sheet) => {
    const range = sheet.getRange("B1:B2").load("formulas");
    await sheet.context.sync();
    return range.formulas;
  });

/** As a pane leaves it that goes in the middle of a run. */
async function cutOff(sheet = "Sheet1"): Promise<void> {
  const held = [{ place: { ...cell(0), sheet }, formula: "=5*2" }, { place: cell(1), formula: 100 }];
  await desk.run(({ workbook }) => void workbook.customXmlParts.add(runXml(held)));
  await write(desk, "B1:B2", [[12], [100]]);
}

beforeEach(() => write(desk, "A1:B3", [["price", 10], ["quantity", 100], ["revenue", "=OFFSET(B1,0,0)*B2"]]));

afterEach(() => runDeeds.keepInputs(supports));

describe("a run through the sheet", () => {
  it("keeps what its inputs held in the workbook, while it runs and no longer", async () => {
    const seen: Promise<[string[], unknown]>[] = [];
    const told = (done: number): void => {
      if (done === 2) seen.push(Promise.all([kept(), runDeeds.readUnfinishedRun()]));
    };
    await runTornado(swings, cell(2), { watch: { isStopped: () => false, told }, supports });
    const inputs = [{ place: cell(0), formula: 10 }];
    expect(await seen[0]).toEqual([[runXml(inputs)], undefined]);
    expect(await kept()).toEqual([]);
  });

  it.each([3, 4, 5, 6, 7, 8, 9, 10])("leaves neither record nor changed inputs when batch %d fails", async (batch) => {
    failingAt(batch, true);
    const watch = { isStopped: () => false, told: () => undefined };
    await runTornado(swings, cell(2), { watch, supports }).catch(() => undefined);
    jest.restoreAllMocks();
    expect(await kept()).toEqual([]);
    expect(await valuesAt(desk, "Sheet1", "B1:B3")).toEqual([[10], [100], [1000]]);
  });

  it("is not begun while the inputs of another are not put back", async () => {
    await cutOff();
    const watch = { isStopped: () => false, told: () => undefined };
    await expect(runTornado(swings, cell(2), { watch, supports })).rejects.toThrow(/has not ended/);
    expect(await formulas()).toEqual([[12], [100]]);
    expect(await runDeeds.readUnfinishedRun()).toHaveLength(2);
  });
});

describe("a run that was cut off", () => {
  it("is told of with what the inputs held and hold, and its inputs are put back with their formulas", async () => {
    await cutOff();
    expect(await runDeeds.readUnfinishedRun()).toEqual([
      { place: "Sheet1!B1", before: "=5*2", now: 12 }, { place: "Sheet1!B2", before: 100, now: 100 },
    ]);
    await runDeeds.putInputsBack(supports);
    expect(await formulas()).toEqual([["=5*2"], [100]]);
    expect(await runDeeds.readUnfinishedRun()).toBeUndefined();
  });

  it("is forgotten when the inputs shall stay", async () => {
    await cutOff();
    await runDeeds.keepInputs(supports);
    expect(await formulas()).toEqual([[12], [100]]);
    expect(await kept()).toEqual([]);
  });

  it("puts nothing back where a sheet is gone, and says which", async () => {
    await cutOff("Old plan");
    expect((await runDeeds.readUnfinishedRun())![0]).toEqual({ place: "'Old plan'!B1", before: "=5*2" });
    await expect(runDeeds.putInputsBack(supports)).rejects.toThrow(/gone or renamed: Old plan/);
    expect(await formulas()).toEqual([[12], [100]]);
    expect(await kept()).toHaveLength(1);
  });

  it("means nothing where the record cannot be read", async () => {
    await desk.run(({ workbook }) => void workbook.customXmlParts.add(`<run xmlns="${runNamespace}"><input formula="{"/></run>`));
    expect(await runDeeds.readUnfinishedRun()).toBeUndefined();
  });
});
