import type { Subject } from "./subject";

export interface Timed {
  /** Milliseconds of one run. */
  readonly time: number;
  readonly digest: readonly number[];
}

/** Runs are timed together for so long: clocks of browsers are coarse. */
const batchTime = 2;

/** A round lasts so long, or one batch. */
const roundTime = 40;

const inputs = new Map<string, unknown>();

/** One round: the time of one run, in the best of some batches, which other programs disturbed least. */
export function timed({ contestants, input }: Subject, name: string, size: number): Timed {
  const { prepare, run, digest } = contestants[name]!;
  const key = `${name} ${size}`;
  if (!inputs.has(key)) inputs.set(key, prepare(input(size), size));
  const given = inputs.get(key);
  let best = Infinity;
  let result: unknown;
  for (const start = performance.now(); performance.now() - start < roundTime;) {
    const began = performance.now();
    let [runs, passed] = [0, 0];
    for (; passed < batchTime; passed = performance.now() - began) {
      result = run(given);
      runs++;
    }
    best = Math.min(best, passed / runs);
  }
  return { time: best, digest: Array.from(digest(result, given)) };
}
