import fc from "fast-check";
import { power } from "../../src/maths/power";

describe("power", () => {
  it.each([[2, 10, 1024], [10, 15, 1e15], [-2, 3, -8], [2, -2, 0.25], [5, 0, 1], [4, 0.5, 2], [0, 3, 0]])(
    "raises %d to %d", (base, exponent, result) => expect(power(base, exponent)).toBe(result));

  it("multiplies whole powers out to what the engine has, but for the last digits", () => {
    const bases = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(fc.property(bases, fc.integer({ min: -256, max: 256 }), (base, n) => {
      expect(Math.abs(power(base, n) / base ** n - 1)).toBeLessThan(1e-13);
    }));
  });
});
