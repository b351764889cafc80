import fc from "fast-check";
import { calling, column, refusal, row } from "./calling";

const weights = calling("AHP_WEIGHTS");
const consistency = calling("AHP_CONSISTENCY");
const topsis = calling("TOPSIS_SCORE");
const entropy = calling("ENTROPY_WEIGHTS");
const weighted = calling("WEIGHTED_SCORE");
const minmax = calling("MINMAX_SCORE");

const rounded = (outcome: unknown, digits = 3): number[] =>
  (outcome as number[][]).flat().map((value) => Number(value.toFixed(digits)));

/** The choice of a leader, as the encyclopaedia's article on the analytic hierarchy process works it out. */
const experience = [[1, 1 / 4, 4], [4, 1, 9], [1 / 4, 1 / 9, 1]];
const criteria = [[1, 4, 3, 7], [1 / 4, 1, 1 / 3, 3], [1 / 3, 3, 1, 5], [1 / 7, 1 / 3, 1 / 5, 1]];

const tables = fc.integer({ min: 2, max: 4 }).chain((columns) => {
  const line = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: columns, maxLength: columns });
  return fc.array(line, { minLength: 2, maxLength: 6 });
});

const close = (found: unknown, expected: unknown): void => {
  const [one, other] = [found, expected].map((outcome) => (outcome as number[][]).flat());
  expect(one).toHaveLength(other!.length);
  one!.forEach((value, i) => expect(value).toBeCloseTo(other![i]!, 9));
};

describe("AHP_WEIGHTS", () => {
  it("weighs the leader example as Wikipedia prints it: 0.217, 0.717, 0.066", () => {
    expect(rounded(weights(experience, "eigenvector"))).toEqual([0.217, 0.717, 0.066]);
  });

  it("is within a thousandth of the criteria that it prints as 0.547, 0.127, 0.270, 0.056", () => {
    const found = (weights(criteria, "eigenvector") as number[][]).flat();
    [0.547, 0.127, 0.27, 0.056].forEach((weight, i) => expect(Math.abs(found[i]! - weight)).toBeLessThan(0.001));
  });

  it("finds the weights that consistent judgements were made from, by either method", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }), (made) => {
      const judgements = made.map((one) => made.map((other) => one / other));
      const total = made.reduce((a, b) => a + b);
      for (const method of ["geometric", "eigenvector"]) {
        close(weights(judgements, method), column(made.map((weight) => weight / total)));
      }
      expect(consistency(judgements)).toBeCloseTo(0, 9);
    }));
  });
});

describe("AHP_CONSISTENCY", () => {
  it("is 0.035 for the leaders' experience and 0.044 for the criteria, as Wikipedia prints with indices 0.52 and 0.89", () => {
    expect(consistency(experience, 0.52)).toBeCloseTo((1 + Math.cbrt(16 / 9) + Math.cbrt(9 / 16) - 3) / 2 / 0.52, 12);
    expect(consistency(experience, 0.52)).toBeCloseTo(0.035, 3);
    expect(consistency(criteria, 0.89)).toBeCloseTo(0.044, 3);
  });
});

describe("TOPSIS_SCORE", () => {
  it("is 1 for the best on each criterion and 0 for the worst on each", () => {
    const [[best], [worst]] = topsis([[9, 9], [1, 1], [5, 5]], column([1, 2])) as [[number], [number]];
    expect([best, worst]).toEqual([1, 0]);
    expect(topsis([[9, 1], [1, 9]], row([1, 1]), row([1, -1]))).toEqual([[1], [0]]);
  });

  it("does not depend on the unit of a criterion or the sum of the weights", () => {
    fc.assert(fc.property(tables, fc.integer({ min: 2, max: 1000 }), (table, unit) => {
      const even = row(table[0]!.map((_, j) => j + 1));
      const scores = topsis(table, even);
      if (!Array.isArray(scores)) return;
      close(topsis(table.map(([first, ...rest]) => [first! * unit, ...rest]), even), scores);
      close(topsis(table, row(even[0]!.map((weight) => (weight as number) * unit))), scores);
    }));
  });

  it("refuses directions that are none, criteria of nothing, and alternatives that are all alike", () => {
    expect(refusal(topsis([[1, 2], [3, 4]], row([1, 1]), row([1, 0])))).toBe("#VALUE! directions must be 1 or -1");
    expect(refusal(topsis([[0, 2], [0, 4]], row([1, 1])))).toBe("#DIV/0! matrix must not be 0 all down column 1");
    expect(refusal(topsis([[1, 2], [1, 2]], row([1, 1])))).toBe("#DIV/0! matrix has alternatives that are all alike");
  });
});

describe("ENTROPY_WEIGHTS", () => {
  it("add up to 1, give 0 to what is the same for all, and do not depend on units", () => {
    fc.assert(fc.property(tables, fc.integer({ min: 2, max: 1000 }), (table, unit) => {
      const found = entropy(table.map((line) => [...line, 7]));
      if (!Array.isArray(found)) return;
      const [line] = found as number[][];
      expect(line!.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      expect(line!.at(-1)).toBe(0);
      close(entropy(table.map((cells) => [...cells.map((cell) => cell * unit), 7])), found);
    }));
  });

  it("refuses indicators that are all constant", () => {
    expect(refusal(entropy([[1, 2], [1, 2]]))).toBe("#DIV/0! matrix has no indicator that sets the alternatives apart");
  });
});

describe("WEIGHTED_SCORE", () => {
  it("leaves a missing score out with its weight", () => {
    expect(weighted(column([80, "n/a", 60]), column([1, 5, 1]))).toBe(70);
    expect(refusal(weighted(column(["n/a", null]), column([1, 1])))).toBe("#N/A scores holds no numbers");
  });
});

describe("MINMAX_SCORE", () => {
  it("is the dimension index of the human development index: 75 years between 20 and 85 are 55 / 65", () => {
    expect(minmax(75, 20, 85)).toBeCloseTo(55 / 65, 12);
  });

  it("is kept within 0 and 1, whichever end is better", () => {
    fc.assert(fc.property(fc.integer(), fc.integer(), fc.integer(), (value, worst, best) => {
      fc.pre(worst !== best);
      const score = minmax(value, worst, best) as number;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score + (minmax(value, best, worst) as number)).toBeCloseTo(1, 12);
    }));
  });
});
