import { Refusal } from "../refusal";
import { quotient, ratioOfSums, sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { list, number } from "./kinds";

const define = family(
  "structure",
  { en: "Cluster structure and specialisation", zh: "集群结构与专业化" },
  { en: "Compare a cluster or region with others", zh: "与其他集群或地区比较" },
);

const firms = list(
  { en: "Parts firms above designated size.", zh: "规模以上零部件企业数。" },
  { unit: "firms", min: 0 },
);

const yearlyOutput = list(
  { en: "Vehicles made in a year.", zh: "整车年产量（辆）。" },
  { unit: "vehicles/yr", min: 0, sameSizeAs: "parts_firms" },
);

const unit = number(
  { en: "Vehicles in the unit; 1 where output is in 10,000s already.", zh: "计量单位（辆）；产量已按万辆计时填 1。" },
  { unit: "vehicles", above: 0, default: 10000 },
);

/** No region with a plant makes fewer vehicles in a year. */
const looksLikeTenThousands = (output: Float64Array, per: number): boolean => per > 1 && sum(output) < 1000;

const ratioSource =
  "Ratio of parts firms to vehicle output in the paper on six automobile clusters; its definition is inferred from the "
  + "printed ratios (see the data table SIX_CLUSTERS).";

export const partsRatio = define({
  name: "PARTS_RATIO",
  title: { en: "Parts firms per 10,000 vehicles", zh: "零整比（每万辆零部件企业数）" },
  summary: {
    en: "Parts firms for every 10,000 vehicles of annual output.",
    zh: "每万辆整车年产量对应的零部件企业数。",
  },
  method: {
    en: "SUM(parts_firms) / SUM(vehicle_output) × per",
    zh: "零部件企业数合计 ÷ 整车产量合计 × 计量单位",
  },
  parameters: { parts_firms: firms, vehicle_output: yearlyOutput, per: unit },
  returns: number(
    { en: "Firms per 10,000 vehicles, or per the unit given.", zh: "家／万辆，或按所给单位。" },
    { unit: "firms/10,000 vehicles" },
  ),
  evaluate: ({ parts_firms, vehicle_output, per }) =>
    ratioOfSums(parts_firms, vehicle_output, "vehicle_output") * per,
  cautions: ({ vehicle_output, per }) => [looksLikeTenThousands(vehicle_output, per) && caution.perSmallOutput],
  native: ({ parts_firms, vehicle_output, per }) => `SUM(${parts_firms})/SUM(${vehicle_output})*${per}`,
  source: ratioSource,
  examples: [
    {
      given: { parts_firms: 5849, vehicle_output: 5222321 },
      gives: 11.200000919131552,
      from: "Yangtze River Delta, printed as 11.2: 58,490,000 / 5,222,321 by long division",
    },
  ],
});

export const partsPerOem = define({
  name: "PARTS_PER_OEM",
  title: { en: "Parts firms per vehicle maker", zh: "每家整车企业对应零部件企业数" },
  summary: { en: "Parts firms for each vehicle maker.", zh: "每家整车企业对应的零部件企业数。" },
  method: { en: "parts_firms / oems", zh: "零部件企业数 ÷ 整车企业数" },
  parameters: {
    parts_firms: number(
      { en: "Parts firms above designated size.", zh: "规模以上零部件企业数。" },
      { unit: "firms", min: 0 },
    ),
    oems: number(
      { en: "Vehicle makers, counted alike everywhere.", zh: "整车企业数（口径须一致）。" },
      { unit: "firms", min: 0 },
    ),
  },
  returns: number({ en: "Firms per maker.", zh: "家／整车企业。" }, { unit: "number" }),
  evaluate: ({ parts_firms, oems }) => quotient(parts_firms, oems, "oems"),
  native: ({ parts_firms, oems }) => `${parts_firms}/${oems}`,
  source: "Ratio.",
  examples: [
    { given: { parts_firms: 600, oems: 17 }, gives: 600 / 17, from: "Henan 2024: 600 / 17 = 35.3 (seed ledger 004-1)" },
  ],
});

export const partsGap = define({
  name: "PARTS_GAP",
  title: { en: "Parts firms missing against a benchmark", zh: "零部件企业缺口" },
  summary: {
    en: "Further parts firms that a benchmark ratio would need.",
    zh: "达到基准零整比还需要的零部件企业数。",
  },
  method: {
    en: "MAX(0, benchmark × SUM(vehicle_output) / per − SUM(parts_firms))",
    zh: "MAX(0，基准 × 整车产量合计 ÷ 计量单位 − 零部件企业数合计)",
  },
  parameters: {
    parts_firms: firms,
    vehicle_output: yearlyOutput,
    benchmark: number(
      { en: "Ratio to reach, in parts firms per unit of vehicles.", zh: "基准零整比（每计量单位的企业数）。" },
      { unit: "firms/10,000 vehicles", min: 0 },
    ),
    per: unit,
  },
  returns: number({ en: "Firms; 0 where the benchmark is reached.", zh: "家；已达基准为 0。" }, { unit: "firms" }),
  evaluate: ({ parts_firms, vehicle_output, benchmark, per }) => {
    const output = sum(vehicle_output);
    if (output === 0) throw new Refusal("zero", say.zeroTotal, "vehicle_output");
    return Math.max(0, (benchmark * output) / per - sum(parts_firms));
  },
  cautions: ({ vehicle_output, per }) => [looksLikeTenThousands(vehicle_output, per) && caution.perSmallOutput],
  native: ({ parts_firms, vehicle_output, benchmark, per }) =>
    `IF(SUM(${vehicle_output})=0,#DIV/0!,MAX(0,${benchmark}*SUM(${vehicle_output})/${per}-SUM(${parts_firms})))`,
  source: ratioSource,
  examples: [
    {
      given: { parts_firms: 1398, vehicle_output: 2240385, benchmark: 8.06 },
      gives: 407.75031,
      from: "Chengdu–Chongqing at the mid-Yangtze ratio: 8.06 × 224.0385 − 1,398, by hand",
    },
  ],
});

export const localSourcing = define({
  name: "LOCAL_SOURCING",
  title: { en: "Local sourcing rate", zh: "本地配套率" },
  summary: { en: "Share of purchases that is bought locally.", zh: "本地采购占全部采购的比重。" },
  method: { en: "SUM(local_purchases) / SUM(total_purchases)", zh: "本地采购合计 ÷ 采购总额合计" },
  parameters: {
    local_purchases: list({ en: "Bought locally, in yuan.", zh: "本地采购额（元）。" }, { unit: "money", min: 0 }),
    total_purchases: list(
      { en: "All purchases, in yuan.", zh: "采购总额（元）。" },
      { unit: "money", min: 0, sameSizeAs: "local_purchases" },
    ),
  },
  returns: number({ en: "A share, 0 to 1.", zh: "比重，0 至 1。" }, { unit: "share" }),
  evaluate: ({ local_purchases, total_purchases }) => {
    const beyond = local_purchases.findIndex((local, i) => local > total_purchases[i]!);
    if (beyond >= 0) throw new Refusal("unsolvable", say.partOf("total_purchases"), "local_purchases");
    return ratioOfSums(local_purchases, total_purchases, "total_purchases");
  },
  native: ({ local_purchases, total_purchases }) =>
    `IF(SUMPRODUCT(--(${local_purchases}>${total_purchases}))>0,#NUM!,SUM(${local_purchases})/SUM(${total_purchases}))`,
  source: "Ratio of sums.",
  examples: [
    {
      given: { local_purchases: [10, 30, 5], total_purchases: [50, 40, 60] },
      gives: 0.3,
      from: "45 / 150, by hand",
    },
  ],
});
