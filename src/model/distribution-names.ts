import type { Distribution } from "../maths/distributions";
import type { Texts } from "../refusal";

export const distributionKinds: Readonly<Record<Distribution["kind"], Texts>> = {
  triangular: { en: "Triangular", zh: "三角分布" },
  pert: { en: "PERT", zh: "PERT 分布" },
  normal: { en: "Normal", zh: "正态分布" },
  lognormal: { en: "Lognormal", zh: "对数正态分布" },
  uniform: { en: "Uniform", zh: "均匀分布" },
  bernoulli: { en: "Yes or no", zh: "是否（伯努利）" },
  discrete: { en: "Choice with weights", zh: "带权重的取值" },
  empirical: { en: "Observed values", zh: "经验分布" },
};

/** Parameters that are one number. */
export type ScalarParameter = "min" | "mode" | "max" | "mean" | "deviation" | "probability";

export const parameterNames: Readonly<Record<ScalarParameter, Texts>> = {
  min: { en: "Lowest", zh: "最小" },
  mode: { en: "Likeliest", zh: "最可能" },
  max: { en: "Highest", zh: "最大" },
  mean: { en: "Mean", zh: "均值" },
  deviation: { en: "Standard deviation", zh: "标准差" },
  probability: { en: "Probability of 1", zh: "取 1 的概率" },
};
