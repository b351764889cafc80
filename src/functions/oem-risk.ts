import { Refusal, type Texts } from "../refusal";
import { herfindahl, hillNumber, largest } from "../maths/concentration";
import { exitLossDistribution, expectedShortfall, lossQuantile } from "../maths/exit-loss";
import { rescaled, shares, sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, flag, list, matrix, number, text } from "./kinds";
import { either, equals } from "./native";

const define = family(
  "oem-risk",
  { en: "Concentration and OEM risk", zh: "集中度与整车企业风险" },
  { en: "See how much depends on one maker", zh: "对单一整车企业的依赖有多深" },
);

const exposure: Texts = {
  en: "Local output, jobs or tax by controlling group; plants of one group added first.",
  zh: "按控股集团的本地产值、就业或税收；同一集团的工厂先合并。",
};

const share = (en: string, zh: string, usual: number) => number(
  { en, zh },
  { unit: "share", min: 0, max: 1, default: usual },
);

const spillover = number(
  { en: "Supplier loss for each unit of OEM loss: a Type I multiplier minus 1.", zh: "整车每损失一单位带来的供应商损失：I 型乘数减 1。" },
  { unit: "share", min: 0, default: 0 },
);

const dependence = share("OEM-linked share of the local base.", "与整车企业相关的部分占本地经济的比重。", 1);

export const hhiIndex = define({
  name: "HHI_INDEX",
  title: { en: "Herfindahl–Hirschman index", zh: "赫芬达尔—赫希曼指数（HHI）" },
  summary: { en: "Concentration: the sum of squared shares.", zh: "集中度：各份额的平方和。" },
  method: {
    en: "SUM(s²) × scale, s = value / total. Normalised: (H − 1/n) / (1 − 1/n), n = values above 0.",
    zh: "SUM(s²) × 标度，s = 数值 ÷ 合计。标准化：(H − 1/n) ÷ (1 − 1/n)，n 为大于 0 的个数。",
  },
  parameters: {
    values: list(
      { en: "Output, sales, jobs or tax by controlling group.", zh: "按控股集团的产量、销售、就业或税收。" },
      { unit: "any unit", min: 0 },
    ),
    scale: choice([1, 10000], { default: 10000, en: "10000, or 1 for an index from 0 to 1.", zh: "10000；或 1，指数取 0 至 1。" }),
    normalised: flag({ en: "TRUE: from 0, all alike, to the scale.", zh: "TRUE：各份额相等时为 0，最大为标度。" }, { default: false }),
  },
  returns: number({
    en: "From scale / n, when all are alike, to scale, when there is one.",
    zh: "各份额相等时为标度／n，只有一家时为标度。",
  }, { unit: "HHI points" }),
  evaluate: ({ values, scale, normalised }) => {
    const index = herfindahl(shares(values, "values"));
    const count = values.filter((value) => value > 0).length;
    if (!normalised) return index * scale;
    return count === 1 ? scale : (Math.max(0, index - 1 / count) / (1 - 1 / count)) * scale;
  },
  native: ({ values, scale, normalised }) => {
    const index = `SUMSQ(${values})/SUM(${values})^2`;
    const count = `COUNTIF(${values},">0")`;
    const scaled = `IF(${count}=1,1,(${index}-1/${count})/(1-1/${count}))*${scale}`;
    return either(normalised, scaled, `${index}*${scale}`);
  },
  source: "Hirschman (1964), The Paternity of an Index, American Economic Review 54(5).",
  examples: [
    { given: { values: [30, 30, 20, 20] }, gives: 2600, from: "US Department of Justice, Herfindahl–Hirschman Index page" },
    { given: { values: [30, 30, 20, 20], scale: 1 }, gives: 0.26, from: "the same on 0 to 1" },
  ],
});

