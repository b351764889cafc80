import fc from "fast-check";
import type { Answer } from "../../src/functions";
import { calling, column, refusal, row } from "./calling";

const quotient = calling("LOC_QUOTIENT");
const table = calling("LQ_MATRIX");
const krugman = calling("KRUGMAN_INDEX");
const hoover = calling("HOOVER_INDEX");
const gini = calling("LOCATIONAL_GINI");
const density = calling("RELATEDNESS_DENSITY");
const complexity = calling("ECI_INDEX");

/** EconGeo's documentation: five regions, four industries. */
const econGeo = [[44, 63, 8, 83], [48, 42, 10, 1], [74, 54, 96, 16], [39, 26, 28, 13], [89, 61, 45, 76]];

const cells = fc.integer({ min: 1, max: 1000 });
const tables = fc.integer({ min: 2, max: 6 }).chain((columns) =>
  fc.array(fc.array(cells, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: 6 }));
const pairs = fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 12 });

const numbers = (outcome: unknown): number[] => (outcome as number[][]).flat();

describe("LOC_QUOTIENT", () => {
  it("is 1 where the region is built as the nation", () => expect(quotient(5, 50, 100, 1000)).toBe(1));

  it("is 2 where its share is twice the nation's", () => expect(quotient(10, 50, 100, 1000)).toBe(2));

  it.each([
    ["no region", [0, 0, 5, 10], "#DIV/0! e_r must not be 0"],
    ["no national industry", [0, 5, 0, 10], "#DIV/0! e_in must not be 0"],
    ["an industry above its region", [6, 5, 8, 10], "#NUM! e_ir must not be above e_r"],
    ["a region above the nation", [1, 50, 5, 10], "#NUM! e_r must not be above e_n"],
    ["more of it here than in the nation", [6, 8, 5, 10], "#NUM! e_ir must not be above e_in"],
  ])("refuses %s", (_, args, said) => expect(refusal(quotient(...args))).toBe(said));
});

