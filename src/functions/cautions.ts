import type { Texts } from "../refusal";

/** What should be kept in mind about a right result. The pane says it: beside a number Excel has no place for it. */

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;
const percentZh = (share: number): string => percent(share).replace(" ", "");
const rounded = (value: number): string => String(Number(value.toPrecision(4)));

export const aboveCapacity: Texts = {
  en: "Output is above capacity: overtime, a third shift, or capacity counted on another basis.",
  zh: "产量高于产能：可能为加班、三班生产，或产能口径不同。",
};

export const partOfYear: Texts = {
  en: "Part of a year only: the season is in the number.",
  zh: "仅覆盖部分月份：数值含季节因素。",
};

export const longDays: Texts = { en: "Shifts × hours is above 24 hours a day.", zh: "班次 × 小时数超过每天 24 小时。" };

export const neverBreaksEven: Texts = {
  en: "Above 1: the plant loses money even at full use.",
  zh: "大于 1：满负荷生产也会亏损。",
};

export const perSmallOutput: Texts = {
  en: "So little output looks like 10,000s of vehicles: give 1 in per then.",
  zh: "产量数值很小，似以万辆计：如是，per 请填 1。",
};

export const smallRegion = (share: number): Texts => ({
  en: `The region has ${percent(share)} of the nation: a few firms move its quotients.`,
  zh: `该地区仅占全国的 ${percentZh(share)}：少数企业即可改变区位商。`,
});

export const fewRegions = (count: number): Texts => ({
  en: `With ${count} regions only, one cell can change the order.`,
  zh: `仅有 ${count} 个地区，个别单元格即可改变排序。`,
});

export const fewValues = (count: number): Texts => ({
  en: `${count} values only: the coefficient is biased downwards; see corrected.`,
  zh: `仅有 ${count} 个数值：系数偏低，可用 corrected 修正。`,
});

export const singleGroups: Texts = {
  en: "Every group has one sub-sector: related variety is 0 by construction.",
  zh: "每组只有一个细分行业：相关多样性必然为 0。",
};

export const antitrustOnly: Texts = {
  en: "A threshold of antitrust, about the market power of sellers. It is no limit of how much a city may depend on a maker.",
  zh: "这是反垄断门槛，针对卖方市场势力，并非城市依赖单一企业的警戒线。",
};

export const unitScale: Texts = {
  en: "Up to 1 it looks like an index from 0 to 1: multiply by 10,000 then.",
  zh: "不大于 1，似为 0 至 1 标度的指数：如是，请乘以 10000。",
};

export const coversAll: Texts = { en: "n covers all makers: the ratio is 1 by construction.", zh: "n 已覆盖全部企业：集中率必然为 1。" };

export const relativeRisk: Texts = {
  en: "With a volatility of 1 this is the share of one maker's risk that is left, not a swing of the local base.",
  zh: "波动率为 1 时，结果是分散后剩余的单一企业风险比重，而非本地经济的波动幅度。",
};

export const lossAboveBase: Texts = {
  en: "More than the whole base: the spillover counts suppliers outside it.",
  zh: "超过本地经济总量：外溢包含了本地以外的供应商。",
};

export const independentExits: Texts = {
  en: "Exits are taken as independent: a price war that hits all at once makes the tail worse.",
  zh: "假设各企业退出相互独立：若价格战同时冲击各家，尾部损失会更大。",
};

export const noneEssential: Texts = {
  en: "Without essential no input stops a firm by itself: where one does, more is lost. Read it as a lower bound.",
  zh: "未给出 essential 时各投入均按非关键（线性）处理；若有缺之即停产的投入，损失更大：宜视为下限。",
};

/** Inputs that take nearly all of a sector's output, or more. */
export const heavyInputs = (sector: number, share: number): Texts => ({
  en: `The inputs of sector ${sector} add up to ${rounded(share)} of its output: `
    + (share >= 1 ? "in money they cannot reach 1; check units and x." : "small errors grow large."),
  zh: `第 ${sector} 部门的投入合计为产出的 ${rounded(share)}：${share >= 1 ? "按价值计不应达到 1，请检查单位与 x。" : "小误差会被放大。"}`,
});

export const inducedUpperBound: Texts = {
  en: "Type II takes all wages as spent at the average rate: read it as an upper bound.",
  zh: "II 型乘数假设工资按平均比例全部消费：宜视为上限。",
};

export const deltaOfFinland: Texts = {
  en: "A delta of 0.25 fits Finland, others have used 0.15: try several, or estimate it.",
  zh: "delta = 0.25 为芬兰经验值，也有取 0.15 者：宜多试几个值，或用本地数据估计。",
};

