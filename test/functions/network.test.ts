import fc from "fast-check";
import type { Answer } from "../../src/functions";
import { calling, refusal } from "./calling";

const density = calling("NET_DENSITY");
const centralization = calling("NET_CENTRALIZATION");
const betweenness = calling("NET_BETWEENNESS");
const cutNodes = calling("NET_CUT_NODES");
const largest = calling("NET_LARGEST_COMP");
const robustness = calling("NET_ROBUSTNESS");
const risk = calling("SYSTEMIC_RISK");

function linked(nodes: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const table = Array.from({ length: nodes }, () => Array<number>(nodes).fill(0));
  for (const [i, j] of pairs) table[i]![j] = table[j]![i] = 1;
  return table;
}

/** Krackhardt's kite (Krackhardt 1990), as networkx.krackhardt_kite_graph numbers it. */
const kite = linked(10, [
  [0, 1], [0, 2], [0, 3], [0, 5], [1, 3], [1, 4], [1, 6], [2, 3], [2, 5],
  [3, 4], [3, 5], [3, 6], [4, 6], [5, 6], [5, 7],
  [6, 7], [7, 8], [8, 9],
]);

/** Marriages of Florentine families (Padgett), as networkx.florentine_families_graph numbers the 15 that have any. */
const florence = linked(15, [
  [0, 1], [2, 3], [2, 4], [2, 5], [1, 5], [1, 6], [1, 7], [1, 8], [1, 9], [9, 10],
  [3, 4], [3, 11], [4, 6], [4, 11], [6, 7], [7, 12], [8, 13], [8, 12], [11, 12], [12, 14],
]);

const graphs = fc.integer({ min: 3, max: 8 }).chain((nodes) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: nodes - 1 }), fc.integer({ min: 0, max: nodes - 1 })), { maxLength: 16 })
    .map((pairs) => linked(nodes, pairs.filter(([i, j]) => i !== j))));

const cells = (outcome: unknown): number[] => (outcome as number[][]).flat();

describe("NET_DENSITY", () => {
  it("is 0.4 for Krackhardt's kite: 18 of 45 links", () => expect(density(kite)).toBeCloseTo(0.4, 12));

  it("ignores the diagonal", () => expect(density([[9, 1], [0, 9]])).toBe(0.5));

  it.each([
    ["a table that is not square", [[0, 1]], "#VALUE! adjacency must have as many rows as columns"],
    ["a single firm", [[0]], "#N/A adjacency must have at least 2 rows and columns"],
  ])("refuses %s", (_, table, said) => expect(refusal(density(table))).toBe(said));
});