export const effectiveCount = define({
  name: "EFFECTIVE_COUNT",
  title: { en: "Effective number of makers (Hill number)", zh: "有效企业数（希尔数）" },
  summary: {
    en: "How many makers of equal size would be as concentrated as these.",
    zh: "与现状集中度相同的等规模企业数。",
  },
  method: {
    en: "SUM(s^order)^(1 / (1 − order)); order 2 is 1 / HHI, order 1 is EXP(entropy), order 0 counts.",
    zh: "SUM(s^阶)^(1 ÷ (1 − 阶))；2 阶为 1/HHI，1 阶为 EXP(熵)，0 阶为个数。",
  },
  parameters: {
    values: list(exposure, { unit: "any unit", min: 0 }),
    order: number(
      { en: "0 counts all alike; the higher, the more the largest count.", zh: "0 阶一视同仁；阶数越高，越看重大企业。" },
      { unit: "number", min: 0, default: 2 },
    ),
  },
  returns: number(
    { en: "Makers, from 1 to how many are above 0.", zh: "企业数，1 至大于 0 的个数。" },
    { unit: "number" },
  ),
  evaluate: ({ values, order }) => hillNumber(shares(values, "values"), order),
  native: ({ values, order }) => {
    if (order === "2") return `SUM(${values})^2/SUMSQ(${values})`;
    const one = `EXP(-SUMPRODUCT(${values}/SUM(${values})*LN((${values}+(${values}=0))/SUM(${values}))))`;
    const other = `SUMPRODUCT((${values}>0)*((${values}+(${values}=0))/SUM(${values}))^${order})^(1/(1-${order}))`;
    return order === "1" ? one : `IF(${order}=1,${one},${other})`;
  },
  source: "Hill (1973), Diversity and Evenness, Ecology 54(2).",
  examples: [{ given: { values: [20, 50, 20, 10] }, gives: 1 / 0.34, from: "1 / (0.04 + 0.25 + 0.04 + 0.01), by hand; REAT herf" }],
});

export const concRatio = define({
  name: "CONC_RATIO",
  title: { en: "Concentration ratio", zh: "集中率（CRn）" },
  summary: { en: "Share of the n largest.", zh: "最大 n 家所占份额。" },
  method: { en: "SUM of the n largest / SUM(values); 1 where n covers all.", zh: "最大 n 家之和 ÷ 合计；n 覆盖全部时为 1。" },
  parameters: {
    values: list(exposure, { unit: "any unit", min: 0 }),
    n: number(
      { en: "How many of the largest.", zh: "取最大的几家。" },
      { unit: "number", min: 1, whole: true, default: 4 },
    ),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "比重，0 至 1。" }, { unit: "share" }),
  evaluate: ({ values, n }) => sum(largest(shares(values, "values"), n)),
  cautions: ({ values, n }) => [n >= values.filter((value) => value > 0).length && caution.coversAll],
  native: ({ values, n }) => largestShare(values, n),
  source: "Concentration ratio CRn.",
  examples: [{ given: { values: [40, 20, 15, 10, 10, 5] }, gives: 0.85, from: "(40 + 20 + 15 + 10) / 100, by hand" }],
});

/** The n largest without an array constant: all above the n-th largest, and the n-th as often as it takes. */
function largestShare(values: string, n: string): string {
  if (n === "1") return `MAX(${values})/SUM(${values})`;
  const count = `MIN(${n},COUNT(${values}))`;
  const nth = `LARGE(${values},${count})`;
  return `(SUMPRODUCT((${values}>${nth})*${values})+(${count}-SUMPRODUCT(--(${values}>${nth})))*${nth})/SUM(${values})`;
}

export const hhiBand = define({
  name: "HHI_BAND",
  title: { en: "HHI band of the merger guidelines", zh: "HHI 区间（并购指南）" },
  summary: {
    en: "The band of an HHI in US merger guidelines: about market power, not about how fragile a city is.",
    zh: "HHI 在美国并购指南中的区间：针对市场势力，不表示城市的脆弱程度。",
  },
  method: {
    en: "2023: moderate from 1,000, high above 1,800. 2010: moderate from 1,500, high above 2,500.",
    zh: "2023 版：1000 起为中等，1800 以上为高。2010 版：1500 起为中等，2500 以上为高。",
  },
  parameters: {
    hhi: number(
      { en: "HHI on the scale of 0 to 10,000.", zh: "HHI（0 至 10000 标度）。" },
      { unit: "HHI points", min: 0, max: 10000 },
    ),
    guideline: choice(["2023", "2010"], { default: "2023", en: "Edition of the guidelines.", zh: "指南版本。" }),
  },
  returns: text({ en: "unconcentrated, moderate or high.", zh: "unconcentrated、moderate 或 high。" }),
  evaluate: ({ hhi, guideline }) => {
    const { moderate, high } = bands[guideline];
    if (hhi > high) return "high";
    return hhi >= moderate ? "moderate" : "unconcentrated";
  },
  cautions: ({ hhi }) => [caution.antitrustOnly, hhi > 0 && hhi <= 1 && caution.unitScale],
  native: ({ hhi, guideline }) => {
    const is2010 = equals(guideline, "2010");
    const limit = (band: "moderate" | "high") => either(is2010, `${bands[2010][band]}`, `${bands[2023][band]}`);
    return `IF(${hhi}>${limit("high")},"high",IF(${hhi}>=${limit("moderate")},"moderate","unconcentrated"))`;
  },
  source: "US DOJ and FTC Merger Guidelines, 2023 §2.1 and 2010 §5.3: antitrust thresholds.",
  examples: [{ given: { hhi: 2600 }, gives: "high", from: "2,600 is above 1,800" }],
});

