import { Refusal } from "../refusal";
import { quotient, ratioOfSums, sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, flag, list, number } from "./kinds";
import { either, equals } from "./native";

const define = family(
  "capacity",
  { en: "Capacity and output", zh: "产能与产量" },
  { en: "Check how far capacity is used", zh: "产能利用得怎么样" },
);

export const capacityUtil = define({
  name: "CAPACITY_UTIL",
  title: { en: "Capacity utilisation", zh: "产能利用率" },
  summary: {
    en: "Output as a share of the capacity that the same months offered.",
    zh: "产量占同期产能的比重。",
  },
  method: {
    en: "SUM(output) / (SUM(capacity) × months / 12). A ratio of sums, never the mean of plant ratios. Not capped: "
      + "above 1 means overtime or a third shift.",
    zh: "产量合计 ÷（产能合计 × 月数 ÷ 12）。是合计之比，不是各厂比率的平均。不设上限：大于 1 表示加班或三班生产。",
  },
  parameters: {
    output: list(
      { en: "Vehicles made, one plant or many.", zh: "产量（辆），一个或多个工厂。" },
      { unit: "vehicles/yr", min: 0 },
    ),
    capacity: list(
      { en: "Annual capacity in vehicles, plant by plant as output.", zh: "年产能（辆），与产量逐厂对应。" },
      { unit: "vehicles/yr", min: 0, sameSizeAs: "output" },
    ),
    months: number(
      { en: "Months that the output covers, up to 12.", zh: "产量覆盖的月数，至多 12。" },
      { unit: "months", above: 0, max: 12, default: 12 },
    ),
  },
  returns: number({ en: "A share: 0.52 is 52 %.", zh: "比重：0.52 即 52%。" }, { unit: "share" }),
  evaluate: ({ output, capacity, months }) => {
    const ratio = ratioOfSums(output, capacity, "capacity");
    const idle = output.findIndex((made, plant) => made > 0 && capacity[plant] === 0);
    if (idle >= 0) throw new Refusal("invalid", say.outputWithout(idle + 1), "capacity");
    return ratio / (months / 12);
  },
  cautions: ({ months }, share) => [share > 1 && caution.aboveCapacity, months < 12 && caution.partOfYear],
  native: ({ output, capacity, months }) => `SUM(${output})/(SUM(${capacity})*${months}/12)`,
  source:
    "Federal Reserve G.17, Industrial Production and Capacity Utilization; National Bureau of Statistics of China; "
    + "basis of 250 days × 2 shifts: NDRC/MIIT guidelines (2017).",
  examples: [
    {
      given: { output: [120000, 80000, 6836], capacity: [150000, 200000, 450000] },
      gives: 0.258545,
      from: "206,836 / 800,000, by hand",
    },
    { given: { output: 24.986, capacity: 48.0493 }, gives: 24.986 / 48.0493, from: "OICA 2020, China: 52 % of 48.0493 m" },
  ],
});

export const stdCapacity = define({
  name: "STD_CAPACITY",
  title: { en: "Standard capacity", zh: "标准产能" },
  summary: {
    en: "A plant's annual capacity on one basis: jobs per hour over shifts, hours and days.",
    zh: "按统一口径折算的工厂年产能：每小时下线数 × 工时 × 班次 × 天数。",
  },
  method: { en: "jph × hours × shifts × days × availability", zh: "每小时下线数 × 工时 × 班次 × 天数 × 开动率" },
  parameters: {
    jph: number(
      { en: "Jobs per hour: vehicles off the line in an hour.", zh: "每小时下线数（辆）。" },
      { unit: "vehicles/h", min: 0 },
    ),
    shifts: number({ en: "Shifts a day.", zh: "每日班次。" }, { unit: "number", min: 0, default: 2 }),
    hours: number({ en: "Hours a shift.", zh: "每班小时数。" }, { unit: "hours", min: 0, default: 8 }),
    days: number({ en: "Working days a year.", zh: "每年工作天数。" }, { unit: "days", min: 0, default: 250 }),
    availability: number(
      { en: "Share of the time in which the line runs.", zh: "开动率（占计划时间的比重）。" },
      { unit: "share", min: 0, max: 1, default: 1 },
    ),
  },
  returns: number({ en: "Vehicles a year.", zh: "辆／年。" }, { unit: "vehicles/yr" }),
  evaluate: ({ jph, shifts, hours, days, availability }) => jph * hours * shifts * days * availability,
  cautions: ({ shifts, hours }) => [shifts * hours > 24 && caution.longDays],
  native: ({ jph, shifts, hours, days, availability }) => `${jph}*${hours}*${shifts}*${days}*${availability}`,
  source: "NDRC/MIIT guidelines (2017): capacity on 250 working days and double shifts.",
  examples: [{ given: { jph: 60 }, gives: 240000, from: "60 × 8 × 2 × 250, by hand" }],
});

