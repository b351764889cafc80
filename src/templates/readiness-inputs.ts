import type { Texts } from "../refusal";
import { illustrative, label, real } from "./given";
import { input } from "./rows";
import type { Across, InputsBlock, MatrixBlock } from "./template";
import { units, type UnitOf } from "./units";

const cities: readonly Texts[] = [
  { en: "Own city", zh: "本市" },
  { en: "City A", zh: "甲市" },
  { en: "City B", zh: "乙市" },
  { en: "City C", zh: "丙市" },
  { en: "City D", zh: "丁市" },
];

const indicators: readonly Texts[] = [
  { en: "Own revenue, share of spending", zh: "财政自给率" },
  { en: "Debt, share of disposable resources", zh: "综合债务率" },
  { en: "R&D, share of GDP", zh: "研发投入强度" },
  { en: "Engineers for 1,000 workers", zh: "每千名从业者工程师数" },
  { en: "Patience: years a fund may wait", zh: "耐心：基金可存续年数" },
  { en: "Local sourcing by value", zh: "本地配套率（按金额）" },
];

export const sameRows = cities.map((): Texts => ({ en: "={raw.rows.row}", zh: "={raw.rows.row}" }));
export const sameColumns = indicators.map((): Texts => ({ en: "={raw.columns.column}", zh: "={raw.columns.column}" }));
export const columnsDown = indicators.map((_, i): Texts => ({ en: `=INDEX({raw.columns},${i + 1})`, zh: `=INDEX({raw.columns},${i + 1})` }));

/** Shares and numbers of persons stand side by side. */
const asLabelled: UnitOf = { ...units.mixed, format: "[>=10]#,##0;[>=1]0.00;0.000" };

export const raw: MatrixBlock = {
  kind: "matrix",
  key: "raw",
  title: { en: "Cities by indicator; n/a where not known", zh: "各市指标（不详填 n/a）" },
  corner: { en: "City \\ indicator", zh: "城市＼指标" },
  rows: cities,
  columns: indicators,
  unit: asLabelled,
  body: {
    given: [
      [0.58, 1.2, 0.036, 50, 9, 0.33],
      [0.74, 1.1, 0.039, 66, 12, 0.46],
      [0.61, 1.32, 0.031, 52, "n/a", 0.39],
      [0.45, 1.7, 0.019, 35, 7, 0.17],
      [0.66, 0.92, 0.027, 47, 6, 0.22],
    ].map((line) => line.map((value) => illustrative(value))),
  },
};

export const acrossIndicators: Across = {
  key: "indicator",
  label: { en: "Indicator", zh: "指标" },
  heads: sameColumns,
};

export const goalposts: InputsBlock = {
  kind: "inputs",
  title: { en: "What scores 0 and what scores 1", zh: "0 分与 1 分的标准" },
  across: acrossIndicators,
  rows: [
    input("worst", { en: "Scores 0", zh: "得 0 分的值" }, asLabelled, illustrative([0.3, 2, 0.01, 20, 3, 0.1]), {
      note: {
        en: "Where less is better, as with debt, the larger value stands here.",
        zh: "越小越好的指标（如债务率），此处填较大值。",
      },
    }),
    input("best", { en: "Scores 1", zh: "得 1 分的值" }, asLabelled, illustrative([0.9, 0.6, 0.05, 80, 15, 0.6]), {
      note: {
        en: "Fix both before you look at the cities: they decide what a point is worth.",
        zh: "请先定标准再看城市：标准决定分值的含义。",
      },
    }),
  ],
};

const judgementsGiven: readonly (readonly number[])[] = [
  [1, 1, 2, 2, 3, 2],
  [1, 2, 2, 3, 2],
  [1, 1, 2, 1],
  [1, 2, 1],
  [1, 1 / 2],
  [1],
];

export const judgements: MatrixBlock = {
  kind: "matrix",
  key: "judgements",
  title: {
    en: "How much more important is the row than the column? Above the diagonal, 1/9 to 9",
    zh: "行比列重要多少？仅填对角线以上，1/9 至 9",
  },
  corner: { en: "Row over column", zh: "行对列" },
  rows: columnsDown,
  columns: sameColumns,
  unit: units.multiple,
  body: {
    given: judgementsGiven.map((line, row) => [
      ...Array.from({ length: row }, () => label("–")),
      ...line.map((value, i) => (i === 0 ? label(value) : illustrative(value))),
    ]),
  },
};

export const gateInputs: InputsBlock = {
  kind: "inputs",
  title: { en: "The deal, and what the city can carry", zh: "拟议项目与本市承受能力" },
  rows: [
    input("own", { en: "City that decides", zh: "决策城市" }, units.text, illustrative(cities[0]!), {
      note: { en: "As it is called in the table of cities.", zh: "须与城市表中的名称一致。" },
    }),
    input("deal", { en: "Public money at stake, guarantees included", zh: "公共资金投入（含担保）" }, units.bnYuan, illustrative(5.2), {
      allowed: { from: 0 },
    }),
    input("revenue", { en: "City's budget revenue", zh: "本市一般公共预算收入" }, units.bnYuan, illustrative(42), { allowed: { from: 0.01 } }),
    input("fiscal_limit", { en: "Largest share of a year's revenue to stake", zh: "投入占年收入的上限" }, units.share, illustrative(0.15), {
      allowed: { from: 0 },
    }),
    input("engineers_needed", { en: "Engineers needed at full operation", zh: "达产所需工程师" }, units.persons, illustrative(3400), {
      allowed: { from: 1 },
      note: {
        en: "In the scarce fields: autonomous driving, semiconductors, algorithms.",
        zh: "紧缺领域：自动驾驶、半导体、算法。",
      },
    }),
    input("engineers_available", { en: "Engineers who can be had by then", zh: "届时可获得的工程师" }, units.persons, illustrative(2100), {
      allowed: { from: 0 },
      note: { en: "Employed here, graduating here, or with a signed offer.", zh: "本地在岗、本地毕业或已签约引进。" },
    }),
    input("talent_floor", { en: "Least share of them that must be in sight", zh: "最低人才满足率" }, units.share, illustrative(0.8), {
      allowed: { from: 0 },
    }),
    input("cash_need", { en: "Cash the firm needs until it breaks even", zh: "企业至盈亏平衡的资金需求" }, units.bnYuan, illustrative(18), {
      allowed: { from: 0.01 },
    }),
    input("market_money", { en: "of it committed by investors and banks without the city's guarantee", zh: "其中市场投资者与银行承诺（无本市担保）" },
      units.bnYuan, illustrative(11), { allowed: { from: 0 } }),
    input("finance_floor", { en: "Least share that the market must carry", zh: "市场资金最低占比" }, units.share, illustrative(0.5), {
      allowed: { from: 0 },
    }),
  ],
};

export const rules: InputsBlock = {
  kind: "inputs",
  title: { en: "Rules for the scoring", zh: "评分规则" },
  rows: [
    input("ratio_limit", { en: "Highest consistency ratio of the judgements", zh: "判断矩阵一致性比率上限" }, units.index,
      real(0.1, {
        en: "Saaty (1980), The Analytic Hierarchy Process: judge anew above 0.10.",
        zh: "Saaty（1980），《层次分析法》：大于 0.10 须重新判断。",
      }), { allowed: { from: 0 } }),
    input("known_floor", { en: "Least share of indicators known for a city", zh: "每市指标已知比重下限" }, units.share, illustrative(0.8), {
      allowed: { from: 0, to: 1 },
    }),
  ],
};
