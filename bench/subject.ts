/** One implementation in JavaScript, ours or a library's; it runs in Node and in Chromium. */
export interface Contestant<Input, Result> {
  /** Not timed. */
  readonly prepare: (numbers: Float64Array, size: number) => Input;
  readonly run: (input: Input) => Result;
  /** What is compared with the others. Not timed. */
  readonly digest: (result: Result, input: Input) => ArrayLike<number>;
  /** The largest size it is asked for; it would take too long beyond. */
  readonly upTo?: number;
}

/** An implementation in Python: `prepare(numbers, size)` from a list of numbers, `run(input)` and `digest(result)`. */
export interface Peer {
  /** Modules it imports; without them it is left out, with a line that says so. */
  readonly needs: readonly string[];
  readonly code: string;
  readonly upTo?: number;
}

/** A whole spreadsheet program: it is timed with the formulas and without, and the difference counts. */
export interface Spreadsheet {
  readonly program: "soffice";
  /** A flat OpenDocument file, with the formulas or with nothing in their place. */
  readonly book: (numbers: Float64Array, size: number, withFormulas: boolean) => string;
  /** The one size at which it is worth asking: opening a file takes a second, whatever is in it. */
  readonly only: number;
}

export interface Subject {
  readonly title: string;
  readonly sizes: readonly number[];
  /** The same numbers for all. */
  readonly input: (size: number) => Float64Array;
  /** The name of the one whose time is 1. */
  readonly yardstick: string;
  /** How many times the yardstick's time ours may take, by size. */
  readonly targets?: Readonly<Record<number, number>>;
  /** How many milliseconds ours may take, by size. */
  readonly limits?: Readonly<Record<number, number>>;
  /** How far digests may be apart, relative to the largest number in them. */
  readonly tolerance: number;
  /** How wrong a digest is in itself, beside agreeing with the others'. */
  readonly fault?: (numbers: Float64Array, size: number, digest: ArrayLike<number>) => number;
  readonly contestants: Readonly<Record<string, Contestant<unknown, unknown>>>;
  readonly peers?: Readonly<Record<string, Peer>>;
  readonly spreadsheets?: Readonly<Record<string, Spreadsheet>>;
}

/** Keeps the types of one contestant together while they stand side by side with others. */
export const contestant = <Input, Result>(told: Contestant<Input, Result>): Contestant<unknown, unknown> =>
  told as Contestant<unknown, unknown>;

/** Numbers from 0 to 1 that are the same in every engine. */
export function numbersFrom(seed: number, count: number): Float64Array {
  let state = seed >>> 0;
  return Float64Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  });
}
