import Graphology from "graphology";
import betweennessByGraphology from "graphology-metrics/centrality/betweenness";
import { betweenness, type Graph } from "../../src/maths/graph";
import { firmsOf, graphFrom, supplyLinks } from "../inputs/supply-network";
import { contestant, type Subject } from "../subject";

function graphologyFrom(pairs: Float64Array, links: number): Graphology {
  const graph = new Graphology({ type: "undirected" });
  for (let node = 0; node < firmsOf(links); node++) graph.addNode(node);
  for (let at = 0; at < pairs.length; at += 2) graph.addEdge(pairs[at]!, pairs[at + 1]!);
  return graph;
}

const prepared = `
def pairs_of(numbers): return [(int(numbers[at]), int(numbers[at + 1])) for at in range(0, len(numbers), 2)]
`;

const subject: Subject = {
  title: "Exact betweenness of a supply network of n links",
  sizes: [1000, 10_000],
  input: supplyLinks,
  yardstick: "igraph",
  targets: { 1000: 1.5, 10_000: 1.5 },
  tolerance: 1e-9,
  contestants: {
    ours: contestant({
      prepare: graphFrom,
      run: (graph: Graph) => betweenness(graph),
      digest: (result: Float64Array) => result.map((pairs) => pairs / 2),
    }),
    graphology: contestant({
      prepare: graphologyFrom,
      run: (graph: Graphology) => betweennessByGraphology(graph, { normalized: false }),
      digest: (result: Record<string, number>) => Object.values(result),
    }),
  },
  peers: {
    igraph: {
      needs: ["igraph"],
      code: `${prepared}
import igraph
def prepare(numbers, links): return igraph.Graph(n=links // 3, edges=pairs_of(numbers))
def run(graph): return graph.betweenness()
def digest(result): return result
`,
    },
    networkx: {
      needs: ["networkx"],
      upTo: 1000,
      code: `${prepared}
import networkx
def prepare(numbers, links):
    graph = networkx.Graph()
    graph.add_nodes_from(range(links // 3))
    graph.add_edges_from(pairs_of(numbers))
    return graph
def run(graph): return networkx.betweenness_centrality(graph, normalized=False)
def digest(result): return result.values()
`,
    },
  },
};

export default subject;
