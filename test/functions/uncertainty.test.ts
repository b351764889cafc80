import fc from "fast-check";
import { calling, column, refusal } from "./calling";

const triangular = calling("TRI_INV");
const pert = calling("PERT_INV");
const summary = calling("SIM_SUMMARY");
const draws = calling("UNIFORM_DRAWS");
const hypercube = calling("LHS_SAMPLE");

const values = (outcome: unknown): number[] => (outcome as [string, number][]).map(([, value]) => value);

const step = fc.integer({ min: 1, max: 50 });

const estimate = fc.tuple(fc.integer({ min: -99, max: 99 }), step, step)
  .map(([min, up, further]) => [min, min + up, min + up + further] as const);

const probabilities = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);

const meanOver = (quantile: (p: number) => unknown): number =>
  probabilities.reduce((total, p) => total + (quantile(p) as number), 0) / probabilities.length;

describe("TRI_INV", () => {
  it("reaches the mode at (mode − min) / (max − min), and the ends at 0 and 1", () => {
    fc.assert(fc.property(estimate, ([min, mode, max]) => {
      expect(triangular((mode - min) / (max - min), min, mode, max)).toBeCloseTo(mode, 9);
      expect([triangular(0, min, mode, max), triangular(1, min, mode, max)]).toEqual([min, max]);
    }));
  });

  it("keeps a small end exactly, however far the other is", () => {
    expect(triangular(0, 0.001, 0.001, 1e9)).toBe(0.001);
    expect(triangular(1, -1e9, 0.001, 0.001)).toBe(0.001);
    expect(triangular(1e-12, 0.001, 0.001, 1e9)).toBeCloseTo(0.0015, 12); // 1 − √(1 − p) is p/2
    expect(triangular(1 - 2 ** -40, -1e9, 0.001, 0.001)).toBeCloseTo(0.001 - 1e9 * 2 ** -41, 12);
  });

  it("refuses a range beyond what a number can hold", () => {
    expect(refusal(triangular(0.5, -1e308, 0, 1e308))).toBe("#NUM! max is too large a number to calculate with");
  });

  it("has the mean (min + mode + max) / 3", () => {
    expect(meanOver((p) => triangular(p, 2, 5, 11))).toBeCloseTo(6, 2);
  });
});

describe("PERT_INV", () => {
  it("has the mean (min + 4 mode + max) / 6 of Malcolm and others (1959)", () => {
    expect(meanOver((p) => pert(p, 2, 5, 11))).toBeCloseTo(33 / 6, 2);
  });

  it("is uniform without weight on the mode, and mirrors itself", () => {
    fc.assert(fc.property(estimate, fc.integer({ min: 1, max: 99 }), ([min, mode, max], percent) => {
      const p = percent / 100;
      expect(pert(p, min, mode, max, 0)).toBeCloseTo(min + p * (max - min), 6);
      expect(pert(1 - p, -max, -mode, -min)).toBeCloseTo(-(pert(p, min, mode, max) as number), 6);
    }));
  });

  it("is Microsoft's example of BETA.INV: 2 for Beta(8, 10) on 1 to 3, a shape of 16 about 1.875", () => {
    expect(pert(0.685470581, 1, 1.875, 3, 16)).toBeCloseTo(2, 7);
  });

  it("ends at min and max exactly, however far apart", () => {
    expect([0, 1].map((p) => pert(p, -1e9, 0.0001, 0.001))).toEqual([-1e9, 0.001]);
    expect(pert(0.5, 0, 1e308, 1e308, 0) as number / 1e308).toBeCloseTo(0.5, 12);
    expect(pert(0.5, 0, 0, 1e308) as number / 1e308).toBeCloseTo(-Math.expm1(-Math.LN2 / 5), 12); // Beta(1, 5)
  });

  it("refuses estimates out of order, each by its name", () => {
    expect(refusal(pert(0.5, 3, 2, 4))).toBe("#NUM! mode must not be below min");
    expect(refusal(pert(0.5, 1, 5, 4))).toBe("#NUM! mode must not be above max");
    expect(refusal(pert(0.5, 4, 4, 4))).toBe("#DIV/0! max must not equal min");
  });
});

describe("SIM_SUMMARY", () => {
  const ten = column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

  it("agrees with R on 1:10: sd 3.02765, quantile (type 7) 1.45, 1.9, 5.5, 9.1, 9.55", () => {
    const [mean, spread, p5, p10, p50, p90, p95] = values(summary(ten));
    expect(mean).toBe(5.5);
    expect(spread).toBeCloseTo(3.02765, 5);
    [1.45, 1.9, 5.5, 9.1, 9.55].forEach((quantile, i) => expect([p5, p10, p50, p90, p95][i]).toBeCloseTo(quantile, 12));
  });

  it("counts draws strictly below the threshold, and means the worst of them", () => {
    const [, , , , , , , below, shortfall] = values(summary(ten, 3, 0.75));
    expect(below).toBe(0.2);
    expect(shortfall).toBeCloseTo((1 + 2 + 0.5 * 3) / 2.5, 12);
  });
});

describe("SIM_SUMMARY of draws without a value", () => {
  it("is that of the others", () => {
    expect(summary(column([1, "n/a", 2, "", 3]), 2)).toEqual(summary(column([1, 2, 3]), 2));
  });

  it("has no spread of one draw, and is refused of none", () => {
    const [[, mean], [, spread]] = summary(column([4, "n/a"])) as [[string, number], [string, never]];
    expect([mean, refusal(spread)]).toEqual([4, "#DIV/0! draws must hold at least 2 numbers"]);
    expect(refusal(summary(column(["n/a", "n/a"])))).toBe("#N/A draws holds no numbers");
  });
});

describe("UNIFORM_DRAWS", () => {
  it("ends at 500,000 numbers, the 4 MB that Excel takes", () => {
    expect(draws(250_000, 2, 1)).toHaveLength(250_000);
    expect(refusal(draws(250_001, 2, 1))).toMatch(/^#NUM! rows/);
  }, 20_000);

  it("does not depend on how many are drawn", () => {
    expect((draws(50, 3, 7) as number[][]).slice(0, 5).map((line) => line.slice(0, 2))).toEqual(draws(5, 2, 7));
  });

  it("has the mean and the spread of numbers from 0 to 1", () => {
    const drawn = (draws(20000, 1, 3) as number[][]).flat();
    const mean = drawn.reduce((a, b) => a + b) / drawn.length;
    const variance = drawn.reduce((total, x) => total + (x - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * drawn.length));
    expect(variance).toBeCloseTo(1 / 12, 2);
  });
});

describe("LHS_SAMPLE", () => {
  it("takes one number from each stratum of each variable", () => {
    fc.assert(fc.property(step, fc.integer({ min: 1, max: 4 }), fc.nat(1000), (samples, variables, seed) => {
      const sample = hypercube(samples, variables, seed) as number[][];
      for (let j = 0; j < variables; j++) {
        const strata = sample.map((line) => Math.floor(line[j]! * samples)).sort((a, b) => a - b);
        expect(strata).toEqual(sample.map((_, i) => i));
      }
    }));
  });
});
