import fc from "fast-check";
import { matrix, type Matrix } from "../../src/maths/matrix";
import { closeness, dispersion, geometricWeights, notReciprocal, principal } from "../../src/maths/weighing";

const table = (rows: readonly (readonly number[])[]): Matrix =>
  matrix(rows.length, rows[0]!.length, Float64Array.from(rows.flat()));

const weights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 8 });
const consistent = (sizes: readonly number[]): Matrix => table(sizes.map((row) => sizes.map((column) => row / column)));
const shared = (sizes: readonly number[]): number[] => sizes.map((size) => size / sizes.reduce((a, b) => a + b, 0));

describe("dispersion", () => {
  it("is one minus the entropy over ln n", () => {
    const entropy = -(0.2 * Math.log(0.2) + 0.8 * Math.log(0.8)) / Math.log(2);
    expect(dispersion(table([[1], [4]]))[0]).toBeCloseTo(1 - entropy, 12);
  });

  it("is 1 where one row has all, and 0 where all are alike, however they round", () => {
    const [alone, alike] = dispersion(table([[0, 0.1], [5, 0.1], [0, 0.1]]));
    expect(alone).toBeCloseTo(1, 12);
    expect(alike).toBeCloseTo(0, 12);
  });

  it("is 0 where a column differs by rounding alone", () => {
    expect([...dispersion(table([[0.1 + 0.2, 1], [0.3, 1]]))]).toEqual([0, 0]);
  });

  it("keeps its digits where a column is nearly constant: half the variance over ln n", () => {
    const small = dispersion(table([[1 - 1e-6], [1 + 1e-6]]))[0]!;
    expect(small / (1e-12 / 2 / Math.log(2))).toBeCloseTo(1, 5);
  });

  it("does not depend on the unit, even at the edge of what a number can hold", () => {
    const plain = dispersion(table([[1], [3], [4]]))[0]!;
    for (const unit of [1e307, 1e-307]) {
      expect(dispersion(table([[unit], [3 * unit], [4 * unit]]))[0]).toBeCloseTo(plain, 9);
    }
  });
});

describe("closeness", () => {
  it("is that of Tzeng & Huang's example, as in the tests of scikit-criteria", () => {
    const scores = closeness(table([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]]), [0.3, 0.4, 0.3], [1, 1, 1]);
    [0.5037, 0.6581, 0.7482, 0.334].forEach((score, i) => expect(scores[i]).toBeCloseTo(score, 4));
  });

  it("is NaN where all rows are alike, however they round", () => {
    expect(closeness(table([[1, 2], [1, 2]]), [1, 1], [1, 1])[0]).toBeNaN();
    expect(closeness(table([[0.1 + 0.2, -2], [0.3, -2]]), [1, 1], [1, -1])[0]).toBeNaN();
  });
});

describe("notReciprocal", () => {
  it("finds the first cell that does not mirror, and a diagonal that is not 1", () => {
    expect(notReciprocal(table([[1, 2], [0.5, 1]]))).toBeUndefined();
    expect(notReciprocal(table([[1, 2], [0.4, 1]]))).toEqual({ row: 1, column: 0 });
    expect(notReciprocal(table([[2, 2], [0.5, 1]]))).toEqual({ row: 0, column: 0 });
  });

  it("allows for 1/3 written with six digits", () => {
    expect(notReciprocal(table([[1, 3], [0.333333, 1]]))).toEqual({ row: 1, column: 0 });
    expect(notReciprocal(table([[1, 3], [0.3333333, 1]]))).toBeUndefined();
  });
});

describe("geometricWeights and principal", () => {
  it("give back the weights from which consistent judgements were made", () => {
    fc.assert(fc.property(weights, (sizes) => {
      const found = principal(consistent(sizes))!;
      expect(found.value).toBeCloseTo(sizes.length, 9);
      shared(sizes).forEach((share, i) => {
        expect(geometricWeights(consistent(sizes))[i]).toBeCloseTo(share, 12);
        expect(found.vector[i]).toBeCloseTo(share, 12);
      });
    }));
  });

  it("solve Av = λv, with λ not below n, for judgements at random", () => {
    const saaty = fc.constantFrom(1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 7, 9);
    const judgements = fc.array(saaty, { minLength: 28, maxLength: 28 });
    fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), judgements, (n, judged) => {
      const rows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => {
        const [low, high] = [Math.min(i, j), Math.max(i, j)];
        const judgement = judged[(high * (high - 1)) / 2 + low]!;
        return i === j ? 1 : i < j ? judgement : 1 / judgement;
      }));
      const { value, vector } = principal(table(rows))!;
      expect(value).toBeGreaterThanOrEqual(n - 1e-9);
      expect(vector.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      rows.forEach((row, i) => {
        expect(row.reduce((total, entry, j) => total + entry * vector[j]!, 0)).toBeCloseTo(value * vector[i]!, 9);
      });
    }));
  });
});
