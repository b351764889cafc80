import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const gini = calling("GINI_COEF");
const theil = calling("THEIL_INDEX");
const entropy = calling("ENTROPY_INDEX");
const variety = calling("RELATED_VARIETY");

const sizes = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2, maxLength: 15 });

describe("GINI_COEF", () => {
  it("is 0 when all are alike and (n − 1) / n when one has all", () => {
    expect(gini(column([3, 3, 3]))).toBe(0);
    expect(gini(column([0, 0, 0, 8]))).toBe(0.75);
    expect(gini(column([0, 0, 0, 8]), null, true)).toBe(1);
  });

  it("is as REAT's documentation prints it: 0.4 corrected, 0.5278 for income classes, 0.5009 for Germany's regions", () => {
    expect(gini(column([20, 50, 20, 10]), null, true)).toBeCloseTo(0.4, 12);
    const [incomes, classes] = [[500, 1500, 2500, 4000, 7500, 15000], [1000, 1200, 1600, 400, 200, 600]];
    expect(gini(column(incomes), column(classes))).toBeCloseTo(0.5278, 4);
    const product = [
      460.69, 549.19, 124.16, 65.29, 31.59, 109.27, 263.44, 39.87,
      258.53, 645.59, 131.95, 35.03, 112.66, 56.22, 85.61, 56.81,
    ];
    expect(gini(column(product))).toBeCloseTo(0.5009, 4);
  });

  it("is 0.4263158 for nine of 10 and one of 100, as ineq prints it (Sutton, Statistics Slam Dunk)", () => {
    expect(gini(column([...Array<number>(9).fill(10), 100]))).toBeCloseTo(0.4263158, 7);
  });

  it("does not depend on the unit or the order", () => {
    fc.assert(fc.property(sizes, (values) => {
      const otherwise = [...values].reverse().map((value) => value * 1e4);
      expect(gini(column(otherwise))).toBeCloseTo(gini(column(values)) as number, 9);
    }));
  });

  it("counts a weight of 2 as two of them", () => {
    fc.assert(fc.property(sizes, (values) => {
      const doubled = gini(column([...values, values[0]]));
      expect(gini(column(values), column([2, ...values.slice(1).map(() => 1)]))).toBeCloseTo(doubled as number, 9);
    }));
  });

  it("takes weights in a row beside values in a column", () => {
    expect(gini(column([1, 3]), row([1, 1]))).toBe(0.25);
  });

  it("leaves out what is missing, with its weight", () => {
    expect(gini(column([20, 50, "n/a", 20, 10]))).toBeCloseTo(0.3, 12);
    expect(gini(column([1, "n/a", 3]), column([1, 9, 1]))).toBe(0.25);
  });

  it.each([
    ["a single value", [column([4, "n/a"])], "#N/A values must hold at least 2 numbers"],
    ["a single 0, as one value before as nothing", [column([0, "n/a"])], "#N/A values must hold at least 2 numbers"],
    ["what is missing whole", [column(["n/a", null])], "#N/A values holds no numbers"],
    ["nothing", [column([0, 0])], "#DIV/0! values must not add up to 0"],
    ["a negative", [column([1, -1])], "#NUM! values must not be below 0 (row 2, column 1)"],
    ["weights with the correction", [column([1, 2]), column([1, 1]), true], "#VALUE! corrected cannot be used with weights"],
    ["weights of 0", [column([1, 2]), column([0, 0])], "#DIV/0! weights must not add up to 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(gini(...args))).toBe(said));
});

describe("THEIL_INDEX", () => {
  it("is 0 when all are alike and LN(n) when one has all", () => {
    expect(theil(column([2, 2, 2]))).toBeCloseTo(0, 12);
    expect(theil(column([0, 0, 0, 2]))).toBeCloseTo(Math.log(4), 12);
  });

  it("is not below 0, and does not depend on the unit", () => {
    fc.assert(fc.property(sizes, fc.constantFrom("T", "L"), (values, measure) => {
      const found = theil(column(values), measure) as number;
      expect(found).toBeGreaterThanOrEqual(-1e-12);
      expect(theil(column(values.map((value) => value / 1000)), measure)).toBeCloseTo(found, 9);
    }));
  });

  it("refuses L where something is 0", () => {
    expect(refusal(theil(column([0, 2]), "L"))).toBe("#NUM! values must be above 0");
    expect(refusal(theil(column([1, 2]), "G"))).toBe('#VALUE! measure must be one of "T", "L"');
  });
});

describe("ENTROPY_INDEX", () => {
  it("is LN(n) for n alike, 2 bits for four", () => {
    expect(entropy(column([7, 7, 7]))).toBeCloseTo(Math.log(3), 12);
    expect(entropy(column([1, 1, 1, 1]), 2)).toBeCloseTo(2, 12);
  });

  it("normalises over all activities named, those at 0 too", () => {
    expect(entropy(column([1, 1, 0, 0]), null, true)).toBeCloseTo(0.5, 12);
  });

  it("is the logarithm of the effective count of order 1", () => {
    const count = calling("EFFECTIVE_COUNT");
    fc.assert(fc.property(sizes, (values) => {
      expect(Math.exp(entropy(column(values)) as number)).toBeCloseTo(count(column(values), 1) as number, 6);
    }));
  });

  it.each([[0], [-2], [1]])("refuses the base %p", (base) => expect(refusal(entropy(column([1, 2]), base))).toMatch(/^#NUM! base must/));
});

describe("RELATED_VARIETY", () => {
  const labelled = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom("整车", "parts", "software")), {
    minLength: 1, maxLength: 12,
  });

  it("adds up to the entropy with the unrelated part", () => {
    fc.assert(fc.property(labelled, (pairs) => {
      const [values, groups] = [column(pairs.map(([value]) => value)), column(pairs.map(([, group]) => group))];
      const parts = (variety(values, groups) as number) + (variety(values, groups, "unrelated") as number);
      expect(parts).toBeCloseTo(entropy(values) as number, 9);
    }));
  });

  it("is 0 where every sub-sector is a group of its own", () => {
    expect(variety(column([4, 5]), column(["a", "b"]))).toBe(0);
  });

  it("refuses a value without a label, and labels of another size", () => {
    expect(refusal(variety(column([4, 5]), column(["a", ""])))).toBe("#VALUE! groups has no label for value 2");
    expect(refusal(variety(column([4, 5]), column(["a"])))).toBe("#VALUE! groups must have as many rows and columns as values");
  });
});

describe("GINI_COEF with weights", () => {
  it("needs a value above 0 that has a weight, and one is enough: half of two alike have all", () => {
    expect(refusal(gini(column([5, 0]), column([0, 3])))).toMatch(/^#DIV\/0! values /);
    expect(gini(column([5, 0]), column([1, 1]))).toBeCloseTo(0.5, 12);
  });
});
