import { Refusal, type Texts } from "../refusal";
import { compoundRate, homotheticShift, shiftShare } from "../maths/growth";
import { matrix as matrixOf, type Matrix } from "../maths/matrix";
import { quotient, sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, list, matrix, number } from "./kinds";
import { either, equals, stacked } from "./native";

const define = family(
  "growth",
  { en: "Growth, targets and decomposition", zh: "增长、目标与分解" },
  { en: "See where growth comes from and what a target takes", zh: "增长从哪里来，达标还要多快" },
);

const periods = number(
  { en: "Years, or other periods, between the two.", zh: "两者相隔的年数（或期数）。" },
  { unit: "number", above: 0 },
);

const rate = number({ en: "A rate per period: 0.1 is 10 %.", zh: "每期增速：0.1 即 10%。" }, { unit: "share" });

function growthRate(from: number, to: number, over: number, subject: string): number {
  if (from === 0) throw new Refusal("zero", say.zero, subject);
  return compoundRate(from, to, over);
}

export const cagrRate = define({
  name: "CAGR_RATE",
  title: { en: "Compound annual growth rate", zh: "年均复合增长率" },
  summary: { en: "The steady yearly rate that leads from start to end.", zh: "从期初到期末的年均增速。" },
  method: { en: "(end / start)^(1 / periods) − 1", zh: "（期末 ÷ 期初）^（1 ÷ 期数）− 1" },
  parameters: {
    start: number({ en: "Value at the start.", zh: "期初值。" }, { unit: "same unit", min: 0 }),
    end: number(
      { en: "Value at the end, in the same unit.", zh: "期末值（同一单位）。" },
      { unit: "same unit", min: 0 },
    ),
    periods,
  },
  returns: rate,
  evaluate: ({ start, end, periods: years }) => growthRate(start, end, years, "start"),
  native: ({ start, end, periods: years }) => `(${end}/${start})^(1/${years})-1`,
  source: "Compound growth; Excel RRI.",
  examples: [
    {
      given: { start: 1.503, end: 3.57, periods: 3 },
      gives: 0.33424754334778695,
      from: "Anhui 2021–2024, 1.503 to 3.57 m vehicles: LibreOffice RRI(3, 1.503, 3.57)",
    },
    { given: { start: 100, end: 121, periods: 2 }, gives: 0.1, from: "1.1² = 1.21" },
  ],
});

export const requiredGrowth = define({
  name: "REQUIRED_GROWTH",
  title: { en: "Growth that a target requires", zh: "实现目标所需增速" },
  summary: {
    en: "The yearly rate from here to the target; negative where it is met already.",
    zh: "从现状到目标所需的年均增速；已超过目标则为负。",
  },
  method: { en: "(target / current)^(1 / periods) − 1", zh: "（目标 ÷ 现状）^（1 ÷ 期数）− 1" },
  parameters: {
    current: number({ en: "Value today.", zh: "现状值。" }, { unit: "same unit", min: 0 }),
    target: number(
      { en: "Value to reach, in the same unit.", zh: "目标值（同一单位）。" },
      { unit: "same unit", min: 0 },
    ),
    periods: number({ en: "Years, or other periods, left.", zh: "剩余年数（或期数）。" }, { unit: "number", above: 0 }),
  },
  returns: rate,
  evaluate: ({ current, target, periods: left }) => growthRate(current, target, left, "current"),
  native: ({ current, target, periods: left }) => `(${target}/${current})^(1/${left})-1`,
  source: "Compound growth; Excel RRI.",
  examples: [
    {
      given: { current: 534667, target: 1500000, periods: 1 },
      gives: 1.8054845352340805,
      from: "1,500,000 / 534,667 − 1, by long division",
    },
  ],
});

