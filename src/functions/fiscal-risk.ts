import { Refusal, type Texts } from "../refusal";
import { yearsToRecover } from "../maths/cash-flow";
import type { UnitName } from "../reference";
import * as caution from "./cautions";
import { family } from "./define";
import { choice, flag, labels, list, number } from "./kinds";
import { either, equals, literal, placesIn } from "./native";

const define = family(
  "fiscal-risk",
  { en: "Fiscal exposure and exit", zh: "财政敞口与退出机制" },
  { en: "Keep public money safe, and know when to leave", zh: "守住财政底线，明确何时退出" },
);

const amount = (en: string, zh: string, unit: UnitName = "money") => number({ en, zh }, { unit, min: 0 });

const share = (en: string, zh: string) => number({ en, zh }, { unit: "share", min: 0, max: 1 });

export const fiscalExposure = define({
  name: "FISCAL_EXPOSURE",
  title: { en: "Fiscal exposure", zh: "财政敞口率" },
  summary: {
    en: "Equity, loans and guarantees to an industry against the budget revenue that bears them.",
    zh: "对某产业的股权、贷款与担保相对于承担财政收入的比率。",
  },
  method: {
    en: "(equity + loans + guarantee_weight × guarantees + other) / revenue",
    zh: "（股权 + 贷款 + 担保权重 × 担保 + 其他）÷ 财政收入",
  },
  parameters: {
    equity: amount("Public equity, in yuan.", "财政性股权投资（元）。"),
    loans: amount("Public loans outstanding, in yuan.", "财政性贷款余额（元）。"),
    guarantees: amount("Guarantees outstanding at face value, in yuan.", "担保余额面值（元）。"),
    revenue: number(
      { en: "General public budget revenue of the level that bears it, in yuan.", zh: "承担该责任的本级一般公共预算收入（元）。" },
      { unit: "money/yr", above: 0, otherwise: "zero" },
    ),
    guarantee_weight: number(
      { en: "Share of the guarantees to count.", zh: "担保计入比例。" },
      { unit: "share", min: 0, max: 1, default: 1 },
    ),
    other: number(
      { en: "Other commitments, in yuan.", zh: "其他承诺（元）。" },
      { unit: "money", min: 0, default: 0 },
    ),
  },
  returns: number({ en: "A share of revenue: 0.22 is 22 %.", zh: "占财政收入的比率：0.22 即 22%。" }, { unit: "share" }),
  evaluate: ({ equity, loans, guarantees, revenue, guarantee_weight, other }) =>
    (equity + loans + guarantee_weight * guarantees + other) / revenue,
  cautions: (_, share) => [share > 1 && caution.aboveRevenue],
  native: ({ equity, loans, guarantees, revenue, guarantee_weight, other }) =>
    `(${equity}+${loans}+${guarantee_weight}*${guarantees}+${other})/${revenue}`,
  source: "Polackova (1998), Contingent Government Liabilities, World Bank: direct and contingent exposure. Weight 1 is face value.",
  examples: [
    {
      given: { equity: 2, loans: 1.5, guarantees: 3, revenue: 25, guarantee_weight: 0.5, other: 0.5 },
      gives: 0.22,
      from: "(2 + 1.5 + 1.5 + 0.5) / 25, by hand",
    },
  ],
});

const never: Texts = { en: "is never recovered", zh: "永远无法收回" };

