import { Refusal } from "../refusal";
import { grouped } from "./grouped";
import { lossSpread, type Ways } from "./loss-spread";
import { rowSums, type Matrix } from "./matrix";
import { rescaled, sum } from "./sum";

/** Links that losses may run along in all, for all firms: some seconds. */
const mostSteps = 5e8;

/** Others on whom a firm depends together, and the share of each one's loss that arrives. */
interface Way {
  readonly from: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Economic systemic risk index (Diem et al. 2022) of every firm: the share of all sales lost once it has stopped.
 * `given[i][j]` is what i sells to j; `sectors[i]` the sector of i from 0; `essential[k][l]` says how sector l needs
 * input of sector k: 2 essential (Leontief), 1 not (linear), 0 not at all. All inputs are 1 without it.
 */
export function systemicRisk(
  given: Matrix, sectors: readonly number[], essential?: Matrix,
): Float64Array<ArrayBuffer> {
  const sales = { ...given, data: rescaled(given.data) };
  const sold = rowSums(sales);
  const total = sum(sold);
  if (total === 0) throw new Refusal("zero", { en: "must not add up to 0", zh: "合计不得为 0" }, "sales_matrix");
  const spend = allowance(mostSteps);
  const downstream = lossSpread(joined(suppliesOf(sales, sectors, essential)), spend);
  const upstream = lossSpread(joined(customersOf(sales, sold)), spend);
  return sold.map((_, stopped) => {
    const [down, up] = [downstream(stopped), upstream(stopped)];
    return sum(sold.map((sale, i) => sale * Math.max(down[i]!, up[i]!))) / total;
  });
}

/**
 * The ways down into each firm: from its suppliers of each essential sector, and from the others together. Those count
 * as part of all it buys, what it does not need included, as in the authors' package GLcascade.
 */
function suppliesOf({ rows: n, data }: Matrix, sectors: readonly number[], essential?: Matrix): Way[][] {
  const firms = Array.from({ length: n }, (_, i) => i);
  const needBy = (firm: number) => (supplier: number): number =>
    (essential ? essential.data[sectors[supplier]! * essential.columns + sectors[firm]!]! : 1);
  return firms.map((firm) => {
    const [bought, need] = [(i: number): number => data[i * n + firm]!, needBy(firm)];
    const suppliers = firms.filter((i) => bought(i) > 0 && need(i) > 0);
    const key = grouped(suppliers.filter((i) => need(i) === 2), (i) => sectors[i]!);
    const others = suppliers.filter((i) => need(i) === 1);
    const essentials = [...key.values()].map((kind) => way(kind, bought, totalOf(kind, bought)));
    return [...essentials, way(others, bought, totalOf(firms, bought))];
  });
}

/** The one way up into each firm: from its customers. */
function customersOf({ rows: n, data }: Matrix, sold: Float64Array): Way[][] {
  const firms = Array.from({ length: n }, (_, i) => i);
  return firms.map((firm) => {
    const boughtBy = (i: number): number => data[firm * n + i]!;
    return [way(firms.filter((i) => boughtBy(i) > 0), boughtBy, sold[firm]!)];
  });
}

const totalOf = (firms: readonly number[], amount: (firm: number) => number): number => sum(firms.map(amount));

const way = (from: readonly number[], amount: (firm: number) => number, whole: number): Way => ({
  from,
  weights: from.map((firm) => amount(firm) / whole),
});

function joined(firms: readonly (readonly Way[])[]): Ways {
  const ways = firms.flat();
  return {
    firms: endsOf(firms.map(({ length }) => length)),
    starts: endsOf(ways.map(({ from }) => from.length)),
    from: Uint32Array.from(ways.flatMap(({ from }) => from)),
    weights: Float64Array.from(ways.flatMap(({ weights }) => weights)),
  };
}

/** Where each of some runs starts when they are laid end to end, and where the last one ends. */
function endsOf(lengths: readonly number[]): Uint32Array {
  const ends = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, i) => (ends[i + 1] = ends[i]! + length));
  return ends;
}

function allowance(most: number): (links: number) => void {
  let left = most;
  return (links) => {
    left -= links;
    if (left < 0) throw new Refusal("unsolvable", tooLong, "sales_matrix");
  };
}

const tooLong = {
  en: "has too many links among too many firms: losses run along more than 500 million before they settle",
  zh: "企业与联系过多：损失传导超过 5 亿步仍未收敛",
};
