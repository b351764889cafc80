import { Refusal, type Texts } from "../refusal";
import { betaQuantileBetween } from "../maths/beta";
import { latinHypercube, uniformDraws } from "../maths/draws";
import { lowerTailMean, mean, percentiles, standardDeviation } from "../maths/sample";
import { triangularQuantile } from "../maths/triangular";
import type { Answer } from "./cells";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { list, matrix, number } from "./kinds";
import { labelled, uniformFormula } from "./native";

const define = family(
  "uncertainty",
  { en: "Uncertainty", zh: "不确定性" },
  { en: "Work with ranges instead of single numbers", zh: "用区间和概率代替单一数字" },
);

const probability = number(
  { en: "Probability, 0 to 1, or a range of draws.", zh: "概率，0 至 1；或一个随机数区域。" },
  { unit: "share", min: 0, max: 1 },
);
const least = number({ en: "Lowest possible value.", zh: "最小可能值。" }, { unit: "same unit" });
const likeliest = number({ en: "Most likely value.", zh: "最可能值。" }, { unit: "same unit" });
const most = number({ en: "Highest possible value.", zh: "最大可能值。" }, { unit: "same unit" });

function refuseDisorder(min: number, mode: number, max: number): void {
  if (min > mode) throw new Refusal("unsolvable", say.notBelow("min"), "mode");
  if (mode > max) throw new Refusal("unsolvable", say.partOf("max"), "mode");
  if (max - min === Infinity) throw new Refusal("unsolvable", say.tooLarge, "max");
}

const disorder = (min: string, mode: string, max: string): string => `(${min}>${mode})+(${mode}>${max})`;

export const triInv = define({
  name: "TRI_INV",
  title: { en: "Triangular quantile", zh: "三角分布分位数" },
  summary: {
    en: "The value that a triangular estimate stays below with a given probability. Over draws, it simulates.",
    zh: "三角分布在给定概率下的分位数；输入随机数即为模拟抽样。",
  },
  method: {
    en: "min + SQRT(p (max − min)(mode − min)) below the mode, max − SQRT((1 − p)(max − min)(max − mode)) above it",
    zh: "众数以下：最小 + SQRT(p（最大 − 最小）（众数 − 最小））；众数以上：最大 − SQRT((1 − p)（最大 − 最小）（最大 − 众数））",
  },
  parameters: { probability, min: least, mode: likeliest, max: most },
  returns: number({ en: "From min to max.", zh: "最小值至最大值之间。" }, { unit: "same unit" }),
  evaluate: ({ probability: p, min, mode, max }) => {
    refuseDisorder(min, mode, max);
    return triangularQuantile(p, min, mode, max);
  },
  native: ({ probability: p, min, mode, max }) => {
    const rising = `${min}+SQRT(${p}*(${max}-${min})*(${mode}-${min}))`;
    const falling = `${max}-SQRT((1-${p})*(${max}-${min})*(${max}-${mode}))`;
    const value = `IF(${min}=${max},${min},IF((${p}=0)+(${p}*(${max}-${min})<${mode}-${min}),${rising},${falling}))`;
    return `IF(${disorder(min, mode, max)},#NUM!,${value})`;
  },
  source: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, section 26.9.",
  examples: [
    {
      given: { probability: 0.5, min: 2, mode: 5, max: 11 },
      gives: 11 - Math.sqrt(27),
      from: "11 − √(0.5 × 9 × 6) = 11 − √27, by hand",
    },
  ],
});