export const targetAttainment = define({
  name: "TARGET_ATTAINMENT",
  title: { en: "Attainment of a target", zh: "目标完成进度" },
  summary: {
    en: "Progress towards a target against a straight line: above 1 is ahead, below 1 behind.",
    zh: "对照时序进度的目标完成程度：大于 1 为快于时序，小于 1 为滞后。",
  },
  method: {
    en: "((actual − baseline) / (target − baseline)) / elapsed",
    zh: "（（实际值 − 基期值）÷（目标值 − 基期值））÷ 已过时间比重",
  },
  parameters: {
    actual: number(
      { en: "Value reached; n/a where not known.", zh: "已达到的值；不详填 n/a。" },
      { unit: "same unit", missing: true },
    ),
    target: number(
      { en: "Value to reach by the end of the period.", zh: "期末目标值。" },
      { unit: "same unit", missing: true },
    ),
    baseline: number(
      { en: "Value at the start of the period.", zh: "基期值。" },
      { unit: "same unit", missing: true, default: 0 },
    ),
    elapsed: number(
      { en: "Share of the period gone, above 0 and up to 1.", zh: "已过时间占计划期的比重，大于 0、至多 1。" },
      { unit: "share", above: 0, max: 1, default: 1 },
    ),
  },
  returns: number({ en: "A quotient: 1 is on schedule.", zh: "比值：1 为与时序同步。" }, { unit: "share" }),
  evaluate: ({ actual, target, baseline, elapsed }) => {
    if (target === baseline) throw new Refusal("zero", say.differ("baseline"), "target");
    return (actual - baseline) / (target - baseline) / elapsed;
  },
  native: ({ actual, target, baseline, elapsed }) => `(${actual}-${baseline})/(${target}-${baseline})/${elapsed}`,
  source: "Plan fulfilment against a straight line.",
  examples: [
    {
      given: { actual: 401000, target: 1500000, baseline: 0, elapsed: 0.75 },
      gives: 0.3564444444444444,
      from: "0.267333 / 0.75, by hand",
    },
  ],
});

export const priorValue = define({
  name: "PRIOR_VALUE",
  title: { en: "Value before growth", zh: "基期值推算" },
  summary: {
    en: "Last year's value, from this year's and its growth.",
    zh: "由本期值和同比增速推算上年同期值。",
  },
  method: { en: "current / (1 + growth)", zh: "本期值 ÷（1 + 增速）" },
  parameters: {
    current: number({ en: "Value now.", zh: "本期值。" }, { unit: "same unit" }),
    growth: number(
      { en: "Growth up to now: 0.223 is 22.3 %.", zh: "同比增速：0.223 即 22.3%。" },
      { unit: "share", min: -1 },
    ),
  },
  returns: number({ en: "In the unit of current.", zh: "与本期值同单位。" }, { unit: "same unit" }),
  evaluate: ({ current, growth }) => {
    if (growth === -1) throw new Refusal("zero", say.greaterThan(-1), "growth");
    return current / (1 + growth);
  },
  native: ({ current, growth }) => `${current}/(1+${growth})`,
  source: "Definition of a growth rate.",
  examples: [
    {
      given: { current: 23, growth: 0.223 },
      gives: 18.80621422730989,
      from: "23 bn yuan, an increase of 22.3 %: 23,000 / 1,223, by long division",
    },
  ],
});

