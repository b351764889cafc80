import { mean } from "./sample";
import { correlation, ranks } from "./ranks";

/** How an input moves an outcome. */
export interface Driver {
  /** Spearman's rank correlation; NaN where one of the two does not vary. */
  readonly correlation: number;
  /**
   * Share of the outcome's variance that the input explains alone: its first-order Sobol index. With independent inputs
   * the shares add up to 1 or less, and what is missing is interaction; with correlated inputs they overlap.
   */
  readonly share: number;
}

export const driverOf = (input: Float64Array, outcome: Float64Array): Driver => driversOf([input], outcome)[0]!;

/** Each input's part in one outcome. */
export function driversOf(inputs: readonly Float64Array[], outcome: Float64Array): Driver[] {
  const outcomeRanks = ranks(outcome);
  return inputs.map((input) => {
    const inputRanks = ranks(input);
    return { correlation: correlation(inputRanks, outcomeRanks), share: shareOf(inputRanks, outcome) };
  });
}

const mostClasses = 64;

/**
 * First-order Sobol index from given draws, by the variance of the outcome's means over classes of the input that hold
 * equally many draws (Plischke, Borgonovo & Smith 2013), less what chance alone would give (Kelley's epsilon squared,
 * 1935). About 1 / √draws off; below 0 is taken as 0.
 */
export const varianceShare = (input: Float64Array, outcome: Float64Array): number => shareOf(ranks(input), outcome);

function shareOf(inputRanks: Float64Array, outcome: Float64Array): number {
  const n = outcome.length;
  const classes = Math.min(mostClasses, Math.max(2, Math.floor(Math.sqrt(n) / 2)));
  const middle = mean(outcome);
  const [totals, counts] = [new Float64Array(classes), new Float64Array(classes)];
  let all = 0;
  inputRanks.forEach((rank, i) => {
    const at = Math.floor(((rank - 0.5) * classes) / n);
    const distance = outcome[i]! - middle;
    totals[at]! += distance;
    counts[at]!++;
    all += distance * distance;
  });
  const used = counts.filter((count) => count > 0).length;
  if (used < 2 || n <= used) return all === 0 ? NaN : 0;
  const between = totals.reduce((sum, total, at) => (counts[at]! > 0 ? sum + (total * total) / counts[at]! : sum), 0);
  const chance = ((used - 1) * (all - between)) / (n - used);
  return Math.max(0, (between - chance) / all);
}
