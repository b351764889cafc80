import { Refusal, type Texts } from "../refusal";
import { cholesky } from "./cholesky";
import { correlatedStrata, turn } from "./correlated-strata";
import { part } from "./correlation";
import type { Quantiles } from "./distributions";
import { fillNormal, fillUniform, streams, type NormalStream, type Stream } from "./random";
import { repeatable } from "./repeatable-sampler";
import { fewestDraws, isRepeatable, relatedIn, type Sampler, type Sampling, scoreCorrelations } from "./sampling";

const mostDraws = 1_000_000;
/** So many stratum numbers, of 4 bytes, a Latin hypercube may hold; scores of correlated variables take 8. */
const mostStrata = 100_000_000;
const mostScores = 25_000_000;

const countOfDraws: Texts = {
  en: "must be a whole number from 100 to 1,000,000",
  zh: "须为 100 至 1,000,000 的整数",
};
const tooManyStrata: Texts = {
  en: "are too many for a Latin hypercube of this many inputs: take fewer draws, or plain sampling",
  zh: "对这么多输入的拉丁超立方而言过多：请减少次数或改用简单抽样",
};

/** The variables drawn together. The same seed gives the same draws, however they are cut into blocks. */
export function sampler(variables: readonly Quantiles[], sampling: Sampling): Sampler {
  const { draws } = sampling;
  if (!(Number.isInteger(draws) && draws >= fewestDraws && draws <= mostDraws)) {
    throw new Refusal("invalid", countOfDraws, "draws");
  }
  if (isRepeatable(sampling)) return repeatable(variables, sampling);
  return sampling.method === "latin" ? latin(variables, sampling) : plain(variables, sampling);
}

/** What a variable draws from: streams of its own, so that one more variable leaves the others as they are. */
interface Source {
  readonly normals: NormalStream;
  readonly order: Stream;
  readonly within: Stream;
}

const streamsEach = 4;

function sourcesOf(variables: number, seed: number): Source[] {
  const all = streams(seed, variables * streamsEach);
  return Array.from({ length: variables }, (_, i) => {
    const first = i * streamsEach;
    const normals = { bits: all[first]!, spare: all[first + 1]! };
    return { normals, order: all[first + 2]!, within: all[first + 3]! };
  });
}

function latin(variables: readonly Quantiles[], sampling: Sampling): Sampler {
  const { draws, seed } = sampling;
  const related = relatedIn(sampling.correlations);
  if (draws * variables.length > mostStrata || draws * related.length > mostScores) {
    throw new Refusal("unsolvable", tooManyStrata, "draws");
  }
  const sources = sourcesOf(variables.length, seed);
  const strata = strataOf(sources, sampling, related);
  let done = 0;
  return {
    fill(columns) {
      columns.forEach((column, i) => {
        fillUniform(sources[i]!.within, column);
        place(column, strata[i]!, done);
        variables[i]!.fromUniform(column);
      });
      done += columns[0]?.length ?? 0;
    },
  };
}

function strataOf(
  sources: readonly Source[],
  { draws, correlations }: Sampling,
  related: readonly number[],
): Uint32Array[] {
  const scores = related.map((i) => {
    const column = new Float64Array(draws);
    fillNormal(sources[i]!.normals, column);
    return column;
  });
  const ordered = related.length > 0 ? correlatedStrata(scores, scoreCorrelations(part(correlations!, related))) : [];
  return sources.map(({ order }, i) => ordered[related.indexOf(i)] ?? shuffled(draws, order));
}

const below1 = 1 - 2 ** -53;

function place(column: Float64Array, strata: Uint32Array, from: number): void {
  const count = strata.length;
  for (let i = 0; i < column.length; i++) column[i] = Math.min((strata[from + i]! + column[i]!) / count, below1);
}

/** Fisher & Yates. */
function shuffled(count: number, bits: Stream): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  const chances = new Float64Array(count);
  fillUniform(bits, chances);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(chances[i]! * (i + 1));
    const kept = order[i]!;
    order[i] = order[other]!;
    order[other] = kept;
  }
  return order;
}

function plain(variables: readonly Quantiles[], { seed, correlations }: Sampling): Sampler {
  const related = relatedIn(correlations);
  const sources = sourcesOf(variables.length, seed);
  const lower = related.length > 0 ? cholesky(scoreCorrelations(part(correlations!, related)))! : undefined;
  return {
    fill(columns) {
      columns.forEach((column, i) => fillNormal(sources[i]!.normals, column));
      if (lower) turn(related.map((i) => columns[i]!), lower);
      columns.forEach((column, i) => variables[i]!.fromNormal(column));
    },
  };
}
