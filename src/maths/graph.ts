import type { Matrix } from "./matrix";

/** Neighbours of node i: `targets` from `starts[i]` to `starts[i + 1]`, in rising order (compressed sparse rows). */
export interface Graph {
  readonly nodes: number;
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
}

/** Links of a square matrix: every entry off the diagonal that is not 0; both ways unless directed. */
export function graphOf({ rows: nodes, data }: Matrix, directed: boolean): Graph {
  const starts = new Uint32Array(nodes + 1);
  const targets: number[] = [];
  for (let i = 0; i < nodes; i++) {
    for (let j = 0; j < nodes; j++) {
      const linked = data[i * nodes + j] !== 0 || (!directed && data[j * nodes + i] !== 0);
      if (linked && i !== j) targets.push(j);
    }
    starts[i + 1] = targets.length;
  }
  return { nodes, starts, targets: Uint32Array.from(targets) };
}

export const degrees = ({ nodes, starts }: Graph): Uint32Array =>
  Uint32Array.from({ length: nodes }, (_, i) => starts[i + 1]! - starts[i]!);

/**
 * Shortest-path betweenness of every node, links unweighted (Brandes 2001): pairs counted in both directions, so that
 * an undirected graph counts each pair twice. One search from each node: nodes × links.
 */
export function betweenness({ nodes, starts, targets }: Graph): Float64Array<ArrayBuffer> {
  const total = new Float64Array(nodes);
  const order = new Uint32Array(nodes);
  const depth = new Int32Array(nodes);
  const paths = new Float64Array(nodes);
  /** Links one step deeper, of the nodes in their order: only these hand anything back. */
  const deeper = new Uint32Array(targets.length);
  const deeperStarts = new Uint32Array(nodes + 1);
  /** What a path into a node hands back: (1 + its own share) / its paths. */
  const perPath = new Float64Array(nodes);
  for (let source = 0; source < nodes; source++) {
    depth.fill(-1);
    for (let at = search(source) - 1; at > 0; at--) handBack(at);
  }
  return total;

  function search(source: number): number {
    order[0] = source;
    depth[source] = 0;
    paths[source] = 1;
    let found = 1;
    let kept = 0;
    for (let at = 0; at < found; at++) {
      const node = order[at]!;
      const step = depth[node]! + 1;
      const through = paths[node]!;
      const end = starts[node + 1]!;
      for (let link = starts[node]!; link < end; link++) {
        const next = targets[link]!;
        if (depth[next]! < 0) {
          depth[next] = step;
          order[found++] = next;
          paths[next] = 0;
        }
        if (depth[next] !== step) continue;
        paths[next]! += through;
        deeper[kept++] = next;
      }
      deeperStarts[at + 1] = kept;
    }
    return found;
  }

  function handBack(at: number): void {
    const node = order[at]!;
    let received = 0;
    const end = deeperStarts[at + 1]!;
    for (let link = deeperStarts[at]!; link < end; link++) received += perPath[deeper[link]!]!;
    const share = paths[node]! * received;
    total[node]! += share;
    perPath[node] = (1 + share) / paths[node]!;
  }
}

/** Nodes without which their part of the graph falls apart (Hopcroft & Tarjan 1973), without recursion. Undirected. */
export function cutNodes({ nodes, starts, targets }: Graph): boolean[] {
  const isCut = new Array<boolean>(nodes).fill(false);
  const entered = new Int32Array(nodes).fill(-1);
  const lowest = new Int32Array(nodes);
  const parent = new Int32Array(nodes).fill(-1);
  const next = starts.slice(0, nodes);
  let time = 0;
  for (let root = 0; root < nodes; root++) if (entered[root]! < 0) isCut[root] = descend(root) > 1;
  return isCut;

  /** Walks the part of the graph around `root` and counts the root's branches. */
  function descend(root: number): number {
    let branches = 0;
    let node = root;
    enter(root);
    while (node >= 0) {
      if (next[node]! === starts[node + 1]!) {
        node = leave(node, root);
        continue;
      }
      const other = targets[next[node]++]!;
      if (entered[other]! < 0) {
        if (node === root) branches++;
        enter(other);
        parent[other] = node;
        node = other;
      } else lowest[node] = Math.min(lowest[node]!, entered[other]!);
    }
    return branches;
  }

  function enter(node: number): void {
    entered[node] = time;
    lowest[node] = time++;
  }

  function leave(node: number, root: number): number {
    const above = parent[node]!;
    if (above < 0) return above;
    lowest[above] = Math.min(lowest[above]!, lowest[node]!);
    if (above !== root && lowest[node]! >= entered[above]!) isCut[above] = true;
    return above;
  }
}
