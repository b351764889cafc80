import { Refusal } from "../refusal";
import type { Matrix } from "./matrix";
import { sum } from "./sum";

/** A loss smaller than this share of a firm no longer counts as a change. */
const settled = 1e-10;

/** Losses run a cycle of a few links down to `settled` well before this. */
const mostRounds = 100_000;

/** What one firm passes to another: the share of the loss that arrives. */
interface Channel {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The ways down into a firm: what it needs of each essential sector, and the rest together. */
interface Needs {
  readonly essential: readonly (readonly Channel[])[];
  readonly other: readonly Channel[];
}

/**
 * Economic systemic risk index (Diem et al. 2022) of every firm: the share of all sales lost once it has stopped.
 * `sales[i][j]` is what i sells to j; `sectors[i]` the sector of i from 0; `essential[k][l]` says how sector l needs
 * input of sector k: 2 essential (Leontief), 1 not (linear), 0 not at all. All inputs are 1 without it.
 */
export function systemicRisk(sales: Matrix, sectors: readonly number[], essential?: Matrix): Float64Array<ArrayBuffer> {
  const n = sales.rows;
  const at = (i: number, j: number): number => sales.data[i * n + j]!;
  const firms = Array.from({ length: n }, (_, i) => i);
  const sold = Float64Array.from(firms, (i) => sum(sales.data.subarray(i * n, (i + 1) * n)));
  const total = sum(sold);
  if (total === 0) throw new Refusal("zero", { en: "must not add up to 0", zh: "合计不得为 0" }, "sales_matrix");
  const need = (from: number, to: number): number => (essential ? essential.data[sectors[from]! * essential.columns + sectors[to]!]! : 1);
  const needs = firms.map((firm) => needsOf(firm, firms, sectors, at, need));
  const customers = firms.map((i) => firms.filter((j) => at(i, j) > 0).map((j) => ({ from: j, to: i, weight: at(i, j) / sold[i]! })));
  return Float64Array.from(firms, (stopped) => {
    const down = lossesFrom(stopped, n, (firm, losses) => worstOf(needs[firm]!, losses));
    const up = lossesFrom(stopped, n, (firm, losses) => arriving(customers[firm]!, losses));
    return sum(firms.map((i) => sold[i]! * Math.max(down[i]!, up[i]!))) / total;
  });
}

function needsOf(
  firm: number,
  firms: readonly number[],
  sectors: readonly number[],
  at: (i: number, j: number) => number,
  need: (i: number, j: number) => number,
): Needs {
  const suppliers = firms.filter((i) => at(i, firm) > 0 && need(i, firm) > 0);
  const bought = (from: readonly number[]): number => sum(from.map((i) => at(i, firm)));
  const channels = (from: readonly number[], whole: number): Channel[] =>
    from.map((i) => ({ from: i, to: firm, weight: at(i, firm) / whole }));
  const key = suppliers.filter((i) => need(i, firm) === 2);
  const kinds = [...new Set(key.map((i) => sectors[i]!))].map((sector) => key.filter((i) => sectors[i] === sector));
  return {
    essential: kinds.map((kind) => channels(kind, bought(kind))),
    other: channels(suppliers.filter((i) => need(i, firm) === 1), bought(suppliers)),
  };
}

const arriving = (channels: readonly Channel[], losses: Float64Array): number => {
  let loss = 0;
  for (const { from, weight } of channels) loss += weight * losses[from]!;
  return Math.min(1, loss);
};

const worstOf = ({ essential, other }: Needs, losses: Float64Array): number =>
  essential.reduce((worst, channels) => Math.max(worst, arriving(channels, losses)), arriving(other, losses));

/** Losses of every firm at the fixed point; they only grow from round to round, so that there is one. */
function lossesFrom(stopped: number, n: number, lossOf: (firm: number, losses: Float64Array) => number): Float64Array {
  const losses = new Float64Array(n);
  losses[stopped] = 1;
  for (let round = 0; round < mostRounds; round++) {
    let change = 0;
    for (let firm = 0; firm < n; firm++) {
      if (firm === stopped) continue;
      const loss = lossOf(firm, losses);
      change = Math.max(change, loss - losses[firm]!);
      losses[firm] = loss;
    }
    if (change < settled) return losses;
  }
  throw new Refusal("unsolvable", { en: "do not settle: the losses run on", zh: "损失未能收敛" }, "sales_matrix");
}
