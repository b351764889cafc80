import fc from "fast-check";
import { betaCumulative, betaDensity, betaQuantile, betaQuantileBetween, betaTail } from "../../src/maths/beta";

const shape = fc.double({ min: 1, max: 60, noNaN: true });
const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

/** Within a relative error of 1e-12, where `toBeCloseTo` counts decimals. */
const close = (found: number, expected: number): void =>
  expect(Math.abs(found / expected - 1)).toBeLessThanOrEqual(1e-12);

describe("betaQuantile", () => {
  it.each([
    [0.025, 2, 3, 0.06758598648854296],
    [0.5, 2, 3, 0.38572756813238955],
    [0.975, 2, 3, 0.8058795503167566],
    [0.5, 7 / 3, 11 / 3, 0.3758125070041211],
    [0.001, 1.5, 4.5, 0.0025602956669170471],
    [0.95, 30, 30, 0.6054159314714334],
    [1e-10, 21, 81, 0.0365402790016686],
    [0.999, 5, 1, 0.9997999199519664],
  ])("has probability %p at the quantile of Beta(%p, %p), to 1e-12 of mpmath's 40 digits", (p, a, b, expected) => {
    close(betaQuantile(p, a, b), expected);
  });

  it("is Pearson's table of percentage points, to its digits", () => {
    expect(betaQuantile(0.05, 1, 5)).toBeCloseTo(0.010206, 6);
    expect(betaQuantile(0.05, 5, 1)).toBeCloseTo(0.54928, 5);
    expect(betaQuantile(0.5, 3, 3)).toBeCloseTo(0.5, 12);
  });

  it("is the example of Excel's BETA.INV: 2 on 1 to 3", () => {
    expect(1 + 2 * betaQuantile(0.685470581, 8, 10)).toBeCloseTo(2, 7);
  });

  it("is p^(1/a) where b is 1, and mirrored where a is 1", () => {
    fc.assert(fc.property(probability, shape, (p, a) => {
      close(betaQuantile(p, a, 1), p ** (1 / a));
      expect(betaQuantile(p, 1, a)).toBeCloseTo(-Math.expm1(Math.log1p(-p) / a), 12);
    }));
  });

  it("solves 3x² − 2x³ = p for two and two", () => {
    fc.assert(fc.property(probability, (p) => {
      const x = betaQuantile(p, 2, 2);
      expect((3 - 2 * x) * x * x).toBeCloseTo(p, 12);
    }));
  });

  it("mirrors when the shapes change places", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1023 }), shape, shape, (n, a, b) => {
      expect(betaQuantile(n / 1024, a, b) + betaQuantile(1 - n / 1024, b, a)).toBeCloseTo(1, 12);
    }));
  });

  it("rises with the probability", () => {
    fc.assert(fc.property(probability, probability, shape, shape, (p, q, a, b) => {
      fc.pre(Math.abs(p - q) > 1e-9);
      expect(Math.sign(betaQuantile(p, a, b) - betaQuantile(q, a, b))).toBe(Math.sign(p - q));
    }));
  });

  it("ends at 0 and 1, and comes close to them without leaving", () => {
    expect(betaQuantile(0, 3, 4)).toBe(0);
    expect(betaQuantile(1, 3, 4)).toBe(1);
    close(betaQuantile(1e-300, 2, 1), 1e-150);
    expect(betaQuantile(1 - 2 ** -53, 3, 4)).toBeLessThan(1);
  });

  it("narrows to the mode as the shapes grow", () => {
    for (const size of [1e3, 1e5, 1e7]) {
      const spread = betaQuantile(0.975, size, size) - betaQuantile(0.025, size, size);
      expect(spread * Math.sqrt(8 * size)).toBeCloseTo(2 * 1.959964, 2);
    }
  });
});

describe("a beta distribution of shapes 2 and 3", () => {
  it("has the density 12 x (1 − x)²", () => {
    close(betaDensity(0.25, 2, 3), 12 * 0.25 * 0.75 ** 2);
    close(betaDensity(0.75, 2, 3), 12 * 0.75 * 0.25 ** 2);
  });

  it("has the probability 6 x² − 8 x³ + 3 x⁴ below x, and none beyond its ends", () => {
    close(betaCumulative(0.5, 2, 3), 6 / 4 - 8 / 8 + 3 / 16);
    close(betaTail(0.5, 2, 3), 1 - (6 / 4 - 8 / 8 + 3 / 16));
    expect([-1, 0, 1, 2].map((x) => betaCumulative(x, 2, 3))).toEqual([0, 0, 1, 1]);
    expect([-1, 0, 1, 2].map((x) => betaTail(x, 2, 3))).toEqual([1, 1, 0, 0]);
  });

  it("lies between other ends in proportion, and keeps the digits of a small one", () => {
    const half = betaQuantile(0.5, 2, 3);
    close(betaQuantileBetween(10, 30, 0.5, 2, 3), 10 + 20 * half);
    close(betaQuantileBetween(10, 30, 0.9, 2, 3), 10 + 20 * betaQuantile(0.9, 2, 3));
    expect([0, 1].map((p) => betaQuantileBetween(-1e9, 1e-9, p, 2, 3))).toEqual([-1e9, 1e-9]);
    expect([0, 1].map((p) => betaQuantileBetween(1e-9, 1e9, p, 2, 3))).toEqual([1e-9, 1e9]);
  });
});
