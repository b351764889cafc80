import { answered, seekGoal, tornado, twoWayTable, type Goal, type Model } from "../../src/model";
import { modelOf, workbook } from "./modelling";

const evaluated = (model: Model) => (draws: readonly Float64Array[]) => model.evaluate(draws);

describe("tornado", () => {
  it("ranks the inputs by how far they move the output: 3a − b + 0c at 1, 2, 5, by hand", () => {
    const model = modelOf(workbook({ A1: 1, A2: 2, A3: 5, A4: "=3*A1-A2+0*A3" }), ["A2", "A3", "A1"], ["A4"]);
    const [found] = answered(tornado([
      { name: "b", base: 2, low: 1, high: 4 },
      { name: "c", base: 5, low: 0, high: 50 },
      { name: "a", base: 1, low: 0, high: 2 },
    ]), evaluated(model));
    expect(found!.base).toBe(1);
    expect(found!.swings.map(({ name, atLow, atHigh, width }) => [name, atLow, atHigh, width])).toEqual([
      ["a", -2, 4, 6], ["b", 2, -1, 3], ["c", 1, 1, 0],
    ]);
  });

  it("puts an input last that leaves the output without a number", () => {
    const model = modelOf(workbook({ A1: 1, A2: 2, A3: "=A2/A1" }), ["A1", "A2"], ["A3"]);
    const [found] = answered(tornado([
      { name: "divisor", base: 1, low: 0, high: 2 },
      { name: "dividend", base: 2, low: 2, high: 3 },
    ]), evaluated(model));
    expect(found!.swings.map(({ name }) => name)).toEqual(["dividend", "divisor"]);
  });
});

describe("seekGoal", () => {
  const cubic = modelOf(workbook({ A1: 0, A2: "=(A1+3)*(A1-1)*(A1-4)" }), ["A1"], ["A2"]);
  const sought = (model: Model, goal: Goal) => answered(seekGoal(goal), evaluated(model));

  it("finds every root between the bounds: −3, 1, 4", () => {
    const { roots } = sought(cubic, { target: 0, low: -10, high: 10 });
    [-3, 1, 4].forEach((root, i) => expect(roots[i]!.at).toBeCloseTo(root, 10));
    expect(roots).toHaveLength(3);
  });

  it("finds none where there is none, and counts where the output has no number", () => {
    expect(sought(cubic, { target: 0, low: 5, high: 10 }).roots).toEqual([]);
    const root = modelOf(workbook({ A1: 1, A2: "=SQRT(A1)" }), ["A1"], ["A2"]);
    const { roots, gaps } = sought(root, { target: 2, low: -10, high: 10 });
    expect(roots).toEqual([{ at: expect.closeTo(4, 10), jump: false }]);
    expect(gaps).toBe(200);
  });

  it("finds the break-even price of a project: NPV 0 at the rate that IRR gives, 12 % (−100 then 112)", () => {
    const project = modelOf(workbook({ A1: 0.05, B1: 112, A2: "=-100+NPV(A1,B1)" }), ["A1"], ["A2"]);
    expect(sought(project, { target: 0, low: 0, high: 1 }).roots[0]!.at).toBeCloseTo(0.12, 12);
  });

  it("tells a step that jumps over the target", () => {
    const step = modelOf(workbook({ A1: 0, A2: "=IF(A1<2.5,0,10)" }), ["A1"], ["A2"]);
    const { roots } = sought(step, { target: 5, low: 0, high: 10 });
    expect(roots).toEqual([{ at: expect.closeTo(2.5, 6), jump: true }]);
  });
});

describe("twoWayTable", () => {
  it("has a row for each value of the first input: multiplication by hand", () => {
    const model = modelOf(workbook({ A1: 1, A2: 1, A3: "=A1*A2" }), ["A1", "A2"], ["A3"]);
    expect(answered(twoWayTable([1, 2, 3], [10, 20]), evaluated(model))).toEqual([[10, 20], [20, 40], [30, 60]]);
  });
});
