import fc from "fast-check";
import Graphology from "graphology";
import betweennessByGraphology from "graphology-metrics/centrality/betweenness";
import { adaptiveAttack, removalCurve } from "../../src/maths/attack";
import { betweenness, cutNodes, degrees, graphOf, type Graph } from "../../src/maths/graph";
import { matrix, type Matrix } from "../../src/maths/matrix";
import { expectClose, rowsOf } from "./matrices";

/** Tables of up to 14 firms, most of them with few links, some with a link of a firm to itself. */
const tables = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, -2), { minLength: n * n, maxLength: n * n })
    .map((cells) => matrix(n, n, Float64Array.from(cells))));

const lawful = (law: (table: Matrix) => void): void => fc.assert(fc.property(tables, law), { numRuns: 100 });

const neighbours = ({ starts, targets }: Graph, node: number): number[] =>
  [...targets.subarray(starts[node], starts[node + 1])];

function oracleOf(table: Matrix, directed: boolean): Graphology {
  const oracle = new Graphology({ type: directed ? "directed" : "undirected" });
  for (let i = 0; i < table.rows; i++) oracle.addNode(i);
  table.data.forEach((value, at) => {
    const [i, j] = [Math.floor(at / table.rows), at % table.rows];
    if (value !== 0 && i !== j) oracle.mergeEdge(i, j);
  });
  return oracle;
}

/** By a walk from every firm that is left, as anyone would count it. */
function partsWithout(graph: Graph, gone: readonly number[]): number[] {
  const seen = new Set(gone);
  const partAround = (root: number): number => {
    if (seen.has(root)) return 0;
    seen.add(root);
    return neighbours(graph, root).reduce((size, next) => size + partAround(next), 1);
  };
  return Array.from({ length: graph.nodes }, (_, root) => partAround(root)).filter((size) => size > 0);
}

describe("a graph", () => {
  it("links what is not 0, in rising order, and nothing to itself", () => {
    const table = rowsOf([[5, 1, 0], [0, 0, 0], [-1, 2, 0]]);
    expect([0, 1, 2].map((node) => neighbours(graphOf(table, true), node))).toEqual([[1], [], [0, 1]]);
    expect([0, 1, 2].map((node) => neighbours(graphOf(table, false), node))).toEqual([[1, 2], [0, 2], [0, 1]]);
    expect([...degrees(graphOf(table, true))]).toEqual([1, 0, 2]);
  });
});

describe.each([false, true])("betweenness, directed: %s", (directed) => {
  it("is what graphology counts", () => lawful((table) => {
    const oracle = betweennessByGraphology(oracleOf(table, directed), { normalized: false });
    const counted = betweenness(graphOf(table, directed)).map((pairs) => (directed ? pairs : pairs / 2));
    expectClose(counted, Object.keys(oracle).map(Number).sort((a, b) => a - b).map((node) => oracle[node]!));
  }));
});

describe("cut nodes", () => {
  it("are those without which there are more parts", () => lawful((table) => {
    const graph = graphOf(table, false);
    const whole = partsWithout(graph, []).length;
    const isAlone = (node: number): boolean => neighbours(graph, node).length === 0;
    const without = (node: number): number => partsWithout(graph, [node]).length + Number(isAlone(node));
    expect(cutNodes(graph)).toEqual(Array.from({ length: graph.nodes }, (_, node) => without(node) > whole));
  }));
});

describe("an attack", () => {
  it("takes the firm with most links left each time, the first among equals", () => lawful((table) => {
    const graph = graphOf(table, false);
    const gone: number[] = [];
    for (const taken of adaptiveAttack(graph)) {
      const left = (node: number): number =>
        (gone.includes(node) ? -1 : neighbours(graph, node).filter((other) => !gone.includes(other)).length);
      const links = Array.from({ length: graph.nodes }, (_, node) => left(node));
      expect(taken).toBe(links.indexOf(Math.max(...links)));
      gone.push(taken);
    }
    expect([...gone].sort((a, b) => a - b)).toEqual(Array.from({ length: graph.nodes }, (_, node) => node));
  }));

  it("leaves parts of which the curve tells the largest", () => lawful((table) => {
    const graph = graphOf(table, false);
    const order = [...adaptiveAttack(graph)].reverse().slice(0, Math.ceil(graph.nodes / 2));
    const counted = Array.from({ length: order.length + 1 }, (_, taken) =>
      Math.max(0, ...partsWithout(graph, order.slice(0, taken))));
    expect([...removalCurve(graph, order)]).toEqual(counted);
  }));
});
