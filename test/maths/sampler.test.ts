import { quantilesOf, type Distribution } from "../../src/maths/distributions";
import { uniform, uniformDraws } from "../../src/maths/draws";
import { matrix } from "../../src/maths/matrix";
import { rankCorrelation } from "../../src/maths/ranks";
import { mean } from "../../src/maths/sample";
import { sampler } from "../../src/maths/sampler";
import { isRepeatable, relatedIn, type Sampling } from "../../src/maths/sampling";
import { Refusal } from "../../src/refusal";

const several: readonly Distribution[] = [
  { kind: "triangular", min: 2, mode: 5, max: 11 },
  { kind: "pert", min: 2, mode: 5, max: 11 },
  { kind: "normal", mean: 100, deviation: 15 },
  { kind: "lognormal", mean: 3, deviation: 1.2 },
];

function drawn(distributions: readonly Distribution[], sampling: Sampling, block = sampling.draws): Float64Array[] {
  const columns = distributions.map(() => new Float64Array(sampling.draws));
  const source = sampler(distributions.map(quantilesOf), sampling);
  for (let from = 0; from < sampling.draws; from += block) {
    source.fill(columns.map((column) => column.subarray(from, from + block)));
  }
  return columns;
}

/** Iman & Conover (1982) and others ask for such: all four go together, each differently. */
const wanted = matrix(4, 4, Float64Array.of(1, 0.7, 0.4, 0, 0.7, 1, 0.2, -0.3, 0.4, 0.2, 1, 0.5, 0, -0.3, 0.5, 1));

const pairs = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]] as const;

it.each([
  [100, 0, true], [10_000, 1e8, true], [10_001, 1, false], [500, -1, false], [500, 1e8 + 1, false], [500, 0.5, false],
])("%i draws of seed %d can be repeated on a worksheet: %p", (draws, seed, can) =>
  expect(isRepeatable({ draws, seed })).toBe(can));

it("sees which variables go with any other", () => {
  expect(relatedIn(matrix(3, 3, Float64Array.of(1, 0, 0.5, 0, 1, 0, 0.5, 0, 1)))).toEqual([0, 2]);
  expect(relatedIn(matrix(2, 2, Float64Array.of(1, 0, 0, 1)))).toEqual([]);
  expect(relatedIn(undefined)).toEqual([]);
});

