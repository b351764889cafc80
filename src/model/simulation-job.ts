import { Refusal } from "../refusal";
import type { WorkbookContent } from "../xlsx/content";
import { readyModel, type NotReady } from "./ready-model";
import { placesOf, simulation, type SimulatedOutcome, type SimulationSetup } from "./simulation";

/** All that a simulation needs, as it is sent to a worker. */
export interface SimulationJob {
  readonly content: WorkbookContent;
  readonly setup: SimulationSetup;
}

/** How a simulation ended. */
export type SimulationEnd =
  | { readonly kind: "simulated"; readonly outcomes: readonly SimulatedOutcome[] }
  | NotReady
  | { readonly kind: "refused"; readonly refusal: SentRefusal };

/** A refusal as it can be sent. */
export type SentRefusal = Pick<Refusal, "reason" | "fragment" | "subject">;

/** Compiles, compares the base case with the sheet, and only then simulates; yields how many draws are done. */
export function* simulationJob({ content, setup }: SimulationJob): Generator<number, SimulationEnd> {
  const ready = readyModel(content, placesOf(setup.inputs), placesOf(setup.outputs));
  if (ready.kind !== "ready") return ready;
  try {
    return { kind: "simulated", outcomes: yield* simulation(ready.evaluate, setup) };
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
