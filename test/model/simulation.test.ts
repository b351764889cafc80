import { nearestPossible, simulationJob, type SimulationEnd, type SimulationSetup } from "../../src/model";
import type { WorkbookContent } from "../../src/xlsx/content";
import { at, workbook } from "./modelling";

const shown = (content: WorkbookContent, values: Readonly<Record<string, number>>): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const address = `${"ABCDEF"[cell.column]}${cell.row + 1}`;
      return address in values ? { ...cell, value: values[address]! } : cell;
    }),
  })),
});

/** Revenue: price × quantity − cost. */
const revenue = shown(workbook({ A1: 10, A2: 100, A3: 200, A4: "=A1*A2-A3" }), { A4: 800 });

const setup: SimulationSetup = {
  inputs: [
    { place: at("A1"), name: "price", distribution: { kind: "normal", mean: 10, deviation: 1 } },
    { place: at("A2"), name: "quantity", distribution: { kind: "uniform", min: 80, max: 120 } },
  ],
  outputs: [{ place: at("A4"), name: "revenue", threshold: { value: 600, side: "below" } }],
  draws: 20_000,
  seed: 1,
  method: "latin",
};

function run(content: WorkbookContent, asked: SimulationSetup): { end: SimulationEnd; steps: number[] } {
  const job = simulationJob({ content, setup: asked });
  const steps: number[] = [];
  for (;;) {
    const { done, value } = job.next();
    if (done) return { end: value, steps };
    steps.push(value);
  }
}

const findings = (content: WorkbookContent, asked: SimulationSetup) => {
  const { end } = run(content, asked);
  if (end.kind !== "simulated") throw new Error(end.kind);
  return end.outcomes[0]!.found!;
};

describe("simulation", () => {
  it("finds mean and deviation of a product: 10 × 100 − 200, √(10² × 400/3 + 100² × 1 + 1 × 400/3), by hand", () => {
    const { summary } = findings(revenue, setup);
    const deviation = Math.sqrt(100 * (400 / 3) + 10_000 + 400 / 3);
    expect(Math.abs(summary.mean - 800)).toBeLessThan(0.01 * deviation);
    expect(Math.abs(summary.deviation / deviation - 1)).toBeLessThan(0.02);
  });

  it("says how likely a breach is, how bad the worst, and what drives it: 13,333 and 10,000 of 23,467", () => {
    const { breach, shortfall, drivers, summary } = findings(revenue, setup);
    expect(breach!.low).toBeLessThan(breach!.probability);
    expect(shortfall).toBeLessThan(summary.percentiles.find(({ level }) => level === 0.05)!.value);
    expect(drivers[1]!.share).toBeCloseTo(13_333 / 23_467, 1);
    expect(drivers[0]!.share).toBeCloseTo(10_000 / 23_467, 1);
  });

  it("takes correlations into account: with −0.9 the product varies far less", () => {
    const together = findings(revenue, { ...setup, correlations: [[1, -0.9], [-0.9, 1]] });
    expect(together.summary.deviation).toBeLessThan(0.5 * findings(revenue, setup).summary.deviation);
  });

  it("gives the same answer for the same seed, and another for another", () => {
    const small = { ...setup, draws: 500 };
    expect(findings(revenue, small)).toEqual(findings(revenue, small));
    expect(findings(revenue, small)).not.toEqual(findings(revenue, { ...small, seed: 2 }));
  });

  it("tells how far it is", () => expect(run(revenue, setup).steps).toEqual([0, 8192, 16_384, 20_000]));

  it("counts the draws that give no number, and takes the others", () => {
    const half = shown(workbook({ A1: 1, A2: "=IF(A1<0,NA(),A1)" }), { A2: 1 });
    const { end } = run(half, {
      ...setup,
      draws: 1000,
      inputs: [{ place: at("A1"), name: "x", distribution: { kind: "uniform", min: -1, max: 1 } }],
      outputs: [{ place: at("A2"), name: "y" }],
    });
    const [outcome] = end.kind === "simulated" ? end.outcomes : [];
    expect(outcome!.errors).toEqual({ "#N/A": 500 });
    expect(outcome!.found!.summary.draws).toBe(500);
    expect(outcome!.found!.summary.mean).toBeCloseTo(0.5, 3);
  });

  it("shows no answer when the base case is not what the sheet shows", () => {
    const { end, steps } = run(shown(revenue, { A4: 801 }), setup);
    expect(end).toEqual({ kind: "different", differences: [{ place: at("A4"), shown: 801, computed: 800 }] });
    expect(steps).toEqual([]);
  });

  it("offers correlations that can be drawn where the wanted ones cannot", () => {
    const wanted = [[1, 0.9, 0.9], [0.9, 1, -0.5], [0.9, -0.5, 1]];
    const distribution = { kind: "uniform", min: 1, max: 2 } as const;
    const inputs = [...setup.inputs, { place: at("A3"), name: "cost", distribution }];
    const end = (correlations: number[][]) => run(revenue, { ...setup, inputs, draws: 500, correlations }).end;
    expect(end(wanted)).toMatchObject({ kind: "refused", refusal: { subject: "correlations" } });
    expect(end(nearestPossible(wanted)).kind).toBe("simulated");
  });

  it("names the input and the parameter that cannot be", () => {
    const { end } = run(revenue, {
      ...setup,
      inputs: [{ place: at("A1"), name: "price", distribution: { kind: "normal", mean: 10, deviation: -1 } }],
    });
    const refusal = { subject: "price: deviation", fragment: { en: "must be above 0" } };
    expect(end).toMatchObject({ kind: "refused", refusal });
  });
});
