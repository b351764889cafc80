import { Refusal } from "../refusal";
import {
  againstAverage, buyersWithoutOutput, closedToHouseholds, extraction, ghoshRowSums, inputCoefficients, leontiefSystem,
  outputFor, totalRequirements, weightedMultipliers, type Extraction,
} from "../maths/leontief";
import { matrix as matrixOf, type Matrix } from "../maths/matrix";
import { fleggCoefficients } from "../maths/regional-coefficients";
import { sum } from "../maths/sum";
import { withRefusals } from "./cells";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, list, matrix, number } from "./kinds";
import { asColumn, asRow, either, equals, identityLike, onesDown, placesDown } from "./native";
import {
  coefficients, coefficientsIn, coefficientsOf, flows, heaviestInputs, ifProductive, inverseIn, leontiefSource,
  outputs, outputsOfFlows, sized, weighing, weights,
} from "./sector-tables";

const define = family(
  "input-output",
  { en: "Input–output", zh: "投入产出" },
  { en: "See what one industry sets in motion in the others", zh: "测算一个产业对其他产业的带动" },
);

export const ioCoef = define({
  name: "IO_COEF",
  title: { en: "Input coefficients", zh: "直接消耗系数" },
  summary: { en: "What each sector buys from every other for one unit of its own output.", zh: "各部门每单位产出对其他部门产品的直接消耗。" },
  method: { en: "A = Z x̂⁻¹: each column of flows over the output of its sector.", zh: "A = Z x̂⁻¹：中间流量各列除以该列部门的总产出。" },
  parameters: { Z: flows, x: outputs },
  returns: matrix(
    { en: "Coefficients, selling × buying sectors.", zh: "系数矩阵，投入部门 × 消耗部门。" },
    { unit: "number" },
  ),
  evaluate: ({ Z, x }) => {
    const idle = new Set(buyersWithoutOutput(Z, sized(x, Z.rows, "x")));
    const shown = inputCoefficients(Z, x);
    return idle.size === 0 ? shown : withRefusals(shown, (_, buyer) =>
      idle.has(buyer) ? new Refusal("zero", say.noOutputToBuy(buyer + 1), "x") : undefined);
  },
  cautions: (_, table) => [Array.isArray(table) ? undefined : heaviestInputs(table as Matrix)],
  native: {
    array: ({ Z, x }) => {
      const bought = `MMULT(TRANSPOSE(${onesDown(Z)}),ABS(${Z}))`;
      return `IF((${Z}=0)*((${asRow(x)}<>0)+(${bought}=0)>0),0,${Z}/${asRow(x)})`;
    },
  },
  source: `${leontiefSource}, s. 2.2; pymrio calc_A.`,
  examples: [
    {
      given: { Z: [[150, 500], [200, 100]], x: [1000, 2000] },
      gives: [[0.15, 0.25], [0.2, 0.05]],
      from: "Miller & Blair (2009), tables 2.3 and 2.4",
    },
  ],
});

export const leontiefInv = define({
  name: "LEONTIEF_INV",
  title: { en: "Leontief inverse", zh: "列昂惕夫逆矩阵（完全需要系数）" },
  summary: { en: "What every sector must produce, directly and indirectly, for one unit of final demand.", zh: "满足一单位最终需求所需的各部门全部产出。" },
  method: {
    en: "L = (I − A)⁻¹; declined where the Hawkins–Simon condition fails or the condition number reaches 1e12.",
    zh: "L = (I − A)⁻¹；不满足霍金斯—西蒙条件或条件数达到 1e12 时拒绝计算。完全消耗系数为 L − I。",
  },
  parameters: { A: coefficients, x: outputsOfFlows },
  returns: matrix(
    { en: "Requirements, producing × demanded sectors.", zh: "完全需要系数矩阵，生产部门 × 需求部门。" },
    { unit: "number" },
  ),
  evaluate: ({ A, x }) => totalRequirements(coefficientsOf(A, x), "A"),
  cautions: ({ A, x }) => [heaviestInputs(coefficientsOf(A, x))],
  native: { array: ({ A, x }) => ifProductive(inverseIn(A, x), inverseIn(A, x)) },
  source: `${leontiefSource}, s. 2.3; Hawkins & Simon (1949); pymrio calc_L.`,
  examples: [
    {
      given: { A: [[0.15, 0.25], [0.2, 0.05]] },
      gives: [[0.95 / 0.7575, 0.25 / 0.7575], [0.2 / 0.7575, 0.85 / 0.7575]],
      from: "Miller & Blair (2009), s. 2.3, printed 1.2541, 0.3300, 0.2640, 1.1221",
    },
    {
      given: { A: [[150, 500], [200, 100]], x: [1000, 2000] },
      gives: [[0.95 / 0.7575, 0.25 / 0.7575], [0.2 / 0.7575, 0.85 / 0.7575]],
      from: "the same economy, given by its flows",
    },
  ],
});

