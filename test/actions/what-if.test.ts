import { whatIfDeeds } from "../../src/actions/what-if";
import { Application } from "../../src/host/objects/application";
import type { BoundStress, SimulationSetup } from "../../src/model";
import { failingAt, openDesk, sheetNames, supports, valuesAt, write } from "./excel-desk";

const desk = openDesk();
const cell = (row: number, column = 1) => ({ sheet: "Sheet1", row, column });
const say = (texts: { en: string }): string => texts.en;
const watch = { isStopped: () => false, told: () => undefined };

const setup: SimulationSetup = {
  inputs: [{ place: cell(0), name: "price", distribution: { kind: "uniform", min: 8, max: 12 } }],
  outputs: [{ place: cell(2), name: "revenue" }],
  draws: 100,
  seed: 1,
  method: "latin",
};

beforeEach(() => write(desk, "A1:B3", [["price", 10], ["quantity", 100], ["revenue", "=B1*B2"]]));

const modelCells = () => valuesAt(desk, "Sheet1", "B1:B3");

describe("simulate", () => {
  it("leaves the sheet alone: 100 strata of 8 to 12 times 100 have the mean 1,000", async () => {
    const told: number[] = [];
    const end = await whatIfDeeds.simulate(setup, { ...watch, told: (done) => told.push(done) }, undefined);
    const outcome = end.kind === "simulated" ? end.outcomes[0]! : undefined;
    expect(outcome!.found!.summary.mean).toBeCloseTo(1000, 0);
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
  });

  it("uses the worker where there is one, and the page where it fails", async () => {
    const failing = () => ({
      run: (_: unknown, listener: (message: { kind: "failed"; message: string }) => void) =>
        listener({ kind: "failed", message: "blocked" }),
      stop: () => undefined,
    });
    expect((await whatIfDeeds.simulate(setup, watch, failing)).kind).toBe("simulated");
  });

  it("stops when asked", async () => {
    expect(await whatIfDeeds.simulate(setup, { ...watch, isStopped: () => true }, undefined)).toEqual({ kind: "stopped" });
  });

  it("gives through the sheet what it gives apart from it, and puts the inputs back", async () => {
    const apart = await whatIfDeeds.simulate(setup, watch, undefined);
    const through = await whatIfDeeds.simulateThroughHost(setup, watch, supports);
    if (apart.kind !== "simulated" || through.kind !== "simulated") throw new Error(through.kind);
    expect(through.outcomes[0]!.found!.summary.mean).toBeCloseTo(apart.outcomes[0]!.found!.summary.mean, 9);
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
  }, 60_000);

  it("puts the inputs back when stopped midway, and when the host fails", async () => {
    let done = 0;
    const stopping = { isStopped: () => done > 3, told: (draw: number) => (done = draw) };
    expect(await whatIfDeeds.simulateThroughHost(setup, stopping, supports)).toEqual({ kind: "stopped" });
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
    failingAt(6, true);
    await expect(whatIfDeeds.simulateThroughHost(setup, watch, supports)).rejects.toThrow(/network/);
    jest.restoreAllMocks();
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
  });

  it("keeps its set-up in the workbook", async () => {
    await whatIfDeeds.keepSetup(setup, supports);
    expect(await whatIfDeeds.readSetup()).toEqual(setup);
  });
});

describe("scenarios", () => {
  it("make the inputs follow the selector, come back, compare, and refuse names that are taken", async () => {
    await whatIfDeeds.createScenarios([cell(0), cell(1)], "Base", say, supports);
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
    await whatIfDeeds.addCaseOf("Boom", (input) => (input.name === "price" ? 20 : 100), supports);
    expect(await modelCells()).toEqual([[20], [100], [2000]]);
    await whatIfDeeds.switchCase("Base", supports);
    expect(await modelCells()).toEqual([[10], [100], [1000]]);
    const read = await whatIfDeeds.readScenarios();
    expect(read).toMatchObject({ cases: ["Base", "Boom"], chosen: "Base", sheet: "Scenarios" });
    expect(read!.inputs.map(({ name, values }) => [name, values])).toEqual([["price", [10, 20]], ["quantity", [100, 100]]]);
    expect(await whatIfDeeds.compareCases([cell(2)])).toEqual({
      kind: "compared", cases: ["Base", "Boom"], outputs: [{ name: "revenue", values: [1000, 2000] }],
    });
    await write(desk, "B3", [["=OFFSET(B1,0,0)*B2"]]);
    expect(await whatIfDeeds.compareCases([cell(2)])).toMatchObject({ kind: "uncompiled", recalculations: 2 });
    expect(await whatIfDeeds.compareCases([cell(2)], { watch, supports })).toMatchObject({
      kind: "compared", outputs: [{ values: [1000, 2000] }],
    });
    await whatIfDeeds.addCaseOf("Unknown", (input) => (input.name === "price" ? "not known" : 100), supports);
    await whatIfDeeds.switchCase("Boom", supports);
    expect(await whatIfDeeds.compareCases([cell(2)], { watch, supports })).toMatchObject({
      kind: "compared", outputs: [{ values: [1000, 2000, NaN] }],
    });
    expect(await modelCells()).toEqual([[20], [100], [2000]]);
    await expect(whatIfDeeds.addCase("boom", supports)).rejects.toThrow(/already is a case/);
    await expect(whatIfDeeds.createScenarios([cell(0)], "Base", say, supports)).rejects.toThrow(/already has/);
  }, 30_000);

  it("refuse an input that holds a formula, and leave everything as it was", async () => {
    await expect(whatIfDeeds.createScenarios([cell(2)], "Base", say, supports)).rejects.toThrow(/holds a formula/);
    expect(await sheetNames(desk)).toEqual(["Sheet1"]);
  });
});

