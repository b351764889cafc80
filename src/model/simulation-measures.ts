import type { Texts } from "../refusal";
import type { OutcomeFindings, SimulationSetup } from "./simulation";

/** What a simulation says of one output, and how a worksheet says it. */
export interface Measure {
  readonly label: Texts;
  readonly value: number;
  /** A number format. */
  readonly format: string;
  /** From the draws: their cells, all of them numbers, or an array with FALSE where a draw ended in an error. */
  native?(draws: string): string;
}

const figure = "#,##0.00";
const share = "0.0%";

/** Measures of an outcome with their values, for the pane and for sheets. */
export function measures(found: OutcomeFindings, setup: SimulationSetup, name: string): Measure[] {
  const { summary, breach, shortfall } = found;
  const threshold = setup.outputs.find((output) => output.name === name)?.threshold;
  const sign = threshold?.side === "above" ? ">" : "<";
  const measure = (label: Texts, value: number, native: Measure["native"]) => ({ label, value, format: figure, native });
  return [
    measure({ en: "Mean", zh: "均值" }, summary.mean, (draws) => `AVERAGE(${draws})`),
    measure({ en: "Standard deviation", zh: "标准差" }, summary.deviation, (draws) => `STDEV(${draws})`),
    measure({ en: "Standard error of the mean", zh: "均值的标准误" }, summary.standardError,
      (draws) => `STDEV(${draws})/SQRT(COUNT(${draws}))`),
    measure({ en: "Lowest", zh: "最小值" }, summary.min, (draws) => `MIN(${draws})`),
    ...summary.percentiles.map(({ level, value }) => {
      const percent = `P${Math.round(level * 100)}`;
      return measure({ en: percent, zh: percent }, value, (draws) => `PERCENTILE(${draws},${level})`);
    }),
    measure({ en: "Highest", zh: "最大值" }, summary.max, (draws) => `MAX(${draws})`),
    measure({ en: "Mean of the worst 5 %", zh: "最差 5 % 的均值" }, shortfall, (draws) => worstMean(draws, sign)),
    ...(breach && threshold ? breachMeasures(breach, threshold.value, sign) : []),
  ];
}

/** The draw at the edge of the worst twentieth counts in part. */
function worstMean(draws: string, sign: "<" | ">"): string {
  const [tail, ranked] = [`COUNT(${draws})*0.05`, sign === "<" ? "SMALL" : "LARGE"];
  const edge = `${ranked}(${draws},INT(${tail})+1)`;
  const counted = beyond(draws, sign, edge);
  return `(SUMPRODUCT(${counted}*${draws})+(${tail}-SUMPRODUCT(${counted}))*${edge})/(${tail})`;
}

/** 1 for each draw beyond a value, 0 for the others. FALSE lies above every number in Excel. */
const beyond = (draws: string, sign: "<" | ">", value: number | string): string =>
  `(${draws}${sign}${value})*${sign === ">" ? `ISNUMBER(${draws})` : "1"}`;

function breachMeasures(
  { probability, low, high }: NonNullable<OutcomeFindings["breach"]>,
  limit: number,
  sign: "<" | ">",
): Measure[] {
  const side = sign === ">" ? { en: "above", zh: "高于" } : { en: "below", zh: "低于" };
  return [
    {
      label: { en: `Probability ${side.en} ${limit}`, zh: `${side.zh} ${limit} 的概率` },
      value: probability,
      format: share,
      native: (draws) => `SUMPRODUCT(${beyond(draws, sign, limit)})/COUNT(${draws})`,
    },
    { label: { en: "… at least (95 %)", zh: "……下限（95 %）" }, value: low, format: share },
    { label: { en: "… at most (95 %)", zh: "……上限（95 %）" }, value: high, format: share },
  ];
}
