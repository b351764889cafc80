import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { CellError, Refusal } from "../../src/refusal";

let engine: Engine;
beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterAll(() => engine.dispose());

describe("a formula by itself", () => {
  it.each([
    ["1+1", 2],
    ["=POLICY.CAPACITY_UTIL({1,2},{2,4})", 0.5],
    ["=policy.hhi_index({30,30,20,20})", 2600],
    ["=IFERROR(POLICY.CAPACITY_UTIL(-1,2),5)", 5],
    ['="2019-03"', "2019-03"],
    ["=1=1", true],
    ["=A1", 0],
  ])("%s is %p", async (formula, value) => expect(await engine.evaluate(formula)).toBe(value));

  it("fills as many cells as its result", async () =>
    expect(await engine.evaluate("=BYROW({1,2;3,4},LAMBDA(r,SUM(r)))")).toEqual([[3], [7]]));

  it("is the same when asked again", async () => {
    const first = await engine.evaluate("=LET(x,2,x*3)");
    expect([first, await engine.evaluate("=LET(x,2,x*3)")]).toEqual([6, 6]);
  });

  it("is the same of many at a time, whatever the one before gave", async () => {
    const formulas = ["=1/0", "=POLICY.CAPACITY_UTIL({1,2},{2,4})", "{1;2}", "=1+", "=LET(x,2,x*3)", "=1/0"];
    const one = await Promise.all(formulas.map((formula) => engine.evaluate(formula)));
    expect(await engine.evaluateAll(formulas)).toEqual(one);
    expect(one[2]).toEqual([[1], [2]]);
  });

  it("has Excel's error", async () => {
    expect(await engine.evaluate("=1/0")).toEqual(new CellError("#DIV/0!"));
  });

  it("says why one of our functions declined, also inside other functions", async () => {
    const refusal = await engine.evaluate("=ROUND(POLICY.CAPACITY_UTIL(-1,2),2)*100");
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).code).toBe("#NUM!");
    expect((refusal as Refusal).message("en")).toBe("output must not be below 0");
  });

  it("is refused when it cannot be read", async () => {
    const refusal = (await engine.evaluate("=1+")) as Refusal;
    expect(refusal.message("en")).toBe("formula is not one that can be read");
  });
});
