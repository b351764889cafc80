import { degrees, type Graph } from "./graph";

/**
 * Size of the largest connected part after each removal: entry q is what is left once the first q nodes of `order`
 * are gone. Nodes are put back in reverse, so that the whole curve costs one pass (union–find). Undirected.
 */
export function removalCurve({ nodes, starts, targets }: Graph, order: ArrayLike<number>): Uint32Array {
  const parent = Uint32Array.from({ length: nodes }, (_, i) => i);
  const size = new Uint32Array(nodes).fill(1);
  const there = new Uint8Array(nodes).fill(1);
  for (let at = 0; at < order.length; at++) there[order[at]!] = 0;
  let largest = 0;
  for (let node = 0; node < nodes; node++) if (there[node]) connect(node);
  const curve = new Uint32Array(order.length + 1);
  curve[order.length] = largest;
  for (let at = order.length - 1; at >= 0; at--) {
    there[order[at]!] = 1;
    connect(order[at]!);
    curve[at] = largest;
  }
  return curve;

  function connect(node: number): void {
    largest = Math.max(largest, 1);
    for (let link = starts[node]!; link < starts[node + 1]!; link++) {
      if (there[targets[link]!]) join(node, targets[link]!);
    }
  }

  function join(a: number, b: number): void {
    const [one, other] = [root(a), root(b)];
    if (one === other) return;
    const [top, below] = size[one]! >= size[other]! ? [one, other] : [other, one];
    parent[below] = top;
    size[top]! += size[below]!;
    largest = Math.max(largest, size[top]!);
  }

  function root(node: number): number {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  }
}

/** The order in which an attacker takes the node with the most links left; the lowest index among equals. */
export function adaptiveAttack(graph: Graph): Uint32Array {
  const left = degrees(graph);
  const gone = new Uint8Array(graph.nodes);
  const buckets = bucketsOf(left);
  const order = new Uint32Array(graph.nodes);
  let top = buckets.length - 1;
  for (let taken = 0; taken < graph.nodes; ) {
    while (buckets[top]!.isEmpty()) top--;
    const node = buckets[top]!.takeLowest();
    if (gone[node] || left[node] !== top) continue;
    gone[node] = 1;
    order[taken++] = node;
    for (let link = graph.starts[node]!; link < graph.starts[node + 1]!; link++) {
      const other = graph.targets[link]!;
      if (!gone[other]) buckets[--left[other]!]!.put(other);
    }
  }
  return order;
}

/** Nodes by the number of their links; each bucket gives its lowest index first (a binary heap). */
class Bucket {
  private readonly heap: number[] = [];

  isEmpty(): boolean {
    return this.heap.length === 0;
  }

  put(node: number): void {
    const { heap } = this;
    let at = heap.push(node) - 1;
    for (let above = (at - 1) >> 1; at > 0 && heap[above]! > node; above = (at - 1) >> 1) {
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = node;
  }

  takeLowest(): number {
    const { heap } = this;
    const lowest = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) this.sink(last);
    return lowest;
  }

  private sink(node: number): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && heap[below + 1]! < heap[below]!) below++;
      if (below >= heap.length || heap[below]! >= node) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = node;
  }
}

function bucketsOf(degree: Uint32Array): Bucket[] {
  const most = degree.reduce((a, b) => Math.max(a, b), 0);
  const buckets = Array.from({ length: most + 1 }, () => new Bucket());
  degree.forEach((links, node) => buckets[links]!.put(node));
  return buckets;
}
