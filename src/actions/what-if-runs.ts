import {
  answered, boundStress, namedCells, namedInputs, outputsFor, readyModel, seekGoal, stresses, tornado, twoWayTable,
  type BoundStress, type CellPlace, type Goal, type GoalFound, type NamedCell, type NotReady, type OutputDraws,
  type Question, type Swing, type Tornado,
} from "../model";
import { stressedInputs } from "../templates/stressed-inputs";
import type { WorkbookContent } from "../xlsx/content";
import { cellsOf } from "./cell-places";
import { throughSheet, type ThroughSheet } from "./host-runs";
import type { Place } from "./places";
import { readContent } from "./read-content";
import { reading } from "./run";

export interface CellSwing extends Swing {
  readonly place: CellPlace;
}

/** The cells of a place with the names that people know them by, and what they hold. */
export const describeCells = (place: Place): Promise<NamedCell[]> =>
  reading(async (context) => namedCells(await readContent(context), cellsOf(place)));

/** Why there is no answer; of a model that cannot be calculated apart, what the way through the sheet would take. */
export type Unanswered =
  | Exclude<NotReady, { readonly kind: "uncompiled" }>
  | (Extract<NotReady, { readonly kind: "uncompiled" }> & { readonly recalculations: number })
  | { readonly kind: "stopped" };

type Answered<T> = { readonly kind: "answered"; readonly answer: T } | Unanswered;

/**
 * Reads the model and puts the question to it, and nothing in the workbook is touched; or, where the slow way is given,
 * puts it to the sheet. Who has read the workbook already hands over its content.
 */
export async function put<T>(
  ask: () => Question<T>,
  inputs: readonly CellPlace[],
  outputs: readonly CellPlace[],
  through: ThroughSheet | undefined,
  content?: WorkbookContent,
): Promise<Answered<T>> {
  if (through) {
    const answer = await throughSheet(ask(), inputs, outputs, through);
    return answer === undefined ? { kind: "stopped" } : { kind: "answered", answer };
  }
  const ready = readyModel(content ?? (await reading(readContent)), inputs, outputs);
  if (ready.kind === "ready") return { kind: "answered", answer: answered(ask(), ready.evaluate) };
  return ready.kind === "uncompiled" ? { ...ready, recalculations: firstCases(ask()) } : ready;
}

function firstCases(question: Question<unknown>): number {
  const step = question.next();
  return step.done ? 0 : (step.value[0]?.length ?? 0);
}

export type TornadoAnswer = { readonly kind: "tornado"; readonly tornado: Tornado };

/** Swings the inputs one after the other. */
export async function runTornado(
  swings: readonly CellSwing[],
  output: CellPlace,
  through?: ThroughSheet,
): Promise<TornadoAnswer | Unanswered> {
  const result = await put(() => tornado(swings), swings.map(({ place }) => place), [output], through);
  return result.kind === "answered" ? { kind: "tornado", tornado: result.answer[0]! } : result;
}

/** Of the grid on which goal seek looks through the sheet: each takes as long as the workbook takes to calculate. */
const slowPoints = 41;

export type GoalAnswer = { readonly kind: "found"; readonly found: GoalFound };

/** Finds where an output meets a target while one input goes from bound to bound. */
export async function runGoalSeek(
  input: CellPlace,
  output: CellPlace,
  goal: Goal,
  through?: ThroughSheet,
): Promise<GoalAnswer | Unanswered> {
  const result = await put(() => seekGoal(goal, through && slowPoints), [input], [output], through);
  if (result.kind === "uncompiled") return { ...result, recalculations: slowPoints };
  return result.kind === "answered" ? { kind: "found", found: result.answer } : result;
}

export type TwoWayAnswer = { readonly kind: "table"; readonly table: readonly (readonly number[])[] };

/** One output over every pair of values of two inputs. */
export async function runTwoWay(
  inputs: readonly [CellPlace, CellPlace],
  output: CellPlace,
  values: readonly [readonly number[], readonly number[]],
  through?: ThroughSheet,
): Promise<TwoWayAnswer | Unanswered> {
  const result = await put(() => twoWayTable(...values), inputs, [output], through);
  return result.kind === "answered" ? { kind: "table", table: result.answer } : result;
}

/** What each stress finds in this workbook to change. */
export const readStresses = (): Promise<BoundStress[]> =>
  reading(async (context) => {
    const content = await readContent(context);
    const { declared, isOfTemplate } = stressedInputs(content);
    const others = namedInputs(content).filter(({ name }) => !isOfTemplate(name));
    return stresses.map((stress) => boundStress(stress, others, declared));
  });

export interface Compared {
  readonly kind: "compared";
  /** Of each output, in their order. */
  readonly base: readonly number[];
  readonly stressed: readonly number[];
}

/** The outputs as they are and under a stress, side by side; the sheet stays as it is. */
export async function compareStress(
  { inputs }: BoundStress,
  outputs: readonly CellPlace[],
  through?: ThroughSheet,
): Promise<Compared | Unanswered> {
  const cases = (): Question<readonly OutputDraws[]> =>
    outputsFor(inputs.map(({ base, value }) => Float64Array.of(base, value)));
  const result = await put(cases, inputs.map(({ input }) => input.place), outputs, through);
  if (result.kind !== "answered") return result;
  const at = (row: number): number[] => result.answer.map(({ values }) => values[row]!);
  return { kind: "compared", base: at(0), stressed: at(1) };
}