export const ioMultiplier = define({
  name: "IO_MULTIPLIER",
  title: { en: "Input–output multipliers", zh: "投入产出乘数" },
  summary: {
    en: "Output, jobs, income or CO₂ that one unit of final demand for each sector sets in motion.",
    zh: "对各部门一单位最终需求所带动的全部产出、就业、收入或碳排放。",
  },
  method: {
    en: "coef · L. Type 1: direct and indirect. Type 2: induced by households' spending too, reported for industries only "
      + "(truncated). With jobs this is the Scottish Government's “effect”; its “multiplier” is the effect over coef.",
    zh: "coef · L。类型 1：直接与间接效应；类型 2：居民部门内生化，再加居民消费的诱发效应，仅列产业部门（截断式）。"
      + "coef 为就业系数时即苏格兰政府所称“效应”；其“乘数”为该效应 ÷ coef。",
  },
  parameters: {
    A: coefficients,
    coef: list(weights, { unit: "any unit", optional: true }),
    type: choice([1, 2], {
      default: 1, en: "1: open; 2: closed to households.", zh: "1：开放模型；2：居民内生的封闭模型。",
      words: { 1: { en: "Type I: open", zh: "I 型：开放模型" }, 2: { en: "Type II: with households", zh: "II 型：居民内生" } },
    }),
    household_row: list(
      { en: "Households' income per unit of output by sector; for type 2.", zh: "各部门每单位产出的居民收入（劳动者报酬）；类型 2 必填。" },
      { unit: "share", min: 0, optional: true },
    ),
    household_col: list(
      { en: "Households' spending on each sector per unit of their income; for type 2.", zh: "居民每单位收入用于各部门产品的消费；类型 2 必填。" },
      { unit: "share", min: 0, optional: true },
    ),
    x: outputsOfFlows,
  },
  returns: matrix(
    { en: "A row, one for each sector of final demand.", zh: "一行，每个部门一个值。" },
    { unit: "any unit" },
  ),
  evaluate: ({ A, coef, type, household_row, household_col, x }) => {
    const open = coefficientsOf(A, x);
    const table = type === 1 ? open : closed(open, household_row, household_col);
    return matrixOf(1, A.rows, weightedMultipliers(leontiefSystem(table, "A"), weighing(coef, A.rows)));
  },
  cautions: ({ A, type, x }) => [heaviestInputs(coefficientsOf(A, x)), type === 2 && caution.inducedUpperBound],
  native: {
    array: ({ A, coef, type, household_row: earned, household_col: spent, x }) => {
      const open = coefficientsIn(A, x);
      const withHouseholds = earned === "" || spent === "" ? "#VALUE!" : `${open}+${asColumn(spent)}*${asRow(earned)}`;
      const table = either(equals(type, "2"), withHouseholds, either(equals(type, "1"), open, "#VALUE!"));
      const inverse = `MINVERSE(${identityLike(A)}-(${table}))`;
      const ones = `TRANSPOSE(${onesDown(A)})`;
      return ifProductive(inverse, `MMULT(${coef === "" ? ones : `${asRow(coef)}*${ones}`},${inverse})`);
    },
  },
  source: `${leontiefSource}, ch. 6; Scottish Government, About Supply, Use and Input-Output Tables: Multipliers.`,
  examples: [
    {
      given: { A: [[0.15, 0.25], [0.2, 0.05]] },
      gives: [[1.15 / 0.7575, 1.1 / 0.7575]],
      from: "Miller & Blair (1985), printed 1.518 and 1.452",
    },
    {
      given: { A: [[0.15, 0.25], [0.2, 0.05]], type: 2, household_row: [0.3, 0.25], household_col: [0.05, 0.4] },
      gives: [[1.17 / 0.62575, 1.0975 / 0.62575]],
      from: "households' circuit makes A 0.165, 0.2625 / 0.32, 0.15; its inverse by hand",
    },
  ],
});

function closed(open: Matrix, earned: Float64Array | undefined, spent: Float64Array | undefined): Matrix {
  if (!earned) throw new Refusal("invalid", say.neededWith("type 2"), "household_row");
  if (!spent) throw new Refusal("invalid", say.neededWith("type 2"), "household_col");
  return closedToHouseholds(open, sized(earned, open.rows, "household_row"), sized(spent, open.rows, "household_col"));
}

