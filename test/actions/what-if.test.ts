import { whatIfDeeds } from "../../src/actions/what-if";
import type { SimulationSetup } from "../../src/model";
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

  it("write results on a sheet of their own", async () => {
    const place = await whatIfDeeds.writeResults({
      name: "Results", title: "Results", notes: ["of a test"],
      tables: [{ name: "Found", title: "Found", headers: ["Input", "Value"], rows: [["a", 1], ["b", 2]], formats: ["@", "0"] }],
    }, supports);
    expect(await sheetNames(desk)).toContain(place.sheet);
    expect(await valuesAt(desk, place.sheet, "A4:B7")).toEqual([["Found", ""], ["Input", "Value"], ["a", 1], ["b", 2]]);
  });
});