const bands = { 2023: { moderate: 1000, high: 1800 }, 2010: { moderate: 1500, high: 2500 } } as const;

export const oemConcentrationRisk = define({
  name: "OEM_CONCENTRATION_RISK",
  title: { en: "OEM concentration risk", zh: "整车企业集中风险" },
  summary: {
    en: "Standard deviation of the local base that its makers' shocks bring about, as a share of that base.",
    zh: "整车企业冲击给本地经济带来的标准差，以占本地经济的比重表示。",
  },
  method: {
    en: "dependence × (1 + spillover) × SQRT((1 − ρ) Σ(sᵢvᵢ)² + ρ (Σ sᵢvᵢ)²), s shares, v volatility, ρ correlation. "
      + "With the defaults SQRT(HHI): 1 is one maker, 0.5 as risky as four equal ones. The expected loss does not "
      + "depend on concentration; its spread does.",
    zh: "依赖度 × (1 + 外溢) × SQRT((1 − ρ) Σ(sᵢvᵢ)² + ρ (Σ sᵢvᵢ)²)，s 为份额，v 为波动率，ρ 为相关系数。"
      + "默认参数下为 SQRT(HHI)：1 表示只有一家，0.5 相当于四家等规模。期望损失与集中度无关，离散程度才有关。",
  },
  parameters: {
    oem_values: list(exposure, { unit: "any unit", min: 0 }),
    correlation: share("Correlation between the makers' shocks, 0 to 1.", "各企业冲击之间的相关系数，0 至 1。", 0),
    volatility: list(
      { en: "Standard deviation of a maker's yearly change, one or each; SQRT(p(1−p)) for an exit probability p.",
        zh: "单个企业年变动的标准差，一个或逐家；退出概率为 p 时取 SQRT(p(1−p))。" },
      { unit: "share", min: 0, sameSizeAs: "oem_values", orOne: true, default: 1 },
    ),
    dependence,
    spillover,
  },
  returns: number(
    { en: "A share of the local base in a year of one standard deviation.", zh: "一个标准差年份占本地经济的比重。" },
    { unit: "share" },
  ),
  evaluate: ({ oem_values, correlation, volatility, dependence: linked, spillover: spread }) => {
    const swings = shares(oem_values, "oem_values").map((part, i) => part * volatility[volatility.length === 1 ? 0 : i]!);
    const alone = sum(swings.map((swing) => swing * swing));
    return linked * (1 + spread) * Math.sqrt((1 - correlation) * alone + correlation * sum(swings) ** 2);
  },
  cautions: ({ volatility }) => [volatility.every((swing) => swing === 1) && caution.relativeRisk],
  native: ({ oem_values, correlation, volatility, dependence: linked, spillover: spread }) =>
    `${linked}*(1+${spread})*SQRT((1-${correlation})*SUMPRODUCT((${oem_values}*${volatility})^2)`
    + `+${correlation}*SUMPRODUCT(${oem_values}*${volatility})^2)/SUM(${oem_values})`,
  source:
    "Gabaix (2011), The Granular Origins of Aggregate Fluctuations, Econometrica 79(3); Conroy (1975), portfolio view of "
    + "regional industry.",
  examples: [
    {
      given: { oem_values: [50, 30, 20], correlation: 0.3, volatility: 0.35, dependence: 0.12, spillover: 0.8 },
      gives: 0.05687612645038337,
      from: "0.12 × 1.8 × 0.35 × √(0.3 + 0.7 × 0.38), by hand",
    },
    { given: { oem_values: [1, 1, 1, 1] }, gives: 0.5, from: "four equal makers: √(1/4)" },
  ],
});

