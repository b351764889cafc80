import { Refusal } from "../refusal";
import type { Matrix } from "./matrix";
import { sum } from "./sum";

/** A loss smaller than this share of a firm no longer counts as a change. */
const settled = 1e-10;

/** Links that losses may run along in all, for all firms: about a second. */
const mostSteps = 5e8;

/** Whom a firm depends on, and the share of each one's loss that arrives. */
interface Channels {
  readonly from: Uint32Array;
  readonly weights: Float64Array;
}

/** The ways down into a firm: what it needs of each essential sector, and the rest together. */
interface Needs {
  readonly essential: readonly Channels[];
  readonly other: Channels;
}

/** The steps that are left. */
interface Patience {
  left: number;
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
  const customers = firms.map((i) => channelsFrom(firms.filter((j) => at(i, j) > 0), (j) => at(i, j) / sold[i]!));
  const patience = { left: mostSteps };
  return Float64Array.from(firms, (stopped) => {
    const down = lossesFrom(stopped, n, patience, (firm, losses) => worstOf(needs[firm]!, losses, patience));
    const up = lossesFrom(stopped, n, patience, (firm, losses) => arriving(customers[firm]!, losses, patience));
    return sum(firms.map((i) => sold[i]! * Math.max(down[i]!, up[i]!))) / total;
  });
}

const channelsFrom = (from: readonly number[], weight: (firm: number) => number): Channels => ({
  from: Uint32Array.from(from),
  weights: Float64Array.from(from, weight),
});

function needsOf(
  firm: number,
  firms: readonly number[],
  sectors: readonly number[],
  at: (i: number, j: number) => number,
  need: (i: number, j: number) => number,
): Needs {
  const suppliers = firms.filter((i) => at(i, firm) > 0 && need(i, firm) > 0);
  const bought = (from: readonly number[]): number => sum(from.map((i) => at(i, firm)));
  const channels = (from: readonly number[], whole: number): Channels => channelsFrom(from, (i) => at(i, firm) / whole);
  const key = suppliers.filter((i) => need(i, firm) === 2);
  const kinds = [...new Set(key.map((i) => sectors[i]!))].map((sector) => key.filter((i) => sectors[i] === sector));
  return {
    essential: kinds.map((kind) => channels(kind, bought(kind))),
    other: channels(suppliers.filter((i) => need(i, firm) === 1), bought(suppliers)),
  };
}

function arriving({ from, weights }: Channels, losses: Float64Array, patience: Patience): number {
  let loss = 0;
  for (let at = 0; at < from.length; at++) loss += weights[at]! * losses[from[at]!]!;
  patience.left -= from.length;
  return Math.min(1, loss);
}

const worstOf = ({ essential, other }: Needs, losses: Float64Array, patience: Patience): number =>
  essential.reduce(
    (worst, channels) => Math.max(worst, arriving(channels, losses, patience)), arriving(other, losses, patience),
  );

/** Losses of every firm at the fixed point; they only grow from round to round, so that there is one. */
function lossesFrom(
  stopped: number, n: number, patience: Patience, lossOf: (firm: number, losses: Float64Array) => number,
): Float64Array {
  const losses = new Float64Array(n);
  losses[stopped] = 1;
  for (let change = 1; change >= settled;) {
    change = 0;
    for (let firm = 0; firm < n; firm++) {
      if (firm === stopped) continue;
      const loss = lossOf(firm, losses);
      change = Math.max(change, loss - losses[firm]!);
      losses[firm] = loss;
    }
    if (patience.left < 0) throw new Refusal("unsolvable", tooLong, "sales_matrix");
  }
  return losses;
}

const tooLong = {
  en: "has too many links among too many firms: losses run along more than 500 million before they settle",
  zh: "企业与联系过多：损失传导超过 5 亿步仍未收敛",
};
