import { risingRoot } from "../../src/maths/rising-root";

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
