import { sum } from "./sum";

/** A discrete distribution: losses in rising order, with the probability of each. */
export interface LossDistribution {
  readonly losses: Float64Array;
  readonly probabilities: Float64Array;
}

/**
 * Exact distribution of the sum of `losses[i]`, each suffered with `probabilities[i]`, independently.
 * Enumerates 2^n outcomes, so that 20 losses (a million outcomes) are a sensible limit.
 */
export function exitLossDistribution(losses: ArrayLike<number>, probabilities: ArrayLike<number>): LossDistribution {
  let distribution: LossDistribution = { losses: Float64Array.of(0), probabilities: Float64Array.of(1) };
  for (let i = 0; i < losses.length; i++) {
    if (probabilities[i] !== 0) distribution = withLoss(distribution, losses[i]!, probabilities[i]!);
  }
  return distribution;
}

/** Merges the outcomes without and with one more loss; both are in rising order already. */
function withLoss({ losses, probabilities }: LossDistribution, loss: number, p: number): LossDistribution {
  const count = losses.length;
  const merged = { losses: new Float64Array(2 * count), probabilities: new Float64Array(2 * count) };
  for (let next = 0, spared = 0, hit = 0; next < 2 * count; next++) {
    const takeSpared = spared < count && losses[spared]! <= losses[hit]! + loss;
    const from = takeSpared ? spared++ : hit++;
    merged.losses[next] = takeSpared ? losses[from]! : losses[from]! + loss;
    merged.probabilities[next] = probabilities[from]! * (takeSpared ? 1 - p : p);
  }
  return merged;
}

/** A cumulative probability this close below a level has reached it: the rounding of 2^20 additions stays under it. */
const tolerance = 1e-10;

/** The smallest loss whose cumulative probability reaches `level`. */
export function lossQuantile({ losses, probabilities }: LossDistribution, level: number): number {
  let cumulative = 0;
  for (let i = 0; i < losses.length; i++) {
    cumulative += probabilities[i]!;
    if (cumulative >= level - tolerance) return losses[i]!;
  }
  return losses[losses.length - 1]!;
}

/**
 * Expected shortfall: the mean loss in the worst 1 − `level` of cases, the case at the edge counted in part
 * (Acerbi & Tasche 2002), so that it is coherent for a discrete distribution too.
 */
export function expectedShortfall(distribution: LossDistribution, level: number): number {
  const { losses, probabilities } = distribution;
  const edge = lossQuantile(distribution, level);
  const beyond = probabilities.map((probability, i) => (losses[i]! > edge ? probability : 0));
  const lossBeyond = sum(beyond.map((probability, i) => probability * losses[i]!));
  return (lossBeyond + edge * (1 - level - sum(beyond))) / (1 - level);
}
