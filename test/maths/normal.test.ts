import fc from "fast-check";
import { normalCumulative, normalQuantile, normalToUniform, uniformToNormal } from "../../src/maths/normal";

/** Python's statistics.NormalDist().inv_cdf. */
const quantiles = [
  [1e-300, -37.0470962993612], [1e-20, -9.262340089798405], [1e-5, -4.2648907939228256], [0.025, -1.9599639845400538],
  [0.25, -0.6744897501960817], [0.5, 0], [0.9, 1.2815515655446008], [0.9999999999, 6.361340889697421],
] as const;

/** Python's math.erfc(−z/√2)/2. */
const probabilities = [
  [-38, 2.88542835e-316], [-20, 2.7536241186063314e-89], [-8, 6.220960574271819e-16], [-3.0001, 0.001349454913260717],
  [-2.9999, 0.0013503412829549248], [-1, 0.15865525393145707], [0, 0.5], [2.5, 0.9937903346742238],
  [4, 0.9999683287581669],
] as const;

describe("the normal distribution", () => {
  it.each(quantiles)("has %p below %p", (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 13));

  it.each(probabilities)("lies below %p with probability %p", (z, p) => expect(normalCumulative(z) / p).toBeCloseTo(1, 12));

  it("comes back from its quantiles", () => {
    fc.assert(fc.property(fc.double({ min: 1e-12, max: 0.999, noNaN: true }), (p) => {
      expect(normalCumulative(normalQuantile(p)) / p).toBeCloseTo(1, 12);
    }));
  });

  it("turns whole blocks alike, to 1e-13, and never into 0 or 1", () => {
    fc.assert(fc.property(fc.double({ min: -8.2, max: 8.2, noNaN: true }), (z) => {
      const block = Float64Array.of(z);
      normalToUniform(block);
      expect(Math.abs(block[0]! - normalCumulative(z))).toBeLessThan(1e-13);
      if (Math.abs(z) < 6) {
        uniformToNormal(block);
        expect(block[0]).toBeCloseTo(z, 3);
      }
    }));
    const ends = Float64Array.of(-40, 40);
    normalToUniform(ends);
    expect(ends[0]).toBeGreaterThan(0);
    expect(ends[1]).toBeLessThan(1);
  });
});