export const pertInv = define({
  name: "PERT_INV",
  title: { en: "PERT quantile", zh: "PERT 分布分位数" },
  summary: {
    en: "The value that a three-point (PERT) estimate stays below with a given probability. Over draws, it simulates.",
    zh: "三点估计（PERT）在给定概率下的分位数；输入随机数即为模拟抽样。",
  },
  method: {
    en: "Beta quantile on min to max, α = 1 + shape (mode − min) / (max − min), β = 1 + shape (max − mode) / (max − min). "
      + "Its mean is (min + shape × mode + max) / (shape + 2).",
    zh: "最小至最大之间的贝塔分布分位数，α = 1 + 形状 ×（众数 − 最小）÷（最大 − 最小），β = 1 + 形状 ×（最大 − 众数）÷（最大 − 最小）。"
      + "均值为（最小 + 形状 × 众数 + 最大）÷（形状 + 2）。",
  },
  parameters: {
    probability,
    min: least,
    mode: likeliest,
    max: most,
    shape: number(
      { en: "Weight of the most likely value: 4 as in PERT, 0 is uniform.", zh: "众数的权重：PERT 取 4，0 为均匀分布。" },
      { unit: "number", min: 0, max: 1e6, default: 4 },
    ),
  },
  returns: number({ en: "From min to max.", zh: "最小值至最大值之间。" }, { unit: "same unit" }),
  evaluate: ({ probability: p, min, mode, max, shape }) => {
    refuseDisorder(min, mode, max);
    if (min === max) throw new Refusal("zero", say.differ("min"), "max");
    const range = max - min;
    return betaQuantileBetween(min, max, p, 1 + shape * ((mode - min) / range), 1 + shape * ((max - mode) / range));
  },
  native: ({ probability: p, min, mode, max, shape }) => {
    const [alpha, beta] = [`${mode}-${min}`, `${max}-${mode}`].map((part) => `1+${shape}*(${part})/(${max}-${min})`);
    const value = `IF(${p}=0,${min},BETA.INV(${p},${alpha},${beta},${min},${max}))`;
    return `IF(${disorder(min, mode, max)},#NUM!,IF(${min}=${max},#DIV/0!,${value}))`;
  },
  source: "Malcolm, Roseboom, Clark & Fazar (1959), Operations Research 7(5); Vose (2008), Risk Analysis; R package mc2d, qpert.",
  examples: [
    {
      given: { probability: 0.5, min: 2, mode: 5, max: 11 },
      gives: 5.38231256303709,
      from: "LibreOffice BETA.INV(0.5, 7/3, 11/3, 2, 11)",
    },
    { given: { probability: 0.3, min: 10, mode: 15, max: 20, shape: 0 }, gives: 13, from: "uniform from 10 to 20" },
  ],
});

const seed = number(
  { en: "Whole number: the same seed gives the same numbers.", zh: "整数种子：种子相同则结果相同。" },
  { unit: "number", min: 0, max: 1e8, whole: true, default: 1 },
);

export const lhsSample = define({
  name: "LHS_SAMPLE",
  title: { en: "Latin hypercube sample", zh: "拉丁超立方抽样" },
  summary: {
    en: "Random numbers from 0 to 1 that fill every stratum of every variable once.",
    zh: "0 至 1 的分层随机数：每个变量的每一层恰好抽取一次。",
  },
  method: {
    en: "In each column one draw in each of n strata of width 1/n, in an order shuffled column by column by a seeded generator.",
    zh: "每列在 n 个宽 1/n 的层中各抽一次，各列顺序由带种子的生成器独立打乱。",
  },
  parameters: {
    samples: number(
      { en: "Rows, up to 10,000; Excel takes about 200,000 numbers a call.", zh: "样本数（行），至多 10,000；Excel 每次调用最多约 20 万个数。" },
      { unit: "number", min: 1, max: 10_000, whole: true },
    ),
    variables: number(
      { en: "Columns, up to 50.", zh: "变量数（列），至多 50。" },
      { unit: "number", min: 1, max: 50, whole: true },
    ),
    seed,
  },
  returns: matrix(
    { en: "Numbers above 0 and below 1, samples × variables.", zh: "大于 0 且小于 1 的数，样本 × 变量。" },
    { unit: "number" },
  ),
  evaluate: ({ samples, variables, seed: from }) => latinHypercube(samples, variables, from),
  native: {
    none: { en: "shuffling the strata takes helper cells: the values are kept", zh: "打乱分层顺序需要辅助单元格：转换时保留数值" },
  },
  source: "McKay, Beckman & Conover (1979), A Comparison of Three Methods, Technometrics 21(2).",
  examples: [
    {
      given: { samples: 1, variables: 1, seed: 1 },
      gives: 0.8775181883247569,
      from: "one stratum: Hubbard's formula for trial 1, variable 1, entity 1, time 2, in Python's whole numbers",
    },
  ],
});