export const idleCapacity = define({
  name: "IDLE_CAPACITY",
  title: { en: "Idle capacity", zh: "闲置产能" },
  summary: {
    en: "Capacity that could close with the rest running at a target utilisation.",
    zh: "其余产能按目标利用率运转时可以退出的产能。",
  },
  method: { en: "MAX(0, capacity − output / target_util)", zh: "MAX(0，产能 − 产量 ÷ 目标利用率)" },
  parameters: {
    output: number({ en: "Vehicles made in a year.", zh: "年产量（辆）。" }, { unit: "vehicles/yr", min: 0 }),
    capacity: number({ en: "Annual capacity in vehicles.", zh: "年产能（辆）。" }, { unit: "vehicles/yr", min: 0 }),
    target_util: number(
      { en: "Utilisation that the remaining plants should reach, up to 1.2.", zh: "留存工厂应达到的利用率，至多 1.2。" },
      { unit: "share", above: 0, max: 1.2, default: 1 },
    ),
  },
  returns: number({ en: "Vehicles a year.", zh: "辆／年。" }, { unit: "vehicles/yr" }),
  evaluate: ({ output, capacity, target_util }) => Math.max(0, capacity - output / target_util),
  cautions: ({ output, capacity }) => [output > capacity && caution.aboveCapacity],
  native: ({ output, capacity, target_util }) => `MAX(0,${capacity}-${output}/${target_util})`,
  source: "Arithmetic.",
  examples: [
    {
      given: { output: 24.9856, capacity: 48.0493, target_util: 0.8 },
      gives: 16.8173,
      from: "48.0493 − 24.9856 / 0.8 = 48.0493 − 31.232, by hand",
    },
  ],
});

export const breakevenUtil = define({
  name: "BREAKEVEN_UTIL",
  title: { en: "Break-even utilisation", zh: "盈亏平衡利用率" },
  summary: {
    en: "Utilisation at which a plant covers its fixed cost. Above 1 it cannot break even.",
    zh: "工厂收回固定成本所需的利用率。大于 1 表示无法盈亏平衡。",
  },
  method: { en: "fixed_cost / ((price − variable_cost) × capacity)", zh: "固定成本 ÷（（价格 − 单位变动成本）× 产能）" },
  parameters: {
    fixed_cost: number({ en: "Fixed cost a year, in yuan.", zh: "年固定成本（元）。" }, { unit: "money/yr", min: 0 }),
    price: number({ en: "Price of a vehicle, in yuan.", zh: "单车价格（元）。" }, { unit: "money/vehicle", min: 0 }),
    variable_cost: number(
      { en: "Variable cost of a vehicle, in yuan.", zh: "单车变动成本（元）。" },
      { unit: "money/vehicle", min: 0 },
    ),
    capacity: number(
      { en: "Annual capacity in vehicles.", zh: "年产能（辆）。" },
      { unit: "vehicles/yr", above: 0, otherwise: "zero" },
    ),
  },
  returns: number({ en: "A share of capacity.", zh: "占产能的比重。" }, { unit: "share" }),
  evaluate: ({ fixed_cost, price, variable_cost, capacity }) => {
    if (price <= variable_cost) throw new Refusal("unsolvable", say.exceed("variable_cost"), "price");
    return fixed_cost / ((price - variable_cost) * capacity);
  },
  cautions: (_, share) => [share > 1 && caution.neverBreaksEven],
  native: ({ fixed_cost, price, variable_cost, capacity }) =>
    `IF(${price}<=${variable_cost},#NUM!,${fixed_cost}/((${price}-${variable_cost})*${capacity}))`,
  source: "Cost–volume–profit identity.",
  examples: [
    {
      given: { fixed_cost: 3e9, price: 150000, variable_cost: 130000, capacity: 200000 },
      gives: 0.75,
      from: "3 bn / (20,000 × 200,000), by hand",
    },
  ],
});

export const lowOutputShare = define({
  name: "LOW_OUTPUT_SHARE",
  title: { en: "Share of low-output makers", zh: "低产企业占比" },
  summary: {
    en: "Share of the makers whose output is below a threshold.",
    zh: "产量低于门槛的企业占全部企业的比重。",
  },
  method: {
    en: "COUNT(outputs < threshold) / COUNT(outputs). A 0 is a maker that makes nothing; a blank or n/a is no maker.",
    zh: "产量低于门槛的企业数 ÷ 企业数。0 表示有企业而无产量；空白或 n/a 不计为企业。",
  },
  parameters: {
    outputs: list(
      { en: "Vehicles a month, maker by maker; n/a where not known.", zh: "各企业月产量（辆）；不详填 n/a。" },
      { unit: "vehicles/month", min: 0, missing: true },
    ),
    threshold: number(
      { en: "Vehicles a month.", zh: "月产量门槛（辆）。" },
      { unit: "vehicles/month", min: 0, default: 1000 },
    ),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "比重，0 至 1。" }, { unit: "share" }),
  evaluate: ({ outputs, threshold }) => {
    const known = outputs.filter((output) => !Number.isNaN(output));
    if (known.length === 0) throw new Refusal("missing", say.noNumbers, "outputs");
    return known.filter((output) => output < threshold).length / known.length;
  },
  native: ({ outputs, threshold }) =>
    `IF(COUNT(${outputs})=0,#N/A,COUNTIF(${outputs},"<"&${threshold})/COUNT(${outputs}))`,
  source: "Count; 1,000 vehicles a month is the line of CAAM's count of 2021, as quoted by the paper on six automobile clusters.",
  examples: [{ given: { outputs: [0, 0, 500, 1200, 30000] }, gives: 0.6, from: "3 of 5, by hand" }],
});

