import { cholesky } from "./cholesky";
import { matrix, type Matrix } from "./matrix";

export interface Sampling {
  readonly draws: number;
  readonly seed: number;
  /** Latin hypercube: one draw in each of as many strata as there are draws. Plain: independent draws. */
  readonly method: "latin" | "plain";
  /** Rank correlations of all variables; a valid matrix. Independent unless told. */
  readonly correlations?: Matrix;
}

/** Gives the draws of all variables block by block, from the first draw on. */
export interface Sampler {
  /** Fills a block of each variable, all of one length: what follows on what was filled before. */
  fill(columns: readonly Float64Array[]): void;
}

/** So many draws are drawn at least. */
export const fewestDraws = 100;
/** So many draws at most are repeatable. */
export const mostRepeatable = 10_000;
const lastSeed = 1e8;

/** Whether the draws are those that worksheet formulas can repeat: the generator for more of them is faster. */
export const isRepeatable = ({ draws, seed }: Pick<Sampling, "draws" | "seed">): boolean =>
  draws <= mostRepeatable && Number.isInteger(seed) && seed >= 0 && seed <= lastSeed;

/** The variables that go with any other. */
export function relatedIn(correlations: Matrix | undefined): readonly number[] {
  if (!correlations) return [];
  const { rows: n, data } = correlations;
  return Array.from({ length: n }, (_, i) => i).filter((i) => {
    for (let j = 0; j < n; j++) if (j !== i && data[i * n + j] !== 0) return true;
    return false;
  });
}

/**
 * The correlations of normal scores whose rank correlations are those wanted: 2 sin(πr/6) (Pearson 1907). The wanted
 * ones themselves, at most 0.018 off, where so many scores cannot go together.
 */
export function scoreCorrelations(wanted: Matrix): Matrix {
  const n = wanted.rows;
  const data = wanted.data.map((r, i) => (i % (n + 1) === 0 ? 1 : 2 * Math.sin((Math.PI * r) / 6)));
  const scores = matrix(n, n, data);
  return cholesky(scores) ? scores : wanted;
}