export const hardlyChanged: Texts = {
  en: "The total hardly changed, or the part moved against it: shares of the growth mean little. Points are safer.",
  zh: "总量几乎未变，或该部分与总量反向变动：贡献率意义不大，宜用拉动点数。",
};

export const regionAboveNation = (industry: number): Texts => ({
  en: `In industry ${industry} the region is above the nation: check the two tables.`,
  zh: `第 ${industry} 个产业中，地区数值大于全国：请核对两张表。`,
});

export const severalSigns: Texts = {
  en: "The flows change sign more than once: there may be several internal rates of return. Rely on this value.",
  zh: "现金流多次变号：内部收益率可能不唯一，应以净现值为准。",
};

export const mostlyUnrealised: Texts = {
  en: "More than half of the value is not yet realised.",
  zh: "一半以上的价值尚未实现。",
};

export const dropsAgain: Texts = {
  en: "Later outlays take the running total below 0 again.",
  zh: "其后的支出使累计值再次低于 0。",
};

export const beyondTable: Texts = {
  en: "After year 125 the edition of 2003 lowered the rate further; later ones keep 2.5 %.",
  zh: "第 125 年以后，2003 年版曾继续下调折现率；此后各版维持 2.5%。",
};

export const grossJobs: Texts = {
  en: "Nothing is taken off: the jobs that a project counts are rarely all due to it.",
  zh: "未作任何扣除：项目申报岗位很少全部由项目带来。",
};

export const aboveRevenue: Texts = {
  en: "More than a whole year's revenue.",
  zh: "超过一整年的财政收入。",
};

export const undiscounted: Texts = {
  en: "Losses of later years are not discounted.",
  zh: "以后年度的损失未折现。",
};

export const outgrown: Texts = {
  en: "The tax grows no slower than the discount rate: check that it can last.",
  zh: "税收增速不低于折现率：请确认能否持续。",
};

export const worseThanBad: Texts = { en: "The good outcome is worth less than the bad one.", zh: "好结果的价值低于差结果。" };

export const unknownLeftOut = (count: number): Texts => ({
  en: `${count} without a value ${count === 1 ? "is" : "are"} left out.`,
  zh: `${count} 项缺失，未计入。`,
});

export const shorterThanRun: Texts = {
  en: "There are fewer periods than the run needs: it cannot be triggered yet.",
  zh: "期数少于所需连续期数：尚不可能触发。",
};

export const tariffsChange: Texts = {
  en: "Tariffs change, some within weeks: verify them before use.",
  zh: "关税变动频繁，有的数周内即变：使用前请核实。",
};

export const vehiclesOutOfScope: Texts = {
  en: "Vehicles are not in CBAM's scope in 2026–27: this is for their steel, aluminium and other goods in scope.",
  zh: "2026—2027 年整车不在 CBAM 范围内：仅用于钢、铝等范围内货物。",
};

export const allFree: Texts = {
  en: "The free share covers all emissions of this year; it falls every year until 2034.",
  zh: "当年免费部分已覆盖全部排放；该比例逐年下降，至 2034 年为 0。",
};

export const gramsNotKilograms: Texts = {
  en: "A grid factor above 2 looks like another unit: kg CO₂e per kWh are meant.",
  zh: "电网因子大于 2，单位可能有误：应为 kg CO₂e／kWh。",
};

export const thinTail = (count: number): Texts => ({
  en: `The tail rests on ${rounded(count)} draws: take more.`,
  zh: `尾部仅依据 ${rounded(count)} 次抽样：请增加次数。`,
});

export const cutOff: Texts = { en: "The value lies beyond worst or best and is cut off there.", zh: "数值超出最差或最优，已截断。" };

export const weightsTotal = (total: number): Texts => ({
  en: `The weights add up to ${rounded(total)}; the mean divides by that.`,
  zh: `权重合计为 ${rounded(total)}，加权平均已除以该数。`,
});

export const constantIndicator = (column: number): Texts => ({
  en: `Indicator ${column} is the same for all: its weight is 0, even if it is decisive.`,
  zh: `第 ${column} 个指标各方案相同：权重为 0，即使它很关键。`,
});

export const rankReversal: Texts = {
  en: "Adding or dropping an alternative may reverse ranks.",
  zh: "增减方案可能导致逆序。",
};

export const inconsistent = (ratio: number): Texts => ({
  en: `The consistency ratio is ${rounded(ratio)}, above 0.10: judge anew before the weights are used.`,
  zh: `一致性比率为 ${rounded(ratio)}，大于 0.10：应重新判断后再使用权重。`,
});

export const singleSource: Texts = {
  en: "From one secondary text only: confirm it before use.",
  zh: "仅有一份二手来源：使用前请核实。",
};
