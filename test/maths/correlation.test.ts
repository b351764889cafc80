import fc from "fast-check";
import { impossiblePair, nearestCorrelations, part, requireCorrelations } from "../../src/maths/correlation";
import { cholesky } from "../../src/maths/cholesky";
import { matrix, product, transposed, type Matrix } from "../../src/maths/matrix";
import { correlation, rankCorrelation, ranks } from "../../src/maths/ranks";
import { Refusal } from "../../src/refusal";

const square = (...rows: number[][]): Matrix => matrix(rows.length, rows.length, Float64Array.from(rows.flat()));

const refusalOf = (wanted: Matrix, names: string[]): string => {
  try {
    requireCorrelations(wanted, names);
  } catch (error) {
    return (error as Refusal).message("en");
  }
  return "";
};

describe("cholesky", () => {
  it("is the published root of 4 12 −16, 12 37 −43, −16 −43 98 (Wikipedia, Cholesky decomposition)", () => {
    const whole = square([4, 12, -16], [12, 37, -43], [-16, -43, 98]);
    expect([...cholesky(whole)!.data]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it("comes back when squared, and is none where the matrix is not positive definite", () => {
    const sixteen = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });
    fc.assert(fc.property(sixteen, (data) => {
      const half = matrix(4, 4, Float64Array.from(data));
      const whole = product(half, transposed(half));
      for (let i = 0; i < 4; i++) whole.data[i * 5]! += 0.1;
      const root = cholesky(whole)!;
      product(root, transposed(root)).data.forEach((value, i) => expect(value).toBeCloseTo(whole.data[i]!, 12));
    }));
    expect(cholesky(square([1, 2], [2, 1]))).toBeUndefined();
  });

  it("does not depend on the unit", () => {
    for (const unit of [1e-20, 1, 1e20]) {
      const root = cholesky(square([4 * unit, 2 * unit], [2 * unit, 5 * unit]))!;
      expect(root.data[3]! / Math.sqrt(unit)).toBeCloseTo(2, 12);
      expect(cholesky(square([unit, unit], [unit, unit]))).toBeUndefined();
    }
  });
});

describe("requireCorrelations", () => {
  const names = ["demand", "price", "cost"];

  it("says which pair is impossible, and what it may be: r12 r13 ± √((1 − r12²)(1 − r13²)), by hand", () => {
    const wanted = square([1, 0.9, 0.9], [0.9, 1, -0.5], [0.9, -0.5, 1]);
    const pair = impossiblePair(wanted)!;
    expect([pair.first, pair.second]).toEqual([1, 2]);
    expect(pair.low).toBeCloseTo(0.81 - 0.19, 12);
    expect(pair.high).toBeCloseTo(1, 12);
    expect(refusalOf(wanted, names)).toBe(
      "correlations must lie between 0.620 and 1.000 for price and cost, given how both go with demand",
    );
  });

  it("says so of the same pair, in whatever order they stand", () => {
    const positive = square([1, 0.9, 0.9], [0.9, 1, -0.5], [0.9, -0.5, 1]);
    const negative = square([1, -0.9, 0.9], [-0.9, 1, 0.5], [0.9, 0.5, 1]);
    for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
      const { first, second } = impossiblePair(part(positive, order))!;
      expect([order[first], order[second]].sort()).toEqual([1, 2]);
      expect(impossiblePair(part(negative, order))!.high).toBeCloseTo(-0.62, 12);
    }
  });

  it("gives the range in which the others leave them together: possible within it, impossible beyond", () => {
    const correlations = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 10, maxLength: 10 }).map((tenths) =>
      matrix(5, 5, Float64Array.from({ length: 25 }, (_, at) => {
        const [low, high] = [Math.min(Math.floor(at / 5), at % 5), Math.max(Math.floor(at / 5), at % 5)];
        return low === high ? 1 : tenths[(high * (high - 1)) / 2 + low]! / 10;
      })));
    fc.assert(fc.property(correlations, (wanted) => {
      const pair = impossiblePair(wanted);
      if (!pair) return;
      const { first, second, low, high, among } = pair;
      const isPossible = (value: number): boolean => {
        const changed = matrix(5, 5, wanted.data.slice());
        changed.data[first * 5 + second] = changed.data[second * 5 + first] = value;
        return cholesky(part(changed, among)) !== undefined;
      };
      const inside = 1e-6 * (high - low);
      expect([low + inside, (low + high) / 2, high - inside].map(isPossible)).toEqual([true, true, true]);
      const outside = [low - 1e-6, high + 1e-6, wanted.data[first * 5 + second]!];
      expect(outside.map(isPossible)).toEqual([false, false, false]);
    }));
  });

  it("finds the three that cannot go together among many that can", () => {
    const wanted = matrix(6, 6, Float64Array.from({ length: 36 }, (_, i) => (i % 7 === 0 ? 1 : 0.1)));
    for (const [i, j, r] of [[1, 3, 0.8], [3, 5, 0.8], [1, 5, -0.8]] as const) {
      wanted.data[i * 6 + j] = wanted.data[j * 6 + i] = r;
    }
    expect(impossiblePair(wanted)!.among).toEqual([1, 3, 5]);
  });

  it.each<readonly [string, Matrix]>([
    ["correlations must be 1 between price and itself", square([1, 0, 0], [0, 2, 0], [0, 0, 1])],
    ["correlations must be the same between demand and cost in both directions", square([1, 0, 0.2], [0, 1, 0], [0.3, 0, 1])],
    ["correlations must lie from −1 to 1 between demand and price", square([1, 1.2, 0], [1.2, 1, 0], [0, 0, 1])],
    ["correlations must lie within −1 and 1 between demand and price", square([1, 1, 0], [1, 1, 0], [0, 0, 1])],
    ["correlations must lie from −1 to 1 between demand and price", square([1, 1.2, 0], [0.5, 1, 0], [0, 0, 1])],
    ["correlations must lie from −1 to 1 between demand and price", square([1, 0.5, 0], [1.2, 1, 0], [0, 0, 1])],
    ["correlations must have 3 rows and 3 columns", square([1, 0], [0, 1])],
    ["correlations must have 3 rows and 3 columns", matrix(3, 2, Float64Array.of(1, 0, 0, 1, 0, 0))],
    ["correlations must have 3 rows and 3 columns", matrix(2, 3, Float64Array.of(1, 0, 0, 0, 1, 0))],
  ])("refuses: %s", (message, wanted) => expect(refusalOf(wanted, names)).toBe(message));

  it("takes what any three variables may have", () => {
    expect(refusalOf(square([1, 0.5, 0.3], [0.5, 1, -0.2], [0.3, -0.2, 1]), names)).toBe("");
  });
});

