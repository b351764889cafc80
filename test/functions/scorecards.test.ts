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

/** Comparisons above the diagonal, row by row, completed to a reciprocal matrix. */
const reciprocal = (...above: number[][]): number[][] => {
  const n = above.length + 1;
  const judged = (i: number, j: number): number => above[i]![j - i - 1]!;
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 1 : i < j ? judged(i, j) : 1 / judged(j, i))));
};

const [half, third, quarter, fifth, sixth, seventh, eighth] = [2, 3, 4, 5, 6, 7, 8].map((n) => 1 / n) as
  [number, number, number, number, number, number, number];

/** Saaty (1990), How to Make a Decision, European Journal of Operational Research 48: buying a house. */
const house = reciprocal(
  [5, 3, 7, 6, 6, third, quarter], [third, 5, 3, 3, fifth, seventh], [6, 3, 4, 6, fifth],
  [third, quarter, seventh, eighth],
  [half, fifth, sixth], [fifth, sixth], [half],
);

/** Saaty's drinks, from coffee to water, as the documentation of AHPy works them out. */
const drinks = reciprocal(
  [9, 5, 2, 1, 1, half], [third, 1 / 9, 1 / 9, 1 / 9, 1 / 9], [third, quarter, third, 1 / 9], [half, 1, third],
  [2, half], [third],
);

/** Coyle (2004), The Analytic Hierarchy Process: by nth roots of the row products. */
const machines = reciprocal([third, 5, 1], [5, 1], [fifth]);

describe("published judgements", () => {
  it("of Saaty's house weigh 0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333 at a ratio of 0.169", () => {
    expect(rounded(weights(house, "eigenvector"))).toEqual([0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333]);
    expect(consistency(house)).toBeCloseTo(0.169, 3);
  });

  it("of Saaty's drinks weigh as AHPy prints, at a ratio of 0.022", () => {
    expect(rounded(weights(drinks, "eigenvector"))).toEqual([0.177, 0.019, 0.042, 0.116, 0.19, 0.129, 0.327]);
    expect(consistency(drinks)).toBeCloseTo(0.022, 3);
  });

  it("of Coyle's machines weigh 0.232, 0.402, 0.061, 0.305 by geometric means", () => {
    expect(rounded(weights(machines))).toEqual([0.232, 0.402, 0.061, 0.305]);
  });
});

describe("AHP_CONSISTENCY", () => {
  it("is 0.035 for the leaders' experience and 0.044 for the criteria, as Wikipedia prints with indices 0.52 and 0.89", () => {
    expect(consistency(experience, 0.52)).toBeCloseTo((1 + Math.cbrt(16 / 9) + Math.cbrt(9 / 16) - 3) / 2 / 0.52, 12);
    expect(consistency(experience, 0.52)).toBeCloseTo(0.035, 3);
    expect(consistency(criteria, 0.89)).toBeCloseTo(0.044, 3);
  });
});

