import type { Graph } from "../../src/maths/graph";
import { numbersFrom } from "../subject";

/** A network of suppliers with so many links, three for each firm: a few firms have many. Pairs of firms, each once. */
export function supplyLinks(links: number): Float64Array {
  const firms = Math.floor(links / 3);
  const drawn = numbersFrom(links, 20 * links);
  const known = new Set<number>();
  const pairs: number[] = [];
  for (let at = 0; pairs.length < 2 * links; at += 2) {
    const [one, other] = [Math.floor(drawn[at]! * firms), Math.floor(drawn[at + 1]! ** 3 * firms)];
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    if (low === high || known.has(low * firms + high)) continue;
    known.add(low * firms + high);
    pairs.push(low, high);
  }
  return Float64Array.from(pairs);
}

export const firmsOf = (links: number): number => Math.floor(links / 3);

/** The pairs as the kernels read them: both ways, neighbours in rising order. */
export function graphFrom(pairs: Float64Array, links: number): Graph {
  const nodes = firmsOf(links);
  const neighbours = Array.from({ length: nodes }, (): number[] => []);
  for (let at = 0; at < pairs.length; at += 2) {
    neighbours[pairs[at]!]!.push(pairs[at + 1]!);
    neighbours[pairs[at + 1]!]!.push(pairs[at]!);
  }
  const starts = new Uint32Array(nodes + 1);
  neighbours.forEach((found, i) => (starts[i + 1] = starts[i]! + found.length));
  return { nodes, starts, targets: Uint32Array.from(neighbours.flatMap((found) => found.sort((a, b) => a - b))) };
}