describe("nearestCorrelations", () => {
  it("is Higham's (2002) for 1 1 0, 1 1 1, 0 1 1: 0.7607 and 0.1573", () => {
    const near = nearestCorrelations(square([1, 1, 0], [1, 1, 1], [0, 1, 1]), 0);
    const published = [1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1];
    published.forEach((value, i) => expect(near.data[i]).toBeCloseTo(value, 4));
  });

  it("can be drawn from, and leaves alone what already can", () => {
    expect(cholesky(nearestCorrelations(square([1, 0.9, 0.9], [0.9, 1, -0.5], [0.9, -0.5, 1])))).toBeDefined();
    const valid = square([1, 0.5, 0.3], [0.5, 1, -0.2], [0.3, -0.2, 1]);
    nearestCorrelations(valid).data.forEach((value, i) => expect(value).toBeCloseTo(valid.data[i]!, 10));
  });
});

describe("rank correlation", () => {
  it("shares the ranks of equal values", () => expect([...ranks(Float64Array.of(20, 10, 20, 30))]).toEqual([2.5, 1, 2.5, 4]));

  it("is −0.1758 for IQ and hours of television (Wikipedia, Spearman's rank correlation)", () => {
    const iq = Float64Array.of(106, 100, 86, 101, 99, 103, 97, 113, 112, 110);
    const hours = Float64Array.of(7, 27, 2, 50, 28, 29, 20, 12, 6, 17);
    expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it("is 1 along any rising curve and has no value without variation", () => {
    const x = Float64Array.of(1, 2, 3, 4);
    expect(rankCorrelation(x, x.map(Math.exp))).toBe(1);
    expect(correlation(x, x.map((value) => 5 - 2 * value))).toBeCloseTo(-1, 12);
    expect(correlation(x, Float64Array.of(2, 2, 2, 2))).toBeNaN();
    expect(correlation(Float64Array.of(2, 2, 2, 2), x)).toBeNaN();
  });
});
