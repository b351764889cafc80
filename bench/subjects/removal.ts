import { adaptiveAttack, removalCurve } from "../../src/maths/attack";
import type { Graph } from "../../src/maths/graph";
import { graphFrom, supplyLinks } from "../inputs/supply-network";
import { contestant, type Subject } from "../subject";

/** What anyone would write first: take the firm with most links left, and count the largest part, again and again. */
function curveStepByStep(graph: Graph): Uint32Array {
  const gone = new Set<number>();
  return Uint32Array.from({ length: graph.nodes + 1 }, () => {
    const largest = largestPart(graph, new Set(gone));
    gone.add(mostLinked(graph, gone));
    return largest;
  });
}

function mostLinked({ nodes, starts, targets }: Graph, gone: ReadonlySet<number>): number {
  let [best, most] = [0, -1];
  for (let node = 0; node < nodes; node++) {
    const links = targets.subarray(starts[node], starts[node + 1]).filter((other) => !gone.has(other)).length;
    if (!gone.has(node) && links > most) [best, most] = [node, links];
  }
  return best;
}

function largestPart({ nodes, starts, targets }: Graph, seen: Set<number>): number {
  let largest = 0;
  for (let root = 0; root < nodes; root++) {
    if (seen.has(root)) continue;
    const part = new Set([root]);
    for (const node of part) {
      const others = targets.subarray(starts[node], starts[node + 1]);
      others.filter((other) => !seen.has(other)).forEach((other) => part.add(other));
    }
    part.forEach((node) => seen.add(node));
    largest = Math.max(largest, part.size);
  }
  return largest;
}

const subject: Subject = {
  title: "Removal curve of a supply network of n links: an attack on the best-linked firm, until all are gone",
  sizes: [1000, 10_000, 50_000],
  input: supplyLinks,
  yardstick: "ours",
  limits: { 50_000: 10 },
  tolerance: 0,
  contestants: {
    ours: contestant({
      prepare: graphFrom,
      run: (graph: Graph) => removalCurve(graph, adaptiveAttack(graph)),
      digest: (curve: Uint32Array) => curve,
    }),
    "step by step": contestant({
      prepare: graphFrom,
      run: curveStepByStep,
      digest: (curve: Uint32Array) => curve,
      upTo: 1000,
    }),
  },
};

export default subject;