export const ioImpact = define({
  name: "IO_IMPACT",
  title: { en: "Impact of final demand", zh: "最终需求的带动效应" },
  summary: { en: "Output, jobs or other effects in every sector of a change in final demand.", zh: "最终需求变化对各部门产出、就业等的全部影响。" },
  method: { en: "coef × (L f), sector by sector.", zh: "coef ×（L f），逐部门计算。" },
  parameters: {
    A: coefficients,
    final_demand: list(
      { en: "Final demand, or its change, by sector.", zh: "各部门最终需求或其变化额。" },
      { unit: "money" },
    ),
    coef: list(weights, { unit: "any unit", optional: true }),
    x: outputsOfFlows,
  },
  returns: matrix({ en: "A column, one for each sector.", zh: "一列，每个部门一个值。" }, { unit: "any unit" }),
  evaluate: ({ A, final_demand, coef, x }) => {
    const system = leontiefSystem(coefficientsOf(A, x), "A");
    const each = weighing(coef, A.rows);
    const called = outputFor(system, sized(final_demand, A.rows, "final_demand"));
    return matrixOf(A.rows, 1, called.map((output, i) => output * each[i]!));
  },
  cautions: ({ A, x }) => [heaviestInputs(coefficientsOf(A, x))],
  native: {
    array: ({ A, final_demand, coef, x }) => {
      const output = `MMULT(${inverseIn(A, x)},${asColumn(final_demand)})`;
      return ifProductive(inverseIn(A, x), coef === "" ? output : `${asColumn(coef)}*${output}`);
    },
  },
  source: `${leontiefSource}, s. 2.3.`,
  examples: [
    {
      given: { A: [[0.15, 0.25], [0.2, 0.05]], final_demand: [600, 1500] },
      gives: [[945 / 0.7575], [1395 / 0.7575]],
      from: "Miller & Blair (2009), s. 2.3.1, printed 1247.5 and 1841.6",
    },
  ],
});

export const ioLinkages = define({
  name: "IO_LINKAGES",
  title: { en: "Backward and forward linkages", zh: "影响力系数与感应度系数" },
  summary: { en: "How strongly each sector pulls its suppliers and pushes its customers; 1 is the average.", zh: "各部门对上游的拉动和对下游的推动；1 为平均水平。" },
  method: {
    en: "Backward: column sums of L over their mean. Forward: row sums of Ghosh's inverse G = x̂⁻¹ L x̂ over their mean, "
      + "or of L with “leontief”.",
    zh: "影响力系数：L 的列和 ÷ 其平均值。感应度系数：戈什逆矩阵 G = x̂⁻¹ L x̂ 的行和 ÷ 其平均值；选“leontief”时用 L 的行和。",
  },
  parameters: {
    Z: flows,
    x: outputs,
    forward: choice(["ghosh", "leontief"], {
      default: "ghosh",
      en: "Inverse for the forward linkage: of supply (ghosh) or of demand (leontief, older practice).",
      zh: "感应度系数所用逆矩阵：供给侧（ghosh）或需求侧（leontief，传统做法）。",
    }),
  },
  returns: matrix({ en: "Two rows: backward, forward.", zh: "两行：影响力系数、感应度系数。" }, { unit: "number" }),
  evaluate: ({ Z, x, forward }) => {
    const system = leontiefSystem(coefficientsOf(Z, x), "Z");
    if (forward === "ghosh") checkSellers(Z, x);
    const pushed = forward === "ghosh" ? ghoshRowSums(system, x) : outputFor(system, x.map(() => 1));
    return matrixOf(2, Z.rows, Float64Array.of(...againstAverage(system.multipliers), ...againstAverage(pushed)));
  },
  cautions: ({ Z, x }) => [heaviestInputs(coefficientsOf(Z, x))],
  native: {
    array: ({ Z, x, forward }) => {
      const inverse = inverseIn(Z, x);
      const pulled = `MMULT(TRANSPOSE(${onesDown(Z)}),${inverse})`;
      const made = asColumn(x);
      const called = `MMULT(${inverse},${made})`;
      const ghosh = `IF((${made}=0)*(${called}=0),1,${called}/${made})`;
      const pushed = either(equals(forward, "leontief"), `MMULT(${inverse},${onesDown(Z)})`,
        either(equals(forward, "ghosh"), ghosh, "#VALUE!"));
      const forwards = `TRANSPOSE(${pushed})/SUM(${pushed})`;
      return ifProductive(inverse, `ROWS(${Z})*({1;0}*${pulled}/SUM(${inverse})+{0;1}*${forwards})`);
    },
  },
  source: "Rasmussen (1956), Studies in Inter-sectoral Relations; Hirschman (1958), The Strategy of Economic Development; "
    + "Miller & Blair (2009), ch. 12.",
  examples: [
    {
      given: { Z: [[150, 500], [200, 100]], x: [1000, 2000] },
      gives: [[2 * 1.15 / 2.25, 2 * 1.1 / 2.25], [2 * 1.45 / 2.4, 2 * 0.95 / 2.4]],
      from: "L and G of Miller & Blair's economy times 0.7575: 0.95, 0.25 / 0.2, 0.85 and 0.95, 0.5 / 0.1, 0.85",
    },
  ],
});