export const capacityGate = define({
  name: "CAPACITY_GATE",
  title: { en: "Gate for new capacity", zh: "新增产能门槛" },
  summary: {
    en: "Whether utilisation beat the benchmark in the two preceding years, as new capacity requires.",
    zh: "前两年产能利用率是否均高于基准，即新增产能的准入条件。",
  },
  method: {
    en: "\"each\": own > benchmark in each of the two years. \"mean\": the mean of own > the mean of the benchmark.",
    zh: "\"each\"：两年中每年均高于基准。\"mean\"：两年平均高于基准的平均。",
  },
  parameters: {
    util_2y: list(
      { en: "Own utilisation in the two years, oldest first.", zh: "本地前两年利用率，先旧后新。" },
      { unit: "share", min: 0, missing: true },
    ),
    bench_2y: list(
      { en: "Benchmark utilisation in the same years.", zh: "同期基准利用率。" },
      { unit: "share", min: 0, missing: true },
    ),
    rule: choice(["each", "mean"], {
      default: "each",
      en: "Beat it in each year, or on average.",
      zh: "逐年比较或按平均比较。",
      words: { each: { en: "In each of the two years", zh: "两年逐年比较" }, mean: { en: "On average", zh: "按两年平均比较" } },
    }),
  },
  returns: flag({ en: "TRUE where the gate is open.", zh: "通过门槛为 TRUE。" }),
  evaluate: ({ util_2y, bench_2y, rule }) => {
    const own = twoYears(util_2y, "util_2y");
    const benchmark = twoYears(bench_2y, "bench_2y");
    return rule === "mean" ? sum(own) > sum(benchmark) : own.every((share, year) => share > benchmark[year]!);
  },
  native: ({ util_2y, bench_2y, rule }) =>
    either(
      equals(rule, "mean"),
      `SUM(${util_2y})>SUM(${bench_2y})`,
      `AND(INDEX(${util_2y},1)>INDEX(${bench_2y},1),INDEX(${util_2y},2)>INDEX(${bench_2y},2))`,
    ),
  source:
    "NDRC/MIIT guidelines (2017): new capacity only in provinces whose utilisation over the two previous years was above "
    + "the national average.",
  examples: [
    {
      given: { util_2y: [0.78, 0.8], bench_2y: [0.746, 0.722] },
      gives: true,
      from: "0.78 > 0.746 and 0.80 > 0.722, by eye",
    },
  ],
});

function twoYears(shares: Float64Array, subject: string): Float64Array {
  if (shares.length !== 2) throw new Refusal("invalid", say.sizeOf(2), subject);
  if (shares.some(Number.isNaN)) throw new Refusal("missing", say.missing, subject);
  return shares;
}

export const capexIntensity = define({
  name: "CAPEX_INTENSITY",
  title: { en: "Investment per unit of capacity", zh: "单位产能投资" },
  summary: { en: "Investment for each vehicle of annual capacity.", zh: "每辆年产能对应的投资额。" },
  method: { en: "investment / capacity", zh: "投资额 ÷ 年产能" },
  parameters: {
    investment: number({ en: "Investment, in yuan.", zh: "投资额（元）。" }, { unit: "money", min: 0 }),
    capacity: number({ en: "Annual capacity in vehicles.", zh: "年产能（辆）。" }, { unit: "vehicles/yr", min: 0 }),
  },
  returns: number({ en: "Yuan per vehicle of annual capacity.", zh: "元／辆年产能。" }, { unit: "money/vehicle" }),
  evaluate: ({ investment, capacity }) => quotient(investment, capacity, "capacity"),
  native: ({ investment, capacity }) => `${investment}/${capacity}`,
  source: "Ratio.",
  examples: [
    {
      given: { investment: 1e11, capacity: 3e6 },
      gives: 100000 / 3,
      from: "Yangtze River Delta NEV plans, 100 bn yuan for 3 m vehicles: 33,333 yuan (seed ledger 003-3)",
    },
  ],
});
