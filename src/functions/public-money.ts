import { Refusal, type Texts } from "../refusal";
import { discounted, greenBookFactor, paybackTime, paybackTolerance, presentValue } from "../maths/cash-flow";
import { sum } from "../maths/sum";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, flag, list, matrix, number } from "./kinds";
import { either, equals, literal, placesIn } from "./native";

const define = family(
  "public-money",
  { en: "Public investment", zh: "公共投资评估" },
  { en: "Weigh a public investment", zh: "这笔公共投资值不值" },
);

const flowTexts: Texts = {
  en: "Flows period by period, the first at time 0: outlays negative, receipts positive; a blank is 0 in its own period.",
  zh: "逐期现金流，首期为时点 0：支出为负，收入为正；空白视为当期 0。",
};

const discountRate: Texts = { en: "Discount rate per period: 0.08 is 8 %.", zh: "每期折现率：0.08 即 8%。" };

/** Flows brought to time 0, in a formula. Adding 0 makes a blank 0, for MMULT, and refuses text, which sums skip. */
const worth = (flows: string, rate: string): string =>
  rate === "0" ? `(${flows}+0)` : `${flows}/(1+${rate})^${placesIn(flows)}`;

export const projectNpv = define({
  name: "PROJECT_NPV",
  title: { en: "Net present value of a project", zh: "项目净现值" },
  summary: { en: "What a project's flows are worth at time 0.", zh: "项目各期现金流折现到时点 0 的价值。" },
  method: {
    en: "SUM cₜ / (1 + rate)^t, t from 0. Excel's NPV starts at 1 and skips blanks, which moves every later year.",
    zh: "SUM cₜ ÷（1 + 折现率）^t，t 从 0 起。Excel 的 NPV 从 1 起，且跳过空白，使以后各年错位。",
  },
  parameters: {
    rate: number(discountRate, { unit: "share", above: -1 }),
    flows: list(flowTexts, { unit: "money" }),
  },
  returns: number({ en: "In the unit of the flows.", zh: "与现金流同单位。" }, { unit: "money" }),
  evaluate: ({ rate, flows }) => presentValue(flows, rate),
  cautions: ({ flows }) => [signChanges(flows) > 1 && caution.severalSigns],
  native: ({ rate, flows }) => `SUMPRODUCT(${worth(flows, rate)})`,
  source: "Fisher (1930), The Theory of Interest; as numpy-financial npv and pyxirr npv.",
  examples: [
    {
      given: { rate: 0.08, flows: [-40000, 5000, 8000, 12000, 30000] },
      gives: 3065.2226681795255,
      from: "numpy-financial, documentation of npv: 3065.22267",
    },
    { given: { rate: 0.1, flows: [-100, 121] }, gives: 10, from: "121 / 1.1 = 110" },
  ],
});

const signChanges = (flows: Float64Array): number => {
  const moving = flows.filter((flow) => flow !== 0);
  return moving.filter((flow, i) => i > 0 && flow > 0 !== moving[i - 1]! > 0).length;
};

const unpaid: Texts = { en: "holds no payment in (an amount below 0)", zh: "没有出资（负值）" };

const isMostlyHeld = (flows: Float64Array, nav: number): boolean => nav > sum(flows.filter((flow) => flow > 0));

export const fundMultiple = define({
  name: "FUND_MULTIPLE",
  title: { en: "Multiple of a fund", zh: "基金投资倍数" },
  summary: {
    en: "What a fund returned, or still holds, for each yuan paid in.",
    zh: "每投入 1 元已收回或仍持有的价值。",
  },
  method: {
    en: "TVPI (also MOIC): (distributions + nav) / paid in. DPI: distributions / paid in. RVPI: nav / paid in.",
    zh: "TVPI（即 MOIC，总价值倍数）：（已分配 + 净值）÷ 实缴。DPI（已分配倍数）：已分配 ÷ 实缴。RVPI（未实现倍数）：净值 ÷ 实缴。",
  },
  parameters: {
    flows: list(
      { en: "Flows: paid in negative, distributed positive.", zh: "现金流：出资为负，分配为正。" },
      { unit: "money" },
    ),
    nav: number(
      { en: "Net asset value still held.", zh: "期末未退出资产净值。" },
      { unit: "money", min: 0, default: 0 },
    ),
    measure: choice(["TVPI", "DPI", "RVPI"], { default: "TVPI", en: "Which multiple.", zh: "倍数口径。" }),
  },
  returns: number({ en: "A multiple: 1 is the money back.", zh: "倍数：1 为保本。" }, { unit: "multiple" }),
  evaluate: ({ flows, nav, measure }) => {
    const paidIn = -sum(flows.filter((flow) => flow < 0));
    const distributed = sum(flows.filter((flow) => flow > 0));
    if (paidIn === 0) throw new Refusal("zero", unpaid, "flows");
    return ((measure === "RVPI" ? 0 : distributed) + (measure === "DPI" ? 0 : nav)) / paidIn;
  },
  cautions: ({ flows, nav, measure }) => [measure === "TVPI" && isMostlyHeld(flows, nav) && caution.mostlyUnrealised],
  native: ({ flows, nav, measure }) => {
    const distributed = `SUMPRODUCT((${flows}>0)*${flows})`;
    const value = either(equals(measure, "RVPI"), nav, either(equals(measure, "DPI"), distributed, `(${distributed}+${nav})`));
    return `${value}/-SUMPRODUCT((${flows}<0)*${flows})`;
  },
  source: "GIPS and ILPA usage; pyxirr tvpi, dpi, rvpi. For rates of return keep Excel's own IRR and XIRR.",
  examples: [
    { given: { flows: [-50, -30, 20, 25], nav: 70 }, gives: 1.4375, from: "(45 + 70) / 80, by hand" },
    { given: { flows: [-50, -30, 20, 25], nav: 70, measure: "DPI" }, gives: 0.5625, from: "45 / 80, by hand" },
  ],
});

