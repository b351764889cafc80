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

  it("has nine percentiles, which of 0 to 100 are the numbers themselves", () => {
    const { percentiles } = summaryOf(Float64Array.from({ length: 101 }, (_, i) => 100 - i));
    expect(percentiles.map(({ level }) => 100 * level)).toEqual([1, 5, 10, 25, 50, 75, 90, 95, 99]);
    percentiles.forEach(({ level, value }) => expect(value).toBeCloseTo(100 * level, 12));
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

  const steps = (count: number, size = 1): Float64Array => Float64Array.from({ length: count }, (_, i) => i * size);
  const every = (first: number, width: number, count: number): number[] =>
    Array.from({ length: count + 1 }, (_, i) => first + i * width);

  it("cuts 0 to 999 at each hundred: twice the half of them, 499.5, over the cube root of 1,000", () => {
    expect(histogramOf(steps(1000))).toEqual({ edges: every(0, 100, 10), counts: Array(10).fill(100) });
  });

  it.each([
    [1.5, 200], [3, 200], [4, 500], [8, 1000], [0.1, 10], [1e6, 1e8],
  ])("takes the nearest of 1, 2, 5 by ratio: √2, √10 and √50 part them; steps of %d", (size, width) => {
    const { edges } = histogramOf(steps(1000, size));
    expect(edges[1]! - edges[0]!).toBeCloseTo(width, 9);
  });

  it("has about eight classes at least: 0 and 10 by halves are 1 wide, not the 2 of Freedman & Diaconis", () => {
    const { edges, counts } = histogramOf(steps(1000).map((i) => (i < 500 ? 0 : 10)));
    expect(edges).toEqual(every(0, 1, 11));
    expect(counts).toEqual([500, ...Array(9).fill(0), 500]);
  });

  it("has about forty at most, where the middle half is one number", () => {
    const { edges, counts } = histogramOf(steps(1000).map((i) => (i < 10 ? -100 : i < 20 ? 100 : 0)));
    expect(edges).toEqual(every(-100, 5, 41));
    expect(counts).toEqual([10, ...Array(19).fill(0), 980, ...Array(19).fill(0), 10]);
  });

  it("counts what lies beyond in the outer classes", () => {
    const values = steps(10_000);
    [values[0], values[9999]] = [-1e9, 1e9];
    expect(histogramOf(values)).toEqual({ edges: every(0, 500, 20), counts: Array(20).fill(500) });
  });

  it("has one class where nothing varies, or by no more than rounding", () => {
    expect(histogramOf(Float64Array.of(7, 7, 7))).toEqual({ edges: [7, 7], counts: [3] });
    for (const size of [1, -1, 1e9]) {
      expect(histogramOf(Float64Array.of(size, size * (1 + 5e-13), size)).counts).toEqual([3]);
      expect(histogramOf(Float64Array.of(size, size * (1 + 5e-12), size)).counts.length).toBeGreaterThan(1);
    }
    expect(histogramOf(Float64Array.of(0, 1e-25)).counts).toEqual([2]);
    expect(histogramOf(Float64Array.of(0, 1e-20)).counts.length).toBeGreaterThan(1);
  });
});

describe("exceedanceOf", () => {
  it("falls from all to none: of 1 to 5, 3 is exceeded by two of five", () => {
    const curve = exceedanceOf(Float64Array.of(4, 1, 5, 3, 2), 5);
    expect(curve).toEqual([1, 2, 3, 4, 5].map((value) => ({ value, probability: (5 - value) / 5 })));
  });

  it("has a point for each percent, and leaves the draws in their order", () => {
    const values = Float64Array.from({ length: 1001 }, (_, i) => 1000 - i);
    const curve = exceedanceOf(values);
    expect(curve.map(({ value }) => value)).toEqual(Array.from({ length: 101 }, (_, i) => 10 * i));
    expect([values[0], values[1000]]).toEqual([1000, 0]);
  });
});

describe("convergenceOf", () => {
  it("tells 1, 3, then 5, 7 by hand: standard errors √(2/2) and √(20/3/4)", () => {
    const [first, second, ...rest] = convergenceOf(Float64Array.of(1, 3, 5, 7), 2);
    expect(rest).toEqual([]);
    for (const [point, draws, mean, error] of [[first!, 2, 2, 1], [second!, 4, 4, Math.sqrt(5 / 3)]] as const) {
      expect([point.draws, point.mean]).toEqual([draws, mean]);
      expect(point.low).toBeCloseTo(mean - 1.96 * error, 12);
      expect(point.high).toBeCloseTo(mean + 1.96 * error, 12);
    }
  });

  it("has fifty points of as many draws, the last of what is left, none of a single draw", () => {
    const counts = (draws: number, points?: number): number[] =>
      convergenceOf(new Float64Array(draws), points).map(({ draws: count }) => count);
    expect(counts(1000)).toEqual(Array.from({ length: 50 }, (_, i) => 20 * (i + 1)));
    expect(counts(10, 3)).toEqual([4, 8, 10]);
    expect(counts(6, 6)).toEqual([2, 4, 6]);
  });

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
