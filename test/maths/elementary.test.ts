import fc from "fast-check";
import { exp, ln, ln1p } from "../../src/maths/elementary";

const unit = (value: number): number => 2 ** (Math.max(Math.floor(Math.log2(Math.abs(value))), -1022) - 52);

describe("exp and ln", () => {
  it("agree with the engine's own to two units in the last place", () => {
    fc.assert(fc.property(fc.double({ min: -745, max: 709, noNaN: true }), (x) => {
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * unit(Math.exp(x)));
    }), { numRuns: 3000 });
    fc.assert(fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => {
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(2 * unit(Math.log(x)));
    }), { numRuns: 3000 });
  });

  it("are exact where the answer is", () => {
    expect([exp(0), exp(-Infinity), exp(710)]).toEqual([1, 0, Infinity]);
    expect([ln(1), ln(0), ln(Infinity)]).toEqual([0, -Infinity, Infinity]);
    expect([ln(-1), exp(NaN), ln(NaN)]).toEqual([NaN, NaN, NaN]);
    expect(ln(2)).toBe(Math.LN2);
  });

  it("keep small numbers small", () => {
    for (const x of [1e-20, 1e-9, -1e-9, 0.1]) expect(ln1p(x) / Math.log1p(x)).toBeCloseTo(1, 15);
  });
});
