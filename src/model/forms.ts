import { alone, asGrid, collected, doesVary, drawByDraw, sampled } from "./draws";
import { type Lifted, lifted } from "./lifting";
import { binary } from "./operators";
import {
  type Block, Column, type Evaluate, Grid, isError, Lambda, type Lane, notAvailable, numberOf, Ragged, truthOf,
  type Value, type Wide, wrongValue,
} from "./values";

/** A function that does not calculate all its arguments; undefined stands for one left empty. */
export interface Form {
  readonly least: number;
  readonly most: number;
  readonly build: (parts: readonly (Evaluate | undefined)[]) => Evaluate;
}

type Later = () => Wide;

const plainNumbers = (lane: Lane | undefined): boolean =>
  typeof lane === "number" || (lane instanceof Column && !lane.logical && !lane.others);

const selected: Lifted = lifted(
  ([test = null, yes = null, no = null]) => {
    const truth = truthOf(test);
    return isError(truth) ? truth : truth ? yes : no;
  },
  ([test, yes, no], block, [, one, other]) => {
    if (!plainNumbers(one) || !plainNumbers(other) || typeof test !== "object") return undefined;
    const out = block.take();
    for (let i = 0; i < block.size; i++) {
      const from = test[i] !== 0 ? yes! : no!;
      out[i] = typeof from === "number" ? from : from[i]!;
    }
    return new Column(out);
  },
);

/** The verdict on which all draws agree; undefined where they do not. */
function unanimous(test: Wide, block: Block): boolean | undefined {
  if (!(test instanceof Column) || test.others) return undefined;
  const first = test.numbers[0] !== 0;
  for (let i = 1; i < block.size; i++) if ((test.numbers[i] !== 0) !== first) return undefined;
  return first;
}

/** One of two, of which a branch that no draw takes is not calculated. */
function chosen(tested: Wide, yes: Later, no: Later, block: Block): Wide {
  const test = alone(tested ?? null);
  if (test instanceof Lambda) return wrongValue;
  const verdict = doesVary(test) || test instanceof Grid ? unanimous(test, block) : truthOf(test as Value);
  if (isError(verdict)) return verdict;
  if (verdict !== undefined) return verdict ? yes() : no();
  const branches = [yes(), no()] as const;
  return test instanceof Column ? chosenByDraw(test, branches, block) : selected([test, ...branches], block);
}

/** Whole rectangles stay what they are: only single values are chosen among within one column. */
function chosenByDraw(test: Column, branches: readonly [Wide, Wide], block: Block): Wide {
  const [yes, no] = branches.map(alone);
  if (isLane(yes!) && isLane(no!)) return selected([test, yes, no], block);
  return collected(Array.from({ length: block.size }, (_, draw) => {
    const truth = truthOf(test.at(draw));
    return isError(truth) ? truth : sampled(branches[truth ? 0 : 1], draw)!;
  }), block);
}

const isLane = (wide: Wide): wide is Lane =>
  !(wide instanceof Grid || wide instanceof Ragged || wide instanceof Lambda);

const empty: Evaluate = () => null;

const choice = (test: Evaluate, yes: Evaluate, no: Evaluate): Evaluate => (block, scope) =>
  chosen(test(block, scope), () => yes(block, scope), () => no(block, scope), block);

const buildIf: Form["build"] = ([test = empty, yes = empty, ...rest]) =>
  choice(test, yes, rest.length === 0 ? () => false : (rest[0] ?? empty));

const buildIfs: Form["build"] = ([test = empty, yes = empty, ...rest]) =>
  choice(test, yes, rest.length === 0 ? () => notAvailable : buildIfs(rest));

const equal = binary["="]!;

const buildSwitch: Form["build"] = ([subject = empty, ...cases]) => (block, scope) => {
  const value = subject(block, scope);
  const from = (at: number): Wide => {
    const [wanted = empty, given = empty] = cases.slice(at, at + 2);
    if (at >= cases.length) return notAvailable;
    if (at === cases.length - 1) return wanted(block, scope);
    return chosen(equal([value, wanted(block, scope)], block), () => given(block, scope), () => from(at + 2), block);
  };
  return from(0);
};

const buildChoose: Form["build"] = ([index = empty, ...parts]) => (block, scope) => {
  const at = alone(index(block, scope));
  const pick = (number: Wide): Wide => {
    const place = numberOf(number as Value);
    if (isError(place)) return place;
    const part = place >= 1 && place < parts.length + 1 ? (parts[Math.trunc(place) - 1] ?? empty) : undefined;
    return part ? part(block, scope) : wrongValue;
  };
  if (!doesVary(at) && isLane(at)) return pick(at);
  const known = parts.map((part = empty) => part(block, scope));
  return drawByDraw([at, ...known], block, ([number, ...given]) => eachOf(number!, given as Wide[]));
};

function eachOf(index: Wide, given: readonly Wide[]): Wide {
  const pick = (value: Value): Wide => {
    const place = numberOf(value);
    return isError(place) ? place : (given[Math.trunc(place) - 1] ?? wrongValue);
  };
  if (!(index instanceof Grid)) return pick(index as Value);
  return new Grid(index.rows, index.columns, index.lanes.map((lane, i) => {
    const grid = asGrid(pick(lane as Value));
    return grid.lanes.length === 1 ? grid.lanes[0]! : (grid.lanes[i] ?? notAvailable);
  }));
}

const unless = (caught: (value: Value) => boolean): Form["build"] => ([value = empty, fallback = empty]) => {
  const replaced = lifted(([one = null, other = null]) => (caught(one) ? other : one));
  return (block, scope) => {
    const found = value(block, scope);
    return mayBe(caught, found) ? replaced([found, fallback(block, scope)], block) : found;
  };
};

function mayBe(caught: (value: Value) => boolean, wide: Wide): boolean {
  if (wide instanceof Column) return wide.others?.some((value) => value !== undefined && caught(value)) ?? false;
  if (wide instanceof Grid) return wide.lanes.some((lane) => mayBe(caught, lane));
  return wide instanceof Ragged || (!(wide instanceof Lambda) && caught(wide));
}

/** IF, CHOOSE and their like. */
export const forms: Readonly<Record<string, Form>> = {
  IF: { least: 2, most: 3, build: buildIf },
  IFS: { least: 2, most: 254, build: buildIfs },
  SWITCH: { least: 3, most: 254, build: buildSwitch },
  CHOOSE: { least: 2, most: 255, build: buildChoose },
  IFERROR: { least: 2, most: 2, build: unless(isError) },
  IFNA: { least: 2, most: 2, build: unless((value) => isError(value) && value.code === "#N/A") },
};
