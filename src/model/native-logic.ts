import { numberLanes, whole } from "./aggregates";
import { asGrid, doesVary, laneOf } from "./draws";
import { type Chapter, type Each, type Lifted, lifted, type NativeFunction } from "./lifting";
import {
  Column, type Given, Grid, isError, Lambda, notAvailable, numberOf, truthOf, type Value, type Wide, wrongValue,
} from "./values";

/** Verdicts among arguments: of a range what is one or a number, of a single value what can be taken for one. */
function verdictsAmong(args: readonly Given[]): boolean[] | Value {
  const verdicts: boolean[] = [];
  for (const arg of args) {
    for (const value of asGrid(arg ?? false).lanes as readonly Value[]) {
      if (arg instanceof Grid && (value === null || typeof value === "string")) continue;
      const truth = arg instanceof Lambda ? wrongValue : truthOf(value);
      if (isError(truth)) return truth;
      verdicts.push(truth);
    }
  }
  return verdicts.length === 0 ? wrongValue : verdicts;
}

/** Of all arguments one verdict; `fold` is told how many of how many are TRUE. */
function judging(fold: (yes: number, all: number) => boolean): NativeFunction {
  const slow = whole((args) => {
    const verdicts = verdictsAmong(args);
    return Array.isArray(verdicts) ? fold(verdicts.filter(Boolean).length, verdicts.length) : verdicts as Value;
  });
  const calculate: Lifted = (args, block) => {
    const lanes = args.some(doesVary) && args.every(isSingle) ? numberLanes(args.map((arg) => laneOf(arg))) : undefined;
    if (!lanes || isError(lanes)) return slow(args, block);
    const { fixed, columns } = lanes;
    const yes = block.take().fill(fixed.filter((number) => number !== 0).length);
    for (const column of columns) for (let i = 0; i < yes.length; i++) yes[i]! += column[i] !== 0 ? 1 : 0;
    for (let i = 0; i < yes.length; i++) yes[i] = Number(fold(yes[i]!, args.length));
    return new Column(yes, true);
  };
  return { least: 1, most: 255, calculate };
}

/** A single value; an empty cell or a text in one is left to the slow way. */
const isSingle = (arg: Given): boolean =>
  arg instanceof Column || typeof arg === "number" || typeof arg === "boolean"
  || (arg instanceof Grid && arg.lanes.length === 1 && isSingle(arg.lanes[0]));

const one = (each: Each): NativeFunction => ({ least: 1, most: 1, calculate: lifted(each) });

const constant = (value: Value): NativeFunction => ({ least: 0, most: 0, calculate: () => value });

const is = (test: (value: Value) => boolean): NativeFunction => one(([value = null]) => test(value));

const evenness = (odd: 0 | 1): NativeFunction => one(([value = null]) => {
  const number = typeof value === "boolean" ? wrongValue : numberOf(value);
  return isError(number) ? number : Math.abs(Math.trunc(number)) % 2 === odd;
});

const errorNumbers = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

const errorNumber: Each = ([value = null]) => {
  const at = isError(value) ? errorNumbers.indexOf(value.code) : -1;
  return at < 0 ? notAvailable : at + 1;
};

const typeOf = (arg: Wide): Value => {
  if (arg instanceof Lambda) return 128;
  if (arg instanceof Grid && arg.lanes.length > 1) return 64;
  const value = laneOf(arg);
  if (isError(value)) return 16;
  return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
};

export const logic: Chapter = {
  AND: judging((yes, all) => yes === all),
  OR: judging((yes) => yes > 0),
  XOR: judging((yes) => yes % 2 === 1),
  NOT: one(([value = null]) => {
    const truth = truthOf(value);
    return isError(truth) ? truth : !truth;
  }),
  TRUE: constant(true),
  FALSE: constant(false),
  NA: constant(notAvailable),
  N: one(([value = null]) => (isError(value) || typeof value === "number" ? value : value === true ? 1 : 0)),
  T: one(([value = null]) => (isError(value) || typeof value === "string" ? value : "")),
  ISBLANK: is((value) => value === null),
  ISERR: is((value) => isError(value) && value.code !== "#N/A"),
  ISERROR: is(isError),
  ISNA: is((value) => isError(value) && value.code === "#N/A"),
  ISLOGICAL: is((value) => typeof value === "boolean"),
  ISNUMBER: is((value) => typeof value === "number"),
  ISTEXT: is((value) => typeof value === "string"),
  ISNONTEXT: is((value) => typeof value !== "string"),
  ISEVEN: evenness(0),
  ISODD: evenness(1),
  ISOMITTED: { least: 1, most: 1, calculate: ([value]) => value === undefined },
  "ERROR.TYPE": one(errorNumber),
  TYPE: { least: 1, most: 1, calculate: whole(([arg]) => typeOf(arg ?? null)) },
};