export const paybackYears = define({
  name: "PAYBACK_YEARS",
  title: { en: "Payback period", zh: "投资回收期" },
  summary: {
    en: "When the running total of the flows first reaches 0.",
    zh: "累计（折现）现金流首次回到 0 所需的时间。",
  },
  method: {
    en: "The first time at which SUM cₜ / (1 + rate)^t reaches 0, linear within the period.",
    zh: "SUM cₜ ÷（1 + 折现率）^t 首次达到 0 的时点，期内按线性插值。",
  },
  parameters: {
    flows: matrix(
      { en: `${flowTexts.en} One row or one column.`, zh: `${flowTexts.zh}须为一行或一列。` },
      { unit: "money" },
    ),
    rate: number(discountRate, { unit: "share", above: -1, default: 0 }),
  },
  returns: number({ en: "Periods, with a fraction.", zh: "期数（含小数）。" }, { unit: "number" }),
  evaluate: ({ flows: { rows, columns, data: flows }, rate }) => {
    if (rows > 1 && columns > 1) throw new Refusal("invalid", notALine, "flows");
    if (flows[0]! >= 0) throw new Refusal("unsolvable", firstNotNegative, "flows");
    const time = paybackTime(discounted(flows, rate));
    if (time === undefined) throw new Refusal("unsolvable", neverPaid, "flows");
    return time;
  },
  cautions: ({ flows: { data }, rate }, time) => [dropsAfter(discounted(data, rate), time) && caution.dropsAgain],
  native: {
    array: ({ flows, rate }) => {
      const value = worth(flows, rate);
      const since = (place: string): string => `--(${place}(${flows})-TRANSPOSE(${place}(${flows}))>=0)`;
      const total = `MMULT(${since("ROW")},MMULT(${value},${since("COLUMN")}))`;
      const short = `${literal(paybackTolerance)}*MIN(${value})`;
      const reached = `(${total}-${value}<${short})*(${total}>=${short})`;
      const when = `MIN(IF(${reached},${placesIn(flows)}-${total}/(${value}),""))`;
      const isLine = `MIN(ROWS(${flows}),COLUMNS(${flows}))=1`;
      return `IF(${isLine},IF(INDEX(${flows},1,1)>=0,#NUM!,IF(SUM(${reached})=0,#NUM!,${when})),#VALUE!)`;
    },
  },
  source: "Brealey, Myers & Allen, Principles of Corporate Finance, chapter 5.",
  examples: [
    { given: { flows: [-100, 30, 40, 50, 60] }, gives: 2.6, from: "30 left after year 2, 50 in year 3, by hand" },
    { given: { flows: [-100, 60, 60], rate: 0.1 }, gives: 1 + (100 - 60 / 1.1) / (60 / 1.21), from: "by hand" },
  ],
});

/** Whether the running total of the flows falls below 0 again after a time. */
function dropsAfter(flows: Float64Array, time: number): boolean {
  const least = paybackTolerance * Math.min(...flows);
  let total = 0;
  return flows.some((flow, at) => (total += flow) < least && at > time);
}

const notALine: Texts = { en: "must be one row or one column", zh: "必须为一行或一列" };

const firstNotNegative: Texts = { en: "must start with an outlay, below 0", zh: "首期须为支出（负值）" };

const neverPaid: Texts = { en: "never pays the outlay back", zh: "始终不能收回投资" };

