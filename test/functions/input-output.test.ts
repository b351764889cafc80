import fc from "fast-check";
import type { Outcome } from "../../src/functions";
import { ioExtraction } from "../../src/functions/input-output";
import { matrix } from "../../src/maths/matrix";
import { calling, column, refusal, row } from "./calling";
import { germany, millerBlair, pymrio } from "./published-economies";

const coefficients = calling("IO_COEF");
const leontief = calling("LEONTIEF_INV");
const multipliers = calling("IO_MULTIPLIER");
const impact = calling("IO_IMPACT");
const linkages = calling("IO_LINKAGES");
const extraction = calling("IO_EXTRACTION");
const regional = calling("FLQ_COEF");

type Table = readonly (readonly number[])[];

const numbers = (outcome: Outcome): number[] => (outcome as number[][]).flat();

function expectNumbers(outcome: Outcome, expected: readonly number[], digits = 10): void {
  expect(numbers(outcome)).toHaveLength(expected.length);
  numbers(outcome).forEach((value, i) => expect(value / (expected[i] || 1)).toBeCloseTo(expected[i] ? 1 : 0, digits));
}

const perOutput = (values: readonly number[]): unknown[][] => column(values.map((each, i) => each / germany.x[i]!));

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const columnTotals = (table: Table): number[] => table[0]!.map((_, j) => total(table.map((line) => line[j]!)));

/** Flows that leave a part of each output over, with outputs of different size. */
const economies = fc.integer({ min: 2, max: 6 }).chain((n) => {
  const each = <Value>(values: fc.Arbitrary<Value>) => fc.array(values, { minLength: n, maxLength: n });
  return fc.record({
    x: each(fc.integer({ min: 10, max: 9999 })),
    shares: each(each(fc.integer({ min: 0, max: 900 }).map((thousandths) => thousandths / 1000))),
    demand: each(fc.integer({ min: 1, max: 999 })),
  }).map(({ x, shares, demand }) => {
    const A = shares.map((line) => line.map((share) => share / n));
    return { n, x, A, demand, Z: A.map((line) => line.map((a, j) => a * x[j]!)) };
  });
});

type Economy = typeof economies extends fc.Arbitrary<infer One> ? One : never;

const lawful = (law: (economy: Economy) => void): void => fc.assert(fc.property(economies, law));

describe("IO_COEF", () => {
  it("takes outputs in a row as in a column", () => {
    expect(coefficients(millerBlair.Z, row(millerBlair.x))).toEqual(millerBlair.A);
    expect(coefficients(millerBlair.Z, column(millerBlair.x))).toEqual(millerBlair.A);
  });

  it("does not depend on the unit of money", () => lawful(({ Z, x }) => {
    const inYuan = coefficients(Z.map((line) => line.map((flow) => flow * 1e4)), column(x.map((made) => made * 1e4)));
    expectNumbers(inYuan, numbers(coefficients(Z, column(x))));
  }));

  it("is 0 for a sector that neither makes nor buys anything", () => {
    expect(coefficients([[1, 0], [2, 0]], column([10, 0]))).toEqual([[0.1, 0], [0.2, 0]]);
  });

  it("declines the whole column of a sector that buys without output, and only that", () => {
    const [[one, two], [three, four]] = coefficients([[150, 500], [200, 0]], column([1000, 0])) as Outcome[][];
    expect([one, three]).toEqual([0.15, 0.2]);
    for (const cell of [two, four]) expect(refusal(cell!)).toBe("#DIV/0! x is 0 for sector 2, which buys inputs");
  });

  it.each([
    ["a table that is not square", [[[1, 2]], column([1, 2])], "#VALUE! Z must have as many rows as columns"],
    ["too few outputs", [[[1, 2], [3, 4]], 5], "#VALUE! x must hold 2 cells"],
    ["a negative output", [[[1, 2], [3, 4]], column([5, -1])], "#NUM! x must not be below 0 (row 2, column 1)"],
    ["text", [[[1, "abc"], [3, 4]], column([5, 1])], "#VALUE! Z must be a number, not the text “abc” (row 1, column 2)"],
  ])("refuses %s", (_, [Z, x], said) => expect(refusal(coefficients(Z, x))).toBe(said));
});