const mostDraws = 500_000;
const tooManyDraws: Texts = { en: "asks for more than 500,000 numbers in all", zh: "所需随机数总数超过 500,000 个" };

export const uniformDrawsTable = define({
  name: "UNIFORM_DRAWS",
  title: { en: "Seeded uniform random numbers", zh: "可复现的均匀随机数" },
  summary: {
    en: "Random numbers from 0 to 1 that stay the same until the seed changes, here and in Excel's own formulas.",
    zh: "0 至 1 的均匀随机数：种子不变结果不变，转为 Excel 公式后也完全相同。",
  },
  method: {
    en: "Hubbard's counter-based generator (HDR 2.0) with trial = row, variable = column, entity = seed: MOD on whole numbers "
      + "below 2^53. It passes the Dieharder tests and repeats after 5.6e13 rows. NORM.INV, LOGNORM.INV, TRI_INV and "
      + "PERT_INV turn the numbers into other distributions.",
    zh: "Hubbard 计数器型生成器（HDR 2.0）：试验 = 行、变量 = 列、实体 = 种子，仅用小于 2^53 的整数取模。通过 Dieharder 检验，"
      + "周期 5.6e13 行。用 NORM.INV、LOGNORM.INV、TRI_INV、PERT_INV 转换为其他分布。",
  },
  parameters: {
    rows: number(
      { en: "Trials; Excel takes about 200,000 numbers a call.", zh: "试验次数（行）；Excel 每次调用最多约 20 万个数。" },
      { unit: "number", min: 1, max: mostDraws, whole: true },
    ),
    columns: number(
      { en: "Variables.", zh: "变量数（列）。" },
      { unit: "number", min: 1, max: 1000, whole: true, default: 1 },
    ),
    seed,
  },
  returns: matrix(
    { en: "Numbers above 0 and below 1, rows × columns.", zh: "大于 0 且小于 1 的数，行 × 列。" },
    { unit: "number" },
  ),
  evaluate: ({ rows, columns, seed: from }) => {
    if (rows * columns > mostDraws) throw new Refusal("unsolvable", tooManyDraws, "rows");
    return uniformDraws(rows, columns, from);
  },
  native: {
    array: ({ rows, columns, seed: from }) => {
      const row = `ROW(INDEX($IV:$IV,1):INDEX($IV:$IV,${rows}))`;
      const column = columns === "1" ? "1" : `COLUMN(INDEX($65536:$65536,1,1):INDEX($65536:$65536,1,${columns}))`;
      const draws = uniformFormula([row, column, from]);
      return columns === "1" ? draws : `IF(${rows}*${columns}>${mostDraws},#NUM!,${draws})`;
    },
  },
  source: "Hubbard (2019), A Multi-Dimensional, Counter-Based Pseudo Random Number Generator as a Standard for Monte Carlo "
    + "Simulations, Winter Simulation Conference, 3064–3073; ProbabilityManagement.org, HDR 2.0.",
  examples: [
    {
      given: { rows: 2, columns: 1, seed: 1 },
      gives: 0.9097355402773246,
      from: "Hubbard's formula for trial 1, variable 1, entity 1, in Python's whole numbers and in Gnumeric",
    },
  ],
});

const levels = [0.05, 0.1, 0.5, 0.9, 0.95] as const;

const names = ["Mean 均值", "Standard deviation 标准差", ...levels.map((level) => `P${Math.round(level * 100)}`),
  "Probability below threshold 低于门槛的概率", "Expected shortfall 预期短缺（尾部均值）"];

