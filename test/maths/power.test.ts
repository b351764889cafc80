import fc from "fast-check";
import { power } from "../../src/maths/power";

describe("power", () => {
  it.each([[2, 10, 1024], [10, 15, 1e15], [-2, 3, -8], [2, -2, 0.25], [5, 0, 1], [4, 0.5, 2], [0, 3, 0]])(
    "raises %d to %d", (base, exponent, result) => expect(power(base, exponent)).toBe(result));

  it.each([
    [1.1, 10, 2.593742460100002], [1.07, 30, 7.612255042662031], [1.7, -7, 0.024370113416046467],
    [1.01, 256, 12.772375803217825],
  ])("raises %d to %d by squaring, as the same products in Python give it", (base, exponent, result) =>
    expect(power(base, exponent)).toBe(result));

  it("leaves higher powers to the engine: 1.01 to 257 is 12.900099561249995 in Python", () => {
    expect(power(1.01, 257)).toBeCloseTo(12.900099561249995, 14);
  });

  it("multiplies whole powers out to what the engine has, but for the last digits", () => {
    const bases = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(fc.property(bases, fc.integer({ min: -256, max: 256 }), (base, n) => {
      expect(Math.abs(power(base, n) / base ** n - 1)).toBeLessThan(1e-13);
    }));
  });
});