describe("tornado, goal seek and results", () => {
  it("swing, solve and tabulate over the same model", async () => {
    const swung = await whatIfDeeds.runTornado(
      [{ name: "price", place: cell(0), base: 10, low: 8, high: 12 }], cell(2));
    expect(swung).toMatchObject({ kind: "tornado", tornado: { base: 1000, swings: [{ atLow: 800, atHigh: 1200 }] } });
    const sought = await whatIfDeeds.runGoalSeek(cell(0), cell(2), { target: 1234, low: 0, high: 100 });
    expect(sought.kind === "found" && sought.found.roots[0]!.at).toBeCloseTo(12.34, 9);
    const two = await whatIfDeeds.runTwoWay([cell(0), cell(1)], cell(2), [[1, 2], [10, 20]]);
    expect(two).toEqual({ kind: "table", table: [[10, 20], [20, 40]] });
  });

  describe("of a model that cannot be calculated apart", () => {
    const swings = [
      { name: "price", place: cell(0), base: 10, low: 8, high: 12 }, { name: "quantity", place: cell(1), base: 100, low: 50, high: 110 },
    ];
    const goal = { target: 1234, low: 0, high: 100 };
    const stress: BoundStress = {
      stress: { id: "demand", title: { en: "", zh: "" }, shocks: [] }, missing: [],
      inputs: [{ input: { place: cell(1), name: "quantity", value: 100, isFormula: false }, base: 100, value: 70 }],
    };
    const told: number[] = [];
    const through = { watch: { isStopped: () => false, told: (done: number) => void told.push(done) }, supports };

    beforeEach(async () => {
      told.length = 0;
      await write(desk, "B3", [["=OFFSET(B1,0,0)*B2"]]);
    });
    afterEach(async () => expect(await modelCells()).toEqual([[10], [100], [1000]]));

    it("say beforehand how many recalculations they take: 1 + 2 inputs × 2 ends, the grid, 3 × 2, now and stressed", async () => {
      const answers = [
        await whatIfDeeds.runTornado(swings, cell(2)), await whatIfDeeds.runGoalSeek(cell(0), cell(2), goal),
        await whatIfDeeds.runTwoWay([cell(0), cell(1)], cell(2), [[1, 2, 3], [10, 20]]),
        await whatIfDeeds.compareStress(stress, [cell(2)]),
      ];
      expect(answers.map((answer) => answer.kind === "uncompiled" && [answer.recalculations, answer.cells.length]))
        .toEqual([[5, 1], [41, 1], [6, 1], [2, 1]]);
    });

    it("are answered through the sheet as apart from it, with progress, and the inputs are put back", async () => {
      expect(await whatIfDeeds.runTornado(swings, cell(2), through)).toMatchObject({
        kind: "tornado",
        tornado: { base: 1000, swings: [{ name: "quantity", atLow: 500, atHigh: 1100 }, { name: "price", atLow: 800, atHigh: 1200 }] },
      });
      expect(told).toEqual([1, 2, 3, 4, 5]);
      const sought = await whatIfDeeds.runGoalSeek(cell(0), cell(2), goal, through);
      expect(sought.kind === "found" && sought.found.roots).toEqual([{ at: expect.closeTo(12.34, 9), jump: false }]);
      expect(await whatIfDeeds.runTwoWay([cell(0), cell(1)], cell(2), [[1, 2], [10, 20]], through))
        .toEqual({ kind: "table", table: [[10, 20], [20, 40]] });
      expect(await whatIfDeeds.compareStress(stress, [cell(2)], through)).toEqual({ kind: "compared", base: [1000], stressed: [700] });
    }, 60_000);

    it.each(["1/0", '""'])("find no number where the sheet shows %s", async (none) => {
      await write(desk, "B3", [[`=IF(B1>11,${none},OFFSET(B1,0,0)*B2)`]]);
      expect(await whatIfDeeds.runTornado(swings, cell(2), through)).toMatchObject({
        tornado: { swings: [{ name: "quantity" }, { name: "price", atLow: 800, atHigh: NaN }] },
      });
    });

    it("stop when asked, midway in the search too, and give nothing", async () => {
      for (const last of [3, 43]) {
        let done = 0;
        const watch = { isStopped: () => done >= last, told: (count: number) => void (done = count) };
        expect(await whatIfDeeds.runGoalSeek(cell(0), cell(2), goal, { watch, supports })).toEqual({ kind: "stopped" });
        expect(done).toBe(last);
      }
    }, 60_000);

    it("fail as the host fails", async () => {
      failingAt(6, true);
      await expect(whatIfDeeds.runTornado(swings, cell(2), through)).rejects.toThrow(/network/);
      jest.restoreAllMocks();
    });

    it("are not started in a workbook that is calculated by hand", async () => {
      jest.spyOn(Application.prototype, "calculationMode", "get").mockReturnValue("Manual");
      await expect(whatIfDeeds.runTornado(swings, cell(2), through)).rejects.toThrow(/by hand/);
      jest.restoreAllMocks();
    });
  });

  it("write results on a sheet of their own", async () => {
    const place = await whatIfDeeds.writeResults({
      name: "Results", title: "Results", notes: ["of a test"],
      tables: [{ name: "Found", title: "Found", headers: ["Input", "Value"], rows: [["a", 1], ["b", 2]], formats: ["@", "0"] }],
    }, supports);
    expect(await sheetNames(desk)).toContain(place.sheet);
    expect(await valuesAt(desk, place.sheet, "A4:B7")).toEqual([["Found", ""], ["Input", "Value"], ["a", 1], ["b", 2]]);
  });
});
