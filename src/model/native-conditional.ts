import { overCells, valuesIn, whole } from "./aggregates";
import { doesVary, laneOf } from "./draws";
import type { Chapter, Lifted, NativeFunction } from "./lifting";
import { criterion, type Test } from "./matching";
import { averaged, largest, smallest, summed } from "./native-sums";
import { type Block, dividedByZero, type Given, Grid, type Lane, type Value, type Wide, wrongValue } from "./values";

/** Criteria of one call, ranges and what is asked of their cells in turn. */
type Conditions = readonly Given[];

/** Which cells meet all conditions; undefined where ranges differ in size. */
function met(conditions: Conditions): boolean[] | undefined {
  let verdicts: boolean[] | undefined;
  for (let i = 0; i < conditions.length; i += 2) {
    const values = valuesIn(conditions[i]);
    const test: Test = criterion(laneOf(conditions[i + 1]) as Value);
    if (verdicts && verdicts.length !== values.length) return undefined;
    verdicts = values.map((value, j) => (verdicts?.[j] ?? true) && test(value));
  }
  return verdicts;
}

type Reduce = (chosen: Grid, block: Block) => Wide;

/** Criteria, every second argument after `first`, may be arrays: then there is an answer for each of their cells. */
const overCriteria = (first: number, calculate: Lifted): Lifted => (args, block) => {
  const isMany = (arg: Given) => arg instanceof Grid && arg.lanes.length > 1;
  const places = args.flatMap((arg, i) => (i > first && (i - first) % 2 === 1 && isMany(arg) ? [i] : []));
  return overCells(places, calculate)(args, block);
};

/** SUMIFS and its like: what to reduce comes first, and may vary while the conditions stand fast. */
const reducing = (reduce: Reduce): Lifted => whole(overCriteria(1, ([values, ...conditions], block) => {
  const verdicts = met(conditions);
  if (!verdicts || !(values instanceof Grid) || values.lanes.length !== verdicts.length) return wrongValue;
  const lanes = values.lanes.filter((_, i) => verdicts[i]);
  return reduce(new Grid(lanes.length, 1, lanes), block);
}), (argument) => argument === 0);

/** SUMIF: the range to sum is that of the criterion unless given, and as large as that, wherever it ends. */
const single = (calculate: Lifted): Lifted => (args, block) => {
  const [range, wanted, values = range] = args;
  if (!(range instanceof Grid) || !(values instanceof Grid)) return wrongValue;
  return calculate([fitted(values, range), range, wanted], block);
};

/** A range with as many rows and columns as another; what it lacks is empty. */
function fitted(values: Grid, { rows, columns }: Grid): Grid {
  if (values.rows === rows && values.columns === columns) return values;
  const lanes = Array.from({ length: rows * columns }, (_, i): Lane => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return row < values.rows && column < values.columns ? values.lane(row, column) : null;
  });
  return new Grid(rows, columns, lanes);
}

const counted: Lifted = whole(overCriteria(0, (conditions) => {
  const verdicts = met(conditions);
  return verdicts ? verdicts.filter(Boolean).length : wrongValue;
}));

const average: Reduce = (chosen, block) =>
  !doesVary(chosen) && !chosen.lanes.some((value) => typeof value === "number") ? dividedByZero : averaged([chosen], block);

const total: Lifted = reducing((chosen, block) => summed([chosen], block));
const mean: Lifted = reducing(average);

const paired = (least: number, calculate: Lifted): NativeFunction => ({ least, most: 255, calculate });

export const conditional: Chapter = {
  SUMIFS: paired(3, total),
  AVERAGEIFS: paired(3, mean),
  MAXIFS: paired(3, reducing((chosen, block) => largest([chosen], block))),
  MINIFS: paired(3, reducing((chosen, block) => smallest([chosen], block))),
  COUNTIFS: paired(2, counted),
  COUNTIF: { least: 2, most: 2, calculate: counted },
  SUMIF: { least: 2, most: 3, calculate: single(total) },
  AVERAGEIF: { least: 2, most: 3, calculate: single(mean) },
};