export const fiscalBreakeven = define({
  name: "FISCAL_BREAKEVEN",
  title: { en: "Years to recover public support", zh: "财政投入回本年限" },
  summary: {
    en: "Years until the tax that a project brings is worth the support it got.",
    zh: "项目带来的税收现值抵回财政支持所需的年数。",
  },
  method: {
    en: "LN(1 − support × (rate − growth) / annual_revenue) / LN((1 + growth) / (1 + rate)); support × (1 + rate) / "
      + "annual_revenue where growth equals rate. Revenue comes at the end of each year.",
    zh: "LN(1 − 支持额 ×（折现率 − 增速）÷ 年税收）÷ LN((1 + 增速) ÷ (1 + 折现率))；增速等于折现率时为 "
      + "支持额 ×（1 + 折现率）÷ 年税收。税收按年末计。",
  },
  parameters: {
    support: amount("Present value of public support, in yuan.", "财政支持现值（元）。"),
    annual_revenue: number(
      { en: "Net local tax in year 1, in yuan.", zh: "第 1 年净地方税收（元）。" },
      { unit: "money/yr", above: 0 },
    ),
    growth: number(
      { en: "Yearly growth of that tax.", zh: "税收年增速。" },
      { unit: "per year", above: -1, default: 0 },
    ),
    rate: number({ en: "Yearly discount rate.", zh: "年折现率。" }, { unit: "per year", above: -1, default: 0 }),
  },
  returns: number({ en: "Years, with a fraction.", zh: "年数（含小数）。" }, { unit: "years" }),
  evaluate: ({ support, annual_revenue, growth, rate }) => {
    const years = yearsToRecover(support, annual_revenue, growth, rate);
    if (!Number.isFinite(years)) throw new Refusal("unsolvable", never, "support");
    return years;
  },
  cautions: ({ growth, rate }) => [growth > 0 && growth >= rate && caution.outgrown],
  native: ({ support, annual_revenue, growth, rate }) =>
    `IF(ABS(${rate}-${growth})<1E-12,${support}*(1+${rate})/${annual_revenue},`
    + `IF(${support}*(${rate}-${growth})>=${annual_revenue},#NUM!,`
    + `LN(1-${support}*(${rate}-${growth})/${annual_revenue})/LN((1+${growth})/(1+${rate}))))`,
  source: "Present value of a growing annuity, solved for its length.",
  examples: [
    {
      given: { support: 1000, annual_revenue: 120, growth: 0.03, rate: 0.05 },
      gives: 9.480428764099535,
      from: "LN(5/6) / LN(1.03/1.05) = −0.18232156 / −0.01923136, by hand",
    },
    { given: { support: 1000, annual_revenue: 125 }, gives: 8, from: "1000 / 125" },
  ],
});

export const guaranteeLoss = define({
  name: "GUARANTEE_LOSS",
  title: { en: "Expected loss of a guarantee", zh: "担保预期损失" },
  summary: {
    en: "What a guarantee is expected to cost over its years, undiscounted.",
    zh: "担保期内的预期损失（不折现）。",
  },
  method: {
    en: "exposure × coverage × lgd × (1 − (1 − pd)^years)",
    zh: "敞口 × 担保比例 × 违约损失率 ×（1 −（1 − 年违约概率）^年数）",
  },
  parameters: {
    exposure: amount("Sum guaranteed, in yuan.", "被担保金额（元）。"),
    pd: share("Probability of default in a year.", "年违约概率（PD）。"),
    lgd: share("Share lost on default.", "违约损失率（LGD）。"),
    years: number(
      { en: "Years that the guarantee runs.", zh: "担保年数。" },
      { unit: "years", min: 0, default: 1 },
    ),
    coverage: number(
      { en: "Share of the loss that the guarantee covers.", zh: "担保覆盖比例。" },
      { unit: "share", min: 0, max: 1, default: 1 },
    ),
  },
  returns: number({ en: "In the unit of exposure.", zh: "与敞口同单位。" }, { unit: "money" }),
  evaluate: ({ exposure, pd, lgd, years, coverage }) => {
    const defaulting = years === 0 ? 0 : -Math.expm1(years * Math.log1p(-pd));
    return exposure * coverage * lgd * defaulting;
  },
  cautions: ({ years }) => [years > 1 && caution.undiscounted],
  native: ({ exposure, pd, lgd, years, coverage }) =>
    `IF(${years}=0,0,${exposure}*${coverage}*${lgd}*(1-(1-${pd})^${years}))`,
  source: "Basel Committee (2005), An Explanatory Note on the Basel II IRB Risk Weight Functions: EL = PD × LGD × EAD.",
  examples: [
    {
      given: { exposure: 1000, pd: 0.08, lgd: 0.6, years: 3 },
      gives: 132.7872,
      from: "600 × (1 − 0.778688), by hand",
    },
  ],
});

/** A shortfall that exceeds the tolerance by no more than this is rounding. */
const rounding = 1e-12;

