import { sum } from "./sum";

/** The rate per period that takes `start` (above 0) to `end` (not below 0): exact for small rates too. */
export const compoundRate = (start: number, end: number, periods: number): number =>
  Math.expm1(logarithmOfRatio(start, end) / periods);

function logarithmOfRatio(start: number, end: number): number {
  const ratio = end / start;
  if (Math.abs(ratio - 1) < 0.5) return Math.log1p((end - start) / start);
  return ratio > 0 && Number.isFinite(ratio) ? Math.log(ratio) : Math.log(end) - Math.log(start);
}

/** Values by industry before and after, of the region and of the nation; the nation's not 0 before. */
export interface Growth {
  readonly region0: Float64Array;
  readonly region1: Float64Array;
  readonly nation0: Float64Array;
  readonly nation1: Float64Array;
}

export interface ShiftShare {
  /** Growth at the nation's overall rate. */
  readonly national: number;
  /** Growth from having the nation's fast or slow industries. */
  readonly mix: number;
  /** Growth beyond that of the same industries in the nation. */
  readonly competitive: number;
}

export interface HomotheticShift {
  readonly competitive: number;
  readonly allocation: number;
}

/** Splits a region's growth in three, which add up to it (Dunn 1960). */
export function shiftShare({ region0, region1, nation0, nation1 }: Growth): ShiftShare {
  const expected = region0.map((value, i) => value * (nation1[i]! / nation0[i]!));
  const overall = sum(nation1) / sum(nation0);
  return {
    national: sum(region0) * (overall - 1),
    mix: sum(region0.map((value, i) => expected[i]! - value * overall)),
    competitive: sum(region1.map((value, i) => value - expected[i]!)),
  };
}

/**
 * Splits the competitive part in two (Esteban-Marquillas 1972): what the region would gain with the nation's
 * structure, and what it gains from being specialised where it does well. Every `region0` above 0.
 */
export function homotheticShift({ region0, region1, nation0, nation1 }: Growth): HomotheticShift {
  const [region, nation] = [sum(region0), sum(nation0)];
  const homothetic = nation0.map((value) => region * (value / nation));
  const lead = region0.map((value, i) => region1[i]! / value - nation1[i]! / nation0[i]!);
  return {
    competitive: sum(lead.map((rate, i) => homothetic[i]! * rate)),
    allocation: sum(lead.map((rate, i) => (region0[i]! - homothetic[i]!) * rate)),
  };
}
