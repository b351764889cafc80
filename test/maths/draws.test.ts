import fc from "fast-check";
import { hubbard, latinHypercube, uniform, uniformDraws } from "../../src/maths/draws";

const counter = fc.integer({ min: 0, max: 100_000_000 });

/** Hubbard's published formula, in whole numbers of any size. */
function published(trial: number, variable: number, entity: number, time: number, agent = 0): number {
  const counters = [trial, variable, entity, time, agent].map(BigInt);
  const counted = (factors: bigint[]): bigint => factors.reduce((sum, factor, i) => sum + factor * counters[i]!, 0n);
  const large = 10n ** 15n - 11n;
  const first = counted([2499997n, 1800451n, 2000371n, 1796777n, 2299603n]);
  const second = counted([2246527n, 2399993n, 2100869n, 1918303n, 1624729n]);
  const high = ((large % ((first % 7450589n) * 4658n + 7450581n)) * 383n) % 99991n;
  const low = ((large % ((second % 7450987n) * 7580n + 7560584n)) * 17669n) % 7440893n;
  return (Number(((high * 7440893n + low) * 1343n) % 2n ** 32n) + 0.5) / 2 ** 32;
}

const column = (draws: { rows: number; columns: number; data: Float64Array }, j: number): number[] =>
  Array.from({ length: draws.rows }, (_, i) => draws.data[i * draws.columns + j]!);

/** Chi-square of counts against equal shares. */
function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
}

describe("the published formula that uniform follows", () => {
  it("gives the numbers printed for the package hdr-random: entity 10, variable 2, seed3 3, seed4 4", () => {
    const printed = [
      0.18532938009593636, 0.9937039703363553, 0.09836426738183945, 0.7941507144132629, 0.7279702170053497,
      0.03101965703535825, 0.41562155552674085, 0.06352685287129134, 0.8691775795305148,
    ];
    printed.forEach((value, i) => expect(published(i + 1, 2, 10, 3, 4)).toBe(value));
  });
});

describe("uniform", () => {
  it("is that formula, bit for bit", () => {
    fc.assert(fc.property(counter, counter, counter, counter, (trial, variable, entity, time) => {
      expect(uniform(trial, variable, entity, time)).toBe(published(trial, variable, entity, time));
    }), { numRuns: 2000 });
  });

  it("needs no whole number above 2^53, and no quotient above what Excel's MOD takes (2^27)", () => {
    const { high, low, dividend, last } = hubbard;
    for (const half of [high, low]) {
      const counted = 1e8 * (half.trial + half.variable + half.entity + half.time);
      expect(counted / half.cycle).toBeLessThan(2 ** 27);
      expect(dividend / half.offset).toBeLessThanOrEqual(2 ** 27);
      const divisor = half.cycle * half.scale + half.offset;
      expect(divisor * half.spread).toBeLessThan(2 ** 53);
      expect((divisor * half.spread) / half.range).toBeLessThan(2 ** 27 * 1.01);
    }
    expect(high.range * low.range * last).toBeLessThan(2 ** 53);
  });
});

describe("uniformDraws", () => {
  const draws = uniformDraws(100_000, 2, 1);
  const [first, second] = [column(draws, 0), column(draws, 1)] as [number[], number[]];

  it("fills a hundred cells evenly, alone and against the next column and row (chi-square of 99, 1 in 1000)", () => {
    const cell = (x: number, y: number): number => Math.floor(x * 10) * 10 + Math.floor(y * 10);
    const tables = [
      first.map((x) => Math.floor(x * 100)),
      first.map((x, i) => cell(x, second[i]!)),
      first.slice(1).map((x, i) => cell(x, first[i]!)),
    ];
    for (const table of tables) {
      const counts = new Array<number>(100).fill(0);
      for (const place of table) counts[place]!++;
      expect(unevenness(counts)).toBeLessThan(148.2);
    }
  });

  it("is another column for another variable and another seed", () => {
    const other = column(uniformDraws(1000, 1, 2), 0);
    expect(other.filter((value, i) => value === first[i] || value === second[i])).toEqual([]);
  });

  it("counts rows and columns from 1: the formula in Python", () => {
    expect([...uniformDraws(3, 2, 2026).data]).toEqual([
      0.5515271407784894, 0.3937862525926903, 0.15661112742964178,
      0.41315081843640655, 0.9088141928659752, 0.619127014069818,
    ]);
  });

  it("begins alike whatever the number of rows", () => {
    expect(column(uniformDraws(5, 3, 9), 1)).toEqual(column(uniformDraws(50, 2, 9), 1).slice(0, 5));
  });
});

describe("latinHypercube", () => {
  const sizes = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 6 }), counter);

  it("shuffles and places with the counters of times 1 and 2: the formula, and Fisher & Yates, in Python", () => {
    const { data } = latinHypercube(4, 2, 2026);
    const first = [0.6672688802063931, 0.20199992528068833, 0.38028106771525927, 0.9037379291548859];
    const second = [0.5276623851677869, 0.40231222941656597, 0.1373355131072458, 0.8829541740997229];
    expect([...data]).toEqual(first.flatMap((value, i) => [value, second[i]!]));
  });

  it("draws once from each stratum of each column, never from its edge", () => {
    fc.assert(fc.property(sizes, ([samples, variables, seed]) => {
      const draws = latinHypercube(samples, variables, seed);
      for (let j = 0; j < variables; j++) {
        const strata = column(draws, j).map((value) => Math.floor(value * samples)).sort((a, b) => a - b);
        expect(strata).toEqual(Array.from({ length: samples }, (_, i) => i));
      }
      expect(draws.data.every((value) => value > 0 && value < 1)).toBe(true);
    }));
  });

  it("shuffles its columns apart: they correlate no more than chance (1.96 / √n)", () => {
    const draws = latinHypercube(2000, 4, 1);
    for (const [a, b] of [[0, 1], [1, 2], [2, 3], [0, 3]] as const) {
      const [x, y] = [column(draws, a), column(draws, b)];
      const product = x.reduce((total, value, i) => total + (value - 0.5) * (y[i]! - 0.5), 0) / 2000;
      expect(Math.abs(product * 12)).toBeLessThan(1.96 / Math.sqrt(2000));
    }
  });

  it("puts every order of three strata about as often (chi-square of 5, 1 in 1000)", () => {
    const orders = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const order = column(latinHypercube(3, 1, seed), 0).map((value) => Math.floor(value * 3)).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    expect(unevenness([...orders.values()])).toBeLessThan(20.5);
  });
});
