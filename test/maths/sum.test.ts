import fc from "fast-check";
import { norm, quotient, ratioOfSums, rescaled, shares, sum } from "../../src/maths/sum";
import { Refusal } from "../../src/refusal";

const refused = (calculate: () => unknown): string => {
  try {
    calculate();
  } catch (thrown) {
    if (thrown instanceof Refusal) return `${thrown.code} ${thrown.message("en")}`;
    throw thrown;
  }
  return "";
};

describe("sum", () => {
  it("loses nothing, whether the large number comes before the small one or after", () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(sum([1, 1e16, -1e16])).toBe(1);
    expect(sum([-1, -1e16, 1e16])).toBe(-1);
    expect(sum([0.1, 0.2, 0.3, -0.1, -0.2, -0.3])).toBe(0);
  });

  it("is that of exact whole numbers, in any order", () => {
    const terms = fc.array(fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n }), { maxLength: 50 });
    fc.assert(fc.property(terms, (whole) => {
      const exact = whole.reduce((total, term) => total + term, 0n);
      expect(sum(whole.map(Number))).toBe(Number(exact));
    }));
  });

  it("is infinite beyond the largest number, not NaN", () => expect(sum([1e308, 1e308])).toBe(Infinity));
});

describe("norm", () => {
  it("is 5 for 3 and 4, whatever the scale and the sign", () => {
    expect(norm(Float64Array.of(3, -4))).toBe(5);
    expect(norm(Float64Array.of(-3e200, 4e200)) / 5e200).toBeCloseTo(1, 14);
    expect(norm(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 14);
  });

  it("is 0 for nothing", () => {
    expect(norm(new Float64Array(3))).toBe(0);
    expect(norm(new Float64Array(0))).toBe(0);
  });
});

describe("rescaled values", () => {
  it.each([[1.7e308], [5e-324], [1e-300], [2 ** 301]])("keep their proportions and are neither large nor small: %d", (top) => {
    const [most, half] = rescaled(Float64Array.of(top, top / 2));
    expect(half! / most!).toBe(top / 2 / top);
    expect(Math.abs(Math.log2(most!))).toBeLessThan(80);
  });

  it("are the same where they are neither already, and 0 where there is nothing", () => {
    const [usual, nothing] = [Float64Array.of(0, 3e9), new Float64Array(2)];
    expect(rescaled(usual)).toBe(usual);
    expect(rescaled(nothing)).toBe(nothing);
  });
});

describe("shares", () => {
  it("are parts of one", () => expect([...shares([1, 3], "sales")]).toEqual([0.25, 0.75]));

  it("do not mind a total beyond the largest number", () => {
    expect([...shares([1.5e308, 0.5e308, 1e308], "sales")]).toEqual([0.5, 0.5 / 3, 1 / 3].map((part) => expect.closeTo(part, 14)));
  });

  it("are refused of nothing, in the name of the argument", () => {
    expect(refused(() => shares([0, 0], "sales"))).toBe("#DIV/0! sales must not add up to 0");
  });
});

describe("quotients", () => {
  it("are of the totals", () => {
    expect(ratioOfSums([1, 2], [4, 8], "sales")).toBe(0.25);
    expect(quotient(6, 4, "sales")).toBe(1.5);
  });

  it("do not mind totals beyond the largest number", () => {
    expect(ratioOfSums([1e308, 1e308], [1.25e308, 1.25e308], "sales")).toBeCloseTo(0.8, 14);
    expect(ratioOfSums([1e308, 1.5e308], [1e300], "sales") / 2.5e8).toBeCloseTo(1, 14);
  });

  it("are refused over 0, in the name of the argument", () => {
    expect(refused(() => ratioOfSums([1], [2, -2], "sales"))).toBe("#DIV/0! sales must not add up to 0");
    expect(refused(() => quotient(1, 0, "sales"))).toBe("#DIV/0! sales must not be 0");
  });
});