describe("NET_CENTRALIZATION", () => {
  it("is 1 for a star and 0 for a ring", () => {
    expect(centralization(linked(5, [[0, 1], [0, 2], [0, 3], [0, 4]]))).toBe(1);
    expect(centralization(linked(5, [[0, 1], [1, 2], [2, 3], [3, 4], [4, 0]]))).toBe(0);
  });

  it("is a third for the kite: (10 × 6 − 36) / (9 × 8)", () => expect(centralization(kite)).toBeCloseTo(24 / 72, 12));

  it("is 50 / 182 for Florence's marriages: the Medici have 6 of 20, 15 × 6 − 40 = 50", () => {
    expect(centralization(florence)).toBeCloseTo(50 / 182, 12);
  });

  it("needs three firms", () => expect(refusal(centralization([[0, 1], [1, 0]]))).toMatch(/^#N\/A/));
});

describe("NET_BETWEENNESS", () => {
  it("agrees with networkx's test of the kite", () => {
    // networkx, algorithms/centrality/tests/test_betweenness_centrality.py, test_krackhardt_kite_graph, halved.
    const counts = [1.667, 1.667, 0, 7.333, 0, 16.667, 16.667, 28, 16, 0].map((count) => count / 2);
    cells(betweenness(kite, false, false)).forEach((count, node) => expect(count).toBeCloseTo(counts[node]!, 3));
  });

  it("puts the Medici first in Florence, as networkx's test of its families prints it", () => {
    // networkx, algorithms/centrality/tests/test_betweenness_centrality.py, test_florentine_families_graph.
    const printed = [0, 0.522, 0.055, 0.022, 0.103, 0.093, 0.114, 0.092, 0.212, 0.143, 0, 0.104, 0.255, 0, 0];
    cells(betweenness(florence)).forEach((share, family) => expect(share).toBeCloseTo(printed[family]!, 3));
  });

  it("puts 14 of 36 pairs through the kite's tail", () => expect(cells(betweenness(kite))[7]).toBeCloseTo(14 / 36, 12));

  it("is 1 for the hub of a star and 0 for the rest", () => {
    expect(cells(betweenness(linked(4, [[0, 1], [0, 2], [0, 3]])))).toEqual([1, 0, 0, 0]);
  });

  it("follows the direction when told: a line of three passes one pair of two", () => {
    expect(cells(betweenness([[0, 1, 0], [0, 0, 1], [0, 0, 0]], true))).toEqual([0, 0.5, 0]);
  });

  it("declines what would take more than a second: 465 firms that all know each other", () => {
    expect(refusal(betweenness(Array.from({ length: 465 }, () => Array(465).fill(1))))).toBe(
      "#NUM! adjacency has 465 firms and 215760 links: together they must not exceed 100000000 (firms × links)",
    );
  });
});

describe("NET_CUT_NODES", () => {
  it("finds the kite's tail, nodes 8 and 9", () => {
    expect((cutNodes(kite) as Answer[][]).flatMap(([cut], i) => (cut ? [i + 1] : []))).toEqual([8, 9]);
  });

  it("finds a node exactly where its loss leaves more parts", () => {
    fc.assert(fc.property(graphs, (table) => {
      (cutNodes(table) as Answer[][]).forEach(([cut], node) => {
        const rest = table.filter((_, i) => i !== node).map((line) => line.filter((__, j) => j !== node));
        const loss = parts(rest) > parts(table) - (table[node]!.some(Boolean) ? 0 : 1);
        expect(cut).toBe(loss);
      });
    }));
  });
});

/** Parts of a graph, by flooding: another way than the code's. */
function parts(table: readonly (readonly number[])[]): number {
  const seen = new Set<number>();
  const flood = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    table[node]!.forEach((link, other) => link && flood(other));
  };
  return table.reduce((count, _, node) => (seen.has(node) ? count : (flood(node), count + 1)), 0);
}

describe("NET_LARGEST_COMP", () => {
  it("is 1 for the whole kite and 0.7 without its node 8", () => {
    expect(largest(kite)).toBe(1);
    expect(largest(kite, 8)).toBe(0.7);
    expect(largest(kite, [[8], [8], [null]])).toBe(0.7);
  });

  it("never grows as more is lost", () => {
    fc.assert(fc.property(graphs, (table) => {
      for (let gone = 1; gone < table.length; gone++) {
        const nodes = (count: number) => [Array.from({ length: count }, (_, i) => i + 1)];
        expect(largest(table, nodes(gone + 1)) as number).toBeLessThanOrEqual(largest(table, nodes(gone)) as number);
      }
    }));
  });

  it("refuses a firm that is not there", () => {
    expect(refusal(largest(kite, 11))).toBe("#VALUE! removed must not be above 10");
    expect(refusal(largest(kite, 0))).toBe("#VALUE! removed must not be below 1");
  });
});

describe("NET_ROBUSTNESS", () => {
  it("is the mean of what is left along the attack, one by one", () => {
    fc.assert(fc.property(graphs, (table) => {
      const n = table.length;
      const left = table.map((line) => [...line]);
      const gone: number[] = [];
      let total = 0;
      for (let q = 1; q <= n; q++) {
        const degrees = left.map((line, i) => (gone.includes(i) ? -1 : line.filter(Boolean).length));
        const hit = degrees.indexOf(Math.max(...degrees));
        gone.push(hit);
        left.forEach((line, i) => (line[hit] = left[hit]![i] = 0));
        total += largest(table, [gone.map((node) => node + 1)]) as number;
      }
      expect(robustness(table)).toBeCloseTo(total / n, 12);
    }));
  });

  it("is (n − 1) / 2n for a network in which all supply all", () => {
    expect(robustness(linked(4, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]))).toBeCloseTo(3 / 8, 12);
  });
});

