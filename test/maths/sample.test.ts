import fc from "fast-check";
import { lowerTailMean, mean, percentiles, ranked, standardDeviation } from "../../src/maths/sample";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe("ranked", () => {
  it("finds what sorting would put there", () => {
    fc.assert(fc.property(values, (numbers) => {
      const ranks = [...numbers.keys()].filter((rank) => rank % 3 === 0);
      expect(ranked(Float64Array.from(numbers), ranks)).toEqual(ranks.map((rank) => sorted(numbers)[rank]));
    }));
  });

  it("leaves none larger before a rank, though many are alike", () => {
    const numbers = Float64Array.from({ length: 5000 }, (_, i) => (i * 7919) % 13);
    const [found] = ranked(numbers, [2500]);
    expect(numbers.subarray(0, 2500).every((value) => value <= found!)).toBe(true);
    expect(numbers.subarray(2500).every((value) => value >= found!)).toBe(true);
  });
});

describe("percentiles", () => {
  it("are those of Excel's PERCENTILE.INC: its documentation's 1.9 for 1, 3, 2, 4 at 0.3", () => {
    expect(percentiles(Float64Array.of(1, 3, 2, 4), [0.3])[0]).toBeCloseTo(1.9, 12);
  });

  it("stand between neighbours, in whatever order they are asked for", () => {
    expect(percentiles(Float64Array.of(1, 3, 2, 4), [0.5])).toEqual([2.5]);
    const hundred = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(percentiles(hundred, [0.9, 0.25, 0.5, 0.1])).toEqual([90, 25, 50, 10]);
  });

  it("reach from the smallest to the largest, and repeat a single value", () => {
    expect(percentiles(Float64Array.of(5, 1, 3), [0, 0.5, 1])).toEqual([1, 3, 5]);
    expect(percentiles(Float64Array.of(7), [0.05, 0.95])).toEqual([7, 7]);
  });

  it("move with the values", () => {
    fc.assert(fc.property(values, fc.integer({ min: -50, max: 50 }), (numbers, shift) => {
      const levels = [0.05, 0.5, 0.95];
      const moved = percentiles(Float64Array.from(numbers, (value) => 2 * value + shift), levels);
      percentiles(Float64Array.from(numbers), levels).forEach((value, i) => {
        expect(moved[i]).toBeCloseTo(2 * value + shift, 9);
      });
    }));
  });

  it("leave the values as they were", () => {
    const numbers = Float64Array.of(3, 1, 2);
    percentiles(numbers, [0.5]);
    expect([...numbers]).toEqual([3, 1, 2]);
  });
});

describe("standardDeviation", () => {
  it("is 2.138 of 2, 4, 4, 4, 5, 5, 7, 9: 32 / 7 under the root", () => {
    expect(standardDeviation(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it("keeps its digits far from 0, and at the edge of what a number can hold", () => {
    expect(standardDeviation(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3))).toBe(1);
    expect(standardDeviation(Float64Array.of(-1e-300, 0, 1e-300))).toBeCloseTo(1e-300, 310);
    expect(standardDeviation(Float64Array.of(-1e300, 0, 1e300)) / 1e300).toBeCloseTo(1, 12);
  });
});

describe("lowerTailMean", () => {
  it("counts the value at the edge in part", () => {
    expect(lowerTailMean(Float64Array.of(4, 1, 3, 2), 0.25)).toBe(1);
    expect(lowerTailMean(Float64Array.of(4, 1, 3, 2), 0.375)).toBeCloseTo((1 + 0.5 * 2) / 1.5, 12);
  });

  it("leaves the values as they were", () => {
    const numbers = Float64Array.of(3, 1, 2);
    lowerTailMean(numbers, 0.5);
    expect([...numbers]).toEqual([3, 1, 2]);
  });

  it("is the mean over all, and the lowest in a narrow tail", () => {
    fc.assert(fc.property(values, (numbers) => {
      const draws = Float64Array.from(numbers);
      expect(lowerTailMean(draws, 1)).toBeCloseTo(mean(draws), 9);
      expect(lowerTailMean(draws, 1e-6)).toBeCloseTo(Math.min(...numbers), 9);
    }));
  });

  it("rises with the share", () => {
    fc.assert(fc.property(values, fc.integer({ min: 1, max: 99 }), (numbers, percent) => {
      const draws = Float64Array.from(numbers);
      const mean = lowerTailMean(draws, percent / 100);
      expect(lowerTailMean(draws, (percent + 1) / 100)).toBeGreaterThanOrEqual(mean - 1e-9);
    }));
  });
});
