import fc from "fast-check";
import { Matrix as Oracle, solve } from "ml-matrix";
import { matrix, type Matrix } from "../../src/maths/matrix";
import { systemicRisk } from "../../src/maths/systemic-risk";

interface Network {
  readonly sales: Matrix;
  readonly sectors: readonly number[];
  readonly essential: Matrix;
}

const square = (n: number, cell: fc.Arbitrary<number>): fc.Arbitrary<Matrix> =>
  fc.array(cell, { minLength: n * n, maxLength: n * n }).map((cells) => matrix(n, n, Float64Array.from(cells)));

const networks: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 7 }).chain((n) => fc.record({
  sales: square(n, fc.constantFrom(0, 0, 0, 1, 2, 5)),
  sectors: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n }),
  essential: square(3, fc.constantFrom(0, 1, 2)),
})).filter(({ sales }) => sales.data.some((sale) => sale > 0));

/** As the paper writes it: from round to round, all firms on the losses of the round before. */
function roundByRound({ sales, sectors, essential }: Network): number[] {
  const n = sales.rows;
  const firms = sectors.map((_, i) => i);
  const at = (i: number, j: number): number => sales.data[i * n + j]!;
  const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const need = (i: number, j: number): number => essential.data[sectors[i]! * 3 + sectors[j]!]!;
  const lost = (parts: readonly number[], whole: readonly number[], of: readonly number[]): number =>
    (total(whole) > 0 ? total(parts.map((part, at) => part * of[at]!)) / total(whole) : 0);
  const down = (losses: readonly number[], j: number): number => {
    const bought = (takes: (i: number) => boolean): number[] => firms.map((i) => (takes(i) ? at(i, j) : 0));
    const key = [0, 1, 2].map((sector) => bought((i) => sectors[i] === sector && need(i, j) === 2));
    const linear = lost(bought((i) => need(i, j) === 1), bought(() => true), losses);
    return Math.max(linear, ...key.map((kind) => lost(kind, kind, losses)));
  };
  const up = (losses: readonly number[], i: number): number => {
    const sold = firms.map((j) => at(i, j));
    return lost(sold, sold, losses);
  };
  const settled = (stopped: number, step: typeof down): number[] => {
    let losses = firms.map((i) => Number(i === stopped));
    for (let round = 0; round < 100_000; round++) {
      const before = losses;
      losses = firms.map((i) => (i === stopped ? 1 : step(before, i)));
      if (losses.every((loss, i) => loss - before[i]! < 1e-14)) break;
    }
    return losses;
  };
  const sold = firms.map((i) => total(firms.map((j) => at(i, j))));
  return firms.map((stopped) => {
    const [below, above] = [settled(stopped, down), settled(stopped, up)];
    return total(sold.map((sale, i) => sale * Math.max(below[i]!, above[i]!))) / total(sold);
  });
}

/** Sales of very different sizes, most of them in one ring of firms. */
const rings = (fewest: number, entry: (i: number, j: number, n: number) => boolean): fc.Arbitrary<Matrix> =>
  fc.integer({ min: fewest, max: 9 }).chain((n) =>
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((powers) => {
      const isSale = (i: number, j: number): boolean => entry(i, j, n);
      return matrix(n, n, Float64Array.from(powers, (power, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        if (!isSale(i, j)) return 0;
        return (i + 1) % n === j ? 10 ** (power + 3) : power > 1 ? 10 ** (power - 3) : 0;
      }));
    }));

/** Losses where each firm has one way only, by the linear system that they solve. */
function lossesBySolving(weights: number[][], stopped: number): number[] {
  const others = weights.map((_, i) => i).filter((i) => i !== stopped);
  const net = new Oracle(others.map((j) => others.map((i) => Number(i === j) - weights[j]![i]!)));
  const found = solve(net, Oracle.columnVector(others.map((j) => weights[j]![stopped]!)));
  return weights.map((_, i) => (i === stopped ? 1 : found.get(others.indexOf(i), 0)));
}

const shares = (rows: number[][]): number[][] => rows.map((row) => {
  const all = row.reduce((a, b) => a + b);
  return row.map((value) => (all > 0 ? value / all : 0));
});

describe("systemic risk", () => {
  it("is 1 wherever every firm lives by every other, though losses creep round a ring", () => {
    fc.assert(fc.property(rings(2, (i, j) => i !== j), (sales) => {
      const one = Array.from({ length: sales.rows }, () => 0);
      for (const share of systemicRisk(sales, one)) expect(share).toBeCloseTo(1, 8);
    }), { numRuns: 50 });
  });

  it("is what ml-matrix solves where a first firm sells to all and a last one buys from all, however slow the ring", () => {
    const between = (i: number, j: number, n: number): boolean => i !== j && j !== 0 && i !== n - 1;
    const fed = rings(4, between).map((sales) => {
      const { rows: n, data } = sales;
      for (let j = 1; j < n; j++) data[j]! += 0.01;
      for (let i = 0; i < n - 1; i++) data[i * n + n - 1]! += 0.01;
      return sales;
    });
    fc.assert(fc.property(fed, (sales) => {
      const { rows: n, data } = sales;
      const sold = Array.from({ length: n }, (_, i) => [...data.subarray(i * n, (i + 1) * n)]);
      const bought = sold.map((_, j) => sold.map((row) => row[j]!));
      const total = sold.flat().reduce((a, b) => a + b);
      const expected = sold.map((_, stopped) => {
        const [down, up] = [lossesBySolving(shares(bought), stopped), lossesBySolving(shares(sold), stopped)];
        const lost = sold.map((row, i) => row.reduce((a, b) => a + b) * Math.max(down[i]!, up[i]!));
        return lost.reduce((a, b) => a + b) / total;
      });
      systemicRisk(sales, sold.map(() => 0)).forEach((share, firm) => expect(share).toBeCloseTo(expected[firm]!, 8));
    }), { numRuns: 50 });
  });

  it("is where the paper's rounds end, with essential inputs and without", () => {
    fc.assert(fc.property(networks, (network) => {
      const expected = roundByRound(network);
      const found = systemicRisk(network.sales, network.sectors, network.essential);
      found.forEach((share, firm) => expect(share).toBeCloseTo(expected[firm]!, 7));
    }), { numRuns: 30 });
  });

  it("is 1 for each of 100 firms that all sell to each other: no loss stops anywhere", () => {
    const table = matrix(100, 100, new Float64Array(10_000).fill(1));
    for (const share of systemicRisk(table, Array<number>(100).fill(0))) expect(share).toBeCloseTo(1, 9);
  });
});
