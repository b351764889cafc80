import { factored, solved } from "./linear-system";
import { matrix } from "./matrix";

/**
 * The ways by which firms lose: firm i has the ways from `firms[i]` to `firms[i + 1]`, way k the links from `starts[k]`
 * to `starts[k + 1]`. Along a way the losses of others arrive by their weights, which add up to 1 at most.
 */
export interface Ways {
  readonly firms: Uint32Array;
  readonly starts: Uint32Array;
  readonly from: Uint32Array;
  readonly weights: Float64Array;
}

/** A change of a firm's loss that no longer counts. */
const settled = 1e-11;

/** Changes below this are rounding. */
const rounding = 1e-15;

/** Sweeps in which firms may change over to a worse way, before the ways they have chosen are solved. */
const looks = 4;

/** Links in whose time n firms are eliminated: a row of a dense table is run along faster than its links one by one. */
const elimination = (n: number): number => n ** 3 / 10;

/** Sweeps that leave one slow direction, along which the rest of the way is then taken at once (Aitken). */
const calm = 12;

/**
 * Losses of all firms once one has stopped, at the least fixed point: a firm loses by the worst of its ways. With one
 * way for each firm that is a linear system with one solution; it is solved for the ways that are worst so far, until
 * no firm has a worse one. `spend` is told the links that each sweep runs along. The array is the same for each firm.
 */