describe("SYSTEMIC_RISK", () => {
  it("spares the customers of a firm that sells half of a linear input", () => {
    // Firms 1 and 2 sell 10 each to firm 3, which sells nothing: stopping 1 loses its own sales, half of all.
    expect(cells(risk([[0, 0, 10], [0, 0, 10], [0, 0, 0]]))).toEqual([0.5, 0.5, 1]);
  });

  it("stops a customer for want of an essential input, however small", () => {
    // 1 sells 1 and 2 sells 9 to firm 3, which sells 10 to 4. Linear: stopping 1 costs 1 + 10 % of 10, of 20 in all;
    // its competitor in sales up the chain, firm 2, loses nothing by it.
    const sales = [[0, 0, 1, 0], [0, 0, 9, 0], [0, 0, 0, 10], [0, 0, 0, 0]];
    const linear = cells(risk(sales));
    const kinds = [[1, 1, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]];
    const essential = cells(risk(sales, [[1], [2], [3], [4]], kinds));
    expect(linear[0]).toBeCloseTo((1 + 1) / 20, 9);
    expect(essential[0]).toBeCloseTo((1 + 10) / 20, 9);
  });

  it("counts a linear input as part of all purchases, the negligible ones too, as GLcascade does", () => {
    // 1 sells 1 and 2, negligible, 9 to firm 3, which sells 10 to 4: stopping 1 costs 10 % of 3, not all of it.
    const sales = [[0, 0, 1, 0], [0, 0, 9, 0], [0, 0, 0, 10], [0, 0, 0, 0]];
    const kinds = [[1, 1, 1, 1], [1, 1, 0, 1], [1, 1, 1, 1], [1, 1, 1, 1]];
    expect(cells(risk(sales, [[1], [2], [3], [4]], kinds))[0]).toBeCloseTo((1 + 1) / 20, 12);
    expect(cells(risk(sales, [[1], [2], [3], [4]], kinds))[1]).toBeCloseTo(9 / 20, 12);
  });

  describe("reads sectors", () => {
    // 1 sells 1 and 2 sells 9 to firm 3, which sells 10 to 4; only the first firm's kind is essential to the third's.
    const sales = [[0, 0, 1, 0], [0, 0, 9, 0], [0, 0, 0, 10], [0, 0, 0, 0]];
    const table = (from: number, to: number): number[][] =>
      Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (__, j) => (i === from && j === to ? 2 : 1)));
    const first = (sectors: readonly unknown[], kinds: number[][]): unknown =>
      cells(risk(sales, sectors.map((sector) => [sector]), kinds))[0];

    it("that are numbers as rows of the table, in any order", () => {
      expect(first([4, 2, 1, 5], table(3, 0))).toBeCloseTo(11 / 20, 9);
      expect(first([4, 2, 1, 5], table(0, 2))).toBeCloseTo(2 / 20, 9);
    });

    it.each([[["d", "b", "a", "e"]], [["4", "2", "a", "5"]], [["4x", "2x", "1x", "5x"]], [["x4", "x2", "x1", "x5"]], [["04", "02", "01", "05"]]])(
      "that are names by their first appearance: %p", (names) => {
        expect(first(names, table(0, 2))).toBeCloseTo(11 / 20, 9);
        expect(first(names, table(3, 0))).toBeCloseTo(2 / 20, 9);
      });
  });

  it("lies between a firm's own sales and all sales", () => {
    const tables = fc.integer({ min: 2, max: 6 }).chain((n) =>
      fc.array(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }),
        { minLength: n, maxLength: n },
      ));
    fc.assert(fc.property(tables, (table) => {
      fc.pre(table.flat().some((sale) => sale > 0));
      const total = table.flat().reduce((a, b) => a + b);
      cells(risk(table)).forEach((share, firm) => {
        expect(share).toBeGreaterThanOrEqual(table[firm]!.reduce((a, b) => a + b) / total - 1e-12);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      });
    }));
  });

  it.each([
    ["a table that is not square", [[[1, 2]]], "#VALUE! sales_matrix must have as many rows as columns"],
    ["negative sales", [[[0, -1], [0, 0]]], "#NUM! sales_matrix must not be below 0 (row 1, column 2)"],
    ["no sales at all", [[[0, 0], [0, 0]]], "#DIV/0! sales_matrix must not add up to 0"],
    ["sectors for other firms", [[[0, 1], [0, 0]], [["a"]]], "#VALUE! sectors must hold one cell for each row of sales_matrix"],
    ["essential inputs without sectors", [[[0, 1], [0, 0]], null, [[1]]], "#VALUE! sectors must be given with essential"],
    ["too small a table of them", [[[0, 1], [0, 0]], [["a"], ["b"]], [[1]]], "#VALUE! essential must have a row and a column for each of 2 sectors"],
    ["501 firms", [Array.from({ length: 501 }, () => Array(501).fill(1))], "#NUM! sales_matrix must not have more than 500 firms"],
  ])("refuses %s", (_, args, said) => expect(refusal(risk(...args))).toBe(said));

  it("answers a few firms through whom losses creep: most of what they sell goes round in circles", () => {
    // Every firm lives by the others, so that whoever stops takes all along, one ten-thousandth after the other.
    const circles = [
      [167, 0, 0, 54, 0, 0, 20, 0], [0, 0, 0, 0, 0, 0, 0.11, 0], [0, 0, 0, 0, 0, 5711, 0.03, 0],
      [0, 0, 0.02, 0, 0, 0, 1, 11], [0, 0, 0, 216, 128, 169, 0, 0.6], [0, 0, 90, 0, 0, 52, 0, 0],
      [32, 0.04, 0, 0, 0, 0.36, 0, 4758], [0, 1632, 7, 50, 0.17, 10, 38, 0],
    ];
    for (const share of cells(risk(circles))) expect(share).toBeCloseTo(1, 9);
  });

  it("declines what runs on for some seconds: 400 firms that all sell to each other", () => {
    const table = Array.from({ length: 400 }, () => Array<number>(400).fill(1));
    expect(refusal(risk(table))).toMatch(/^#NUM! sales_matrix has too many links among too many firms/);
  });
});
