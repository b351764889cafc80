import fc from "fast-check";
import { deviance } from "../../src/maths/deviance";

describe("deviance", () => {
  it("is x ln(x/m) + m − x", () => {
    expect(deviance(2, 1)).toBeCloseTo(2 * Math.log(2) - 1, 14);
    expect(deviance(0, 3)).toBe(3);
    expect(deviance(3, 3)).toBe(0);
  });

  it("keeps its digits near m: half the square of a small difference over m", () => {
    expect(deviance(1 + 1e-9, 1) / 5e-19).toBeCloseTo(1, 6);
  });

  it("is never negative, and the same by series and by logarithm where they meet", () => {
    const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(fc.property(positive, positive, (x, m) => {
      expect(deviance(x, m)).toBeGreaterThanOrEqual(0);
      expect(deviance(x, x * 1.2222) / (x * (1.2222 - 1 - Math.log(1.2222)))).toBeCloseTo(1, 9);
    }));
  });
});
