import type { OutputDraws } from "./model";
import type { Evaluate } from "./simulation";

/**
 * A question to a model: yields columns of inputs as an evaluation takes them, is told the outputs, and ends with its
 * answer. The compiled model answers it at once, the sheet one case after the other.
 */
export type Question<T> = Generator<readonly Float64Array[], T, readonly OutputDraws[]>;

/** Puts a question to whatever evaluates at once. */
export function answered<T>(question: Question<T>, evaluate: Evaluate): T {
  let step = question.next();
  while (!step.done) step = question.next(evaluate(step.value));
  return step.value;
}

/** The outputs themselves for columns that are known beforehand. */
export function* outputsFor(columns: readonly Float64Array[]): Question<readonly OutputDraws[]> {
  return yield columns;
}
