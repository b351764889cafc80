import type { Texts } from "../refusal";
import { illustrative, label } from "./given";
import { column, input } from "./rows";
import type { Across, InputsBlock, MatrixBlock, TableBlock } from "./template";
import { units } from "./units";

export const industries = [
  { en: "Vehicle makers", zh: "整车制造" },
  { en: "Vehicle parts", zh: "汽车零部件" },
  { en: "Metals", zh: "金属冶炼与制品" },
  { en: "Chemicals and plastics", zh: "化工与橡塑" },
  { en: "Electrical and electronic", zh: "电气与电子" },
  { en: "Energy and mining", zh: "能源与采掘" },
  { en: "Trade and transport", zh: "贸易与运输" },
  { en: "Other services", zh: "其他服务业" },
] as const satisfies readonly Texts[];

/** Jobs of the region, jobs of the nation, output in bn yuan, tax in m yuan, and further final demand in bn yuan. */
const figures: readonly (readonly number[])[] = [
  [43_000, 1_900_000, 100, 3_000, 10],
  [62_000, 3_100_000, 75, 2_300, 0],
  [70_000, 9_000_000, 90, 2_200, 0],
  [60_000, 7_500_000, 80, 2_600, 0],
  [190_000, 15_000_000, 260, 6_000, 0],
  [25_000, 8_000_000, 40, 2_400, 0],
  [520_000, 60_000_000, 210, 8_500, 0],
  [1_400_000, 150_000_000, 560, 26_000, 0],
];

const given = ["emp_region", "emp_nation", "output", "tax", "demand"] as const;

export const sectors: TableBlock = {
  kind: "table",
  key: "sectors",
  title: { en: "The region's industries", zh: "本地区各部门" },
  columns: [
    column("sector", { en: "Industry", zh: "部门" }, units.text),
    column("emp_region", { en: "Jobs in the region", zh: "本地区就业" }, units.persons, { allowed: { from: 0, whole: true } }),
    column("emp_nation", { en: "Jobs in the nation", zh: "全国就业" }, units.persons, { allowed: { from: 1, whole: true } }),
    column("output", { en: "Output of the region", zh: "本地区总产出" }, units.bnYuan, { allowed: { from: 0.001 } }),
    column("tax", { en: "Local tax", zh: "地方税收" }, units.mYuan, { allowed: { from: 0 } }),
    column("demand", { en: "Further final demand", zh: "新增最终需求" }, units.bnYuan),
    column("quotient", { en: "Location quotient", zh: "区位商" }, units.multiple, {
      formula: "=({sectors.emp_region}/SUM({sectors.emp_region.all}))/({sectors.emp_nation}/SUM({sectors.emp_nation.all}))",
    }),
    column("job_rate", { en: "Jobs for output", zh: "就业系数" }, units.personsABn, {
      formula: "={sectors.emp_region}/{sectors.output}",
    }),
    column("tax_rate", { en: "Tax for output", zh: "税收系数" }, units.mYuanABn, { formula: "={sectors.tax}/{sectors.output}" }),
  ],
  rows: industries.map((industry, i) => ({
    sector: label(industry),
    ...Object.fromEntries(given.map((key, j) => [key, illustrative(figures[i]![j]!)])),
  })),
};

export const national: MatrixBlock = {
  kind: "matrix",
  key: "national",
  title: { en: "Input coefficients of the nation", zh: "全国直接消耗系数" },
  corner: { en: "Selling \\ buying industry", zh: "投入部门＼消耗部门" },
  rows: industries,
  columns: industries,
  unit: units.coefficient,
  body: {
    given: [
      [0.04, 0, 0, 0, 0, 0, 0.015, 0.005],
      [0.36, 0.18, 0.005, 0.005, 0.01, 0.005, 0.02, 0.01],
      [0.06, 0.2, 0.34, 0.03, 0.14, 0.06, 0.01, 0.02],
      [0.04, 0.08, 0.03, 0.36, 0.09, 0.03, 0.01, 0.03],
      [0.12, 0.08, 0.02, 0.02, 0.38, 0.03, 0.01, 0.04],
      [0.01, 0.03, 0.16, 0.17, 0.02, 0.26, 0.05, 0.02],
      [0.06, 0.06, 0.06, 0.06, 0.06, 0.05, 0.09, 0.06],
      [0.06, 0.06, 0.04, 0.05, 0.06, 0.07, 0.16, 0.2],
    ].map((line) => line.map((value) => illustrative(value, {
      en: "made up; take the national table of the statistics bureau, industries in this order",
      zh: "虚拟数值；请换成国家统计局投入产出表，部门顺序一致",
    }))),
  },
  allowed: { from: 0, to: 1 },
};

export const choice: InputsBlock = {
  kind: "inputs",
  title: { en: "What to look at", zh: "分析对象" },
  rows: [
    input("studied", { en: "Industry to report on", zh: "拟报告的部门" }, units.text, illustrative(industries[0]), {
      allowed: { oneOf: industries },
    }),
    input("delta", { en: "Exponent δ of Flegg's quotient", zh: "Flegg 区位商的指数 δ" }, units.index, illustrative(0.25), {
      allowed: { from: 0, to: 0.99 },
      note: {
        en: "Higher: the region imports more. About 0.25 fits Finland; no estimate for Chinese cities is at hand.",
        zh: "越大则调入越多。芬兰经验值约为0.25；中国城市尚无可引用的估计。",
      },
    }),
  ],
};

export const exponents: Across = {
  key: "exponent",
  label: { en: "Exponent δ", zh: "指数 δ" },
  heads: [
    { en: "None", zh: "不调整" }, { en: "Low", zh: "低" }, { en: "Below usual", zh: "偏低" },
    { en: "Usual", zh: "常用" }, { en: "Above usual", zh: "偏高" }, { en: "High", zh: "高" },
  ],
};

export const tried: InputsBlock = {
  kind: "inputs",
  title: { en: "Exponents to try", zh: "测试的指数" },
  across: exponents,
  rows: [
    input("delta_tried", { en: "Exponent δ", zh: "指数 δ" }, units.index, illustrative([0, 0.1, 0.2, 0.25, 0.3, 0.4]), {
      allowed: { from: 0, to: 0.99 },
    }),
  ],
};
