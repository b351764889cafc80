import fc from "fast-check";
import { complexity, presence, type Complexity } from "../../src/maths/relatedness";
import { matrix, rowSums, type Matrix } from "../../src/maths/matrix";
import { rowsOf } from "./matrices";

const isFound = (found: ReturnType<typeof complexity>): found is Complexity => typeof found === "object";

const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0) / values.length;

describe("presence", () => {
  it("is there where the quotient just reaches the threshold: all are 1 where all are alike", () => {
    expect([...presence(rowsOf([[2, 4], [3, 6]]), 1).data]).toEqual([1, 1, 1, 1]);
  });
});

describe("complexity", () => {
  it.each([
    ["disconnected", "two parts that share nothing", [[1, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 1], [0, 0, 0, 1]]],
    ["undetermined", "all alike", [[1, 1], [1, 1], [1, 1]]],
    ["undetermined", "a ring, whose second eigenvalues are 1/4 and 1/4", [[1, 1, 0], [0, 1, 1], [1, 0, 1]]],
  ])("is %s for %s", (why, _, rows) => expect(complexity(rowsOf(rows))).toBe(why));

  it("is a z-score of the regions, the mean over a region's industries, and rises with diversity", () => {
    const ones = fc.array(fc.constantFrom(0, 1), { minLength: 20, maxLength: 20 });
    const tables = fc.tuple(ones, fc.boolean()).map(([cells, wide]): Matrix => {
      const [rows, columns] = wide ? [4, 5] : [5, 4];
      return matrix(rows, columns, Float64Array.from(cells, (cell, at) =>
        (Math.floor(at / columns) === at % columns || at >= 16 ? 1 : cell)));
    });
    fc.assert(fc.property(tables, (present) => {
      const found = complexity(present);
      if (!isFound(found)) return;
      expect(mean(found.regions)).toBeCloseTo(0, 9);
      expect(mean(found.regions.map((value) => value * value))).toBeCloseTo(1, 9);
      const diversity = rowSums(present);
      found.regions.forEach((index, i) => {
        const line = present.data.subarray(i * present.columns, (i + 1) * present.columns);
        const total = line.reduce((sum, held, j) => sum + held * found.industries[j]!, 0);
        expect(total / diversity[i]!).toBeCloseTo(index, 6);
      });
      expect(mean(found.regions.map((index, i) => index * diversity[i]!))).toBeGreaterThan(0);
    }));
  });
});
