import { asGrid, doesVary, drawByDraw, laneOf } from "./draws";
import { type Lifted, spread } from "./lifting";
import {
  type Block, Column, type Given, Grid, isError, Lambda, type Lane, numberOf, Ragged, type Value, type Wide, wrongValue,
} from "./values";
import type { CellError } from "../refusal";

/**
 * From a function of rectangles that do not vary: it is calculated draw by draw where an argument varies, unless
 * that argument is `opaque`: one whose cells it only moves about, or sums with functions made for all draws.
 */
export function whole(calculate: Lifted, opaque: (argument: number) => boolean = () => false): Lifted {
  return (args, block) => {
    const isSeen = (arg: Given, i: number) => doesVary(arg) && (!opaque(i) || arg instanceof Ragged);
    return args.some(isSeen) ? drawByDraw(args, block, calculate) : calculate(args, block);
  };
}

/** Takes some arguments one cell at a time, as VLOOKUP does with many values to look up. */
export function overCells(places: readonly number[], calculate: Lifted): Lifted {
  return (args, block) => {
    const singles = places.map((i) => args[i]);
    if (singles.some((arg) => arg instanceof Ragged)) return drawByDraw(args, block, overCells(places, calculate));
    const on = (lanes: readonly (Lane | undefined)[]): Wide => {
      const given = args.slice();
      places.forEach((place, i) => { if (place < given.length) given[place] = lanes[i]; });
      return calculate(given, block);
    };
    const many = singles.some((arg) => arg instanceof Grid && arg.lanes.length > 1);
    return many ? spread(singles, (lanes) => laneOf(on(lanes))) : on(singles.map(single));
  };
}

const single = (arg: Given): Lane | undefined => (arg === undefined ? undefined : laneOf(arg));

/** The numbers among arguments: of a range or array only what is one, of a single value what it can be taken for. */
export function numbersAmong(args: readonly Given[]): number[] | CellError {
  const numbers: number[] = [];
  for (const arg of args) {
    const fault = arg instanceof Grid ? addCells(arg, numbers) : addSingle(arg, numbers);
    if (fault) return fault;
  }
  return numbers;
}

function addCells({ lanes }: Grid, numbers: number[]): CellError | undefined {
  for (const value of lanes) {
    if (typeof value === "number") numbers.push(value);
    else if (isError(value)) return value;
  }
  return undefined;
}

function addSingle(arg: Given, numbers: number[]): CellError | undefined {
  if (arg instanceof Lambda) return wrongValue;
  const number = numberOf((arg ?? null) as Value);
  if (isError(number)) return number;
  numbers.push(number);
  return undefined;
}

/** A function of all numbers among its arguments. */
export const ofAll = (calculate: (numbers: number[]) => Value): Lifted => whole((args) => {
  const numbers = numbersAmong(args);
  return isError(numbers) ? numbers : calculate(numbers);
});

/** What numbers the arguments hold in all draws: those that stand fast, and columns of them. */
export interface NumberLanes {
  readonly fixed: readonly number[];
  readonly columns: readonly Float64Array[];
}

/** Undefined where a draw may hold something else than numbers: then each draw is a case of its own. */
export function numberLanes(args: readonly Given[]): NumberLanes | CellError | undefined {
  const fixed: number[] = [];
  const columns: Float64Array[] = [];
  for (const arg of args) {
    if (arg instanceof Ragged || arg instanceof Lambda) return undefined;
    const inGrid = arg instanceof Grid;
    for (const lane of inGrid ? arg.lanes : [arg as Lane | undefined]) {
      const found = inGrid ? cellNumbers(lane!) : singleNumbers(lane);
      if (typeof found === "number") fixed.push(found);
      else if (found instanceof Float64Array) columns.push(found);
      else if (found !== "none") return found && columns.length === 0 ? found : undefined;
    }
  }
  return { fixed, columns };
}

/** `"none"` for what counts for nothing, undefined for what only a single draw can tell. */
type Numbers = number | Float64Array | CellError | "none" | undefined;

function cellNumbers(lane: Lane): Numbers {
  if (lane instanceof Column) return lane.others || lane.logical ? undefined : lane.numbers;
  return typeof lane === "number" || isError(lane) ? lane : "none";
}

function singleNumbers(lane: Lane | undefined): Numbers {
  if (lane instanceof Column) return lane.others ? undefined : lane.numbers;
  return numberOf(lane ?? null);
}

/** Calculates all draws at once where they are plain numbers, and otherwise one by one. */
export function forAllDraws(
  calculate: (lanes: NumberLanes, block: Block) => Lane | undefined, otherwise: Lifted,
): Lifted {
  return (args, block) => {
    const lanes = args.some(doesVary) ? numberLanes(args) : undefined;
    if (isError(lanes)) return lanes;
    return (lanes && calculate(lanes, block)) ?? otherwise(args, block);
  };
}

/** The values of an argument, row by row. */
export const valuesIn = (arg: Given): readonly Value[] => asGrid(arg ?? null).lanes as readonly Value[];

/** The number that a single argument stands for. */
export const numberAt = (arg: Given, otherwise: number): number | Value =>
  arg === undefined ? otherwise : numberOf(laneOf(arg) as Value);
