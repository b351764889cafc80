import { figure, real } from "./given";
import { input } from "./rows";
import { units } from "./units";

export const lowOutput = input("low_output", { en: "Low-output threshold, vehicles a month", zh: "低产门槛（每月辆数）" },
  units.vehicles, real(1000, {
    en: "CAAM's count of 2021: makers below 1,000 vehicles a month (seed paper, section 2.2).",
    zh: "中国汽车工业协会2021年统计口径：月产不足1000辆（论文第2.2节）。",
  }), { allowed: { from: 0 } });

/** What creditors of Hozon (Neta) claimed, and what it had left. */
export const hozonLeft = [
  input("claims", { en: "Claims filed by creditors", zh: "债权人申报债权" }, units.bnYuan, figure("CASE_HOZON", "claims filed")),
  input("cash", { en: "Cash that was left", zh: "账面剩余资金" }, units.bnYuan, figure("CASE_HOZON", "cash left")),
] as const;