export const growthContrib = define({
  name: "GROWTH_CONTRIB",
  title: { en: "Contribution to growth", zh: "增长贡献率" },
  summary: {
    en: "How much of the total's growth a part brought: as a share of it, or in percentage points.",
    zh: "某一部分对总量增长的贡献率，或拉动的百分点。",
  },
  method: {
    en: "\"share\": change of the part / change of the total. \"points\": change of the part / total before.",
    zh: "\"share\"（贡献率）：部分增量 ÷ 总增量。\"points\"（拉动点数）：部分增量 ÷ 基期总量。",
  },
  parameters: {
    part_now: number({ en: "The part now.", zh: "该部分本期值。" }, { unit: "same unit" }),
    part_prior: number({ en: "The part before.", zh: "该部分基期值。" }, { unit: "same unit" }),
    total_now: number({ en: "The total now.", zh: "总量本期值。" }, { unit: "same unit" }),
    total_prior: number({ en: "The total before.", zh: "总量基期值。" }, { unit: "same unit" }),
    as: choice(["share", "points"], {
      default: "share",
      en: "A share of the growth, or points: 0.01 is one percentage point.",
      zh: "贡献率，或拉动点数（0.01 即 1 个百分点）。",
      words: { share: { en: "Share of the growth", zh: "贡献率" }, points: { en: "Percentage points", zh: "拉动点数" } },
    }),
  },
  returns: number(
    { en: "A share: 0.5 is half the growth, or 50 points.", zh: "比重：0.5 即一半增长，或 50 个百分点。" },
    { unit: "share" },
  ),
  evaluate: ({ part_now, part_prior, total_now, total_prior, as }) => {
    if (as === "points") return quotient(part_now - part_prior, total_prior, "total_prior");
    if (total_now === total_prior) throw new Refusal("zero", say.differ("total_prior"), "total_now");
    return (part_now - part_prior) / (total_now - total_prior);
  },
  cautions: ({ total_now, total_prior, as }, share) => {
    const isSmall = Math.abs(total_now - total_prior) < 0.01 * Math.abs(total_prior);
    return [as === "share" && (isSmall || share < 0) && caution.hardlyChanged];
  },
  native: ({ part_now, part_prior, total_now, total_prior, as }) =>
    `(${part_now}-${part_prior})/${either(equals(as, "points"), total_prior, `(${total_now}-${total_prior})`)}`,
  source: "Growth accounting identity; National Bureau of Statistics of China, contribution share and percentage-point pull.",
  examples: [
    {
      given: { part_now: 5.2, part_prior: 5.2 / 1.67, total_now: 23, total_prior: 23 / 1.223 },
      gives: 0.4974568702330177,
      from: "EV exports of 5.2 bn yuan, up 67 %, in 23 bn, up 22.3 %: 2.0862275 / 4.1937858, by hand",
    },
    {
      given: { part_now: 30, part_prior: 20, total_now: 120, total_prior: 100, as: "points" },
      gives: 0.1,
      from: "10 / 100, by hand",
    },
  ],
});

const byIndustry = (en: string, zh: string) => list(
  { en, zh },
  { unit: "same unit", min: 0, sameSizeAs: "region0" },
);