export const oemShockLoss = define({
  name: "OEM_SHOCK_LOSS",
  title: { en: "Loss when the largest makers stop", zh: "最大整车企业停产损失" },
  summary: {
    en: "Share of the local base lost when the k largest makers are hit.",
    zh: "最大的 k 家企业受冲击时，本地经济损失的比重。",
  },
  method: {
    en: "dependence × CONC_RATIO(oem_values, k) × loss_rate × (1 + spillover) × (1 − reabsorbed). Not capped.",
    zh: "依赖度 × 最大 k 家份额 × 损失率 × (1 + 外溢) × (1 − 再吸纳)。不设上限。",
  },
  parameters: {
    oem_values: list(exposure, { unit: "any unit", min: 0 }),
    k: number(
      { en: "How many of the largest are hit.", zh: "受冲击的最大企业家数。" },
      { unit: "number", min: 1, whole: true, default: 1 },
    ),
    loss_rate: share("Share of their local activity that is lost.", "其本地业务的损失比重。", 1),
    spillover,
    dependence,
    reabsorbed: share("Share that others take up again.", "被其他企业重新吸纳的比重。", 0),
  },
  returns: number({ en: "A share of the local base.", zh: "占本地经济的比重。" }, { unit: "share" }),
  evaluate: ({ oem_values, k, loss_rate, spillover: spread, dependence: linked, reabsorbed }) =>
    linked * sum(largest(shares(oem_values, "oem_values"), k)) * loss_rate * (1 + spread) * (1 - reabsorbed),
  cautions: (_, loss) => [loss > 1 && caution.lossAboveBase],
  native: ({ oem_values, k, loss_rate, spillover: spread, dependence: linked, reabsorbed }) =>
    `${linked}*${largestShare(oem_values, k)}*${loss_rate}*(1+${spread})*(1-${reabsorbed})`,
  source: "Deterministic stress test.",
  examples: [
    {
      given: { oem_values: [50, 30, 20], k: 1, loss_rate: 1, spillover: 0.8, dependence: 0.12, reabsorbed: 0.25 },
      gives: 0.081,
      from: "0.12 × 0.5 × 1.8 × 0.75, by hand",
    },
  ],
});

const enumerable = 20;

export const oemExitLoss = define({
  name: "OEM_EXIT_LOSS",
  title: { en: "Loss from the exit of makers", zh: "整车企业退出损失分布" },
  summary: {
    en: "Mean, spread or tail of the share lost when each maker may exit in a year.",
    zh: "各企业一年内可能退出时，损失份额的均值、离散或尾部。",
  },
  method: {
    en: "Exact distribution of Σ sᵢ × loss_rate × Bᵢ, Bᵢ independent with probability probs; tail is the expected "
      + "shortfall at the confidence. The mean does not depend on concentration; the tail does.",
    zh: "Σ sᵢ × 损失率 × Bᵢ 的精确分布，Bᵢ 相互独立、概率为退出概率；tail 为给定置信度的预期短缺。均值与集中度无关，尾部有关。",
  },
  parameters: {
    oem_values: list(exposure, { unit: "any unit", min: 0 }),
    probs: list(
      { en: "Yearly exit probability, one or each.", zh: "年退出概率，一个或逐家。" },
      { unit: "share", min: 0, max: 1, sameSizeAs: "oem_values", orOne: true },
    ),
    measure: choice(["mean", "sd", "quantile", "tail"], {
      default: "mean",
      en: "What to report.",
      zh: "报告的指标。",
      words: {
        mean: { en: "Mean", zh: "均值" },
        sd: { en: "Standard deviation", zh: "标准差" },
        quantile: { en: "Quantile", zh: "分位数" },
        tail: { en: "Mean of the worst cases", zh: "尾部均值（预期短缺）" },
      },
    }),
    confidence: number(
      { en: "Level of the quantile or tail.", zh: "分位数或尾部的置信度。" },
      { unit: "share", above: 0, below: 1, default: 0.95 },
    ),
    loss_rate: share("Share of a maker's activity lost on exit.", "退出时其业务的损失比重。", 1),
  },
  returns: number({ en: "A share of the OEM-linked base.", zh: "占整车相关经济的比重。" }, { unit: "share" }),
  evaluate: ({ oem_values, probs, measure, confidence, loss_rate }) => {
    const parts = shares(oem_values, "oem_values");
    const present = [...parts.keys()].filter((i) => parts[i]! > 0);
    if (present.length > enumerable) throw new Refusal("unsolvable", say.moreThan(enumerable), "oem_values");
    const losses = Float64Array.from(present, (i) => parts[i]! * loss_rate);
    const exits = Float64Array.from(present, (i) => probs[probs.length === 1 ? 0 : i]!);
    if (measure === "mean") return sum(losses.map((loss, i) => loss * exits[i]!));
    if (measure === "sd") return Math.sqrt(sum(losses.map((loss, i) => loss * loss * exits[i]! * (1 - exits[i]!))));
    const distribution = exitLossDistribution(losses, exits);
    return measure === "tail" ? expectedShortfall(distribution, confidence) : lossQuantile(distribution, confidence);
  },
  cautions: ({ measure, oem_values }) => [measure !== "mean" && oem_values.length > 1 && caution.independentExits],
  native: {
    some: ({ oem_values, probs, measure, loss_rate }) => {
      const of = (sum: string) =>
        `IF(COUNTIF(${oem_values},">0")>${enumerable},#NUM!,${loss_rate}*${sum}/SUM(${oem_values}))`;
      if (equals(measure, "mean") === "TRUE") return of(`SUMPRODUCT(${oem_values}*${probs})`);
      if (equals(measure, "sd") !== "TRUE") return undefined;
      return of(`SQRT(SUMPRODUCT(${oem_values}^2*${probs}*(1-${probs})))`);
    },
    otherwise: { en: "quantile and tail need the enumeration of every combination of exits", zh: "分位数与尾部须枚举全部退出组合" },
  },
  source: "Artzner et al. (1999), Coherent Measures of Risk; Acerbi & Tasche (2002) for discrete distributions.",
  examples: [
    {
      given: { oem_values: [50, 30, 20], probs: 0.1, measure: "tail", confidence: 0.95 },
      gives: 0.6,
      from: "(0.001 × 1 + 0.009 × 0.8 + 0.009 × 0.7 + 0.031 × 0.5) / 0.05, by hand",
    },
    { given: { oem_values: [50, 30, 20], probs: 0.1 }, gives: 0.1, from: "the mean is the common probability" },
  ],
});

