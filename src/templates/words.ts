import type { Texts } from "../refusal";
import type { Standing } from "./given";

/** What the layout writes into a workbook, or several templates do. */
export const words = {
  value: { en: "Value", zh: "数值" },
  unit: { en: "Unit", zh: "单位" },
  standing: { en: "Status", zh: "性质" },
  source: { en: "Source and note", zh: "来源与说明" },
  note: { en: "Note", zh: "说明" },
  opening: { en: "Opening", zh: "期初" },
  steps: { en: "illustrative steps: put your own here", zh: "示例取值：可改为自己的数值" },
  answer: { en: "Answer", zh: "结论" },
  reading: { en: "How to read this", zh: "阅读说明" },
  legend: { en: "What the colours mean", zh: "颜色含义" },
  checks: { en: "Checks", zh: "检查" },
  result: { en: "Result", zh: "结果" },
  pass: { en: "pass", zh: "通过" },
  fail: { en: "look here", zh: "请查看" },
  allPass: { en: "All checks pass", zh: "全部检查通过" },
  working: { en: "calculated: do not type here", zh: "计算所得：请勿在此输入" },
  output: { en: "result", zh: "结果" },
} satisfies Record<string, Texts>;

export const standings: Readonly<Record<Standing | "mixed", Texts>> = {
  real: { en: "real figure", zh: "实际数据" },
  illustrative: { en: "illustrative", zh: "示例" },
  mixed: { en: "partly illustrative", zh: "部分为示例" },
  label: { en: "", zh: "" },
};

export const legends: Readonly<Record<"real" | "illustrative", Texts>> = {
  real: { en: "real figure, its source beside it", zh: "实际数据，旁注来源" },
  illustrative: { en: "illustrative: put your own figure here", zh: "示例数据：请换成自己的数据" },
};
