import type { Texts } from "../refusal";
import { illustrative, label } from "./given";
import { column, input } from "./rows";
import type { Across, InputsBlock, MatrixBlock, TableBlock } from "./template";
import { units } from "./units";

const cities: readonly Texts[] = [
  { en: "Own city", zh: "本市" },
  { en: "City A", zh: "甲市" },
  { en: "City B", zh: "乙市" },
  { en: "City C", zh: "丙市" },
  { en: "City D", zh: "丁市" },
];

const groups = {
  vehicle: { en: "vehicle", zh: "整车" },
  drive: { en: "electric drive", zh: "三电" },
  electronics: { en: "electronics", zh: "电子" },
  systems: { en: "software and systems", zh: "软件与系统" },
} satisfies Record<string, Texts>;

const segments: readonly (readonly [Texts, Texts])[] = [
  [{ en: "Vehicle assembly", zh: "整车制造" }, groups.vehicle],
  [{ en: "Batteries", zh: "动力电池" }, groups.drive],
  [{ en: "Motors and controls", zh: "电机电控" }, groups.drive],
  [{ en: "Chips", zh: "芯片" }, groups.electronics],
  [{ en: "Algorithms", zh: "算法" }, groups.systems],
  [{ en: "Sensing", zh: "感知" }, groups.electronics],
  [{ en: "Computing platforms", zh: "计算平台" }, groups.electronics],
  [{ en: "Vehicle-road systems", zh: "车路协同" }, groups.systems],
];

export const jobs: MatrixBlock = {
  kind: "matrix",
  key: "jobs",
  title: { en: "Jobs by city and segment; the last row is the rest of the country", zh: "各市分环节就业；末行为全国其他地区" },
  corner: { en: "City \\ segment", zh: "城市＼环节" },
  rows: [...cities, { en: "Rest of the country", zh: "全国其他地区" }],
  columns: segments.map(([segment]) => segment),
  unit: units.persons,
  body: {
    given: [
      [42_000, 9000, 8500, 1200, 2600, 3400, 600, 900],
      [6000, 2000, 2500, 14_000, 21_000, 5200, 7000, 2500],
      [9000, 38_000, 15_000, 900, 1400, 3000, 500, 400],
      [36_000, 19_000, 14_000, 800, 1900, 900, 300, 700],
      [7000, 1500, 6500, 2600, 5200, 6800, 1900, 5600],
      [2_100_000, 610_000, 390_000, 260_000, 330_000, 120_000, 95_000, 60_000],
    ].map((line) => line.map((value) => illustrative(value))),
  },
  allowed: { from: 0 },
};

export const acrossSegments: Across = {
  key: "segment",
  label: { en: "Segment", zh: "环节" },
  heads: segments.map((): Texts => ({ en: "={jobs.columns.column}", zh: "={jobs.columns.column}" })),
};

export const kinship: InputsBlock = {
  kind: "inputs",
  title: { en: "Groups of segments that share skills", zh: "技能相近的环节分组" },
  across: acrossSegments,
  rows: [
    input("group", { en: "Group", zh: "分组" }, units.text, segments.map(([, group]) => illustrative(group)), {
      note: { en: "Segments between which people and suppliers can move.", zh: "人员与供应商可相互流动的环节归为一组。" },
    }),
  ],
};

export const makers: MatrixBlock = {
  kind: "matrix",
  key: "makers",
  title: { en: "Value added by vehicle makers in each city, by controlling group", zh: "各市整车企业增加值（按控股集团）" },
  corner: { en: "City \\ group", zh: "城市＼集团" },
  rows: cities.map((): Texts => ({ en: "={jobs.rows.row}", zh: "={jobs.rows.row}" })),
  columns: [1, 2, 3, 4, 5, 6].map((number): Texts => ({ en: `Group ${number}`, zh: `集团${number}` })),
  unit: units.bnYuan,
  body: {
    given: [
      [26, 8, 0, 0, 0, 0],
      [0, 0, 6, 0, 0, 0],
      [0, 9, 0, 13, 0, 0],
      [0, 0, 11, 0, 21, 5],
      [0, 0, 0, 0, 4, 7],
    ].map((line) => line.map((value) => illustrative(value))),
  },
  allowed: { from: 0 },
};

export const economies: TableBlock = {
  kind: "table",
  key: "economies",
  title: { en: "The cities' economies, in the same order", zh: "各市经济规模（顺序相同）" },
  columns: [
    column("city", { en: "City", zh: "城市" }, units.text),
    column("base", { en: "Value added of all industries", zh: "地区生产总值" }, units.bnYuan, { allowed: { from: 0.01 } }),
  ],
  rows: cities.map((city, i) => ({ city: label(city), base: illustrative([620, 1900, 780, 690, 900][i]!) })),
};

export const terms: InputsBlock = {
  kind: "inputs",
  title: { en: "Whose view, and with what thresholds", zh: "视角与门槛" },
  rows: [
    input("own", { en: "City that asks", zh: "提问城市" }, units.text, illustrative(cities[0]!), {
      note: { en: "As written in the table of jobs.", zh: "与就业表写法一致。" },
    }),
    input("lq_from", { en: "A city holds a segment from this location quotient", zh: "视为具备该环节的区位商" }, units.multiple,
      illustrative(1), { allowed: { from: 0.1 } }),
    input("density_from", { en: "A segment is within reach from this relatedness density", zh: "视为可及的关联密度" }, units.share,
      illustrative(0.35), {
        allowed: { from: 0, to: 1 },
        note: { en: "A convention: compare segments with each other rather than with a fixed mark.", zh: "为经验门槛：宜比较各环节高低，而非拘泥数值。" },
      }),
    input("volatility", { en: "Standard deviation of a maker's yearly change", zh: "单个企业年变动的标准差" }, units.perYear,
      illustrative(0.35), { allowed: { from: 0 } }),
    input("correlation", { en: "Correlation between the makers' shocks", zh: "各企业冲击的相关系数" }, units.share, illustrative(0.3), {
      allowed: { from: 0, to: 1 },
      note: { en: "In a price war it is high, and pooling helps less.", zh: "价格战时较高，风险共担作用减弱。" },
    }),
    input("spillover", { en: "Suppliers' loss for each unit of a maker's loss", zh: "整车每损失一单位，供应商的损失" }, units.multiple,
      illustrative(0.8), { allowed: { from: 0 } }),
    input("keep", { en: "Word for a segment that the city holds", zh: "“已具备”的用语" }, units.text, label({ en: "build on", zh: "巩固" })),
    input("grow", { en: "Word for one within reach", zh: "“可及”的用语" }, units.text, label({ en: "grow", zh: "培育" })),
    input("leave", { en: "Word for one better found with a partner", zh: "“宜借力”的用语" }, units.text, label({ en: "with a partner", zh: "借力伙伴" })),
  ],
};
