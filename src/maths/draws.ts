import { matrix, type Matrix } from "./matrix";

/** The remainder of whole numbers, exact while x stays below 2^53; `%` is five times slower there. */
const remainder = (x: number, by: number): number => x - Math.floor(x / by) * by;

/** One of the generator's two halves: factors for its counters, then two remainders of scattered multiples. */
export interface Half {
  readonly trial: number;
  readonly variable: number;
  readonly entity: number;
  readonly time: number;
  readonly cycle: number;
  readonly scale: number;
  readonly offset: number;
  readonly spread: number;
  readonly range: number;
}

/** The constants of Hubbard's generator. */
export const hubbard = {
  high: {
    trial: 2499997, variable: 1800451, entity: 2000371, time: 1796777,
    cycle: 7450589, scale: 4658, offset: 7450581, spread: 383, range: 99991,
  },
  low: {
    trial: 2246527, variable: 2399993, entity: 2100869, time: 1918303,
    cycle: 7450987, scale: 7580, offset: 7560584, spread: 17669, range: 7440893,
  },
  dividend: 999999999999989,
  last: 1343,
  steps: 4294967296,
} as const;

function half(constants: Half, trial: number, variable: number, entity: number, time: number): number {
  const { cycle, scale, offset, spread, range } = constants;
  const counted = trial * constants.trial + variable * constants.variable
    + entity * constants.entity + time * constants.time;
  return remainder(remainder(hubbard.dividend, remainder(counted, cycle) * scale + offset) * spread, range);
}

/**
 * Hubbard's counter-based generator (2019 Winter Simulation Conference; HDR 2.0 of probabilitymanagement.org): a
 * uniform number strictly between 0 and 1, k + ½ of 2^32 steps, that depends on its four counters alone. It needs no
 * more than MOD on whole numbers below 2^53, so that a worksheet formula gives the same number. Counters are whole,
 * from 0 to 1e8. A stream repeats after 7,450,589 × 7,450,987 = 5.6e13 trials.
 */
export function uniform(trial: number, variable: number, entity: number, time = 0): number {
  const { high, low, last, steps } = hubbard;
  const whole = half(high, trial, variable, entity, time) * low.range + half(low, trial, variable, entity, time);
  return (remainder(whole * last, steps) + 0.5) / steps;
}

/** Independent uniform numbers, trials in rows and variables in columns, both counted from 1. */
export function uniformDraws(rows: number, columns: number, seed: number): Matrix {
  const draws = matrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) draws.data[i * columns + j] = uniform(i + 1, j + 1, seed);
  }
  return draws;
}

/** The time counter keeps shuffles and places apart from each other and from plain draws of the same seed. */
export const shuffling = 1;
export const placing = 2;

/**
 * Latin hypercube of uniforms (McKay, Beckman & Conover 1979): in each column one draw in each of `samples`
 * strata of equal width, in an order shuffled column by column (Fisher & Yates).
 */
export function latinHypercube(samples: number, variables: number, seed: number): Matrix {
  const draws = matrix(samples, variables);
  for (let j = 0; j < variables; j++) {
    const strata = shuffled(samples, j + 1, seed);
    for (let i = 0; i < samples; i++) {
      draws.data[i * variables + j] = (strata[i]! + uniform(i + 1, j + 1, seed, placing)) / samples;
    }
  }
  return draws;
}

function shuffled(count: number, variable: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const other = Math.floor(uniform(i, variable, seed, shuffling) * (i + 1));
    const kept = order[i]!;
    order[i] = order[other]!;
    order[other] = kept;
  }
  return order;
}
