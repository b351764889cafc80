import fc from "fast-check";
import { breachOf, convergenceOf, exceedanceOf, histogramOf, summaryOf } from "../../src/maths/outcome";
import { fillNormal, streams, type NormalStream } from "../../src/maths/random";

const normalStream = (seed: number): NormalStream => {
  const [bits, spare] = streams(seed, 2);
  return { bits: bits!, spare: spare! };
};

const normals = (count: number, seed = 1): Float64Array => {
  const values = new Float64Array(count);
  fillNormal(normalStream(seed), values);
  return values;
};

const draws = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 300 })
  .map((numbers) => Float64Array.from(numbers));

describe("summaryOf", () => {
  it("tells 1 to 5 by hand: mean 3, variance 2.5, quarter 2", () => {
    const { mean, deviation, standardError, min, max, percentiles } = summaryOf(Float64Array.of(4, 1, 5, 3, 2));
    expect([mean, min, max]).toEqual([3, 1, 5]);
    expect(deviation).toBeCloseTo(Math.sqrt(2.5), 12);
    expect(standardError).toBeCloseTo(Math.sqrt(0.5), 12);
    expect(percentiles.find(({ level }) => level === 0.25)!.value).toBe(2);
  });
});

describe("breachOf", () => {
  it("has Wilson's interval: 8 of 10 gives 0.4902 to 0.9433 (Agresti & Coull 1998; R, prop.test without correction)", () => {
    const { probability, low, high } = breachOf(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1, 5, 5), 2, "below");
    expect(probability).toBe(0.8);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it("counts neither side at the threshold, and reaches from 0 to 1", () => {
    const values = Float64Array.of(1, 2, 3);
    expect(breachOf(values, 2, "below").probability + breachOf(values, 2, "above").probability).toBeCloseTo(2 / 3, 12);
    expect(breachOf(values, 0, "below").low).toBe(0);
    expect(breachOf(values, 0, "above").high).toBe(1);
  });
});

describe("histogramOf", () => {
  it("counts every draw once, in classes that its edges name", () => {
    fc.assert(fc.property(draws, (values) => {
      const { edges, counts } = histogramOf(values);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(values.length);
      expect(edges).toHaveLength(counts.length + 1);
      expect(counts.length).toBeLessThanOrEqual(80);
    }));
  });

  it("has round edges at the width of Freedman & Diaconis: 2 × 1.349 / 10,000^⅓ = 0.125, so 0.2 or 0.1", () => {
    const { edges } = histogramOf(normals(10_000));
    const width = edges[1]! - edges[0]!;
    expect([0.1, 0.2]).toContain(Number(width.toPrecision(6)));
    for (const edge of edges) expect(Math.abs(edge * 10 - Math.round(edge * 10))).toBeLessThan(1e-9);
  });

  it("has one class where nothing varies", () => {
    expect(histogramOf(Float64Array.of(7, 7, 7))).toEqual({ edges: [7, 7], counts: [3] });
  });
});

describe("exceedanceOf", () => {
  it("falls from all to none: of 1 to 5, 3 is exceeded by two of five", () => {
    const curve = exceedanceOf(Float64Array.of(4, 1, 5, 3, 2), 5);
    expect(curve).toEqual([1, 2, 3, 4, 5].map((value) => ({ value, probability: (5 - value) / 5 })));
  });
});

describe("convergenceOf", () => {
  it("ends at the mean with 1.96 standard errors, and holds the truth about 95 times in 100", () => {
    const values = normals(2000, 5);
    const { mean, standardError } = summaryOf(values);
    const last = convergenceOf(values).at(-1)!;
    expect(last.draws).toBe(2000);
    expect(last.mean).toBeCloseTo(mean, 12);
    expect(last.high - last.mean).toBeCloseTo(1.96 * standardError, 10);
    const held = Array.from({ length: 400 }, (_, seed) => convergenceOf(normals(200, seed + 10), 4)[0]!)
      .filter(({ low, high }) => low < 0 && high > 0).length;
    expect(held).toBeGreaterThan(360);
    expect(held).toBeLessThan(396);
  });
});
