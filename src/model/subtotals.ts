import type { Texts } from "../refusal";
import { asGrid } from "./draws";
import * as say from "./faults";
import { type Lifted, lifted, type NativeFunction } from "./lifting";
import { nativeFunction } from "./natives";
import { isError, type Value } from "./values";

/** What SUBTOTAL and AGGREGATE do, by number from 1 on; those from the fourteenth on are AGGREGATE's alone. */
const functions = [
  "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT", "STDEV.S", "STDEV.P", "SUM", "VAR.S", "VAR.P", "MEDIAN",
  "MODE.SNGL", "LARGE", "SMALL", "PERCENTILE.INC", "QUARTILE.INC", "PERCENTILE.EXC", "QUARTILE.EXC",
] as const;

const ofSubtotal = 11;
const firstRanked = 14;

/** A subtotal made ready. */
export interface Subtotal {
  /** Which of its arguments are cells to be reckoned with; another one that follows is a rank. */
  readonly from: number;
  readonly to?: number;
  /** Whether cells that hold subtotals of their own are left out. */
  readonly skips: boolean;
  readonly known: NativeFunction;
}

type Read = Subtotal | { readonly fault: Texts };

/** `SUBTOTAL(9,…)` and `AGGREGATE(14,6,…)`, by the numbers that choose what they do. */
export function subtotalOf(name: string, numbers: readonly unknown[]): Read | undefined {
  if (name === "SUBTOTAL") return subtotal(numbers[0]);
  return name === "AGGREGATE" ? aggregate(numbers[0], numbers[1]) : undefined;
}

function subtotal(number: unknown): Read {
  if (typeof number !== "number") return { fault: say.choiceInCell("SUBTOTAL") };
  const known = number >= 1 && number <= ofSubtotal ? functionOf(number) : undefined;
  return known ? { from: 1, skips: true, known } : { fault: say.hiddenRows(`SUBTOTAL(${number})`) };
}

function aggregate(number: unknown, option: unknown): Read {
  if (typeof number !== "number" || typeof option !== "number") return { fault: say.choiceInCell("AGGREGATE") };
  const known = functionOf(number);
  // The odd options leave out hidden rows too; 0 and 2 leave out subtotals, 2 and 6 errors.
  if (!known || ![0, 2, 4, 6].includes(option)) return { fault: say.hiddenRows(`AGGREGATE(${number},${option})`) };
  const isRanked = number >= firstRanked;
  return {
    from: 2,
    ...(isRanked && { to: 3 }),
    skips: option <= 2,
    known: option === 2 || option === 6 ? withoutErrors(known, isRanked) : known,
  };
}

const functionOf = (number: number): NativeFunction | undefined =>
  functions[number - 1] === undefined ? undefined : nativeFunction(functions[number - 1]!);

const blankWhereWrong: Lifted = lifted(([value = null]): Value => (isError(value) ? null : value));

function withoutErrors({ least, most, calculate }: NativeFunction, isRanked: boolean): NativeFunction {
  return {
    least, most,
    calculate: (args, block) => {
      const kept = args.map((arg = null, i) =>
        (isRanked && i > 0 ? arg : asGrid(blankWhereWrong([asGrid(arg)], block))));
      return calculate(kept, block);
    },
  };
}

/** Whether a formula is a subtotal, which a subtotal around it leaves out. */
export const isSubtotal = (formula: string): boolean => /\b(?:SUBTOTAL|AGGREGATE)\(/i.test(formula);
