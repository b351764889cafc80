import { call, find, type Answer, type Outcome } from "../../src/functions";
import { CellError, Refusal } from "../../src/refusal";

/** Calls a function by its Excel name, as Excel would. */
export function calling(name: string) {
  const definition = find(name);
  if (!definition) throw new Error(`no function ${name}`);
  return (...args: unknown[]): Outcome => call(definition, args);
}

/** A list as a range: one column. */
export const column = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

export const row = (values: readonly unknown[]): unknown[][] => [[...values]];

export const isRefused = (answer: Answer): answer is Refusal | CellError =>
  answer instanceof Refusal || answer instanceof CellError;

/** The error code of a refused call, with what is said about it. */
export function refusal(outcome: Outcome): string {
  if (outcome instanceof Refusal) return `${outcome.code} ${outcome.message("en")}`;
  if (outcome instanceof CellError) return outcome.code;
  throw new Error(`not refused: ${JSON.stringify(outcome)}`);
}