export const captiveSuppliers = define({
  name: "CAPTIVE_SUPPLIERS",
  title: { en: "Captive suppliers of one OEM", zh: "对单一整车企业的锁定供应商占比" },
  summary: {
    en: "Share of all supplier sales made by suppliers that depend on one maker.",
    zh: "依赖某一整车企业的供应商占全部供应商销售额的比重。",
  },
  method: {
    en: "Sales of suppliers that sell at least threshold of their sales to column oem / all sales.",
    zh: "向该企业销售占比不低于门槛的供应商销售额 ÷ 全部销售额。",
  },
  parameters: {
    sales_matrix: matrix(
      { en: "Sales: suppliers in rows, customers in columns.", zh: "销售额：行为供应商，列为客户。" },
      { unit: "money", min: 0 },
    ),
    oem: number(
      { en: "Column number of the maker.", zh: "该整车企业所在列号。" },
      { unit: "number", min: 1, whole: true, otherwise: "invalid" },
    ),
    threshold: share("Share of sales from which a supplier counts as captive.", "视为锁定的销售占比门槛。", 0.5),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "比重，0 至 1。" }, { unit: "share" }),
  evaluate: ({ sales_matrix: { rows, columns, data: given }, oem, threshold }) => {
    if (oem > columns) throw new Refusal("invalid", say.notAbove(columns), "oem");
    const data = rescaled(given);
    const all = sum(data);
    if (all === 0) throw new Refusal("zero", say.zeroTotal, "sales_matrix");
    const captive = Array.from({ length: rows }, (_, i) => {
      const sold = sum(data.subarray(i * columns, (i + 1) * columns));
      return data[i * columns + oem - 1]! / sold >= threshold ? sold : 0;
    });
    return sum(captive) / all;
  },
  native: {
    array: ({ sales_matrix, oem, threshold }) => {
      const sold = `MMULT(${sales_matrix},TRANSPOSE(COLUMN(${sales_matrix})^0))`;
      const position = `COLUMN(${sales_matrix})-MIN(COLUMN(${sales_matrix}))+1`;
      const toOem = `MMULT(${sales_matrix},TRANSPOSE(--(${position}=${oem})))`;
      const share = `SUMPRODUCT((${toOem}>=${threshold}*${sold})*${sold})/SUM(${sales_matrix})`;
      return `IF(${oem}>COLUMNS(${sales_matrix}),#VALUE!,${share})`;
    },
  },
  source: "Exposure measure; the definition is ours.",
  examples: [
    {
      given: { sales_matrix: [[90, 10, 0], [30, 10, 10], [10, 40, 30], [20, 25, 25]], oem: 1 },
      gives: 0.5,
      from: "suppliers 1 and 2 depend on OEM 1: (100 + 50) / 300, by hand",
    },
  ],
});
