import { Refusal, type Texts } from "../refusal";
import { matrix as matrixOf, type Matrix } from "../maths/matrix";
import { sum } from "../maths/sum";
import { closeness, dispersion, geometricWeights, notReciprocal, principal, type Principal } from "../maths/weighing";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, list, matrix, number } from "./kinds";
import { asRow, either, equals, onesDown } from "./native";

const define = family(
  "scorecards",
  { en: "Scorecards", zh: "综合评价" },
  { en: "Score and rank alternatives", zh: "给方案或地区打分排序" },
);

export const minmaxScore = define({
  name: "MINMAX_SCORE",
  title: { en: "Min–max score", zh: "极差标准化得分" },
  summary: {
    en: "Where a value stands between the worst and the best: 0 at or beyond worst, 1 at or beyond best.",
    zh: "数值在最差与最优之间的位置：达到或超出最差为 0，达到或超出最优为 1。",
  },
  method: {
    en: "(value − worst) / (best − worst), kept within 0 and 1. Where less is better, worst is the larger.",
    zh: "（数值 − 最差）÷（最优 − 最差），限定在 0 至 1。指标越小越好时，最差取较大者。",
  },
  parameters: {
    value: number(
      { en: "Value to score; n/a where not known.", zh: "待评数值；不详填 n/a。" },
      { unit: "same unit", missing: true },
    ),
    worst: number({ en: "Value that scores 0.", zh: "得 0 分的值。" }, { unit: "same unit", missing: true }),
    best: number({ en: "Value that scores 1.", zh: "得 1 分的值。" }, { unit: "same unit", missing: true }),
  },
  returns: number({ en: "A score, 0 to 1.", zh: "得分，0 至 1。" }, { unit: "number" }),
  evaluate: ({ value, worst, best }) => {
    if (worst === best) throw new Refusal("zero", say.differ("worst"), "best");
    return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
  },
  cautions: ({ value, worst, best }) => [(value - worst) * (value - best) > 0 && caution.cutOff],
  native: ({ value, worst, best }) => {
    const score = `(${value}-${worst})/(${best}-${worst})`;
    return `IF(${score}<0,0,IF(${score}>1,1,${score}))`;
  },
  source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5: normalisation.",
  examples: [
    { given: { value: 0.52, worst: 0.4, best: 0.8 }, gives: 0.3, from: "0.12 / 0.4, by hand" },
    { given: { value: 30, worst: 50, best: 10 }, gives: 0.5, from: "less is better: 20 / 40, by hand" },
  ],
});

export const weightedScore = define({
  name: "WEIGHTED_SCORE",
  title: { en: "Weighted score", zh: "加权得分" },
  summary: {
    en: "Weighted mean of the scores that are known; a missing one is left out with its weight, never counted as 0.",
    zh: "已知得分的加权平均；缺失得分连同权重剔除，绝不按 0 计。",
  },
  method: { en: "SUM(w × s) / SUM(w) over the scores present", zh: "对现有得分：SUM(权重 × 得分) ÷ SUM(权重)" },
  parameters: {
    scores: list(
      { en: "Scores; n/a where missing.", zh: "各项得分；缺失填 n/a。" },
      { unit: "same unit", missing: true },
    ),
    weights: list(
      { en: "Weight of each, adding up to anything.", zh: "各项权重，合计不限。" },
      { unit: "number", min: 0, sameSizeAs: "scores", turned: true },
    ),
  },
  returns: number({ en: "In the unit of the scores.", zh: "与得分同单位。" }, { unit: "same unit" }),
  evaluate: ({ scores, weights }) => {
    const present = scores.map((score) => Number(!Number.isNaN(score)));
    if (sum(present) === 0) throw new Refusal("missing", say.noNumbers, "scores");
    const total = sum(weights.map((weight, i) => weight * present[i]!));
    if (total === 0) throw new Refusal("zero", say.zeroTotal, "weights");
    return sum(scores.map((score, i) => (present[i] ? score * (weights[i]! / total) : 0)));
  },
  cautions: ({ scores, weights }) => {
    const missing = scores.filter(Number.isNaN).length;
    return [missing > 0 && caution.unknownLeftOut(missing), isOdd(sum(weights)) && caution.weightsTotal(sum(weights))];
  },
  native: ({ scores, weights }) =>
    `IF(COUNT(${scores})=0,#N/A,SUMPRODUCT(${scores},${weights})/SUMPRODUCT(--ISNUMBER(${scores}),${weights}))`,
  source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6: additive aggregation.",
  examples: [
    { given: { scores: [0.5, "n/a", 1], weights: [2, 1, 1] }, gives: 2 / 3, from: "(1 + 1) / 3, by hand" },
    { given: { scores: [60, 80, 90], weights: [0.5, 0.3, 0.2] }, gives: 72, from: "30 + 24 + 18, by hand" },
  ],
});