describe("LQ_MATRIX", () => {
  it("averages to 1 with each region's share as weight", () => {
    fc.assert(
      fc.property(tables, (values) => {
        const found = table(values) as number[][];
        const total = values.flat().reduce((a, b) => a + b);
        values[0]!.forEach((_, j) => {
          const mean = values.reduce((sum, line, i) => sum + found[i]![j]! * (line.reduce((a, b) => a + b) / total), 0);
          expect(mean).toBeCloseTo(1, 9);
        });
      }),
    );
  });

  it("is LOC_QUOTIENT, cell by cell", () => {
    const columnTotal = econGeo.reduce((sum, line) => sum + line[0]!, 0);
    const total = econGeo.flat().reduce((a, b) => a + b);
    const byHand = quotient(44, 44 + 63 + 8 + 83, columnTotal, total) as number;
    expect((table(econGeo) as number[][])[0]![0]).toBeCloseTo(byHand, 12);
  });

  it("leaves an empty region or industry to #DIV/0!, and the rest alone", () => {
    const found = table([[1, 0], [3, 0]]) as Answer[][];
    expect(found[0]![0]).toBe(1);
    expect(refusal(found[0]![1]!)).toMatch(/^#DIV\/0!/);
  });

  it("refuses a negative value", () => expect(refusal(table([[1, -1]]))).toMatch(/^#NUM! matrix must not be below 0/));
});

describe("KRUGMAN_INDEX", () => {
  it("is 0 for the same structure at any size, and 2 for disjoint ones", () => {
    fc.assert(fc.property(pairs, (values) => {
      expect(krugman(column(values.map(([a]) => a)), column(values.map(([a]) => 7 * a)))).toBeCloseTo(0, 9);
    }));
    expect(krugman(column([5, 0]), column([0, 3]))).toBe(2);
  });

  it("is Farhauer & Kröll's 0.1595 for Sweden against the mean shares of its neighbours, as REAT's krugman.spec2", () => {
    const neighbours = [
      [35000, 12000, 30000, 8000, 22000], [40000, 10000, 25000, 9000, 18000],
      [30000, 11000, 18000, 3000, 13000], [40000, 6000, 11000, 2000, 12000],
    ];
    const jobs = neighbours.map((line) => line.reduce((a, b) => a + b));
    const shares = [0, 1, 2, 3, 4].map((i) => neighbours.reduce((sum, line, j) => sum + line[i]! / jobs[j]!, 0));
    expect(krugman(column([45000, 15000, 32000, 10000, 30000]), column(shares))).toBeCloseTo(0.1595, 4);
  });

  it("is the same either way", () => {
    fc.assert(fc.property(pairs, (values) => {
      const [one, other] = [column(values.map(([a]) => a)), column(values.map(([, b]) => b))];
      expect(krugman(one, other)).toBeCloseTo(krugman(other, one) as number, 12);
    }));
  });

  it("refuses a region of nothing, and industries that do not match", () => {
    expect(refusal(krugman(column([0, 0]), column([1, 1])))).toBe("#DIV/0! region must not add up to 0");
    expect(refusal(krugman(column([1, 1]), column([0, 0])))).toBe("#DIV/0! reference must not add up to 0");
    expect(refusal(krugman(column([1, 1]), row([1, 1])))).toMatch(/^#VALUE! reference must have as many rows/);
  });
});

describe("HOOVER_INDEX", () => {
  it("is half the Krugman index", () => {
    fc.assert(fc.property(pairs, (values) => {
      const [one, other] = [column(values.map(([a]) => a)), column(values.map(([, b]) => b))];
      expect(2 * (hoover(one, other) as number)).toBeCloseTo(krugman(one, other) as number, 12);
    }));
  });

  it("is the coefficient of localisation: 0.2 for 15, 35, 30, 20 against 35, 30, 20, 15 (Krumme, after Hoover)", () => {
    expect(hoover(column([15, 35, 30, 20]), column([35, 30, 20, 15]))).toBeCloseTo(0.2, 12);
  });

  it("compares with equal shares by default", () => expect(hoover(column([1, 0, 0, 0]))).toBe(0.75));
});

describe("LOCATIONAL_GINI", () => {
  it("is by hand for the industries of EconGeo's Hoover.Gini", () => {
    const people = column([10, 15, 20, 25, 30]);
    expect(gini(column([0, 0, 0, 0, 1]), people)).toBeCloseTo(0.7, 12);
    // The region of 30 has the lower quotient: 0.5 × 0.45 + 1 × 0.75 − 0.5 × 1.
    expect(gini(column([0, 0, 0, 1, 1]), people)).toBeCloseTo(0.475, 12);
    expect(gini(column([10, 15, 20, 25, 30]), people)).toBeCloseTo(0, 12);
  });

  it("does not change when a region is split in proportion", () => {
    fc.assert(fc.property(pairs, (values) => {
      const half = [values[0]![0] / 2, values[0]![1] / 2];
      const split = [...values.slice(1), half, half] as [number, number][];
      const of = (all: readonly [number, number][]) =>
        gini(column(all.map(([a]) => a)), column(all.map(([, b]) => b))) as number;
      expect(of(split)).toBeCloseTo(of(values), 9);
    }));
  });

  it("equals its definition, pair by pair", () => {
    fc.assert(fc.property(pairs, (values) => {
      const [a, b] = [values.reduce((s, [x]) => s + x, 0), values.reduce((s, [, y]) => s + y, 0)];
      const doubled = values.flatMap(([s, r]) =>
        values.map(([t, q]) => Math.abs((s / a) * (q / b) - (t / a) * (r / b))));
      const found = gini(column(values.map(([x]) => x)), column(values.map(([, y]) => y)));
      expect(found).toBeCloseTo(doubled.reduce((x, y) => x + y) / 2, 9);
    }));
  });

  it("refuses totals of 0", () => {
    expect(refusal(gini(column([0, 0]), column([1, 1])))).toBe("#DIV/0! industry must not add up to 0");
    expect(refusal(gini(column([1, 0]), column([0, 0])))).toBe("#DIV/0! reference must not add up to 0");
  });
});

describe("RELATEDNESS_DENSITY", () => {
  it("takes 0 and 1 at threshold 0.5 for what is present: 1, 1 / 2/3, 1/3, by hand; else quotients decide", () => {
    const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 12));
    expect(numbers(density([[1, 1], [1, 0]], null, 0.5))).toEqual(near([1, 1, 2 / 3, 1 / 3]));
    // Quotients 3/4 and 3/2 over 3/2 and 0.
    expect(numbers(density([[1, 1], [1, 0]], null, 1))).toEqual(near([0, 1, 1, 0]));
    expect(numbers(density([[2, 2], [2, 0]], null, 0.5))).toEqual(near([1, 1, 2 / 3, 1 / 3]));
  });

  it("lies between 0 and 1", () => {
    fc.assert(fc.property(tables, (values) => {
      for (const share of numbers(density(values)).filter(Number.isFinite)) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
      }
    }));
  });

  it("is 1 everywhere for a region that does everything", () => {
    expect(density([[1, 1], [1, 0]], null, 0.5)).toEqual([[1, 1], [2 / 3, 1 / 3]]);
  });

  it("takes a relatedness of its own", () => {
    expect(density([[1, 0], [0, 1]], [[1, 1], [1, 1]], 0.5)).toEqual([[0.5, 0.5], [0.5, 0.5]]);
    expect(refusal(density([[1, 0, 1]], [[1]]))).toBe("#VALUE! relatedness must have as many rows as matrix has columns");
  });

  it("has none for an industry that is nowhere, or related to nothing", () => {
    const nowhere = density([[1, 0], [1, 0]], null, 0.5) as Answer[][];
    expect(nowhere[0]![0]).toBe(1);
    expect(refusal(nowhere[0]![1]!)).toBe("#DIV/0! matrix must not add up to 0");
    const unrelated = density([[1, 0], [0, 1]], [[1, 0], [1, 0]], 0.5) as Answer[][];
    expect(unrelated[0]![0]).toBe(0.5);
    expect(refusal(unrelated[0]![1]!)).toBe("#DIV/0! relatedness must not add up to 0");
  });
});

describe("ECI_INDEX", () => {
  it("declines what would take more than a second: 501 regions and 501 industries", () => {
    const table = Array.from({ length: 501 }, (_, i) => Array.from({ length: 501 }, (__, j) => 1 + ((i * j) % 7)));
    expect(refusal(complexity(table))).toBe(
      "#NUM! matrix must not have more than 500 rows and 500 columns both: it would take too long",
    );
  });

  it("has mean 0 and population standard deviation 1 over the regions", () => {
    const found = numbers(complexity(econGeo));
    expect(found.reduce((a, b) => a + b)).toBeCloseTo(0, 9);
    expect(found.reduce((a, b) => a + b * b, 0) / found.length).toBeCloseTo(1, 9);
  });

  it("makes a region the mean of its industries (py-ecomplexity's identity)", () => {
    const lq = table(econGeo) as number[][];
    const industries = numbers(complexity(econGeo, 1, "industry"));
    numbers(complexity(econGeo)).forEach((region, i) => {
      const present = industries.filter((_, j) => lq[i]![j]! >= 1);
      expect(region).toBeCloseTo(present.reduce((a, b) => a + b) / present.length, 9);
    });
  });

  it("takes a table of 0 and 1 with threshold 0.5 as what is present, as RELATEDNESS_DENSITY does", () => {
    const held = (table(econGeo) as number[][]).map((line) => line.map((lq) => Number(lq >= 1)));
    expect(complexity(held, 0.5)).toEqual(complexity(econGeo));
    // By location quotients the region that has all would lose what all have: 9 / (5 × 4) = 0.45.
    const nested = [[1, 1, 1, 1, 1], [1, 1, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]];
    const industries = numbers(complexity(nested, 0.5, "industry"));
    expect(numbers(complexity(nested, 0.5))[0]).toBeCloseTo(industries.reduce((a, b) => a + b) / 5, 9);
  });

  it("does not depend on the order of regions", () => {
    const found = numbers(complexity(econGeo));
    const reversed = numbers(complexity([...econGeo].reverse()));
    expect(reversed).toEqual(found.reverse().map((value) => expect.closeTo(value, 9)));
  });

  it("refuses an index without a sign: what regions 2 and 3 differ in, they are as diverse", () => {
    // Exchanging industries 1 and 3 exchanges regions 2 and 3: the index is opposite there and 0 for regions 1 and 4.
    const alike = [[1, 1, 1], [0, 1, 1], [1, 1, 0], [0, 1, 0]];
    expect(refusal(complexity(alike, 0.5))).toBe("#N/A matrix leaves the index without a sign: it does not vary with diversity");
  });

  it("refuses fewer than three regions with anything present", () => {
    expect(refusal(complexity([[3, 1], [1, 3]]))).toBe(
      "#N/A matrix must have an industry at or above the threshold in at least 3 regions",
    );
  });

  it("refuses presences that fall apart", () => {
    const apart = [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]];
    expect(refusal(complexity(apart))).toMatch(/^#N\/A matrix falls into parts/);
  });

  it("leaves out a region in which nothing is present, and says so in its cell", () => {
    const found = complexity([...econGeo, [0, 0, 0, 0]]) as Answer[][];
    expect(refusal(found[5]![0]!)).toBe("#N/A matrix holds nothing above the threshold here");
    expect(found[0]![0]).toBeCloseTo(numbers(complexity(econGeo))[0]!, 9);
  });
});
