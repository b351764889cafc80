import type { Texts } from "../refusal";

/** What a number is counted in, and how a cell shows it. */
export interface UnitOf {
  readonly text: Texts;
  readonly format: string;
}

const unit = (en: string, zh: string, format: string): UnitOf => ({ text: { en, zh }, format });

/** The units of the templates; one that is missing is added here. Shares and rates are fractions. */
export const units = {
  share: unit("share", "比重", "0.0%"),
  perYear: unit("share a year", "每年比例", "0.0%"),
  probability: unit("probability", "概率", "0.0%"),
  points: unit("percentage points", "百分点", "0.0%"),
  vehicles: unit("vehicles", "辆", "#,##0"),
  vehiclesAYear: unit("vehicles a year", "辆每年", "#,##0"),
  jobsPerHour: unit("vehicles an hour", "辆每小时", "0.0"),
  days: unit("days a year", "天每年", "0"),
  elapsedDays: unit("days", "天", "0"),
  hours: unit("hours a shift", "小时每班", "0.0"),
  shifts: unit("shifts a day", "班每天", "0"),
  years: unit("years", "年", "0.0"),
  year: unit("calendar year", "年份", "0"),
  months: unit("months", "个月", "0"),
  persons: unit("persons", "人", "#,##0"),
  firms: unit("firms", "家", "#,##0"),
  makers: unit("makers", "家", "0.00"),
  yuan: unit("yuan", "元", "#,##0"),
  mYuan: unit("m yuan", "百万元", "#,##0.0"),
  bnYuan: unit("bn yuan", "十亿元", "#,##0.00"),
  dollarsAVehicle: unit("dollars a vehicle", "美元／辆", "#,##0"),
  dollarsAYear: unit("dollars a year", "美元每年", "#,##0"),
  eurosAVehicle: unit("euros a vehicle", "欧元／辆", "#,##0"),
  bnDollars: unit("bn dollars", "十亿美元", "#,##0.0"),
  yuanPerDollar: unit("yuan for a dollar", "元／美元", "#,##0.00"),
  ownUnit: unit("in its own unit", "按指标单位", "[>=100]#,##0;0.00"),
  euros: unit("euros", "欧元", "#,##0"),
  tonnes: unit("tonnes", "吨", "#,##0.0"),
  tonnesCO2: unit("t CO2e", "吨二氧化碳当量", "#,##0.00"),
  kgCO2: unit("kg CO2e", "千克二氧化碳当量", "#,##0"),
  personsABn: unit("persons for each bn yuan", "人／十亿元", "#,##0"),
  mYuanABn: unit("m yuan for each bn yuan", "百万元／十亿元", "0.0"),
  coefficient: unit("for a unit of output", "每单位产出", "0.000"),
  kgCO2AKWh: unit("kg CO2e a kWh", "千克二氧化碳当量／千瓦时", "#,##0.0000"),
  gramsAKm: unit("g CO2e a km", "克二氧化碳当量／公里", "#,##0.0"),
  tonnesCO2ATonne: unit("t CO2e a tonne", "吨二氧化碳当量／吨", "#,##0.00"),
  tonnesAYear: unit("tonnes a year", "吨每年", "#,##0"),
  eurosATonneCO2: unit("euros a t CO2e", "欧元／吨二氧化碳当量", "#,##0.00"),
  mEuros: unit("m euros", "百万欧元", "#,##0.00"),
  kWh: unit("kWh", "千瓦时", "#,##0.0"),
  kWhA100Km: unit("kWh for 100 km", "千瓦时／百公里", "#,##0.0"),
  km: unit("km", "公里", "#,##0"),
  ratio: unit("firms for each", "家／单位", "0.0"),
  multiple: unit("times", "倍", "0.00"),
  index: unit("index", "指数", "0.000"),
  score: unit("score 0 to 1", "得分（0至1）", "0.00"),
  count: unit("count", "个", "0"),
  rank: unit("rank", "名次", "0"),
  flag: unit("TRUE or FALSE", "TRUE 或 FALSE", "General"),
  mixed: unit("as its label says", "见指标名称", "#,##0.##"),
  text: unit("", "", "General"),
} as const satisfies Record<string, UnitOf>;