export const clawbackDue = define({
  name: "CLAWBACK_DUE",
  title: { en: "Clawback due", zh: "应追回补助" },
  summary: {
    en: "What of a grant is due back when less was delivered than promised, with interest.",
    zh: "兑现不足承诺时应追回的补助（含利息）。",
  },
  method: {
    en: "grant × (1 − delivered / promised) × (1 + rate)^years where the shortfall exceeds tolerance, else 0",
    zh: "缺口超过容忍度时：补助 ×（1 − 兑现 ÷ 承诺）×（1 + 利率）^年数；否则为 0",
  },
  parameters: {
    grant: amount("Grant paid, in yuan.", "已付补助（元）。"),
    promised: number(
      { en: "What was promised: vehicles, jobs, tax.", zh: "承诺量（产量、就业、税收）。" },
      { unit: "same unit", above: 0, otherwise: "zero" },
    ),
    delivered: amount("What was delivered, in the same unit.", "兑现量（同一单位）。", "same unit"),
    tolerance: number(
      { en: "Shortfall that is forgiven entirely.", zh: "完全豁免的缺口比例。" },
      { unit: "share", min: 0, max: 1, default: 0 },
    ),
    rate: number({ en: "Yearly interest.", zh: "年利率。" }, { unit: "per year", min: 0, default: 0 }),
    years: number({ en: "Years since the grant.", zh: "补助发放以来的年数。" }, { unit: "years", min: 0, default: 0 }),
  },
  returns: number({ en: "Yuan; 0 where nothing is due.", zh: "元；无须追回为 0。" }, { unit: "money" }),
  evaluate: ({ grant, promised, delivered, tolerance, rate, years }) => {
    const shortfall = 1 - delivered / promised;
    return shortfall > tolerance + rounding ? grant * shortfall * (1 + rate) ** years : 0;
  },
  native: ({ grant, promised, delivered, tolerance, rate, years }) =>
    `IF(1-${delivered}/${promised}>${tolerance}+${literal(rounding)},${grant}*(1-${delivered}/${promised})*(1+${rate})^${years},0)`,
  source: "Pro-rata clawback; the definition is ours.",
  examples: [
    {
      given: { grant: 200, promised: 10000, delivered: 6500, tolerance: 0.1, rate: 0.05, years: 2 },
      gives: 77.175,
      from: "200 × 0.35 × 1.1025, by hand",
    },
  ],
});

const known = (values: Float64Array): number => values.filter((value) => !Number.isNaN(value)).length;

function leftOut(values: Float64Array): Texts[] {
  const missing = values.length - known(values);
  return missing > 0 ? [caution.unknownLeftOut(missing)] : [];
}

const side = choice(["below", "above"], {
  default: "below",
  en: "Which side of the threshold counts.",
  zh: "低于或高于门槛计为触发。",
  words: { below: { en: "Below the threshold", zh: "低于门槛" }, above: { en: "Above the threshold", zh: "高于门槛" } },
});

export const exitTrigger = define({
  name: "EXIT_TRIGGER",
  title: { en: "Exit trigger", zh: "退出触发条件" },
  summary: {
    en: "Whether a series stayed beyond a threshold for so many periods in a row.",
    zh: "指标是否连续若干期越过门槛。",
  },
  method: {
    en: "TRUE where any run of consecutive periods is strictly below (above) the threshold; n/a breaks a run.",
    zh: "任意连续若干期严格低于（高于）门槛即为 TRUE；n/a 使连续中断。",
  },
  parameters: {
    series: list(
      { en: "Values in order of time; n/a where not known.", zh: "按时间排列的数值；不详填 n/a。" },
      { unit: "same unit", missing: true },
    ),
    threshold: number({ en: "Value not to be crossed.", zh: "门槛值。" }, { unit: "same unit" }),
    direction: side,
    consecutive: number(
      { en: "Periods in a row.", zh: "连续期数。" },
      { unit: "number", min: 1, whole: true, default: 2 },
    ),
  },
  returns: flag({ en: "TRUE where the trigger is pulled.", zh: "触发为 TRUE。" }),
  evaluate: ({ series, threshold, direction, consecutive }) => {
    let run = 0;
    return series.some((value) => {
      run = isBeyond(value, threshold, direction) ? run + 1 : 0;
      return run >= consecutive;
    });
  },
  cautions: ({ series, consecutive }) => [known(series) < consecutive && caution.shorterThanRun, ...leftOut(series)],
  native: ({ series, threshold, direction, consecutive }) => {
    const place = `${placesIn(series)}+1`;
    const beyond = either(equals(direction, "above"), `(${series}>${threshold})`, `(${series}<${threshold})`);
    const kept = `(1-ISNUMBER(${series})*${beyond})*(${place})`;
    return `OR(SUMPRODUCT(MAX(FREQUENCY(${place},${kept})))>${consecutive},`
      + `ROWS(${series})*COLUMNS(${series})-SUMPRODUCT(MAX(${kept}))>=${consecutive})`;
  },
  source: "Redemption right of NIO China's investors: fewer than 20,000 vehicles in two consecutive years (NIO Inc., Form 20-F "
    + "for 2019, exhibit 4.35; cnevpost, 18 September 2020).",
  examples: [
    { given: { series: [25000, 19000, 18500], threshold: 20000 }, gives: true, from: "two years below 20,000, by eye" },
    { given: { series: [19000, "n/a", 18500], threshold: 20000 }, gives: false, from: "n/a breaks the run" },
  ],
});