/** Weights are usually written to add up to 1, 10 or 100. */
const isOdd = (total: number): boolean => [1, 10, 100].every((whole) => Math.abs(total / whole - 1) > 1e-9);

const alternatives: Texts = { en: "Alternatives in rows, indicators in columns.", zh: "行为方案，列为指标。" };

const gapAt = (row: number, column: number): Texts => ({
  en: `is missing a number (row ${row + 1}, column ${column + 1})`,
  zh: `缺少数值（第 ${row + 1} 行第 ${column + 1} 列）`,
});

function refuseGaps({ columns, data }: Matrix): void {
  const gap = data.findIndex(Number.isNaN);
  if (gap >= 0) throw new Refusal("missing", gapAt(Math.floor(gap / columns), gap % columns), "matrix");
}

const unlessGaps = (table: string, formula: string): string =>
  `IF(COUNT(${table})<ROWS(${table})*COLUMNS(${table}),#N/A,${formula})`;

const emptyColumn = (column: number): Texts => ({
  en: `must not be 0 all down column ${column + 1}`,
  zh: `第 ${column + 1} 列不得全为 0`,
});

function refuseEmptyColumns({ columns, data }: Matrix): void {
  for (let column = 0; column < columns; column++) {
    if (data.every((value, i) => i % columns !== column || value === 0)) {
      throw new Refusal("zero", emptyColumn(column), "matrix");
    }
  }
}

export const entropyWeights = define({
  name: "ENTROPY_WEIGHTS",
  title: { en: "Entropy weights", zh: "熵权法权重" },
  summary: {
    en: "Weights indicators by how much they set the alternatives apart, which is not how much they matter.",
    zh: "按指标对方案的区分程度赋权；区分度不等于重要性。",
  },
  method: {
    en: "p = x / column total; e = −SUM(p LN p) / LN n; w = (1 − e) / SUM(1 − e). An indicator that is the same for all "
      + "gets weight 0, even if it is decisive.",
    zh: "p = x ÷ 列合计；e = −SUM(p LN p) ÷ LN n；w = (1 − e) ÷ SUM(1 − e)。各方案取值相同的指标权重为 0，即使它很关键。",
  },
  parameters: { matrix: matrix(alternatives, { unit: "any unit", min: 0, missing: true }) },
  returns: matrix({ en: "A row of weights that add up to 1.", zh: "一行权重，合计为 1。" }, { unit: "number" }),
  evaluate: ({ matrix: table }) => {
    refuseGaps(table);
    if (table.rows < 2) throw new Refusal("missing", oneRow, "matrix");
    refuseEmptyColumns(table);
    const spread = dispersion(table);
    const total = sum(spread);
    if (total === 0) throw new Refusal("zero", allConstant, "matrix");
    return matrixOf(1, table.columns, spread.map((value) => value / total));
  },
  cautions: (_, weights) => [weights.data.includes(0) && caution.constantIndicator(weights.data.indexOf(0) + 1)],
  native: {
    array: ({ matrix: table }) => {
      const ones = `TRANSPOSE(ROW(${table})^0)`;
      const part = `${table}/MMULT(${ones},${table})`;
      const spread = `(1+MMULT(${ones},${part}*LN(${part}+(${table}=0)))/LN(ROWS(${table})))`;
      const weights = `IF(SUM(${spread})<1E-12,#DIV/0!,${spread}/SUM(${spread}))`;
      return unlessGaps(table, `IF(ROWS(${table})<2,#N/A,${weights})`);
    },
  },
  source: "Shannon (1948), A Mathematical Theory of Communication; Hwang & Yoon (1981), Multiple Attribute Decision Making, "
    + "section 2.2; scikit-criteria EntropyWeighter.",
  examples: [
    {
      given: { matrix: [[1, 2], [4, 16]] },
      gives: [[0.35888879048891087, 0.6411112095110891]],
      from: "e = 0.72193 and 0.50326, by hand; scikit-criteria",
    },
  ],
});

