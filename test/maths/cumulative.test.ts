import { betaCumulative, betaTail } from "../../src/maths/beta";
import { gammaCumulative, gammaTail, logGamma, poissonKernel } from "../../src/maths/gamma";
import { normalCumulative, normalDensity, normalQuantile } from "../../src/maths/normal";
import { quantileOf, risingRoot } from "../../src/maths/rising-root";
import fc from "fast-check";

const close = (found: number, expected: number, digits = 1e-13): void => {
  expect(Math.abs(found / expected - 1)).toBeLessThan(digits);
};

/** Expected values by scipy 1.17, which rests on Cephes and Boost. */
describe("the normal distribution", () => {
  it.each([
    [-8, 6.220960574271785e-16], [-3.5, 2.326290790355250e-4], [-1, 0.15865525393145707], [0.3, 0.6179114221889526],
    [2, 0.9772498680518208],
  ])("has below %d the probability %d", (z, p) => close(normalCumulative(z), p));

  it.each([
    [1e-10, -6.361340902404056], [0.025, -1.959963984540054], [0.3, -0.5244005127080409], [0.975, 1.959963984540054],
  ])(
    "has of %d the quantile %d", (p, z) => close(normalQuantile(p), z));

  it("has ½ in the middle and 1/√2π as its height there", () => {
    expect([normalCumulative(0), normalQuantile(0.5)]).toEqual([0.5, 0]);
    close(normalDensity(0), 0.3989422804014327);
  });

  it("finds back what it took", () => {
    fc.assert(fc.property(fc.double({ min: -7, max: 5, noNaN: true }), (z) => {
      expect(Math.abs(normalQuantile(normalCumulative(z)) - z)).toBeLessThan(1e-9);
    }));
  });
});

describe("the gamma distribution", () => {
  it.each([[0.5, 0.3, 0.5614219739190002], [3, 2.5, 0.45618688411667035], [50, 40, 0.07033506665939494],
    [100, 130, 0.9972495916326934]])("of shape %d has below %d the probability %d", (a, x, p) => {
    close(gammaCumulative(x, a), p, 1e-12);
    close(gammaTail(x, a), 1 - p, 1e-10);
  });

  it("has the logarithms of factorials", () => {
    close(logGamma(0.5), 0.5723649429247001);
    close(logGamma(11), Math.log(3_628_800));
    close(poissonKernel(2, 3), 4.5 * Math.exp(-3));
  });
});

describe("the beta distribution", () => {
  it.each([[0.3, 2, 3, 0.3483], [0.1, 0.5, 0.5, 0.20483276469913345], [0.7, 10, 4, 0.4206056457609999]])(
    "has below %d, of shapes %d and %d, the probability %d", (x, a, b, p) => {
      close(betaCumulative(x, a, b), p, 1e-12);
      close(betaTail(x, a, b), 1 - p, 1e-12);
    });
});

describe("the root of a rising function", () => {
  it("is found to the last digits, wherever it bends", () => {
    close(risingRoot((x) => x ** 9 - 2, 0, 2), 2 ** (1 / 9), 1e-15);
    close(risingRoot((x) => Math.exp(x) - 1e-9, -50, 1), Math.log(1e-9), 1e-14);
    close(quantileOf((x) => -Math.expm1(-x / 1000), 0.5, 0), 1000 * Math.LN2, 1e-13);
  });
});

describe("the gamma distribution of shape 1", () => {
  it("is exponential: e^−x above x, and all of it above 0", () => {
    for (const x of [0.5, 1.5, 2.5, 20]) close(gammaTail(x, 1), Math.exp(-x));
    close(gammaCumulative(1e-9, 1), -Math.expm1(-1e-9));
    expect([-1, 0].map((x) => [gammaCumulative(x, 1), gammaTail(x, 1)])).toEqual([[0, 1], [0, 1]]);
  });

  it("has a Poisson probability of none beside it: e^−x", () => close(poissonKernel(0, 1.7), Math.exp(-1.7)));
});
