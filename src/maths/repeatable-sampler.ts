import { cholesky } from "./cholesky";
import { correlate, turn } from "./correlated-strata";
import { part } from "./correlation";
import type { Quantiles } from "./distributions";
import { placing, shuffling, uniform } from "./draws";
import { normalCumulative, normalQuantile } from "./normal";
import { ranks } from "./ranks";
import { relatedIn, type Sampler, type Sampling, scoreCorrelations } from "./sampling";

/**
 * Draws from Hubbard's counter-based generator by steps that worksheet functions take alike: quantiles, ranks and
 * products of matrices. The trial is the draw, the variable the place of the input, the entity the seed.
 */
export function repeatable(variables: readonly Quantiles[], sampling: Sampling): Sampler {
  const values = (sampling.method === "latin" ? latin : plain)(variables.length, sampling);
  values.forEach((column, i) => variables[i]!.fromUniform(column));
  let done = 0;
  return {
    fill(columns) {
      columns.forEach((column, i) => column.set(values[i]!.subarray(done, done + column.length)));
      done += columns[0]?.length ?? 0;
    },
  };
}

type Columns = Float64Array<ArrayBuffer>[];

const columnsOf = (count: number, draws: number, at: (draw: number, variable: number) => number): Columns =>
  Array.from({ length: count }, (_, j) => Float64Array.from({ length: draws }, (__, i) => at(i + 1, j + 1)));

function plain(count: number, { draws, seed, correlations }: Sampling): Columns {
  const columns = columnsOf(count, draws, (draw, variable) => uniform(draw, variable, seed));
  const related = relatedIn(correlations);
  if (related.length === 0) return columns;
  const scores = related.map((i) => columns[i]!.map(normalQuantile));
  turn(scores, cholesky(scoreCorrelations(part(correlations!, related)))!);
  related.forEach((i, at) => columns[i] = scores[at]!.map(normalCumulative));
  return columns;
}

/** Less than half a step of the generator for all draws together: it only tells equal numbers apart. */
const apart = 2 ** -47;

function latin(count: number, { draws, seed, correlations }: Sampling): Columns {
  const keys = columnsOf(count, draws, (draw, variable) => uniform(draw, variable, seed, shuffling) + draw * apart);
  const related = relatedIn(correlations);
  const scores = related.map((i) => keys[i]!.map(normalQuantile));
  if (related.length > 0) correlate(scores, scoreCorrelations(part(correlations!, related)));
  related.forEach((i, at) => keys[i] = scores[at]!);
  return keys.map((key, j) =>
    ranks(key).map((rank, i) => (rank - 1 + uniform(i + 1, j + 1, seed, placing)) / draws));
}
