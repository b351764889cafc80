import { Refusal } from "../refusal";
import type { WorkbookContent } from "../xlsx/content";
import { compile } from "./compile";
import type { Difference, UncompiledCell } from "./model";
import { simulation, type SimulatedOutcome, type SimulationSetup } from "./simulation";

/** All that a simulation needs, as it is sent to a worker. */
export interface SimulationJob {
  readonly content: WorkbookContent;
  readonly setup: SimulationSetup;
}

/** How a simulation ended. */
export type SimulationEnd =
  | { readonly kind: "simulated"; readonly outcomes: readonly SimulatedOutcome[] }
  /** Cells that cannot be calculated apart from the sheet. */
  | { readonly kind: "uncompiled"; readonly cells: readonly UncompiledCell[] }
  /** Calculated apart from the sheet, the base case is not what the sheet shows. */
  | { readonly kind: "different"; readonly differences: readonly Difference[] }
  | { readonly kind: "refused"; readonly refusal: SentRefusal };

/** A refusal as it can be sent. */
export type SentRefusal = Pick<Refusal, "reason" | "fragment" | "subject">;

/** Compiles, compares the base case with the sheet, and only then simulates; yields how many draws are done. */
export function* simulationJob({ content, setup }: SimulationJob): Generator<number, SimulationEnd> {
  const compiled = compile(content, {
    inputs: setup.inputs.map(({ place }) => place),
    outputs: setup.outputs.map(({ place }) => place),
  });
  if (compiled.kind === "uncompiled") return compiled;
  const { model } = compiled;
  const differences = model.check();
  if (differences.length > 0) return { kind: "different", differences };
  try {
    return { kind: "simulated", outcomes: yield* simulation((draws) => model.evaluate(draws), setup) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason, fragment, subject } = error;
    return { kind: "refused", refusal: { reason, fragment, subject } };
  }
}

/** What a worker says while it works. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "end"; readonly end: SimulationEnd }
  | { readonly kind: "failed"; readonly message: string };