type Side = "below" | "above";

const isBeyond = (value: number, threshold: number, direction: Side): boolean =>
  direction === "below" ? value < threshold : value > threshold;

export const triggerCount = define({
  name: "TRIGGER_COUNT",
  title: { en: "Number of triggers pulled", zh: "已触发指标数" },
  summary: {
    en: "How many indicators are beyond their thresholds.",
    zh: "越过各自门槛的指标个数。",
  },
  method: {
    en: "Counts values strictly below or above their thresholds, each in its direction; n/a is not counted.",
    zh: "按各自方向统计严格低于或高于门槛的指标数；n/a 不计。",
  },
  parameters: {
    values: list(
      { en: "Indicators; n/a where not known.", zh: "指标值；不详填 n/a。" },
      { unit: "any unit", missing: true },
    ),
    thresholds: list(
      { en: "Threshold of each.", zh: "各指标门槛。" },
      { unit: "any unit", missing: true, sameSizeAs: "values" },
    ),
    directions: labels(
      { en: "\"below\" (or -1) or \"above\" (or 1), for each.", zh: "各指标方向：\"below\"（或 -1）、\"above\"（或 1）。" },
      { sameSizeAs: "values" },
    ),
  },
  returns: number({ en: "A count.", zh: "个数。" }, { unit: "number" }),
  evaluate: ({ values, thresholds, directions }) => {
    const beyond = directions.map(sideOf);
    return values.filter((value, i) => isBeyond(value, thresholds[i]!, beyond[i]!)).length;
  },
  cautions: ({ values, thresholds }) => leftOut(values.map((value, i) => value + thresholds[i]!)),
  native: ({ values, thresholds, directions }) => {
    const points = (side: Side, sign: string) => `((TRIM(${directions})="${side}")+(TRIM(${directions})="${sign}"))`;
    const [below, above] = [points("below", "-1"), points("above", "1")];
    const known = `ISNUMBER(${values})*ISNUMBER(${thresholds})`;
    const beyond = `(${below}*(${values}<${thresholds})+${above}*(${values}>${thresholds}))`;
    return `IF(SUMPRODUCT(${below}+${above})<ROWS(${values})*COLUMNS(${values}),#VALUE!,SUMPRODUCT(${known}*${beyond}))`;
  },
  source: "Checklist of thresholds; the definition is ours.",
  examples: [
    {
      given: { values: [0.45, 0.8, 3], thresholds: [0.6, 0.9, 2], directions: ["below", "above", "above"] },
      gives: 2,
      from: "0.45 < 0.6 and 3 > 2, by eye",
    },
  ],
});

const sides = new Map<string, Side>([["below", "below"], ["-1", "below"], ["above", "above"], ["1", "above"]]);

function sideOf(label: string, at: number): Side {
  const found = sides.get(label.toLowerCase());
  if (!found) throw new Refusal("invalid", noSide(at + 1), "directions");
  return found;
}

const noSide = (place: number): Texts => ({
  en: `must be "below", "above", -1 or 1 (indicator ${place})`,
  zh: `必须是 "below"、"above"、-1 或 1（第 ${place} 个指标）`,
});