export const greenbookFactor = define({
  name: "GREENBOOK_FACTOR",
  title: { en: "Green Book discount factor", zh: "英国《绿皮书》折现系数" },
  summary: {
    en: "Weight of a year under the declining discount rate of the UK Treasury: a comparator, not China's rate.",
    zh: "按英国财政部递减折现率计算的某年折现系数：仅供对照，不是中国的社会折现率。",
  },
  method: {
    en: "3.5 % a year to year 30, 3.0 % to 75, 2.5 % after. The edition of 2003 fell further after year 125.",
    zh: "第 30 年以前年率 3.5%，至第 75 年 3.0%，此后 2.5%。2003 年版在第 125 年后继续下调。",
  },
  parameters: { year: number({ en: "Years from the base year.", zh: "距基年的年数。" }, { unit: "years", min: 0 }) },
  returns: number({ en: "A factor: 1 in the base year.", zh: "系数：基年为 1。" }, { unit: "number" }),
  evaluate: ({ year }) => greenBookFactor(year),
  cautions: ({ year }) => [year > 125 && caution.beyondTable],
  native: ({ year }) =>
    `IF(${year}<=30,1.035^-${year},IF(${year}<=75,1.035^-30*1.03^-(${year}-30),1.035^-30*1.03^-45*1.025^-(${year}-75)))`,
  source: "HM Treasury, The Green Book (2022), annex 6; rate under review in 2026.",
  examples: [
    { given: { year: 31 }, gives: 0.3459013695167984, from: "1 / (1.035³⁰ × 1.03) = 1 / (2.8067937 × 1.03), by hand" },
    { given: { year: 1 }, gives: 1 / 1.035, from: "Green Book table of factors: 0.9662" },
  ],
});

const lossShare = (en: string, zh: string) => number(
  { en, zh },
  { unit: "share", min: 0, max: 1, default: 0 },
);

export const netJobs = define({
  name: "NET_JOBS",
  title: { en: "Net additional jobs", zh: "净增就业" },
  summary: {
    en: "Jobs that would not exist without the project, from the jobs it counts.",
    zh: "由项目申报的岗位数推算真正因项目而增加的就业。",
  },
  method: {
    en: "gross × (1 − deadweight)(1 − leakage)(1 − displacement)(1 − substitution) × multiplier",
    zh: "总岗位 ×（1 − 自然发生）（1 − 漏出）（1 − 挤出）（1 − 替代）× 乘数",
  },
  parameters: {
    gross_jobs: number({ en: "Jobs that the project counts.", zh: "项目申报的岗位数。" }, { unit: "jobs", min: 0 }),
    deadweight: lossShare("Share that would have come anyway.", "没有项目也会自然发生的比重（自然发生效应）。"),
    leakage: lossShare("Share that goes to people outside the area.", "流向区外人员的比重（漏出）。"),
    displacement: lossShare("Share taken from other local firms.", "挤出本地其他企业的比重（挤出）。"),
    substitution: lossShare("Share that replaces other workers.", "替代其他员工的比重（替代）。"),
    multiplier: number(
      { en: "Further jobs through supply and spending: 1 is none.", zh: "供应链与消费带动乘数：1 为不计。" },
      { unit: "multiple", min: 0, default: 1 },
    ),
  },
  returns: number({ en: "Jobs.", zh: "个岗位。" }, { unit: "jobs" }),
  evaluate: ({ gross_jobs, deadweight, leakage, displacement, substitution, multiplier }) =>
    gross_jobs * (1 - deadweight) * (1 - leakage) * (1 - displacement) * (1 - substitution) * multiplier,
  cautions: ({ deadweight, leakage, displacement, substitution }) => [
    deadweight + leakage + displacement + substitution === 0 && caution.grossJobs,
  ],
  native: ({ gross_jobs, deadweight, leakage, displacement, substitution, multiplier }) =>
    `${gross_jobs}*(1-${deadweight})*(1-${leakage})*(1-${displacement})*(1-${substitution})*${multiplier}`,
  source: "Homes and Communities Agency (2014), Additionality Guide, 4th edition.",
  examples: [
    {
      given: { gross_jobs: 1000, deadweight: 0.2, leakage: 0.1, displacement: 0.25, substitution: 0, multiplier: 1.4 },
      gives: 756,
      from: "1000 × 0.8 × 0.9 × 0.75 × 1.4, by hand",
    },
  ],
});

