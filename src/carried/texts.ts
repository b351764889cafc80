import type { Texts } from "../refusal";

/** The steps from the seed to the draws. */
export const steps = {
  key: { en: "Decides the order", zh: "排序依据" },
  sorted: { en: "The same, sorted", zh: "排序后" },
  score: { en: "Normal score", zh: "正态得分" },
  probability: { en: "Probability", zh: "概率" },
  wanted: { en: "Correlations wanted of the scores", zh: "得分的目标相关系数" },
  wantedRoot: { en: "Their Cholesky root", zh: "其 Cholesky 分解" },
  found: { en: "Covariances found", zh: "实际协方差" },
  foundRoot: { en: "Their Cholesky root", zh: "其 Cholesky 分解" },
  turn: { en: "From found to wanted (Iman & Conover)", zh: "由实际到目标（Iman–Conover）" },
  values: { en: "Values: may be changed", zh: "取值（可修改）" },
  weights: { en: "Weights: may be changed", zh: "权重（可修改）" },
  ranked: { en: "Values, sorted", zh: "取值（已排序）" },
  from: { en: "From which probability", zh: "起始概率" },
} satisfies Record<string, Texts>;

export const sheet = {
  draw: { en: "Draw shown in the model", zh: "模型中显示的抽样编号" },
  seed: { en: "Seed", zh: "种子" },
  draws: { en: "Draws", zh: "抽样次数" },
  method: { en: "Method", zh: "方法" },
  latin: { en: "Latin hypercube", zh: "拉丁超立方" },
  plain: { en: "Plain sampling", zh: "简单随机抽样" },
  inputs: { en: "Uncertain inputs", zh: "不确定输入" },
  input: { en: "Input", zh: "输入" },
  now: { en: "In the model now", zh: "模型当前值" },
  distribution: { en: "Distribution", zh: "分布" },
  base: { en: "Without simulation", zh: "不模拟时的值" },
  correlations: { en: "Rank correlations", zh: "秩相关" },
  results: { en: "Results", zh: "结果" },
  formula: { en: "By these formulas", zh: "由公式计算" },
  copied: { en: "When copied", zh: "制作副本时" },
  difference: { en: "Difference", zh: "差异" },
  number: { en: "Draw", zh: "抽样编号" },
  listed: { en: "values on the next sheet", zh: "取值见下一工作表" },
  use: {
    en: "Change a shaded cell, and every draw follows. Draw 0 leaves the model as it is; any other number puts that draw into it.",
    zh: "修改底色单元格，各次抽样随之重算。抽样编号为 0 时模型保持原样；填入其他编号则将该次抽样代入模型。",
  },
  keep: {
    en: "Keep this sheet and the next: the uncertain inputs of the model read from here.",
    zh: "请保留此表与下一表：模型的不确定输入由此读取。",
  },
  values: {
    en: "Values only, as was asked for: nothing here is calculated.",
    zh: "按要求仅保留数值：此表不含计算。",
  },
  excel: {
    en: "The results of the draws are a what-if data table, which calculates the model once a draw. Where that is slow: "
      + "Formulas, Calculation Options, Automatic Except for Data Tables; then F9 calculates.",
    zh: "各次结果为模拟运算表，每次抽样计算一次模型。若较慢：公式 → 计算选项 → 除模拟运算表外自动重算，再按 F9 计算。",
  },
  libreoffice: {
    en: "The results of the draws are multiple operations. LibreOffice shows them once all is calculated anew: Ctrl+Shift+F9.",
    zh: "各次结果为多重运算。LibreOffice 须全部重新计算后才会显示：按 Ctrl+Shift+F9。",
  },
} satisfies Record<string, Texts>;

/** Why a simulation is not carried. */
export const reasons = {
  seed: { en: "its seed is above 100,000,000", zh: "种子大于 100,000,000" },
  corner: (cell: string): Texts => ({
    en: `${cell} reads a range that begins in the first cell of the first sheet, which LibreOffice's multiple operations cannot`,
    zh: `${cell} 引用了始于首个工作表首个单元格的区域，LibreOffice 的多重运算无法处理`,
  }),
  uncompiled: (cell: string, { en, zh }: Texts): Texts => ({
    en: `${cell} cannot be calculated apart from the sheet: ${en}`,
    zh: `${cell} 无法脱离工作表计算：${zh}`,
  }),
  different: (cell: string): Texts => ({
    en: `calculated apart from the sheet, ${cell} is not what the sheet shows`,
    zh: `脱离工作表计算时，${cell} 与工作表显示不同`,
  }),
  unlike: (output: string, draw: number): Texts => ({
    en: `in the copy ${output} would be another at draw ${draw}: it depends on a formula that became a value`,
    zh: `副本中 ${output} 在第 ${draw} 次抽样的结果会不同：它取决于已改为数值的公式`,
  }),
};

export const opening = (carried: number, set: number): Texts => ({
  en: carried < set
    ? `The simulation of this workbook with ${carried.toLocaleString("en")} draws; ${set.toLocaleString("en")} were set.`
    : `The simulation of this workbook, draw by draw: ${carried.toLocaleString("en")}.`,
  zh: carried < set
    ? `本工作簿的模拟，抽样 ${carried.toLocaleString("en")} 次（原设定 ${set.toLocaleString("en")} 次）。`
    : `本工作簿的模拟，逐次列出，共 ${carried.toLocaleString("en")} 次。`,
});