describe("sampler", () => {
  it.each([
    ["latin", 1000], ["plain", 1000], ["latin", 10_001], ["plain", 10_001],
  ] as const)("gives the same numbers for a seed however they are cut: %s, %i", (method, draws) => {
    const sampling: Sampling = { draws, seed: 42, method, correlations: wanted };
    expect(drawn(several, sampling, 77)).toEqual(drawn(several, sampling));
    expect(drawn(several, { ...sampling, seed: 43 })).not.toEqual(drawn(several, sampling));
  });

  it("draws what UNIFORM_DRAWS gives, up to 10,000 draws and seeds of 1e8", () => {
    const uniforms: Distribution[] = [{ kind: "uniform", min: 0, max: 1 }, { kind: "uniform", min: 0, max: 1 }];
    const table = uniformDraws(10_000, 2, 1e8).data;
    const sampling: Sampling = { draws: 10_000, seed: 1e8, method: "plain" };
    const [first, second] = drawn(uniforms, sampling) as [Float64Array, Float64Array];
    expect(first).toEqual(table.filter((_, i) => i % 2 === 0));
    expect(second).toEqual(table.filter((_, i) => i % 2 === 1));
    expect(drawn(uniforms, { ...sampling, draws: 10_001 })[0]!.subarray(0, 10_000)).not.toEqual(first);
    expect(drawn(uniforms, { ...sampling, seed: 1e8 + 1 })[0]).not.toEqual(first);
  });

  it.each([
    ["latin", 200], ["plain", 200], ["latin", 10_001], ["plain", 10_001],
  ] as const)("leaves the other inputs as they are when one is added: %s, %i", (method, draws) => {
    const sampling: Sampling = { draws, seed: 5, method };
    const more = drawn([...several, { kind: "uniform", min: 0, max: 1 }], sampling);
    expect(more.slice(0, 4)).toEqual(drawn(several, sampling));
  });

  it.each([500, 10_001])("puts one of %i draws of a Latin hypercube into each stratum, with correlations too", (draws) => {
    const uniforms: Distribution[] = several.map(() => ({ kind: "uniform", min: 0, max: 1 }));
    for (const correlations of [undefined, wanted]) {
      for (const column of drawn(uniforms, { draws, seed: 1, method: "latin", correlations })) {
        const strata = column.map((value) => Math.floor(value * draws)).sort();
        expect([...strata]).toEqual([...Array(draws).keys()]);
      }
    }
  });

  it.each([
    [2000, 10_000], [10_001, 50_000],
  ])("has the wanted rank correlations: Iman & Conover within 0.015 at %i draws, plain within three errors at %i", (few, many) => {
    const strata = drawn(several, { draws: few, seed: 7, method: "latin", correlations: wanted });
    const independent = drawn(several, { draws: many, seed: 7, method: "plain", correlations: wanted });
    for (const [i, j] of pairs) {
      const r = wanted.data[i * 4 + j]!;
      expect(Math.abs(rankCorrelation(strata[i]!, strata[j]!) - r)).toBeLessThan(0.015);
      expect(Math.abs(rankCorrelation(independent[i]!, independent[j]!) - r)).toBeLessThan(3 / Math.sqrt(many));
    }
  });

  it("keeps the means of a Latin hypercube far closer than chance would: 6, 5.5, 100 and 3, by hand", () => {
    const columns = drawn(several, { draws: 1000, seed: 3, method: "latin", correlations: wanted });
    [6, 5.5, 100, 3].forEach((middle, i) => expect(Math.abs(mean(columns[i]!) / middle - 1)).toBeLessThan(1e-3));
  });

  it.each(["latin", "plain"] as const)(
    "draws each variable from its own distribution, in no order: means and variances by hand, within four errors (%s)",
    (method) => {
      const draws = 40_000;
      const columns = drawn(several, { draws, seed: 11, method });
      const later = columns.map((column) => Float64Array.from(column, (_, i) => column[(i + 1) % draws]!));
      // Triangular (4 + 25 + 121 − 10 − 22 − 55) / 18, PERT 3.5 × 5.5 / 7, and the squares of the deviations.
      [[6, 3.5], [5.5, 2.75], [100, 225], [3, 1.44]].forEach(([middle, variance], i) => {
        const column = columns[i]!;
        expect(Math.abs(mean(column) - middle!)).toBeLessThan(4 * Math.sqrt(variance! / draws));
        expect(mean(column.map((value) => (value - middle!) ** 2)) / variance!).toBeCloseTo(1, 1);
        expect(Math.abs(rankCorrelation(column, later[i]!))).toBeLessThan(4 / Math.sqrt(draws));
      });
      const between = pairs.map(([i, j]) => Math.abs(rankCorrelation(columns[i]!, columns[j]!)));
      expect(Math.max(...between)).toBeLessThan(4 / Math.sqrt(draws));
    });

  it.each([500, 10_001])("leaves a variable alone that goes with no other: %i draws", (draws) => {
    const correlations = matrix(4, 4, Float64Array.of(1, 0, 0, 0.6, 0, 1, 0, 0, 0, 0, 1, 0, 0.6, 0, 0, 1));
    const apart = drawn(several, { draws, seed: 3, method: "plain" });
    const together = drawn(several, { draws, seed: 3, method: "plain", correlations });
    const isSame = (column: Float64Array, i: number): boolean =>
      column.every((value, at) => Math.abs(value / apart[i]![at]! - 1) < 1e-9);
    expect(together.map(isSame)).toEqual([true, true, true, false]);
  });

  it("stands within a stratum where the generator of a worksheet says, at time 2", () => {
    const uniforms: Distribution[] = several.map(() => ({ kind: "uniform", min: 0, max: 1 }));
    for (const correlations of [undefined, wanted]) {
      drawn(uniforms, { draws: 300, seed: 8, method: "latin", correlations }).forEach((column, j) => {
        for (const i of [0, 1, 299]) expect((column[i]! * 300) % 1).toBeCloseTo(uniform(i + 1, j + 1, 8, 2), 9);
      });
    }
  });

  it("refuses too few and too many draws, and more strata than memory holds", () => {
    const one = [quantilesOf(several[0]!)];
    const refused = (deed: () => unknown): string => {
      try {
        deed();
      } catch (error) {
        return (error as Refusal).message("en");
      }
      return "";
    };
    for (const draws of [99, 1_000_001, 500.5]) {
      expect(refused(() => sampler(one, { draws, seed: 1, method: "latin" }))).toBe(
        "draws must be a whole number from 100 to 1,000,000",
      );
    }
    const many = new Array(101).fill(one[0]!);
    expect(refused(() => sampler(many, { draws: 1_000_000, seed: 1, method: "latin" }))).toMatch(/plain sampling$/);
  });
});
