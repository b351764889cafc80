import { quantileOf, risingRoot } from "../../src/maths/rising-root";

function found(rising: (x: number) => number, low: number, high: number): { root: number; calls: number } {
  let calls = 0;
  return { root: risingRoot((x) => (calls++, rising(x)), low, high), calls };
}

describe("risingRoot", () => {
  it.each<readonly [string, (x: number) => number, number, number, number]>([
    ["x³ − 2x − 5 (Wallis)", (x) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    ["x² − 2", (x) => x * x - 2, 0, 2, Math.SQRT2],
    ["e^x − 3", (x) => Math.exp(x) - 3, 0, 4, Math.log(3)],
    ["ln x − 1", (x) => Math.log(x) - 1, 1, 10, Math.E],
  ])("needs less than half of the 53 halvings where a function is smooth: %s", (_, rising, low, high, expected) => {
    const { root, calls } = found(rising, low, high);
    expect(root).toBeCloseTo(expected, 14);
    expect(calls).toBeLessThan(53 / 2);
  });

  it("takes an end where the function is 0 there, and asks no further", () => {
    expect(found((x) => x - 2, 2, 5)).toEqual({ root: 2, calls: 2 });
    expect(found((x) => x - 5, 2, 5)).toEqual({ root: 5, calls: 2 });
  });

  it("closes in on a jump as halving would, three times as often at most", () => {
    const { root, calls } = found((x) => (x < 1.2345 ? -1 : 3), 0, 2);
    expect(root).toBeCloseTo(1.2345, 15);
    expect(calls).toBeLessThan(3 * 53 + 2);
  });
});

describe("quantileOf", () => {
  const exponential = (rate: number) => (x: number) => -Math.expm1(-rate * x);
  /** Cauchy's distribution, 1/2 + arctan(x) / π, cut off below 0. */
  const halfCauchy = (x: number): number => (2 / Math.PI) * Math.atan(x);

  it.each([[0.5, 1], [0.5, 1e-6], [0.9, 1e6], [0.999, 1], [1e-9, 1]])(
    "is −ln(1 − p) / rate of an exponential distribution: p %d, rate %d", (p, rate) => {
      const expected = -Math.log1p(-p) / rate;
      expect(quantileOf(exponential(rate), p, 0) / expected).toBeCloseTo(1, 12);
    });

  it("is found however heavy the tail, and asks for it in doublings", () => {
    const asked: number[] = [];
    const found = quantileOf((x) => (asked.push(x), halfCauchy(x)), 1 - 1e-6, 0);
    expect(found / Math.tan((Math.PI / 2) * (1 - 1e-6))).toBeCloseTo(1, 9);
    expect(asked.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(Math.max(...asked)).toBe(2 ** 20);
  });

  it("begins where it is told to: a uniform distribution from 20 to 30", () => {
    const uniform = (x: number): number => (x - 20) / 10;
    expect(quantileOf(uniform, 0.25, 20)).toBeCloseTo(22.5, 12);
    expect(quantileOf(uniform, 0.05, 20)).toBeCloseTo(20.5, 12);
  });

  it("ends where no place has the probability", () => {
    expect(quantileOf((x) => (x > 0 ? 0.4 : 0), 0.5, 0)).toBeGreaterThan(1e299);
  });
});
