import fc from "fast-check";
import { calling, column, refusal } from "./calling";

const ratio = calling("PARTS_RATIO");
const gap = calling("PARTS_GAP");
const perOem = calling("PARTS_PER_OEM");

const firms = fc.integer({ min: 0, max: 20000 });
const vehicles = fc.integer({ min: 1, max: 10_000_000 });

describe("PARTS_RATIO", () => {
  it("is parts firms for each 10,000 vehicles", () => expect(ratio(112, 100000)).toBeCloseTo(11.2, 12));

  it("takes output in 10,000s with per = 1", () => {
    fc.assert(
      fc.property(firms, vehicles, (parts, output) => {
        expect(ratio(parts, output / 10000, 1)).toBeCloseTo(ratio(parts, output) as number, 6);
      }),
    );
  });

  it("adds up the cities of a cluster before dividing", () => {
    expect(ratio(column([10, 30]), column([10000, 10000]))).toBe(20);
  });

  it.each([
    ["no output", [5, 0], "#DIV/0! vehicle_output must not add up to 0"],
    ["negative firms", [-5, 10], "#NUM! parts_firms must not be below 0"],
    ["a unit of nothing", [5, 10, 0], "#NUM! per must be above 0"],
    ["cities without output", [column([5, 5]), 10], "#VALUE! vehicle_output must have as many rows and columns as parts_firms"],
  ])("refuses %s", (_, args, said) => expect(refusal(ratio(...args))).toBe(said));
});

describe("PARTS_GAP", () => {
  it("brings the region to the benchmark, and is 0 beyond it", () => {
    fc.assert(
      fc.property(firms, vehicles, fc.double({ min: 0.1, max: 20, noNaN: true }), (parts, output, benchmark) => {
        const missing = gap(parts, output, benchmark) as number;
        if (missing > 0) expect(ratio(parts + missing, output)).toBeCloseTo(benchmark, 6);
        else expect(ratio(parts, output) as number).toBeGreaterThanOrEqual(benchmark * (1 - 1e-12));
      }),
    );
  });

  it("refuses a region without output, as its ratio is", () => {
    expect(refusal(gap(5, 0, 8))).toBe("#DIV/0! vehicle_output must not add up to 0");
    expect(refusal(gap(5, 10, -8))).toBe("#NUM! benchmark must not be below 0");
  });
});

describe("LOCAL_SOURCING", () => {
  const sourcing = calling("LOCAL_SOURCING");

  it("may be all", () => expect(sourcing(column([2, 3]), column([2, 3]))).toBe(1));

  it("refuses more local purchases than there are", () => {
    expect(refusal(sourcing(column([2, 3.01]), column([2, 3])))).toMatch(/^#NUM! local_purchases/);
  });
});

describe("PARTS_PER_OEM", () => {
  it("is firms over makers", () => expect(perOem(600, 17)).toBeCloseTo(35.294, 3));

  it("refuses a region without makers", () => expect(refusal(perOem(600, 0))).toBe("#DIV/0! oems must not be 0"));
});
