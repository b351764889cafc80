import { ColumnBuilder, drawByDraw } from "./draws";
import {
  type Block, Column, finite, type Given, Grid, isColumn, isError, Lambda, type Lane, notAvailable, numberInText,
  numberOf, Ragged, type Value, type Wide, wrongValue,
} from "./values";

/** Calculates a function of single values for whole rectangles and all draws of a block. */
export type Lifted = (args: readonly Given[], block: Block) => Wide;

/** A function of Excel's own that is compiled. */
export interface NativeFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  readonly calculate: Lifted;
}

export type Chapter = Readonly<Record<string, NativeFunction>>;

export type Each = (values: readonly (Value | undefined)[]) => Value;

/** A function of numbers alone. */
export type OfNumbers = (...numbers: number[]) => Value;

/** Calculates lanes of numbers in one loop; undefined where it cannot. */
export type Fast = (
  numbers: readonly (number | Float64Array)[], block: Block, lanes: readonly (Lane | undefined)[],
) => Lane | undefined;

/** From a function of single values; `fast` takes over where all that varies are numbers. */
export function lifted(each: Each, fast?: Fast): Lifted {
  const onLanes = (lanes: readonly (Lane | undefined)[], block: Block): Lane => {
    if (!lanes.some(isColumn)) return each(lanes as Value[]);
    const numbers = fast && numbersIn(lanes);
    return (numbers && fast(numbers, block, lanes)) ?? oneByOne(lanes, block, each);
  };
  const lift: Lifted = (args, block) => {
    if (args.some((arg) => arg instanceof Ragged)) return drawByDraw(args, block, lift);
    if (args.some((arg) => arg instanceof Lambda)) return wrongValue;
    return spread(args, (lanes) => onLanes(lanes, block));
  };
  return lift;
}

/** From a function of numbers; arguments past those given are left to its defaults. */
export function ofNumbers(calculate: OfNumbers): Lifted {
  return lifted(
    (values) => {
      const numbers = new Array<number>(values.length);
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        const number = value === undefined ? undefined : numberOf(value);
        if (isError(number)) return number;
        numbers[i] = number!;
      }
      return checked(calculate(...numbers));
    },
    (lanes, block) => numbersOneByOne(lanes, block, calculate),
  );
}

export const of = (calculate: OfNumbers, least = calculate.length, most = least): NativeFunction =>
  ({ least, most, calculate: ofNumbers(calculate) });

const checked = (value: Value): Value =>
  typeof value === "number" ? finite(value) : value;

/** Meets rectangles as operators do: a row against a column gives a table, a single value meets every cell. */
export function spread(args: readonly Given[], onLanes: (lanes: readonly (Lane | undefined)[]) => Lane): Wide {
  let [rows, columns] = [1, 1];
  for (const arg of args) {
    if (!(arg instanceof Grid)) continue;
    rows = Math.max(rows, arg.rows);
    columns = Math.max(columns, arg.columns);
  }
  if (rows * columns === 1) return onLanes(args.map((arg) => (arg instanceof Grid ? arg.lanes[0]! : (arg as Lane))));
  const lanes = new Array<Lane>(rows * columns);
  for (let at = 0; at < lanes.length; at++) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    const met = args.map((arg) => (arg instanceof Grid ? meeting(arg, row, column) : (arg as Lane)));
    lanes[at] = met.includes(outside) ? notAvailable : onLanes(met as Lane[]);
  }
  return new Grid(rows, columns, lanes);
}

const outside = Symbol("outside");

function meeting(grid: Grid, row: number, column: number): Lane | typeof outside {
  const [i, j] = [grid.rows === 1 ? 0 : row, grid.columns === 1 ? 0 : column];
  return i < grid.rows && j < grid.columns ? grid.lane(i, j) : outside;
}

function numbersIn(lanes: readonly (Lane | undefined)[]): (number | Float64Array)[] | undefined {
  const numbers = new Array<number | Float64Array>(lanes.length);
  for (let i = 0; i < lanes.length; i++) {
    const number = numbersOf(lanes[i]);
    if (number === undefined) return undefined;
    numbers[i] = number;
  }
  return numbers;
}

/** As operands of arithmetic; undefined for an error or what is no number somewhere. */
export function numbersOf(lane: Lane | undefined): number | Float64Array | undefined {
  if (lane instanceof Column) return lane.others ? undefined : lane.numbers;
  if (typeof lane === "number") return lane;
  if (lane === null) return 0;
  if (typeof lane === "boolean") return Number(lane);
  return typeof lane === "string" ? numberInText(lane) : undefined;
}

function oneByOne(lanes: readonly (Lane | undefined)[], block: Block, each: Each): Lane {
  const builder = new ColumnBuilder(block.take(), block.size);
  const values = lanes.slice() as (Value | undefined)[];
  const varying = lanes.flatMap((lane, i) => (isColumn(lane) ? [i] : []));
  for (let draw = 0; draw < block.size; draw++) {
    for (const i of varying) values[i] = (lanes[i] as Column).at(draw);
    builder.set(draw, each(values));
  }
  return builder.column();
}

function numbersOneByOne(lanes: readonly (number | Float64Array)[], block: Block, calculate: OfNumbers): Lane {
  const builder = new ColumnBuilder(block.take(), block.size);
  const [a, b] = lanes;
  if (lanes.length === 1 && typeof a === "object") {
    for (let draw = 0; draw < block.size; draw++) builder.set(draw, calculate(a[draw]!));
  } else if (lanes.length === 2 && typeof a === "object" && typeof b === "number") {
    for (let draw = 0; draw < block.size; draw++) builder.set(draw, calculate(a[draw]!, b));
  } else {
    const at = lanes.slice() as number[];
    for (let draw = 0; draw < block.size; draw++) {
      for (let i = 0; i < lanes.length; i++) at[i] = typeof lanes[i] === "number" ? at[i]! : (lanes[i] as Float64Array)[draw]!;
      builder.set(draw, calculate(...at));
    }
  }
  return builder.column();
}
