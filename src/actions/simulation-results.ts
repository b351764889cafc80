import type { Texts } from "../refusal";
import { measures, type OutcomeFindings, type SimulationSetup, type Tornado } from "../model";
import type { ResultsSheet, ResultsTable } from "./write-results";

type Say = (texts: Texts) => string;

const figure = "#,##0.00";
const share = "0.0%";

/** What a simulation says of one output, as a sheet. */
export function simulationSheet(name: string, found: OutcomeFindings, setup: SimulationSetup, say: Say): ResultsSheet {
  const title = say({ en: `Simulation of ${name}`, zh: `${name} 的模拟` });
  return {
    name: title,
    title,
    notes: [
      say(howDrawn(setup)),
      say({
        en: "Variance shares are first-order: what an input explains alone. With correlated inputs they overlap.",
        zh: "方差贡献为一阶份额，即各输入单独解释的部分；输入相关时彼此重叠。",
      }),
    ],
    tables: [summaryTable(found, setup, name, say), histogramTable(found, say), exceedanceTable(found, say),
      driversTable(found, setup, say), convergenceTable(found, say)],
  };
}

const howDrawn = ({ draws, seed, method, correlations }: SimulationSetup): Texts => ({
  en: `${draws.toLocaleString("en")} draws, seed ${seed}, ${method === "latin" ? "Latin hypercube" : "plain sampling"}`
    + `${correlations ? ", with rank correlations (Iman & Conover)" : ""}.`,
  zh: `模拟 ${draws.toLocaleString("en")} 次，种子 ${seed}，${method === "latin" ? "拉丁超立方" : "简单随机抽样"}`
    + `${correlations ? "，含秩相关（Iman–Conover）" : ""}。`,
});

function summaryTable(found: OutcomeFindings, setup: SimulationSetup, name: string, say: Say): ResultsTable {
  return {
    name: "SimulationSummary",
    title: say({ en: "Summary", zh: "汇总" }),
    headers: [say({ en: "Measure", zh: "指标" }), say({ en: "Value", zh: "数值" })],
    rows: measures(found, setup, name).map(({ label, value }) => [say(label), value]),
    formats: ["@", "General"],
  };
}

function histogramTable({ histogram: { edges, counts }, summary }: OutcomeFindings, say: Say): ResultsTable {
  return {
    name: "SimulationHistogram",
    title: say({ en: "Histogram", zh: "直方图" }),
    headers: [{ en: "Class", zh: "区间" }, { en: "From", zh: "下限" }, { en: "To", zh: "上限" }, { en: "Draws", zh: "次数" },
      { en: "Share", zh: "占比" }].map(say),
    rows: counts.map((count, i) =>
      [`${edges[i]} – ${edges[i + 1]}`, edges[i]!, edges[i + 1]!, count, count / summary.draws]),
    formats: ["@", "General", "General", "#,##0", share],
    chart: { kind: "ColumnClustered", title: say({ en: "Share of draws", zh: "各区间占比" }), names: 0, series: [4] },
  };
}

function exceedanceTable({ exceedance }: OutcomeFindings, say: Say): ResultsTable {
  return {
    name: "SimulationExceedance",
    title: say({ en: "Probability of more than a value", zh: "超过某值的概率" }),
    headers: [say({ en: "Value", zh: "数值" }), say({ en: "Probability of more", zh: "超过的概率" })],
    rows: exceedance.map(({ value, probability }) => [value, probability]),
    formats: [figure, share],
    chart: { kind: "Line", title: say({ en: "Exceedance curve", zh: "超越概率曲线" }), names: 0, series: [1] },
  };
}

function driversTable({ drivers }: OutcomeFindings, { inputs }: SimulationSetup, say: Say): ResultsTable {
  const ranked = drivers.map((driver, i) => ({ ...driver, name: inputs[i]!.name })).sort((a, b) => b.share - a.share);
  return {
    name: "SimulationDrivers",
    title: say({ en: "What drives the outcome", zh: "结果的驱动因素" }),
    headers: [{ en: "Input", zh: "输入" }, { en: "Variance share", zh: "方差贡献" },
      { en: "Rank correlation", zh: "秩相关" }].map(say),
    rows: ranked.map(({ name, share: part, correlation }) => [name, shown(part), shown(correlation)]),
    formats: ["@", share, "0.00"],
    chart: { kind: "BarClustered", title: say({ en: "Variance share", zh: "方差贡献" }), names: 0, series: [1] },
  };
}

const shown = (value: number): number | string => (Number.isNaN(value) ? "–" : value);

function convergenceTable({ convergence }: OutcomeFindings, say: Say): ResultsTable {
  return {
    name: "SimulationConvergence",
    title: say({ en: "Mean as draws are added (± 1.96 standard errors)", zh: "均值收敛（± 1.96 倍标准误）" }),
    headers: [{ en: "Draws", zh: "次数" }, { en: "Mean", zh: "均值" }, { en: "Low", zh: "下限" }, { en: "High", zh: "上限" }].map(say),
    rows: convergence.map(({ draws, mean, low, high }) => [draws, mean, low, high]),
    formats: ["#,##0", figure, figure, figure],
    chart: { kind: "Line", title: say({ en: "Convergence", zh: "收敛" }), names: 0, series: [1, 2, 3] },
  };
}

/** A tornado as a sheet: what moves the output most stands first. */
export function tornadoSheet(name: string, { base, swings }: Tornado, say: Say): ResultsSheet {
  const title = say({ en: `Tornado of ${name}`, zh: `${name} 的龙卷风图` });
  return {
    name: title,
    title,
    notes: [say({
      en: `Each input alone at its low and high value, all others as they are. ${name} is now ${base}.`,
      zh: `每次只将一个输入取低值与高值，其余不变。${name} 当前为 ${base}。`,
    })],
    tables: [{
      name: "Tornado",
      title: say({ en: "Swings", zh: "波动" }),
      headers: [{ en: "Input", zh: "输入" }, { en: "Low", zh: "低值" }, { en: "High", zh: "高值" },
        { en: "Output at low", zh: "低值时的结果" }, { en: "Output at high", zh: "高值时的结果" },
        { en: "Change at low", zh: "低值时的变化" }, { en: "Change at high", zh: "高值时的变化" }].map(say),
      rows: swings.map(({ name: input, low, high, atLow, atHigh }) =>
        [input, low, high, shown(atLow), shown(atHigh), shown(atLow - base), shown(atHigh - base)]),
      formats: ["@", "General", "General", figure, figure, figure, figure],
      chart: { kind: "BarClustered", title, names: 0, series: [5, 6] },
    }],
  };
}
