import type { Texts } from "../refusal";
import { illustrative, label, real } from "./given";
import { column, input } from "./rows";
import type { Across, InputsBlock, MatrixBlock, TableBlock } from "./template";
import { units } from "./units";

export const acrossServices: Across = {
  key: "service",
  label: { en: "Service", zh: "服务" },
  heads: [
    { en: "Computing, GPU hours", zh: "算力（GPU小时）" },
    { en: "Proving ground, hours", zh: "试验场（小时）" },
    { en: "Bench tests, tests", zh: "台架试验（次）" },
    { en: "Road data, terabytes", zh: "道路数据（TB）" },
  ],
};

export const services: InputsBlock = {
  kind: "inputs",
  title: { en: "Services", zh: "服务项目" },
  across: acrossServices,
  rows: [
    input("capacity", { en: "Capacity of a year", zh: "年服务能力" }, units.ownUnit,
      illustrative([6_000_000, 12_000, 4_500, 60_000]), { allowed: { from: 1 } }),
    input("fee", { en: "Fee for a unit", zh: "单位收费" }, units.yuan, illustrative([8, 2800, 9000, 260]), {
      allowed: { from: 0 },
      note: { en: "The same for users of all cities.", zh: "各市用户一律同价。" },
    }),
    input("variable", { en: "Variable cost of a unit", zh: "单位变动成本" }, units.yuan, illustrative([2.5, 700, 3200, 80]), {
      allowed: { from: 0 },
    }),
    input("elsewhere", { en: "What a user pays elsewhere for a unit", zh: "用户在别处的单位支出" }, units.yuan,
      illustrative([12, 4200, 13_000, 400]), {
        allowed: { from: 0 },
        note: { en: "Market price, or the cost of an own laboratory.", zh: "市场价格，或自建实验室的成本。" },
      }),
  ],
};

const cities: readonly Texts[] = [
  { en: "Host city", zh: "承办市" },
  { en: "City A", zh: "甲市" },
  { en: "City B", zh: "乙市" },
  { en: "City C", zh: "丙市" },
  { en: "Elsewhere", zh: "其他地区" },
];

export const demand: MatrixBlock = {
  kind: "matrix",
  key: "demand",
  title: { en: "Use in a full year, by city of the user", zh: "达产年使用量（按用户所在市）" },
  corner: { en: "City \\ service", zh: "城市＼服务" },
  rows: cities,
  columns: acrossServices.heads.map((): Texts => ({ en: "={service.column}", zh: "={service.column}" })),
  unit: units.ownUnit,
  body: {
    given: [
      [1_800_000, 2600, 900, 14_000],
      [1_200_000, 2100, 1100, 9000],
      [900_000, 1500, 700, 8000],
      [300_000, 600, 250, 2000],
      [400_000, 1300, 400, 3000],
    ].map((line) => line.map((value) => illustrative(value))),
  },
  allowed: { from: 0 },
};

export const partners: TableBlock = {
  kind: "table",
  key: "partners",
  title: { en: "Who uses it and who pays for it", zh: "谁使用、谁出资" },
  columns: [
    column("city", { en: "City", zh: "城市" }, units.text),
    column("users", { en: "User firms", zh: "用户企业" }, units.firms, { allowed: { from: 0, whole: true } }),
    column("capital", { en: "Share of the capital", zh: "出资比例" }, units.share, { allowed: { from: 0, to: 1 } }),
    column("use", { en: "Share of the use", zh: "使用比例" }, units.share, {
      formula: "=SUMPRODUCT(INDEX({demand},MATCH({partners.city},{demand.rows},0),0),{fee})/{demand_value}",
    }),
    column("payer_use", { en: "Share of the use by payers", zh: "占出资各方使用量" }, units.share, {
      formula: '=IF({partners.capital}>0,{partners.use}/SUMIF({partners.capital.all},">0",{partners.use.all}),0)',
    }),
    column("paid", { en: "Shortfall borne by capital", zh: "按出资承担的缺口" }, units.mYuan, { formula: "={partners.capital}*{shortfall}" }),
    column("due", { en: "Shortfall by use", zh: "按使用应承担的缺口" }, units.mYuan, { formula: "={partners.payer_use}*{shortfall}" }),
    column("gap", { en: "Capital less use", zh: "出资减使用" }, units.points, { formula: "={partners.capital}-{partners.payer_use}" }),
  ],
  rows: cities.map((city, i) => ({
    city: label(city),
    users: illustrative([46, 38, 29, 11, 18][i]!),
    capital: illustrative([0.6, 0.2, 0.15, 0.05, 0][i]!),
  })),
};

export const acrossYears: Across = {
  key: "year",
  label: { en: "Years from the decision", zh: "距决策年数" },
  heads: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
};

export const timeline: InputsBlock = {
  kind: "inputs",
  title: { en: "Over the years", zh: "各年安排" },
  across: acrossYears,
  rows: [
    input("ramp", { en: "Use, share of a full year's", zh: "使用量占达产年比重" }, units.share,
      illustrative([0, 0.3, 0.55, 0.8, 1, 1, 1, 1, 1, 1, 1]), { allowed: { from: 0, to: 2 } }),
    input("investment", { en: "Investment and replacement", zh: "投资与更新" }, units.mYuan,
      illustrative([255, 30, 0, 0, 0, 45, 0, 0, 0, 0, 0]), {
        allowed: { from: 0 },
        note: { en: "Chips and test benches age fast: leave no replacement out.", zh: "芯片与台架更新快：勿漏更新投资。" },
      }),
    input("fixed", { en: "Fixed cost of running it", zh: "固定运营成本" }, units.mYuan,
      illustrative([0, 22, 22, 22, 23, 23, 23, 24, 24, 24, 24]), { allowed: { from: 0 } }),
    input("residual", { en: "Value left at the end", zh: "期末残值" }, units.mYuan,
      illustrative([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35]), { allowed: { from: 0 } }),
  ],
};

export const terms: InputsBlock = {
  kind: "inputs",
  title: { en: "Terms", zh: "参数" },
  rows: [
    input("rate", { en: "Discount rate, real", zh: "折现率（实际）" }, units.perYear, illustrative(0.06), {
      allowed: { from: 0, to: 0.3 },
      note: {
        en: "The one prescribed for your project. Amounts are in prices of one year.",
        zh: "请用本项目规定的折现率；各金额按同一年价格。",
      },
    }),
    input("host", { en: "City that hosts it", zh: "承办城市" }, units.text, illustrative(cities[0]!), {
      note: { en: "As written in the table of cities.", zh: "与城市表写法一致。" },
    }),
    input("million", { en: "Yuan in a million", zh: "每百万元" }, units.yuan,
      real(1_000_000, { en: "By definition: it turns yuan into m yuan.", zh: "按定义：元与百万元之间的换算，不是估计值。" })),
  ],
};