function checkSellers(Z: Matrix, x: Float64Array): void {
  const sells = (i: number): boolean => Z.data.subarray(i * Z.columns, (i + 1) * Z.columns).some(Boolean);
  const idle = x.findIndex((output, i) => output === 0 && sells(i));
  if (idle >= 0) throw new Refusal("zero", say.noOutputToSell(idle + 1), "x");
}

/** A range of sectors asks once a cell, with the same table each time: it is solved once. */
const extractions = new WeakMap<Matrix, { readonly given: readonly unknown[]; readonly losses: Extraction }>();

function extractionFrom(A: Matrix, demand: Float64Array, x: Float64Array | undefined): Extraction {
  const known = extractions.get(A);
  if (known && known.given[0] === demand && known.given[1] === x) return known.losses;
  const system = leontiefSystem(coefficientsOf(A, x), "A");
  const losses = extraction(system, sized(demand, A.rows, "final_demand"));
  extractions.set(A, { given: [demand, x], losses });
  return losses;
}

export const ioExtraction = define({
  name: "IO_EXTRACTION",
  title: { en: "Hypothetical extraction", zh: "假设抽取法" },
  summary: {
    en: "What the whole economy loses when one sector is gone: the weight of an industry with all its suppliers.",
    zh: "某部门完全退出后整个经济损失的产出：衡量该产业连同其供应链的分量。",
  },
  method: {
    en: "1 − SUM(x without the sector) / SUM(x), its row, column and final demand set to 0; by the rank-one identity "
      + "SUM(x) − SUM(x without k) = xₖ Σᵢ Lᵢₖ / Lₖₖ. A range of sectors gives them all.",
    zh: "1 − SUM(抽取后产出) ÷ SUM(产出)，该部门的行、列和最终需求均置 0；由秩一恒等式，损失 = xₖ Σᵢ Lᵢₖ ÷ Lₖₖ。可一次给出多个部门。",
  },
  parameters: {
    A: coefficients,
    final_demand: list({ en: "Final demand by sector.", zh: "各部门最终需求。" }, { unit: "money" }),
    sector: number(
      { en: "Number of the sector that is gone, by row; or a range of them.", zh: "退出部门的序号（行号），也可为一个区域。" },
      { unit: "number", min: 1, whole: true, otherwise: "invalid" },
    ),
    result: choice(["share", "loss"], {
      default: "share",
      en: "Share of all output lost, or the loss itself.",
      zh: "损失占总产出的比重（share），或损失额（loss）。",
    }),
    x: outputsOfFlows,
  },
  returns: number(
    { en: "A share, or output in the unit of final demand.", zh: "比重，或与最终需求同单位的产出额。" },
    { unit: "any unit" },
  ),
  evaluate: ({ A, final_demand, sector, result, x }) => {
    const { total, lossWithout } = extractionFrom(A, final_demand, x);
    if (sector > A.rows) throw new Refusal("invalid", say.notAbove(A.rows), "sector");
    const loss = lossWithout(sector - 1);
    if (result === "loss") return loss;
    if (total === 0) throw new Refusal("zero", say.zeroTotal, "final_demand");
    return loss / total;
  },
  cautions: ({ A, x }) => [heaviestInputs(coefficientsOf(A, x))],
  native: {
    array: ({ A, final_demand, sector, result, x }) => {
      const inverse = inverseIn(A, x);
      const output = `MMULT(${inverse},${asColumn(final_demand)})`;
      const pulled = `MMULT(TRANSPOSE(${inverse}),${onesDown(A)})`;
      const own = `MMULT(${inverse}*${identityLike(A)},${onesDown(A)})`;
      const lost = `LOOKUP(${sector},${placesDown(A)},${output}*${pulled}/${own})`;
      const shown = either(equals(result, "share"), `${lost}/SUM(${output})`,
        either(equals(result, "loss"), lost, "#VALUE!"));
      return ifProductive(inverse, `IF(${sector}>ROWS(${A}),#VALUE!,${shown})`);
    },
  },
  source: "Dietzenbacher, van der Linden & Steenge (1993), The Regional Extraction Method, Economic Systems Research 5(2); "
    + "Miller & Blair (2009), s. 12.2.5.",
  examples: [
    {
      given: { A: [[0.15, 0.25], [0.2, 0.05]], final_demand: [350, 1700], sector: 1 },
      gives: 1 - 1700 / 0.95 / 3000,
      from: "without sector 1, sector 2 makes 1700 / 0.95 of 3000: by hand",
    },
  ],
});