export function lossSpread(ways: Ways, spend: (links: number) => void): (stopped: number) => Float64Array {
  const { firms, starts, from, weights } = ways;
  const nodes = firms.length - 1;
  const dependents = dependentsOf(ways);
  const losses = new Float64Array(nodes);
  const alone = new Float64Array(nodes);
  const chosen = new Uint32Array(nodes);
  const order = new Uint32Array(nodes);
  const seen = new Uint8Array(nodes);
  const place = new Int32Array(nodes);
  let [older, newer] = [new Float64Array(nodes), new Float64Array(nodes)];
  return (stopped) => {
    const reached = reach(stopped);
    losses.fill(0);
    losses[stopped] = 1;
    for (;;) {
      for (let look = 0; look < looks; look++) if (choose(reached) < settled) return losses;
      solve(stopped, reached);
      for (let at = 1; at < reached; at++) raise(order[at]!);
    }
  };

  /** Firms that losses reach, the nearest first: `order` holds the one that stopped and then them. */
  function reach(stopped: number): number {
    seen.fill(0);
    seen[stopped] = 1;
    order[0] = stopped;
    let found = 1;
    for (let at = 0; at < found; at++) {
      for (let link = dependents.starts[order[at]!]!; link < dependents.starts[order[at]! + 1]!; link++) {
        const firm = dependents.targets[link]!;
        if (seen[firm]) continue;
        seen[firm] = 1;
        order[found++] = firm;
      }
    }
    return found;
  }

  /** Each firm after the other takes its worst way, by what is known by then; how much that changed at most. */
  function choose(reached: number): number {
    let [most, links] = [0, 0];
    for (let at = 1; at < reached; at++) {
      const firm = order[at]!;
      const before = losses[firm]!;
      for (let way = firms[firm]!; way < firms[firm + 1]!; way++) tryWay(firm, way);
      most = Math.max(most, losses[firm]! - before);
      links += starts[firms[firm + 1]!]! - starts[firms[firm]!]!;
    }
    spend(links);
    return most;
  }

  function tryWay(firm: number, way: number): void {
    const loss = arriving(way, losses);
    if (loss <= losses[firm]! + rounding) return;
    losses[firm] = Math.min(1, loss);
    chosen[firm] = way;
  }

  function arriving(way: number, known: Float64Array): number {
    let loss = 0;
    const end = starts[way + 1]!;
    for (let link = starts[way]!; link < end; link++) loss += weights[link]! * known[from[link]!]!;
    return loss;
  }

  /**
   * Solves for the chosen ways only, from nothing: what no loss reaches by them stays whole. Sweeps may cost what an
   * elimination does; it is taken then, however slowly losses settle.
   */
  function solve(stopped: number, reached: number): void {
    alone.fill(0);
    alone[stopped] = 1;
    const links = linksChosen(reached);
    for (let sweeps = 1; ; sweeps++) {
      [older, newer] = [newer, older];
      spend(links);
      const change = sweep(reached);
      if (change < rounding) return;
      if (sweeps % calm > 0) continue;
      const pace = paceOf(older, newer, reached);
      if (change < (settled / 10) * (1 - pace.shrinking)) return;
      if (sweeps * links > elimination(reached) && eliminate(stopped, reached)) return;
      if (pace.further > 0) stepAhead(reached, pace.further);
    }
  }

  function linksChosen(reached: number): number {
    let links = 0;
    for (let at = 1; at < reached; at++) links += starts[chosen[order[at]!]! + 1]! - starts[chosen[order[at]!]!]!;
    return links;
  }

  /** False where rounding makes the system singular. */
  function eliminate(stopped: number, reached: number): boolean {
    const joined = join(stopped, reached);
    const net = matrix(joined.length, joined.length);
    const direct = new Float64Array(joined.length);
    joined.forEach((firm, row) => {
      net.data[row * joined.length + row]! += 1;
      for (let link = starts[chosen[firm]!]!; link < starts[chosen[firm]! + 1]!; link++) {
        if (from[link] === stopped) direct[row]! += weights[link]!;
        else if (place[from[link]!]! >= 0) net.data[row * joined.length + place[from[link]!]!]! -= weights[link]!;
      }
    });
    spend(elimination(joined.length));
    const system = factored(net);
    const found = system && solved(system, direct);
    if (found) joined.forEach((firm, row) => (alone[firm] = found[row]!));
    return found !== undefined;
  }

  /** Firms that a loss reaches by the chosen ways; `place` is where each stands among them, −1 for the others. */
  function join(stopped: number, reached: number): number[] {
    const joined: number[] = [];
    place.fill(-1);
    for (let before = -1; before < joined.length;) {
      before = joined.length;
      for (let at = 1; at < reached; at++) {
        const firm = order[at]!;
        if (place[firm]! < 0 && isHit(firm, stopped)) place[firm] = joined.push(firm) - 1;
      }
    }
    return joined;
  }

  function isHit(firm: number, stopped: number): boolean {
    for (let link = starts[chosen[firm]!]!; link < starts[chosen[firm]! + 1]!; link++) {
      if (from[link] === stopped || place[from[link]!]! >= 0) return true;
    }
    return false;
  }

  function stepAhead(reached: number, further: number): void {
    for (let at = 1; at < reached; at++) alone[order[at]!]! += further * newer[at]!;
  }

  function sweep(reached: number): number {
    let most = 0;
    for (let at = 1; at < reached; at++) {
      const firm = order[at]!;
      const change = arriving(chosen[firm]!, alone) - alone[firm]!;
      newer[at] = change;
      alone[firm]! += change;
      most = Math.max(most, Math.abs(change));
    }
    return most;
  }

  function raise(firm: number): void {
    losses[firm] = Math.min(1, Math.max(losses[firm]!, alone[firm]!));
  }
}

/** By how much changes shrink from sweep to sweep, and how many times the last is still to come if all shrink alike. */
function paceOf(older: Float64Array, newer: Float64Array, reached: number): { shrinking: number; further: number } {
  let [before, after, along, across] = [0, 0, 0, 0];
  for (let at = 1; at < reached; at++) {
    const [was, is] = [older[at]!, newer[at]!];
    before += Math.abs(was);
    after += Math.abs(is);
    along += (was - is) * is;
    across += (was - is) ** 2;
  }
  return { shrinking: after / before, further: along / across };
}

/** Whom a firm's losses reach in one step. */
function dependentsOf({ firms, starts: ways, from }: Ways): { starts: Uint32Array; targets: Uint32Array } {
  const starts = new Uint32Array(firms.length);
  for (const firm of from) starts[firm + 1]!++;
  for (let firm = 1; firm < starts.length; firm++) starts[firm]! += starts[firm - 1]!;
  const next = starts.slice();
  const targets = new Uint32Array(from.length);
  for (let firm = 0; firm < firms.length - 1; firm++) {
    for (let link = ways[firms[firm]!]!; link < ways[firms[firm + 1]!]!; link++) targets[next[from[link]!]!++] = firm;
  }
  return { starts, targets };
}
