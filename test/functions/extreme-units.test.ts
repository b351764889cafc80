import { calling, column } from "./calling";

const sizes = column([3, 1, 4, 1, 5, 9, 2, 6]);
const others = column([2, 7, 1, 8, 2, 8, 1, 8]);
const table = [[44, 63, 8, 83], [48, 42, 10, 1], [74, 54, 96, 16], [39, 26, 28, 13], [89, 61, 45, 76]];
const sales = [[0, 2, 3, 0], [1, 0, 1, 4], [0, 0, 0, 5], [2, 0, 0, 0]];
const A = [[0.15, 0.25], [0.2, 0.05]];
const [Z, x] = [[[150, 500], [200, 100]], column([1000, 2000])];
const [region, nation] = [column([350, 100]), column([1700, 2000])];

/** Ranges that compare proportions, by their place among the arguments. */
const comparisons: [name: string, args: unknown[], ranges: number[]][] = [
  ["GINI_COEF", [sizes], [0]], ["GINI_COEF", [sizes, others], [0, 1]], ["THEIL_INDEX", [sizes], [0]],
  ["THEIL_INDEX", [sizes, "L"], [0]], ["ENTROPY_INDEX", [sizes], [0]], ["HHI_INDEX", [sizes], [0]],
  ["EFFECTIVE_COUNT", [sizes, 0.5], [0]], ["CONC_RATIO", [sizes], [0]], ["OEM_EXIT_LOSS", [sizes, 0.1, "tail"], [0]],
  ["KRUGMAN_INDEX", [sizes, others], [0, 1]], ["HOOVER_INDEX", [sizes, others], [0, 1]],
  ["LOCATIONAL_GINI", [sizes, others], [0, 1]], ["LQ_MATRIX", [table], [0]], ["RELATEDNESS_DENSITY", [table], [0]],
  ["ECI_INDEX", [table], [0]], ["CAPTIVE_SUPPLIERS", [table, 4, 0.3], [0]], ["CAPACITY_UTIL", [sizes, others], [0, 1]],
  ["SYSTEMIC_RISK", [sales], [0]], ["LEONTIEF_INV", [Z, x], [0, 1]], ["IO_LINKAGES", [Z, x], [0, 1]],
  ["FLQ_COEF", [A, region, nation], [1, 2]],
];

const scaled = (range: unknown, unit: number): number[][] =>
  (range as number[][]).map((line) => line.map((value) => value * unit));

const numbers = (outcome: unknown): number[] => (Array.isArray(outcome) ? outcome.flat() : [outcome]) as number[];

describe("what compares proportions", () => {
  it.each(comparisons)("answers to the edge of what a number can hold: %s", (name, args, ranges) => {
    const most = Math.max(...ranges.flatMap((at) => (args[at] as number[][]).flat()));
    const usual = numbers(calling(name)(...args));
    for (const unit of [1.7e308 / most, 1e303 / most, 1e-306]) {
      const found = numbers(calling(name)(...args.map((arg, at) => (ranges.includes(at) ? scaled(arg, unit) : arg))));
      expect(found).toHaveLength(usual.length);
      found.forEach((value, i) => expect(Math.abs(value - usual[i]!)).toBeLessThan(1e-12 * Math.max(1, usual[i]!)));
    }
  });
});
