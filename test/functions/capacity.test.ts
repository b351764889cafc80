import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const utilisation = calling("CAPACITY_UTIL");
const standard = calling("STD_CAPACITY");
const idle = calling("IDLE_CAPACITY");
const breakeven = calling("BREAKEVEN_UTIL");
const lowOutput = calling("LOW_OUTPUT_SHARE");
const gate = calling("CAPACITY_GATE");

const vehicles = fc.integer({ min: 1, max: 5_000_000 });
const plants = fc.array(fc.tuple(vehicles, vehicles), { minLength: 1, maxLength: 12 });

describe("CAPACITY_UTIL", () => {
  it("is output over capacity", () => expect(utilisation(80, 100)).toBe(0.8));

  it("sets half a year's output against half a year's capacity", () => expect(utilisation(40, 100, 6)).toBeCloseTo(0.8, 12));

  it("is a ratio of sums, not a mean of ratios", () => {
    expect(utilisation(column([100, 0]), column([100, 300]))).toBe(0.25);
  });

  it("may exceed 1: overtime", () => expect(utilisation(120, 100)).toBe(1.2));

  it("does not depend on the unit of vehicles, nor on the order of plants", () => {
    fc.assert(
      fc.property(plants, fc.constantFrom(10, 1000, 1e4), (pairs, unit) => {
        const [output, capacity] = [pairs.map(([made]) => made), pairs.map(([, could]) => could)];
        const ratio = utilisation(column(output), column(capacity)) as number;
        expect(utilisation(row(output.map((n) => n / unit)), row(capacity.map((n) => n / unit)))).toBeCloseTo(ratio, 9);
        expect(utilisation(column([...output].reverse()), column([...capacity].reverse()))).toBeCloseTo(ratio, 9);
      }),
    );
  });

  it("works at the edge of what a number can hold", () => {
    expect(utilisation(1e308, 1e308)).toBe(1);
    expect(utilisation(column([1e308, 1e308]), column([1e308, 1e308]))).toBe(1);
    expect(utilisation(1e-308, 1e-308)).toBe(1);
  });

  it.each([
    ["no capacity", [100, 0], "#DIV/0! capacity must not add up to 0"],
    ["a negative output", [-1, 100], "#NUM! output must not be below 0"],
    ["no months", [1, 1, 0], "#NUM! months must be above 0"],
    ["13 months", [1, 1, 13], "#NUM! months must not be above 12"],
    ["ranges of different size", [column([1, 2]), column([1, 2, 3])], "#VALUE! capacity must have as many rows and columns as output"],
    ["a row against a column", [row([1, 2]), column([1, 2])], "#VALUE! capacity must have as many rows and columns as output"],
    ["output without capacity", [column([1, 2]), column([5, 0])], "#VALUE! capacity is 0 for plant 2, which has output"],
    ["n/a", [column([1, "n/a"]), column([1, 2])], "#VALUE! output must be a number, not the text “n/a” (row 2, column 1)"],
  ])("refuses %s", (_, args, said) => expect(refusal(utilisation(...args))).toBe(said));
});

describe("STD_CAPACITY", () => {
  it("is 240,000 for a line of 60 an hour on 250 days and two shifts", () => expect(standard(60)).toBe(240000));

  it("refuses an availability above 1", () => {
    expect(refusal(standard(60, 2, 8, 250, 1.01))).toBe("#NUM! availability must not be above 1");
  });
});

describe("IDLE_CAPACITY", () => {
  it("leaves the rest at the target", () => {
    fc.assert(
      fc.property(vehicles, vehicles, fc.double({ min: 0.3, max: 1.2, noNaN: true }), (output, capacity, target) => {
        const excess = idle(output, capacity, target) as number;
        if (excess > 0) expect(utilisation(output, capacity - excess)).toBeCloseTo(target, 6);
        else expect(output / capacity).toBeGreaterThanOrEqual(target * (1 - 1e-12));
      }),
    );
  });

  it("is nothing where all is used", () => expect(idle(100, 90)).toBe(0));

  it.each([[0], [-0.5], [1.3]])("refuses a target of %p", (target) => expect(refusal(idle(1, 1, target))).toMatch(/^#NUM! target_util/));
});

describe("BREAKEVEN_UTIL", () => {
  it("covers the fixed cost exactly", () => {
    fc.assert(
      fc.property(vehicles, vehicles, vehicles, (fixed, margin, capacity) => {
        const share = breakeven(fixed, 50000 + margin, 50000, capacity) as number;
        expect(share * capacity * margin).toBeCloseTo(fixed, 3);
      }),
    );
  });

  it("refuses a price that leaves nothing, and a plant without capacity", () => {
    expect(refusal(breakeven(1, 100, 100, 10))).toBe("#NUM! price must be above variable_cost");
    expect(refusal(breakeven(1, 100, 50, 0))).toBe("#DIV/0! capacity must be above 0");
  });
});

describe("LOW_OUTPUT_SHARE", () => {
  it("counts a maker of nothing, and not one that is not known", () => {
    expect(lowOutput(column([0, 2000]))).toBe(0.5);
    expect(lowOutput(column([0, 2000, "n/a", "N/A", null, ""]))).toBe(0.5);
  });

  it("does not count a maker at the threshold", () => expect(lowOutput(column([999, 1000]))).toBe(0.5));

  it("refuses a range with no number in it", () => {
    expect(refusal(lowOutput(column(["n/a", null])))).toBe("#N/A outputs holds no numbers");
    expect(refusal(lowOutput(column([1, 2]), -1))).toBe("#NUM! threshold must not be below 0");
  });
});

describe("CAPACITY_GATE", () => {
  const benchmark = column([0.7, 0.7]);

  it("opens year by year, or on average", () => {
    expect(gate(column([0.69, 0.9]), benchmark)).toBe(false);
    expect(gate(column([0.69, 0.9]), benchmark, "mean")).toBe(true);
    expect(gate(column([0.69, 0.9]), benchmark, "MEAN")).toBe(true);
  });

  it("stays shut at a tie", () => expect(gate(column([0.7, 0.8]), benchmark)).toBe(false));

  it.each([
    ["one year", [0.7, benchmark], "#VALUE! util_2y must hold 2 cells"],
    ["three years", [column([1, 1, 1]), benchmark], "#VALUE! util_2y must hold 2 cells"],
    ["a year that is not known", [column([0.9, "n/a"]), benchmark], "#N/A util_2y is missing"],
    ["another rule", [benchmark, benchmark, "any"], '#VALUE! rule must be one of "each", "mean"'],
  ])("refuses %s", (_, args, said) => expect(refusal(gate(...args))).toBe(said));
});

describe("CAPEX_INTENSITY", () => {
  const intensity = calling("CAPEX_INTENSITY");

  it("is 33,333 yuan for 100 bn yuan and 3 m vehicles", () => expect(intensity(1e11, 3e6)).toBeCloseTo(33333.33, 2));

  it("refuses no capacity and a negative sum", () => {
    expect(refusal(intensity(1, 0))).toBe("#DIV/0! capacity must not be 0");
    expect(refusal(intensity(-1, 1))).toBe("#NUM! investment must not be below 0");
  });
});
