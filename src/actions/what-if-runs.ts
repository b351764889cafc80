import {
  boundStress, namedCells, namedInputs, readyModel, seekGoal, stresses, tornado, twoWayTable, type BoundStress,
  type CellPlace, type Goal, type GoalFound, type NamedCell, type NotReady, type Swing, type Tornado,
} from "../model";
import { cellsOf } from "./cell-places";
import type { Place } from "./places";
import { readContent } from "./read-content";
import { reading } from "./run";

export interface CellSwing extends Swing {
  readonly place: CellPlace;
}

/** The cells of a place with the names that people know them by, and what they hold. */
export const describeCells = (place: Place): Promise<NamedCell[]> =>
  reading(async (context) => namedCells(await readContent(context), cellsOf(place)));

/** Swings the inputs one after the other; nothing in the workbook is touched. */
export const runTornado = (
  swings: readonly CellSwing[],
  output: CellPlace,
): Promise<{ readonly kind: "tornado"; readonly tornado: Tornado } | NotReady> =>
  reading(async (context) => {
    const ready = readyModel(await readContent(context), swings.map(({ place }) => place), [output]);
    if (ready.kind !== "ready") return ready;
    return { kind: "tornado", tornado: tornado(ready.evaluate, swings)[0]! };
  });

/** Finds where an output meets a target while one input goes from bound to bound. */
export const runGoalSeek = (
  input: CellPlace,
  output: CellPlace,
  goal: Goal,
): Promise<{ readonly kind: "found"; readonly found: GoalFound } | NotReady> =>
  reading(async (context) => {
    const ready = readyModel(await readContent(context), [input], [output]);
    if (ready.kind !== "ready") return ready;
    return { kind: "found", found: seekGoal((column) => ready.evaluate([column])[0]!, goal) };
  });

/** One output over every pair of values of two inputs. */
export const runTwoWay = (
  inputs: readonly [CellPlace, CellPlace],
  output: CellPlace,
  values: readonly [readonly number[], readonly number[]],
): Promise<{ readonly kind: "table"; readonly table: number[][] } | NotReady> =>
  reading(async (context) => {
    const ready = readyModel(await readContent(context), inputs, [output]);
    if (ready.kind !== "ready") return ready;
    return { kind: "table", table: twoWayTable(ready.evaluate, ...values) };
  });

/** What each stress finds in this workbook to change. */
export const readStresses = (): Promise<BoundStress[]> =>
  reading(async (context) => {
    const inputs = namedInputs(await readContent(context));
    return stresses.map((stress) => boundStress(stress, inputs));
  });

export interface Compared {
  readonly kind: "compared";
  /** Of each output, in their order. */
  readonly base: readonly number[];
  readonly stressed: readonly number[];
}

/** The outputs as they are and under a stress, side by side; the sheet stays as it is. */
export const compareStress = ({ inputs }: BoundStress, outputs: readonly CellPlace[]): Promise<Compared | NotReady> =>
  reading(async (context) => {
    const ready = readyModel(await readContent(context), inputs.map(({ input }) => input.place), outputs);
    if (ready.kind !== "ready") return ready;
    const results = ready.evaluate(inputs.map(({ base, value }) => Float64Array.of(base, value)));
    return {
      kind: "compared",
      base: results.map(({ values }) => values[0]!),
      stressed: results.map(({ values }) => values[1]!),
    };
  });