describe("pairwise comparisons", () => {
  it.each([
    ["a diagonal that is not 1", [[1, 2], [half, 2]], "#VALUE! matrix must be 1 on the diagonal (row 2)"],
    ["what does not mirror", [[1, 3, 1], [third, 1, 2], [1, third, 1]],
      "#VALUE! matrix is not reciprocal: row 3, column 2 must be 1 over row 2, column 3"],
    ["a gap", [[1, "n/a"], [half, 1]], "#N/A matrix is missing a number (row 1, column 2)"],
  ])("refuse %s", (_, table, said) => {
    expect([refusal(weights(table)), refusal(consistency(table))]).toEqual([said, said]);
  });

  it("of two are always consistent, and of eleven need an index: Saaty's table ends at ten", () => {
    const alike = Array.from({ length: 11 }, () => Array<number>(11).fill(1));
    expect(consistency([[1, 9], [1 / 9, 1]])).toBe(0);
    expect(refusal(consistency(alike))).toMatch(/^#N\/A matrix /);
    expect(consistency(alike, 1.51)).toBeCloseTo(0, 12);
  });
});

/** Speed, range, payload, cost, reliability and manoeuvrability of four aircraft. */
const aircraft = [
  [2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5],
  [1.8, 2000, 21000, 4.5, 7, 7], [2.2, 1800, 20000, 5.0, 5, 5],
];

describe("TOPSIS_SCORE", () => {
  it("is 1 for the best on each criterion and 0 for the worst on each", () => {
    const [[best], [worst]] = topsis([[9, 9], [1, 1], [5, 5]], column([1, 2])) as [[number], [number]];
    expect([best, worst]).toEqual([1, 0]);
    expect(topsis([[9, 1], [1, 9]], row([1, 1]), row([1, -1]))).toEqual([[1], [0]]);
  });

  it("is within a thousandth of 0.643, 0.268, 0.613 and 0.312 for the fighter aircraft of Hwang & Yoon (1981)", () => {
    const scores = topsis(aircraft, row([0.2, 0.1, 0.1, 0.1, 0.2, 0.3]), row([1, 1, 1, -1, 1, 1])) as number[][];
    [0.643, 0.268, 0.613, 0.312].forEach((score, i) => expect(Math.abs(scores[i]![0]! - score)).toBeLessThan(0.001));
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

  it("refuses weights and directions of other criteria, and weights of nothing", () => {
    expect(refusal(topsis([[1, 2], [3, 4]], row([1, 1, 1])))).toBe("#VALUE! weights must hold 2 cells");
    expect(refusal(topsis([[1, 2], [3, 4]], row([1, 1]), 1))).toBe("#VALUE! directions must hold 2 cells");
    expect(refusal(topsis([[1, 2], [3, 4]], row([0, 0])))).toBe("#DIV/0! weights must not add up to 0");
  });
});

describe("ENTROPY_WEIGHTS", () => {
  it("is 0.4630, 0.3992, 0.1378 and 0.0000 in Xu (2004), European Journal of Operational Research 156", () => {
    const table = [[30, 30, 38, 29], [19, 54, 86, 29], [19, 15, 85, 28.9], [68, 70, 60, 29]];
    expect(rounded(entropy(table), 4)).toEqual([0.463, 0.3992, 0.1378, 0]);
  });

  it("is 0.1146, 0.1981, 0.4185 and 0.2689 in Zavadskas & Podvezko (2016)", () => {
    const table = [[3, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11], [2.2, 70, 12, 9]];
    expect(rounded(entropy(table), 4)).toEqual([0.1146, 0.1981, 0.4185, 0.2689]);
  });

  it("is within two thousandths of the six weights of Hwang & Yoon (1981), who round the entropies first", () => {
    const printed = [0.0649, 0.2055, 0.0133, 0.0829, 0.357, 0.2764];
    const [line] = entropy(aircraft) as number[][];
    printed.forEach((weight, j) => expect(Math.abs(line![j]! - weight)).toBeLessThan(0.002));
  });

  it("is as in the tests of pymcdm over ranges from 0.1 to 900,000 (Elsayed and others 2017)", () => {
    const table = [
      [7, 312, 1891, 6613, 163], [72, 88, 728, 941804, 1078], [10, 252, 2594, 3466, 117471],
      [10, 145, 980, 2371, 86329],
      [65, 54, 350, 501, 29897], [29, 48, 380, 912, 34051], [7, 476, 3300, 78470, 2212], [70, 87, 650, 733, 819000],
      [4, 86, 591, 3015, 103], [12, 79, 579, 3240, 96098], [21, 45, 261, 1253, 453], [1, 72, 530, 4333, 0.1048],
    ];
    expect(rounded(entropy(table), 6)).toEqual([0.104991, 0.069124, 0.071373, 0.449937, 0.304575]);
  });

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

  it.each([
    ["a gap", [["n/a", 2, 3], [4, 5, 6]], "#N/A matrix is missing a number (row 1, column 1)"],
    ["a gap further on", [[1, 2, 3], [4, "n/a", 6]], "#N/A matrix is missing a number (row 2, column 2)"],
    ["a single alternative", [[1, 2]], "#N/A matrix must have at least 2 rows"],
    ["an indicator of nothing", [[1, 0], [2, 0]], "#DIV/0! matrix must not be 0 all down column 2"],
  ])("refuses %s", (_, table, said) => expect(refusal(entropy(table))).toBe(said));

  it("refuses indicators that are all constant", () => {
    expect(refusal(entropy([[1, 2], [1, 2]]))).toBe("#DIV/0! matrix has no indicator that sets the alternatives apart");
  });
});

describe("WEIGHTED_SCORE", () => {
  it("leaves a missing score out with its weight", () => {
    expect(weighted(column([80, "n/a", 60]), column([1, 5, 1]))).toBe(70);
    expect(refusal(weighted(column(["n/a", null]), column([1, 1])))).toBe("#N/A scores holds no numbers");
    expect(refusal(weighted(column([1, "n/a"]), column([0, 1])))).toBe("#DIV/0! weights must not add up to 0");
  });
});

describe("MINMAX_SCORE", () => {
  it("is the dimension index of the human development index: 75 years between 20 and 85 are 55 / 65", () => {
    expect(minmax(75, 20, 85)).toBeCloseTo(55 / 65, 12);
  });

  it("has no place between two ends that are one", () => {
    expect(refusal(minmax(1, 2, 2))).toBe("#DIV/0! best must not equal worst");
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