const oneRow: Texts = { en: "must have at least 2 rows", zh: "至少要有 2 行" };

const allConstant: Texts = { en: "has no indicator that sets the alternatives apart", zh: "没有能区分方案的指标" };

/**
 * The largest, or smallest, of each column without a function for it: numbers from −1 to 1 are lifted by 3 a column,
 * so that all of a column stand above all before it, and are counted from the top.
 */
const ranked = (table: string, scaled: string, place: string, rank: string): string =>
  `(LARGE(${scaled}+3*${place},ROWS(${table})*(COLUMNS(${table})-${place})+${rank})-3*${place})`;

function unlessUnfit(table: string, weights: string, directions: string, formula: string): string {
  const count = (list: string) => `(ROWS(${list})*COLUMNS(${list})<>COLUMNS(${table}))`;
  const unfit = directions === "" ? [count(weights)]
    : [count(weights), count(directions), `(SUMPRODUCT(--(ABS(${directions})<>1))>0)`];
  return `IF(${unfit.join("+")},#VALUE!,${formula})`;
}

export const topsisScore = define({
  name: "TOPSIS_SCORE",
  title: { en: "TOPSIS score", zh: "优劣解距离法（TOPSIS）得分" },
  summary: {
    en: "How close each alternative is to the best on all criteria: 1 the best on each, 0 the worst on each.",
    zh: "各方案与理想解的贴近度：各项最优为 1，各项最差为 0。",
  },
  method: {
    en: "Columns over their Euclidean length, times weight; d⁺ and d⁻ to the best and worst of each column; d⁻ / (d⁺ + d⁻). "
      + "Adding an alternative may reverse ranks.",
    zh: "各列除以其欧氏长度并乘以权重；d⁺、d⁻ 为到各列最优值与最差值的距离；得分 d⁻ ÷ (d⁺ + d⁻)。增加方案可能导致逆序。",
  },
  parameters: {
    matrix: matrix(alternatives, { unit: "any unit", missing: true }),
    weights: list(
      { en: "Weight of each criterion, adding up to anything.", zh: "各指标权重，合计不限。" },
      { unit: "number", min: 0 },
    ),
    directions: list(
      { en: "1 where more is better, -1 where less is.", zh: "越大越好填 1，越小越好填 -1。" },
      { unit: "number", optional: true },
    ),
  },
  returns: matrix({ en: "A column of scores, 0 to 1.", zh: "一列得分，0 至 1。" }, { unit: "number" }),
  evaluate: ({ matrix: table, weights, directions = new Float64Array(table.columns).fill(1) }) => {
    refuseGaps(table);
    if (weights.length !== table.columns) throw new Refusal("invalid", say.sizeOf(table.columns), "weights");
    if (directions.length !== table.columns) throw new Refusal("invalid", say.sizeOf(table.columns), "directions");
    if (!directions.every((direction) => Math.abs(direction) === 1)) throw new Refusal("invalid", noDirection, "directions");
    if (sum(weights) === 0) throw new Refusal("zero", say.zeroTotal, "weights");
    refuseEmptyColumns(table);
    const scores = closeness(table, weights, directions);
    if (scores.some(Number.isNaN)) throw new Refusal("zero", allAlike, "matrix");
    return matrixOf(table.rows, 1, scores);
  },
  cautions: () => [caution.rankReversal],
  native: {
    array: ({ matrix: table, weights, directions }) => {
      const place = `(COLUMN(${table})-MIN(COLUMN(${table}))+1)`;
      const lengths = `SQRT(MMULT(TRANSPOSE(${onesDown(table)}),${table}^2))`;
      const scaled = `(${table}${directions === "" ? "" : `*${asRow(directions)}`}/${lengths})`;
      const distance = (rank: string) =>
        `SQRT(MMULT(((${scaled}-${ranked(table, scaled, place, rank)})*${asRow(weights)})^2,TRANSPOSE(COLUMN(${table})^0)))`;
      const [toBest, toWorst] = [distance("1"), distance(`ROWS(${table})`)];
      const means = `MMULT(TRANSPOSE(${onesDown(table)}),${table})/ROWS(${table})`;
      const apart = `SUMPRODUCT(${asRow(weights)}*(ABS(${table}-${means})>1E-12*${lengths}))`;
      return unlessUnfit(table, weights, directions,
        unlessGaps(table, `IF(MIN(${lengths})*${apart}=0,#DIV/0!,${toWorst}/(${toBest}+${toWorst}))`));
    },
  },
  source: "Hwang & Yoon (1981), Multiple Attribute Decision Making; Tzeng & Huang (2011); scikit-criteria TOPSIS.",
  examples: [
    {
      given: { matrix: [[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], weights: [0.3, 0.4, 0.3] },
      gives: 0.5037196585795188,
      from: "Tzeng & Huang (2011), printed as 0.5037; numpy",
    },
  ],
});

const noDirection: Texts = { en: "must be 1 or -1", zh: "必须是 1 或 -1" };

const allAlike: Texts = { en: "has alternatives that are all alike", zh: "各方案完全相同" };

const comparisons: Texts = {
  en: "Pairwise comparisons: row over column, 1 on the diagonal, 1/a below where a stands above.",
  zh: "两两比较判断矩阵：行对列，对角线为 1，对称位置互为倒数。",
};

const judgements = matrix(comparisons, { unit: "number", above: 0, square: true, missing: true });

const notReciprocalAt = (row: number, column: number): Texts =>
  row === column
    ? { en: `must be 1 on the diagonal (row ${row + 1})`, zh: `对角线必须为 1（第 ${row + 1} 行）` }
    : {
        en: `is not reciprocal: row ${row + 1}, column ${column + 1} must be 1 over row ${column + 1}, column ${row + 1}`,
        zh: `不互为倒数：第 ${row + 1} 行第 ${column + 1} 列应为第 ${column + 1} 行第 ${row + 1} 列的倒数`,
      };

function refuseInconsistency(table: Matrix): void {
  refuseGaps(table);
  const fault = notReciprocal(table);
  if (fault) throw new Refusal("invalid", notReciprocalAt(fault.row, fault.column), "matrix");
}

function eigen(table: Matrix): Principal {
  const found = principal(table);
  if (!found) throw new Refusal("unsolvable", unsettled, "matrix");
  return found;
}

const unsettled: Texts = { en: "has judgements too far apart to weigh", zh: "判断值相差过大，无法求解" };

const unlessInconsistent = (table: string, formula: string): string => {
  const faults = `SUMPRODUCT(--(ABS(${table}*TRANSPOSE(${table})-1)>1E-6))`;
  return `IF(ROWS(${table})<>COLUMNS(${table}),#VALUE!,${unlessGaps(table, `IF(${faults}>0,#VALUE!,${formula})`)})`;
};

const geometric = (table: string): string => `EXP(MMULT(LN(${table}),ROW(${table})^0)/ROWS(${table}))`;

/** The power method written out: a hundred steps are enough for judgements at random, and fit into a formula. */
const eigenvector = (table: string): string =>
  Array.from({ length: 40 }).reduce<string>(
    (vector) => `MMULT(MMULT(${table},${table}),${vector})`,
    geometric(table),
  );

/** Saaty's random indices for 3 to 10 items. */
const randomIndices = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;

const ratioOf = (table: Matrix, index: number): number =>
  Math.max(0, (eigen(table).value - table.rows) / (table.rows - 1)) / index;

function contradiction(table: Matrix): Texts | undefined {
  const index = randomIndices[table.rows - 3];
  const ratio = index === undefined ? 0 : ratioOf(table, index);
  return ratio > 0.1 ? caution.inconsistent(ratio) : undefined;
}

export const ahpWeights = define({
  name: "AHP_WEIGHTS",
  title: { en: "AHP weights", zh: "层次分析法（AHP）权重" },
  summary: { en: "Weights from pairwise comparisons of importance.", zh: "由重要性两两比较判断矩阵求权重。" },
  method: {
    en: "\"geometric\": geometric mean of each row over their sum. \"eigenvector\": principal eigenvector. Alike for up to "
      + "three items and wherever judgements are consistent: look at AHP_CONSISTENCY first.",
    zh: "\"geometric\"（几何平均法）：各行几何平均 ÷ 合计。\"eigenvector\"（特征向量法）：主特征向量。不超过三项或判断完全一致时"
      + "两者相同：请先看 AHP_CONSISTENCY。",
  },
  parameters: {
    matrix: judgements,
    method: choice(["geometric", "eigenvector"], { default: "geometric", en: "How to weigh.", zh: "求权方法。" }),
  },
  returns: matrix({ en: "A column of weights that add up to 1.", zh: "一列权重，合计为 1。" }, { unit: "number" }),
  evaluate: ({ matrix: table, method }) => {
    refuseInconsistency(table);
    return matrixOf(table.rows, 1, method === "geometric" ? geometricWeights(table) : eigen(table).vector);
  },
  cautions: ({ matrix: table }) => [contradiction(table)],
  native: {
    array: ({ matrix: table, method }) => {
      const vector = either(equals(method, "eigenvector"), eigenvector(table), geometric(table));
      return unlessInconsistent(table, `${vector}/SUM(${vector})`);
    },
  },
  source: "Saaty (1980), The Analytic Hierarchy Process; Crawford & Williams (1985), A Note on the Analysis of Subjective "
    + "Judgment Matrices, Journal of Mathematical Psychology 29.",
  examples: [
    {
      given: { matrix: [[1, 3, 3], [1 / 3, 1, 2], [1 / 3, 1 / 2, 1]] },
      gives: [9, 2 / 3, 1 / 6].map((product) => [
        Math.cbrt(product) / (Math.cbrt(9) + Math.cbrt(2 / 3) + Math.cbrt(1 / 6)),
      ]),
      from: "cube roots of the row products 9, 2/3 and 1/6 over their sum, by hand",
    },
  ],
});

const tooMany: Texts = { en: "has more than 10 rows: give the random index in ri", zh: "超过 10 行：请在 ri 中给出随机一致性指标" };

export const ahpConsistency = define({
  name: "AHP_CONSISTENCY",
  title: { en: "AHP consistency ratio", zh: "层次分析法一致性比率（CR）" },
  summary: {
    en: "How far pairwise comparisons contradict each other: above 0.10 they are usually judged anew.",
    zh: "两两比较判断的不一致程度：大于 0.10 通常需要重新判断。",
  },
  method: {
    en: "((λmax − n) / (n − 1)) / RI; RI = 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49 for n = 3 to 10 (Saaty 1980). "
      + "Other tables exist: give theirs in ri.",
    zh: "((λmax − n) ÷ (n − 1)) ÷ RI；n 为 3 至 10 时 RI = 0.58、0.90、1.12、1.24、1.32、1.41、1.45、1.49（Saaty 1980）。"
      + "用其他表时填 ri。",
  },
  parameters: {
    matrix: judgements,
    ri: number(
      { en: "Random index, where not Saaty's.", zh: "随机一致性指标（不用 Saaty 表时填写）。" },
      { unit: "number", optional: true, above: 0, otherwise: "zero" },
    ),
  },
  returns: number({ en: "A ratio: 0 is consistent.", zh: "比率：0 为完全一致。" }, { unit: "number" }),
  evaluate: ({ matrix: table, ri }) => {
    refuseInconsistency(table);
    const n = table.rows;
    if (n < 3) return 0;
    const index = ri ?? randomIndices[n - 3];
    if (index === undefined) throw new Refusal("missing", tooMany, "matrix");
    return ratioOf(table, index);
  },
  cautions: (_, ratio) => [ratio > 0.1 && caution.inconsistent(ratio)],
  native: {
    array: ({ matrix: table, ri }) => {
      const n = `ROWS(${table})`;
      const vector = eigenvector(table);
      const excess = `MAX(0,SUM(MMULT(${table},${vector}))/SUM(${vector})-${n})/(${n}-1)`;
      const index = ri === "" ? `INDEX({${randomIndices.join(";")}},${n}-2)` : ri;
      const ratio = ri === "" ? `IF(${n}>10,#N/A,${excess}/${index})` : `${excess}/${index}`;
      return unlessInconsistent(table, `IF(${n}<3,0,${ratio})`);
    },
  },
  source: "Saaty (1980), The Analytic Hierarchy Process.",
  examples: [
    {
      given: { matrix: [[1, 3, 3], [1 / 3, 1, 2], [1 / 3, 1 / 2, 1]] },
      gives: 0.04622549644739098,
      from: "λmax = 1 + c + 1/c with c = (a₁₃ / (a₁₂ a₂₃))^⅓ = 2^−⅓: (3.0536216 − 3) / 2 / 0.58, by hand",
    },
  ],
});