export const flqCoef = define({
  name: "FLQ_COEF",
  title: { en: "Regional coefficients by Flegg's location quotient", zh: "区域投入系数（Flegg 区位商法）" },
  summary: {
    en: "Input coefficients of a region without a table of its own, from the nation's and employment.",
    zh: "由全国投入系数和就业数据推算无投入产出表地区的区域内投入系数。",
  },
  method: {
    en: "A_nation × MIN(1, FLQ); FLQ = λ SLQᵢ / SLQⱼ, λ SLQᵢ on the diagonal; λ = log₂(1 + E_r / E_n)^δ. A buyer that the "
      + "region has not gets a column of 0.",
    zh: "A_nation × MIN(1，FLQ)；FLQ = λ SLQᵢ ÷ SLQⱼ，对角线为 λ SLQᵢ；λ = log₂(1 + E_r ÷ E_n)^δ。本地没有的部门，其列为 0。",
  },
  parameters: {
    A_nation: matrix(
      { en: "Input coefficients of the nation, square.", zh: "全国直接消耗系数方阵。" },
      { unit: "number", square: true },
    ),
    emp_region: list(
      { en: "Employment of the region by sector.", zh: "地区分部门就业人数。" },
      { unit: "persons", min: 0 },
    ),
    emp_nation: list(
      { en: "Employment of the nation by sector.", zh: "全国分部门就业人数。" },
      { unit: "persons", min: 0, sameSizeAs: "emp_region" },
    ),
    delta: number(
      { en: "How fast imports rise as the region is smaller; 0.25 fits Finland, estimate it where you can.",
        zh: "地区越小调入越多的敏感度；0.25 为芬兰经验值，宜用本地数据估计。" },
      { unit: "number", min: 0, below: 1, default: 0.25 },
    ),
  },
  returns: matrix(
    { en: "Regional coefficients, selling × buying sectors.", zh: "区域投入系数，投入部门 × 消耗部门。" },
    { unit: "number" },
  ),
  evaluate: ({ A_nation, emp_region, emp_nation, delta }) => {
    sized(emp_region, A_nation.rows, "emp_region");
    if (emp_nation.some((jobs) => jobs === 0)) throw new Refusal("zero", say.zero, "emp_nation");
    if (sum(emp_region) === 0) throw new Refusal("zero", say.zeroTotal, "emp_region");
    if (emp_region.some((jobs, i) => jobs > emp_nation[i]!)) throw new Refusal("unsolvable", say.partOf("emp_nation"), "emp_region");
    return fleggCoefficients(A_nation, emp_region, emp_nation, delta);
  },
  cautions: ({ A_nation, delta }) => [delta === 0.25 && caution.deltaOfFinland, heaviestInputs(A_nation)],
  native: {
    array: ({ A_nation, emp_region, emp_nation, delta }) => {
      const size = `(SUM(${emp_region})/SUM(${emp_nation}))`;
      const quotients = `(${emp_region}/${emp_nation}/${size})`;
      const seller = `LOG(1+${size},2)^${delta}*${asColumn(quotients, emp_region)}`;
      const buyer = asRow(quotients, emp_region);
      const divisor = `(${identityLike(A_nation)}+(1-${identityLike(A_nation)})*${buyer})`;
      const flegg = `${A_nation}*(${buyer}>0)*IF(${seller}>=${divisor},1,${seller}/${divisor})`;
      const larger = `SUMPRODUCT(--(${emp_region}>${emp_nation}))>0`;
      return `IF(MIN(${emp_nation})=0,#DIV/0!,IF(${larger},#NUM!,${flegg}))`;
    },
  },
  source: "Flegg & Webber (1997), Regional Studies 31(8); Flegg & Tohmo (2013), Regional Input–Output Tables and the FLQ "
    + "Formula, Regional Studies 47(5).",
  examples: [
    {
      given: { A_nation: [[0.2, 0.2], [0.2, 0.2]], emp_region: [10, 30], emp_nation: [100, 100], delta: 0 },
      gives: [[0.1, 0.2 / 3], [0.2, 0.2]],
      from: "SLQ 0.5 and 1.5, λ = 1: by hand",
    },
  ],
});