describe("LEONTIEF_INV", () => {
  it("is as Miller & Blair print it, with pymrio's further digits", () => {
    expectNumbers(leontief(millerBlair.A), [1.25412541, 0.330033, 0.2640264, 1.12211221], 7);
  });

  it("agrees with pymrio's six sectors, one of which buys more than it makes", () => {
    expectNumbers(leontief(pymrio.Z, column(pymrio.x)), pymrio.L.flat());
  });

  it("agrees with Eurostat's manual on the diagonal for Germany (table 15.10)", () => {
    const found = leontief(germany.Z, column(germany.x)) as Table;
    [1.0339, 1.4292, 1.0289].forEach((own, i) => expect(found[i]![i]).toBeCloseTo(own, 3));
  });

  it("takes a table in physical units, whose columns may add up to more than 1", () => {
    // det(I − A) = 0.9 × 1 − 40 × 0.01 = 0.5.
    expectNumbers(leontief([[0.1, 40], [0.01, 0]]), [2, 80, 0.02, 1.8]);
  });

  it("is 1 on the diagonal where nobody buys from others", () => expect(leontief([[0, 0], [0, 0]])).toEqual([[1, 0], [0, 1]]));

  it("follows the order of the sectors", () => lawful(({ A, n }) => {
    const turned = (table: Table): number[] => table.map((line) => [...line].reverse()).reverse().flat();
    expectNumbers(leontief(A.map((line) => [...line].reverse()).reverse()), turned(leontief(A) as Table));
    expect(numbers(leontief(A))).toHaveLength(n * n);
  }));

  it.each([
    ["what is used up whole", [[[0.5, 0.5], [0.5, 0.5]]], /^#NUM! A leaves no net output: .*in column 1 add up to 1\)$/],
    ["what uses up more than it makes", [[[0, 2], [2, 0]]], /^#NUM! A leaves no net output/],
    ["a negative requirement", [[[0, -0.5], [0, 0]]], /^#NUM! A leaves no net output: the Hawkins–Simon condition fails$/],
    ["what is nearly singular", [[[1 - 1e-13, 0], [0, 0]]], /^#NUM! A is too close to singular .* condition number 1e\+13/],
    ["a table that is not square", [[[0.1, 0.2]]], /^#VALUE! A must have as many rows as columns$/],
    ["a seller's list as outputs", [[[1, 2], [3, 4]], column([9, 9, 9])], /^#VALUE! x must hold 2 cells$/],
    ["a buyer without output", [[[1, 2], [3, 4]], column([9, 0])], /^#DIV\/0! x is 0 for sector 2, which buys inputs$/],
  ])("refuses %s", (_, [table, x], said) => expect(refusal(leontief(table, x))).toMatch(said));
});

describe("IO_MULTIPLIER", () => {
  it("is the column sums of L for output", () => {
    expectNumbers(multipliers(pymrio.Z, null, null, null, null, column(pymrio.x)), columnTotals(pymrio.L));
  });

  it("weights L by what a unit of output carries, as pymrio's calc_M", () => {
    expectNumbers(multipliers(pymrio.Z, row(pymrio.stressors), 1, null, null, column(pymrio.x)), pymrio.footprints);
  });

  it("agrees with Eurostat's manual for Germany: output, value added and jobs", () => {
    const x = column(germany.x);
    const found = (coef: unknown): number[] => numbers(multipliers(germany.Z, coef, 1, null, null, x));
    const near = (printed: readonly number[], digits = 3) => printed.map((value) => expect.closeTo(value, digits));
    expect(found(null)).toEqual(near(germany.multipliers));
    expect(found(perOutput(germany.valueAdded))).toEqual(near([0.845, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199]));
    expect(found(perOutput(germany.thousandJobs))).toEqual(near([0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242], 4));
  });

  it("agrees with Miller & Blair (1985) closed to households: 1.365 + 0.527 and 0.425 + 1.348 of the industries", () => {
    // Households buy 0.05 of their own work: the same economy without it has their spending over 1 − 0.05.
    const spent = [0.05 / 0.95, 0.4 / 0.95];
    const [one, two] = numbers(multipliers(millerBlair.A, null, 2, row([0.3, 0.25]), column(spent)));
    expect(one).toBeCloseTo(1.365 + 0.527, 2);
    expect(two).toBeCloseTo(0.425 + 1.348, 2);
  });

  it("is per job what it is per unit, times jobs: one weight stands for all", () => lawful(({ A, n }) => {
    expectNumbers(multipliers(A, 7), numbers(multipliers(A)).map((value) => value * 7));
    expectNumbers(multipliers(A, column(Array(n).fill(7))), numbers(multipliers(A, 7)));
  }));

  it("grows with households, and not at all where they earn nothing", () => lawful(({ A, n }) => {
    const [some, none] = [column(Array(n).fill(0.05)), column(Array(n).fill(0))];
    const open = numbers(multipliers(A));
    numbers(multipliers(A, null, 2, some, some)).forEach((value, j) => expect(value).toBeGreaterThan(open[j]!));
    expectNumbers(multipliers(A, null, 2, none, some), open);
  }));

  it.each([
    ["another type", [millerBlair.A, null, 3], "#VALUE! type must be one of 1, 2"],
    ["type 2 without income", [millerBlair.A, null, 2, null, row([1, 1])], "#VALUE! household_row must be given with type 2"],
    ["type 2 without spending", [millerBlair.A, null, 2, column([1, 1])], "#VALUE! household_col must be given with type 2"],
    ["weights for other sectors", [millerBlair.A, column([1, 2, 3])], "#VALUE! coef must hold 2 cells"],
    ["households of other sectors", [millerBlair.A, null, 2, column([1, 1, 1]), 1], "#VALUE! household_row must hold 2 cells"],
    ["negative income", [millerBlair.A, null, 2, row([-1, 1])], "#NUM! household_row must not be below 0 (row 1, column 1)"],
  ])("refuses %s", (_, args, said) => expect(refusal(multipliers(...args))).toBe(said));

  it("refuses households that spend more than the industries can bear", () => {
    const refused = multipliers(millerBlair.A, null, 2, column([0.9, 0.9]), column([0.6, 0.6]));
    expect(refusal(refused)).toMatch(/^#NUM! A leaves no net output/);
  });
});

describe("IO_IMPACT", () => {
  it("is Miller & Blair's: 1247.5 and 1841.6 of output, 374.25 and 460.4 of jobs", () => {
    expectNumbers(impact(millerBlair.A, column([600, 1500])), [1247.5, 1841.6], 4);
    expectNumbers(impact(millerBlair.A, row([600, 1500]), row([0.3, 0.25])), [374.25, 460.4], 4);
  });

  it("answers Miller & Blair's (2009) problem 2.1: demand 150 + 50 and 120 − 20 calls for 1,138.9 and 844.4", () => {
    const [Z, x] = [[[500, 350], [320, 360]], column([1000, 800])];
    expectNumbers(impact(Z, column([150, 120]), null, x), [1000, 800]);
    // (I − A) has the determinant 0.135: (0.55 × 200 + 0.4375 × 100) / 0.135, (0.32 × 200 + 0.5 × 100) / 0.135.
    expectNumbers(impact(Z, column([200, 100]), null, x), [153.75 / 0.135, 114 / 0.135]);
  });

  it("gives back the outputs of the table for its own final demand", () => lawful(({ Z, x }) => {
    const demand = x.map((output, i) => output - total(Z[i]!));
    expectNumbers(impact(Z, column(demand), null, column(x)), x, 9);
  }));

  it("adds up: of two demands together, what each calls for", () => lawful(({ A, demand, x }) => {
    const [one, other] = [numbers(impact(A, column(demand))), numbers(impact(A, column(x)))];
    const together = demand.map((wanted, i) => wanted + x[i]!);
    expectNumbers(impact(A, column(together)), one.map((value, i) => value + other[i]!));
  }));

  it("adds up to the multipliers, weighted by demand", () => lawful(({ A, demand, x }) => {
    const each = numbers(multipliers(A, column(x)));
    const sum = total(numbers(impact(A, column(demand), column(x))));
    expect(sum / total(each.map((value, j) => value * demand[j]!))).toBeCloseTo(1, 10);
  }));

  it.each([
    ["demand for other sectors", [millerBlair.A, column([1, 2, 3])], "#VALUE! final_demand must hold 2 cells"],
    ["weights for other sectors", [millerBlair.A, column([1, 2]), column([1, 2, 3])], "#VALUE! coef must hold 2 cells"],
    ["an error", [millerBlair.A, column([1, { code: "#REF!" }])], "#REF!"],
  ])("refuses %s", (_, args, said) => expect(refusal(impact(...args))).toBe(said));
});

describe("IO_LINKAGES", () => {
  const averaged = (values: readonly number[]): number[] =>
    values.map((value) => (value * values.length) / total(values));

  it("is column sums of pymrio's L and row sums of its G, over their means", () => {
    const [backward, forward] = linkages(pymrio.Z, column(pymrio.x)) as Table;
    expectNumbers([backward!], averaged(columnTotals(pymrio.L)));
    expectNumbers([forward!], averaged(pymrio.G.map(total)), 7);
    expect(backward![0]).toBeCloseTo(0.7108207666831543, 12);
  });

  it("pulls as Eurostat's manual has it for Germany", () => {
    const [backward] = linkages(germany.Z, column(germany.x)) as Table;
    averaged(germany.multipliers).forEach((value, i) => expect(backward![i]).toBeCloseTo(value, 3));
  });

  it("is row sums of L by the older practice", () => {
    expectNumbers([(linkages(pymrio.Z, row(pymrio.x), "leontief") as Table)[1]!], averaged(pymrio.L.map(total)));
  });

  it("is 1 in the mean, and everywhere where all sectors are alike", () => {
    lawful(({ Z, x, n }) => {
      for (const line of linkages(Z, column(x)) as Table) expect(total(line) / n).toBeCloseTo(1, 10);
    });
    expectNumbers(linkages([[1, 1], [1, 1]], column([4, 4])), [1, 1, 1, 1]);
  });

  it("counts a sector that neither makes nor sells for itself alone", () => {
    expectNumbers(linkages([[0, 0], [0, 0]], column([5, 0])), [1, 1, 1, 1]);
    // Sector 1 takes 0.2 of itself: 1.25 and 1, over their mean.
    expectNumbers(linkages([[1, 0], [0, 0]], column([5, 0])), [1.25, 1, 1.25, 1].map((value) => value / 1.125));
  });

  it("asks for the seller's output only where it divides by it: L is 1, 0 / 0.2, 1", () => {
    const sums = [1.2, 1, 1, 1.2].map((value) => value / 1.1);
    expectNumbers(linkages([[0, 0], [1, 0]], column([5, 0]), "leontief"), sums);
  });

  it.each([
    ["outputs of other sectors", [millerBlair.Z, column([1, 2, 3])], /^#VALUE! x must hold 2 cells$/],
    ["another forward linkage", [millerBlair.Z, column([1, 2]), "gosh"], /^#VALUE! forward must be one of "ghosh", "leontief"$/],
    ["a buyer without output", [[[0, 1], [0, 1]], column([5, 0])], /^#DIV\/0! x is 0 for sector 2, which buys inputs$/],
    ["a seller without output", [[[0, 0], [1, 0]], column([5, 0])], /^#DIV\/0! x is 0 for sector 2, which sells to others$/],
    ["a first one without", [[[0, 1], [0, 0]], column([0, 5])], /^#DIV\/0! x is 0 for sector 1, which sells to others$/],
    ["flows beyond the outputs", [millerBlair.Z, column([100, 200])], /^#NUM! Z leaves no net output/],
  ])("refuses %s", (_, args, said) => expect(refusal(linkages(...args))).toMatch(said));
});

describe("IO_EXTRACTION", () => {
  it("without sector 2 leaves 350 / 0.85 of 3000 in Miller & Blair's economy", () => {
    expect(extraction(millerBlair.A, column(millerBlair.demand), 2)).toBeCloseTo(1 - 350 / 0.85 / 3000, 12);
    expect(extraction(millerBlair.A, row(millerBlair.demand), 2, "loss")).toBeCloseTo(3000 - 350 / 0.85, 9);
  });

  it("gives every sector in one call, as alone, and a refusal in its own cell", () => lawful(({ Z, x, demand, n }) => {
    const sectors = Array.from({ length: n + 1 }, (_, i) => i + 1);
    const all = (extraction(Z, column(demand), column(sectors), null, column(x)) as Outcome[][]).map(([cell]) => cell!);
    expect(refusal(all.pop()!)).toBe(`#VALUE! sector must not be above ${n}`);
    all.forEach((share, i) => expect(share).toBe(extraction(Z, column(demand), i + 1, "share", column(x))));
  }));

  it("is solved anew for another demand, or other outputs, under the same table", () => {
    const A = matrix(2, 2, Float64Array.of(0, 0.5, 0, 0));
    const losses = (demand: readonly number[], x?: readonly number[]): unknown => ioExtraction.evaluate({
      A, final_demand: Float64Array.from(demand), sector: 1, result: "loss", x: x && Float64Array.from(x),
    } as never);
    // Sector 1 makes its own demand and half of what sector 2 makes; of flows, 0.5 over the outputs of sector 2.
    expect([losses([3, 4]), losses([5, 4]), losses([5, 4], [1, 1]), losses([5, 4], [1, 2])]).toEqual([5, 7, 7, 6]);
  });

  it("is what IO_IMPACT loses with the sector's row, column and demand", () => lawful(({ A, demand }) => {
    const rest = A.map((line, i) => line.map((a, j) => (i === 0 || j === 0 ? 0 : a)));
    const left = total(numbers(impact(rest, column([0, ...demand.slice(1)]))));
    const made = total(numbers(impact(A, column(demand))));
    expect(extraction(A, column(demand), 1)).toBeCloseTo(1 - left / made, 10);
  }));

  it("is at least the sector's own share of output, and no more than all", () => lawful(({ A, demand, n }) => {
    const made = numbers(impact(A, column(demand)));
    for (let sector = 1; sector <= n; sector++) {
      const share = extraction(A, column(demand), sector) as number;
      expect(share).toBeGreaterThanOrEqual((made[sector - 1]! / total(made)) * (1 - 1e-12));
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
    }
  }));

  it("is 0 for a sector that nobody wants", () => expect(extraction([[0, 0], [0.5, 0]], column([0, 8]), 1)).toBe(0));

  it.each([
    ["a sector beyond the last", [millerBlair.A, column([1, 1]), 3], "#VALUE! sector must not be above 2"],
    ["a sector before the first", [millerBlair.A, column([1, 1]), 0], "#VALUE! sector must not be below 1"],
    ["half a sector", [millerBlair.A, column([1, 1]), 1.5], "#VALUE! sector must be a whole number"],
    ["another result", [millerBlair.A, column([1, 1]), 1, "all"], '#VALUE! result must be one of "share", "loss"'],
    ["demand for other sectors", [millerBlair.A, 1, 1], "#VALUE! final_demand must hold 2 cells"],
    ["no demand at all", [millerBlair.A, column([0, 0]), 1], "#DIV/0! final_demand must not add up to 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(extraction(...args))).toBe(said));
});

describe("the one-call form", () => {
  it("takes flows with their outputs for coefficients", () => lawful(({ A, Z, x, demand }) => {
    const made = column(x);
    expectNumbers(leontief(Z, made), numbers(leontief(A)));
    expectNumbers(multipliers(Z, made, 1, null, null, made), numbers(multipliers(A, made)));
    expectNumbers(impact(Z, column(demand), null, made), numbers(impact(A, column(demand))));
    expect(extraction(Z, column(demand), 2, null, made)).toBeCloseTo(extraction(A, column(demand), 2) as number, 12);
  }));
});

describe("FLQ_COEF", () => {
  const nation = [[0.1, 0.2, 0.05], [0.15, 0.1, 0.1], [0.05, 0.05, 0.2]];
  const pair = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 100, max: 9999 }));
  const jobs = fc.array(pair, { minLength: 3, maxLength: 3 });
  const listed = (pairs: readonly (readonly [number, number])[]) =>
    [column(pairs.map(([region]) => region)), column(pairs.map(([, all]) => all))] as const;

  it("agrees with the formula in numpy", () => {
    expectNumbers(regional(nation, column([30, 10, 60]), column([1000, 2000, 7000])), [
      0.1, 0.2, 0.05,
      0.008653524423960654, 0.017307048847921305, 0.02019155698924152,
      0.004944871099406088, 0.02966922659643653, 0.05933845319287306,
    ], 12);
  });

  it("leaves the nation as it is", () => expect(regional(nation, column([5, 6, 7]), column([5, 6, 7]))).toEqual(nation));

  it("never buys more at home than the nation does, and less the larger delta is", () => {
    fc.assert(fc.property(jobs, fc.double({ min: 0, max: 0.9, noNaN: true }), (pairs, delta) => {
      const [region, all] = listed(pairs);
      const [some, fewer] = [delta, delta + 0.05].map((given) => numbers(regional(nation, region, all, given)));
      nation.flat().forEach((a, at) => expect(some![at]).toBeLessThanOrEqual(a));
      some!.forEach((a, at) => expect(fewer![at]).toBeLessThanOrEqual(a * (1 + 1e-12)));
    }));
  });

  it("does not depend on the unit of jobs", () => {
    fc.assert(fc.property(jobs, (pairs) => {
      const thousands = pairs.map(([region, all]) => [region / 1000, all / 1000] as const);
      expectNumbers(regional(nation, ...listed(thousands)), numbers(regional(nation, ...listed(pairs))));
    }));
  });

  it("is 0 in the row and the column of a sector that the region has not", () => {
    const found = regional(nation, column([30, 0, 60]), column([1000, 2000, 7000])) as Table;
    expect(found[1]).toEqual([0, 0, 0]);
    expect(found.map((line) => line[1])).toEqual([0, 0, 0]);
  });

  const all = column([1000, 2000, 7000]);
  it.each([
    ["a sector that the nation has not", [nation, column([1, 0, 1]), column([10, 0, 10])], "#DIV/0! emp_nation must not be 0"],
    ["a region without jobs", [nation, column([0, 0, 0]), all], "#DIV/0! emp_region must not add up to 0"],
    ["a region larger than the nation", [nation, column([1001, 1, 1]), all], "#NUM! emp_region must not be above emp_nation"],
    ["a negative delta", [nation, all, all, -0.1], "#NUM! delta must not be below 0"],
    ["a delta of 1", [nation, all, all, 1], "#NUM! delta must be below 1"],
    ["jobs of other sectors", [nation, column([1, 1]), column([9, 9])], "#VALUE! emp_region must hold 3 cells"],
    ["lists that differ", [nation, column([1, 1, 1]), column([9, 9])],
      "#VALUE! emp_nation must have as many rows and columns as emp_region"],
    ["a table that is not square", [[[0.1, 0.2]], 1, 9], "#VALUE! A_nation must have as many rows as columns"],
  ])("refuses %s", (_, args, said) => expect(refusal(regional(...args))).toBe(said));
});