export const simSummary = define({
  name: "SIM_SUMMARY",
  title: { en: "Summary of a simulation", zh: "模拟结果汇总" },
  summary: {
    en: "Mean, spread, percentiles, the risk of falling below a threshold, and the mean of the worst cases.",
    zh: "均值、离散、分位数、低于门槛的风险以及最差情形的均值。",
  },
  method: {
    en: "Sample standard deviation; percentiles as PERCENTILE.INC; share of draws strictly below threshold; expected "
      + "shortfall: mean of the lowest 1 − confidence of the draws, the one at the edge counted in part.",
    zh: "样本标准差；分位数同 PERCENTILE.INC；严格低于门槛的比重；预期短缺：最低的 1 − 置信度 部分的均值，边界值按比例计入。",
  },
  parameters: {
    draws: list(
      { en: "Results of the trials, low is bad; n/a and blanks do not count.", zh: "各次试验结果（低为差）；n/a 与空白不计。" },
      { unit: "same unit", missing: true },
    ),
    threshold: number({ en: "Value not to fall below.", zh: "不应低于的门槛。" }, { unit: "same unit", default: 0 }),
    confidence: number(
      { en: "Confidence of the expected shortfall.", zh: "预期短缺的置信度。" },
      { unit: "share", above: 0, below: 1, default: 0.95 },
    ),
  },
  returns: matrix(
    { en: "A table of nine rows: what it is, and its value.", zh: "九行的表：名称与数值。" },
    { unit: "same unit" },
  ),
  evaluate: ({ draws, threshold, confidence }) => {
    const known = draws.filter((draw) => !Number.isNaN(draw));
    if (known.length === 0) throw new Refusal("missing", say.noNumbers, "draws");
    const spread = known.length < 2 ? new Refusal("zero", say.atLeast(2), "draws") : standardDeviation(known);
    const below = known.filter((draw) => draw < threshold).length / known.length;
    const tail = lowerTailMean(known, 1 - confidence);
    const values: Answer[] = [mean(known), spread, ...percentiles(known, levels), below, tail];
    return names.map((name, i) => [name, values[i]!]);
  },
  cautions: ({ draws, confidence }) => {
    const inTail = draws.filter((draw) => !Number.isNaN(draw)).length * (1 - confidence);
    return [inTail < 20 && caution.thinTail(inTail)];
  },
  native: {
    array: ({ draws, threshold, confidence }) => {
      const tail = `(COUNT(${draws})*(1-${confidence}))`;
      const edge = `SMALL(${draws},MIN(COUNT(${draws}),INT${tail}+1))`;
      const beyond = `ISNUMBER(${draws})*(${draws}<${edge})`;
      const values = [
        `AVERAGE(${draws})`,
        `STDEV(${draws})`,
        ...levels.map((level) => `PERCENTILE(${draws},${level})`),
        `SUMPRODUCT(ISNUMBER(${draws})*(${draws}<${threshold}))/COUNT(${draws})`,
        `(SUMPRODUCT(${beyond},${draws})+(${tail}-SUMPRODUCT(${beyond}))*${edge})/${tail}`,
      ];
      return `IF(COUNT(${draws})=0,#N/A,${labelled(names.map((name, i) => [name, values[i]!]))})`;
    },
  },
  source: "Hyndman & Fan (1996), Sample Quantiles, The American Statistician 50(4), type 7; Acerbi & Tasche (2002), On the "
    + "Coherence of Expected Shortfall, Journal of Banking & Finance 26(7).",
  examples: [
    {
      given: { draws: [-4, -2, 0, 2, 4, 6, 8, 10, 12, 14, 16], threshold: 1, confidence: 0.8 },
      gives: [
        [names[0]!, 6], [names[1]!, Math.sqrt(44)], [names[2]!, -3], [names[3]!, -2], [names[4]!, 6], [names[5]!, 14],
        [names[6]!, 15], [names[7]!, 3 / 11], [names[8]!, -6 / 2.2],
      ],
      from: "variance 440 / 10; percentiles at ranks 0.5, 1, 5, 9, 9.5; 3 of 11 below 1; (−4 − 2 + 0.2 × 0) / 2.2, by hand",
    },
  ],
});