export const costPerJob = define({
  name: "COST_PER_JOB",
  title: { en: "Public cost per job", zh: "单位就业财政成本" },
  summary: { en: "Public money for each net job, or for each year of one.", zh: "每个净增岗位（或每岗位·年）的财政成本。" },
  method: { en: "public_cost / (net_jobs × years)", zh: "财政成本 ÷（净增岗位 × 年数）" },
  parameters: {
    public_cost: number(
      { en: "Present value of public money, in yuan.", zh: "财政投入现值（元）。" },
      { unit: "money" },
    ),
    net_jobs: number(
      { en: "Net additional jobs.", zh: "净增岗位数。" },
      { unit: "jobs", above: 0, otherwise: "zero" },
    ),
    years: number(
      { en: "Years that a job lasts; 1 for a cost per job.", zh: "岗位持续年数；按每岗位计填 1。" },
      { unit: "years", min: 0, default: 1 },
    ),
  },
  returns: number({ en: "Yuan per job, or per job-year.", zh: "元／岗位，或元／岗位·年。" }, { unit: "money/job" }),
  evaluate: ({ public_cost, net_jobs, years }) => {
    if (years === 0) throw new Refusal("zero", say.zero, "years");
    return public_cost / (net_jobs * years);
  },
  native: ({ public_cost, net_jobs, years }) => `${public_cost}/(${net_jobs}*${years})`,
  source: "HM Treasury, The Green Book (2022): cost-effectiveness.",
  examples: [
    { given: { public_cost: 5e8, net_jobs: 756 }, gives: 661375.6613756614, from: "500,000,000 / 756, by long division" },
  ],
});

export const stageGateValue = define({
  name: "STAGE_GATE_VALUE",
  title: { en: "Value of a staged investment", zh: "分期投资价值" },
  summary: {
    en: "Expected value of investing in two stages, free to stop after the first or committed to both.",
    zh: "两期投资的期望价值：首期后可以退出，或两期均已承诺。",
  },
  method: {
    en: "Free: −cost1 + (p MAX(up − cost2, salvage) + (1 − p) MAX(down − cost2, salvage)) / (1 + rate). Committed: without "
      + "the MAX. The difference is what the right to exit is worth.",
    zh: "可退出：−一期成本 +（p MAX(好 − 二期成本，残值) +（1 − p）MAX(差 − 二期成本，残值)）÷（1 + 折现率）。"
      + "已承诺：不取 MAX。两者之差即退出权的价值。",
  },
  parameters: {
    cost1: number({ en: "Cost of stage 1, now.", zh: "一期成本（当期）。" }, { unit: "money" }),
    cost2: number({ en: "Cost of stage 2, one period later.", zh: "二期成本（下一期）。" }, { unit: "money" }),
    p_success: number(
      { en: "Probability of the good outcome.", zh: "好结果的概率。" },
      { unit: "share", min: 0, max: 1 },
    ),
    value_up: number(
      { en: "Value in the good outcome, one period later.", zh: "好结果时的价值（下一期）。" },
      { unit: "money" },
    ),
    value_down: number(
      { en: "Value in the bad outcome, one period later.", zh: "差结果时的价值（下一期）。" },
      { unit: "money" },
    ),
    salvage: number(
      { en: "What stopping after stage 1 leaves.", zh: "一期后退出的残值。" },
      { unit: "money", default: 0 },
    ),
    rate: number(discountRate, { unit: "share", above: -1, default: 0 }),
    flexible: flag({ en: "TRUE: free to stop; FALSE: committed.", zh: "TRUE：可退出；FALSE：已承诺。" }, { default: true }),
  },
  returns: number({ en: "In the unit of the costs.", zh: "与成本同单位。" }, { unit: "money" }),
  evaluate: ({ cost1, cost2, p_success, value_up, value_down, salvage, rate, flexible }) => {
    const gain = (value: number): number => (flexible ? Math.max(value - cost2, salvage) : value - cost2);
    return -cost1 + (p_success * gain(value_up) + (1 - p_success) * gain(value_down)) / (1 + rate);
  },
  cautions: ({ value_up, value_down }) => [value_up < value_down && caution.worseThanBad],
  native: ({ cost1, cost2, p_success, value_up, value_down, salvage, rate, flexible }) => {
    const gain = (value: string): string => {
      const kept = `(${value}-${cost2})`;
      return either(flexible, `IF(${kept}>${salvage},${kept},${salvage})`, kept);
    };
    return `-${cost1}+(${p_success}*${gain(value_up)}+(1-${p_success})*${gain(value_down)})/(1+${rate})`;
  },
  source: "Dixit & Pindyck (1994), Investment under Uncertainty: the option to abandon.",
  examples: [
    {
      given: { cost1: 20, cost2: 60, p_success: 0.4, value_up: 200, value_down: 30, salvage: 10, rate: 0.08 },
      gives: 37.407407407407405,
      from: "−20 + (0.4 × 140 + 0.6 × 10) / 1.08, by hand",
    },
    {
      given: { cost1: 20, cost2: 60, p_success: 0.4, value_up: 200, value_down: 30, rate: 0.08, flexible: false },
      gives: -20 + 38 / 1.08,
      from: "0.4 × 140 − 0.6 × 30 = 38, by hand",
    },
  ],
});
