import type { Texts } from "../refusal";

/** The columns of every CSV file of a package, in order. */
export const columns = [
  "key",
  "keyZh",
  "field",
  "value",
  "valueZh",
  "bound",
  "unit",
  "period",
  "geography",
  "source",
  "seen",
  "certainty",
  "note",
  "noteZh",
] as const;

export interface Unit extends Texts {
  /** How a spreadsheet shows a column of it. */
  readonly format: string;
  /** A word that cannot follow a number in a sentence stands in brackets: 0.52 (share). */
  readonly bracketed: boolean;
}

const measure = (en: string, zh: string, format: string): Unit => ({ en, zh, format, bracketed: false });
const count = (en: string, zh: string): Unit => measure(en, zh, "#,##0");
const bracketed = (en: string, zh: string, format: string): Unit => ({ en, zh, format, bracketed: true });
const fraction = (en: string, zh: string): Unit => bracketed(en, zh, "0.0%");

/** The units of data and of the arguments of functions. Shares and rates are fractions: 0.52 is 52 %. */
const vocabulary = {
  vehicles: count("vehicles", "辆"),
  "vehicles/yr": count("vehicles a year", "辆/年"),
  "10,000 vehicles/yr": bracketed("10,000 vehicles a year", "万辆/年", "#,##0.0"),
  firms: count("firms", "家"),
  "firms per 10,000 vehicles/yr": measure("firms per 10,000 vehicles a year", "家/万辆年产量", "0.00#"),
  "parts firms per vehicle firm": measure("parts firms per vehicle firm", "家/整车企业", "0.0"),
  creditors: count("creditors", "家债权人"),
  parks: count("parks", "个园区"),
  cities: count("cities", "个城市"),
  projects: count("projects", "个项目"),
  clusters: count("clusters", "个集群"),
  chains: count("chains", "条产业链"),
  types: count("types", "种"),
  piles: count("piles", "个桩"),
  yuan: count("yuan", "元"),
  "bn yuan": measure("bn yuan", "十亿元", "#,##0.0###"),
  "US dollars": measure("US dollars", "美元", "0.00"),
  share: fraction("share", "比例"),
  "ad valorem": fraction("share of the customs value", "占完税价格比例"),
  "per year": fraction("share a year", "每年比例"),
  "relative change": fraction("relative change", "相对变化"),
  multiple: measure("times", "倍", "0.0"),
  "unit not stated": bracketed("unit not stated", "单位未注明", "General"),
  rank: bracketed("rank", "名次", "0"),
  days: count("days", "天"),
  months: count("months", "个月"),
  km: count("km", "公里"),
  "HHI points": count("HHI points", "HHI点"),
  "kgCO2/kWh": measure("kg CO2 per kWh", "千克二氧化碳/千瓦时", "0.0000"),
  "kg CO2e": measure("kg CO2e", "千克二氧化碳当量", "#,##0.0"),
  "kg CO2e/kWh": measure("kg CO2e per kWh", "千克二氧化碳当量/千瓦时", "0.0000"),
  "t CO2e/t": measure("t CO2e per tonne", "吨二氧化碳当量/吨", "0.000"),
  "g CO2e/km": measure("g CO2e per km", "克二氧化碳当量/公里", "0.0"),
  "euro/t CO2e": measure("euro per t CO2e", "欧元/吨二氧化碳当量", "0.00"),
  tonnes: count("tonnes", "吨"),
  kWh: measure("kWh", "千瓦时", "#,##0.0"),
  "kWh/100 km": measure("kWh per 100 km", "千瓦时/百公里", "0.0"),
  "vehicles/month": count("vehicles a month", "辆/月"),
  "vehicles/h": measure("vehicles an hour", "辆/小时", "0.0"),
  "firms/10,000 vehicles": measure("firms per 10,000 vehicles", "家/万辆", "0.00#"),
  persons: count("persons", "人"),
  jobs: count("jobs", "个岗位"),
  euro: measure("euro", "欧元", "#,##0.00"),
  money: bracketed("money, in one currency", "金额，币种一致", "#,##0.00"),
  "money/yr": bracketed("money a year, in one currency", "金额/年，币种一致", "#,##0.00"),
  "money/vehicle": bracketed("money per vehicle, in one currency", "金额/辆，币种一致", "#,##0.00"),
  "money/job": bracketed("money per job, in one currency", "金额/岗位，币种一致", "#,##0.00"),
  hours: measure("hours", "小时", "0.0"),
  years: measure("years", "年", "0.0"),
  number: bracketed("a plain number", "纯数", "General"),
  "same unit": bracketed("any unit, the same throughout", "单位不限，前后一致", "General"),
  "any unit": bracketed("any unit", "单位不限", "General"),
  text: measure("", "", "@"),
} satisfies Record<string, Unit>;

/** A name in `units`. */
export type UnitName = keyof typeof vocabulary;

export const units: Readonly<Record<string, Unit>> = vocabulary;

/** How sure a row is. What was only remembered has no word here, so it cannot ship. */
export const certainties = {
  primary: {
    name: { en: "primary", zh: "官方原文" },
    meaning: { en: "the official text itself was read", zh: "已读官方原文" },
  },
  secondary: {
    name: { en: "secondary", zh: "二手" },
    meaning: { en: "a text that names its official source", zh: "注明官方出处的文本" },
  },
  "single source": {
    name: { en: "single source", zh: "单一来源" },
    meaning: { en: "one secondary text only: confirm before use", zh: "仅有一份二手文本：使用前请核实" },
  },
  "as printed": {
    name: { en: "as printed", zh: "原文照录" },
    meaning: { en: "as a source article prints it", zh: "按来源文章照录" },
  },
  derived: {
    name: { en: "derived", zh: "推算" },
    meaning: {
      en: "arithmetic from other figures, shown in the note of the row",
      zh: "由其他数字运算得出，算式见该行说明",
    },
  },
  inferred: {
    name: { en: "inferred", zh: "推断" },
    meaning: { en: "a reading of ours, not a fact", zh: "本库的推断，并非事实" },
  },
} as const;

export type Certainty = keyof typeof certainties;

/** What a text says about a number that is not the number: "<" of 3 is "less than 3". */
export const bounds = {
  "<": { en: "less than", zh: "小于" },
  ">": { en: "more than", zh: "大于" },
  "<=": { en: "at most", zh: "至多" },
  ">=": { en: "at least", zh: "至少" },
  "~": { en: "about", zh: "约" },
} as const;

export type Bound = keyof typeof bounds | "";

/** Whether the number is a limit and not, as after "~", a rounded value. */
export const isLimit = (bound: Bound): boolean => bound !== "" && bound !== "~";

export const limitSide = (bound: Bound): "lower_bound" | "upper_bound" =>
  bound.startsWith(">") ? "lower_bound" : "upper_bound";