export const shiftShareTable = define({
  name: "SHIFT_SHARE",
  title: { en: "Shift-share analysis", zh: "偏离—份额分析" },
  summary: {
    en: "Splits a region's growth into the nation's pull, its industry mix and its own competitiveness.",
    zh: "把地区增长分解为全国增长分量、产业结构分量和竞争力分量。",
  },
  method: {
    en: "Rows: national R₀(G − 1); mix Σ r₀(gᵢ − G); competitive Σ (r₁ − r₀gᵢ); growth, their sum. \"esteban\" splits the "
      + "competitive row in two: Σ hᵢ(r₁/r₀ − gᵢ) with hᵢ = R₀n₀/N₀, the region's size in the nation's structure, and "
      + "allocation Σ (r₀ − hᵢ)(r₁/r₀ − gᵢ). gᵢ and G are the nation's growth factors.",
    zh: "各行：全国增长分量 R₀(G − 1)；产业结构分量 Σ r₀(gᵢ − G)；竞争力分量 Σ (r₁ − r₀gᵢ)；总增长（各分量之和）。"
      + "\"esteban\" 将竞争力分量拆为两行：Σ hᵢ(r₁/r₀ − gᵢ)，hᵢ = R₀n₀/N₀ 为同构规模；以及配置效应 "
      + "Σ (r₀ − hᵢ)(r₁/r₀ − gᵢ)。gᵢ、G 为全国各产业与总体的增长倍数。",
  },
  parameters: {
    region0: list({ en: "The region by industry, before.", zh: "地区各产业基期值。" }, { unit: "same unit", min: 0 }),
    region1: byIndustry("The region by industry, after.", "地区各产业报告期值。"),
    nation0: byIndustry("The nation by industry, before.", "全国各产业基期值。"),
    nation1: byIndustry("The nation by industry, after.", "全国各产业报告期值。"),
    method: choice(["classic", "esteban"], {
      default: "classic",
      en: "Dunn's three parts, or Esteban-Marquillas' four.",
      zh: "邓恩三分量法，或埃斯特班—马基利亚斯四分量法。",
      words: {
        classic: { en: "Three parts (Dunn)", zh: "三分量（邓恩）" },
        esteban: { en: "Four parts (Esteban-Marquillas)", zh: "四分量（埃斯特班—马基利亚斯）" },
      },
    }),
  },
  returns: matrix({
    en: "A column: national, mix, competitive, (allocation,) growth.",
    zh: "一列：全国增长分量、产业结构分量、竞争力分量、（配置效应、）总增长。",
  }, { unit: "same unit" }),
  evaluate: ({ method, ...growth }) => {
    refuseZero(growth.nation0, "nation0");
    if (method === "esteban") refuseZero(growth.region0, "region0");
    const { national, mix, competitive } = shiftShare(growth);
    const change = sum(growth.region1) - sum(growth.region0);
    if (method === "classic") return column(national, mix, competitive, change);
    const split = homotheticShift(growth);
    return column(national, mix, split.competitive, split.allocation, change);
  },
  cautions: ({ region0, region1, nation0, nation1 }) => {
    const above = region0.findIndex((value, i) => value > nation0[i]! || region1[i]! > nation1[i]!);
    return [above >= 0 && caution.regionAboveNation(above + 1)];
  },
  native: {
    array: ({ region0, region1, nation0, nation1, method }) => {
      const overall = `SUM(${nation1})/SUM(${nation0})`;
      const expected = `SUM(${region0}*${nation1}/${nation0})`;
      const national = `SUM(${region0})*(${overall}-1)`;
      const mix = `${expected}-SUM(${region0})*${overall}`;
      const homothetic = `SUM(${region0})/SUM(${nation0})*${nation0}`;
      const lead = `(${region1}/${region0}-${nation1}/${nation0})`;
      const growth = `SUM(${region1})-SUM(${region0})`;
      const split = equals(method, "esteban");
      const rows = [
        national,
        mix,
        either(split, `SUM(${homothetic}*${lead})`, `SUM(${region1})-${expected}`),
        either(split, `SUM((${region0}-${homothetic})*${lead})`, growth),
        either(split, growth, "#N/A"),
      ];
      const table = stacked(rows.filter((row) => row !== "#N/A"));
      const isZero = (values: string): string => `OR(${values}=0)`; // a blank too, which MIN passes over
      const undivided = either(split, `OR(${isZero(region0)},${isZero(nation0)})`, isZero(nation0));
      return `IF(${undivided},#DIV/0!,${table})`;
    },
  },
  source: "Dunn (1960), A Statistical and Analytical Technique for Regional Analysis, Papers of the RSA 6; Esteban-Marquillas "
    + "(1972), A Reinterpretation of Shift-Share Analysis, Regional and Urban Economics 2; REAT shift.",
  examples: [
    {
      given: {
        region0: [60, 30, 30, 40], region1: [85, 55, 40, 35],
        nation0: [400, 150, 150, 400], nation1: [440, 210, 135, 480],
      },
      gives: [[24], [-1], [32], [55]],
      from: "region B of REAT's shift: 160 × 0.15; 66 + 42 + 27 + 48 − 184; 215 − 183; 215 − 160, by hand",
    },
  ],
});

const column = (...values: number[]): Matrix => matrixOf(values.length, 1, Float64Array.from(values));

const zeroAt = (place: number): Texts => ({ en: `must not be 0 (industry ${place})`, zh: `不得为 0（第 ${place} 个产业）` });

function refuseZero(values: Float64Array, subject: string): void {
  const place = values.indexOf(0);
  if (place >= 0) throw new Refusal("zero", zeroAt(place + 1), subject);
}
