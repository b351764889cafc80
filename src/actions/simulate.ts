import { Refusal } from "../refusal";
import {
  drawnInputs, outputsFor, placesOf, setupIn, setupNamespace, setupXml, simulated, simulationJob, type OutputDraws,
  type SimulatedOutcome, type SimulationEnd, type SimulationJob, type SimulationSetup, type WorkerMessage,
} from "../model";
import { throughSheet } from "./host-runs";
import { Problem } from "./problem";
import { readContent } from "./read-content";
import { changeRecord, recordXml } from "./records";
import { changing, reading, type Supports } from "./run";
import type { Watch } from "./write-cells";

/** A worker that simulates beside the page; only a door can start one. */
export interface SimulationWorker {
  /** Sends the job; what the worker says of it goes to the listener, and `failed` where it cannot even begin. */
  run(job: SimulationJob, listener: (message: WorkerMessage) => void): void;
  /** Ends it at once, whatever it is doing. */
  stop(): void;
}

export type StartSimulation = () => SimulationWorker;

/** Stopped ends give nothing. */
export type Simulated = SimulationEnd | { readonly kind: "stopped" };

/** Reads the model once and simulates apart from the sheet: beside the page where it can, else in slices on it. */
export async function simulate(
  setup: SimulationSetup,
  watch: Watch,
  startWorker: StartSimulation | undefined,
): Promise<Simulated> {
  const content = await reading(readContent);
  const job = { content, setup };
  try {
    if (startWorker) return await beside(begun(startWorker), job, watch);
  } catch (error) {
    if (!(error instanceof WorkerFailed)) throw error;
  }
  return inSlices(job, watch);
}

class WorkerFailed extends Error {}

function begun(startWorker: StartSimulation): SimulationWorker {
  try {
    return startWorker();
  } catch (error) {
    throw new WorkerFailed(String(error));
  }
}

const glance = 50;

function beside(worker: SimulationWorker, job: SimulationJob, watch: Watch): Promise<Simulated> {
  return new Promise<Simulated>((resolve, reject) => {
    const timer = setInterval(() => watch.isStopped() && finish(() => resolve({ kind: "stopped" })), glance);
    const finish = (say: () => void): void => {
      clearInterval(timer);
      worker.stop();
      say();
    };
    worker.run(job, (message) => {
      if (message.kind === "progress") watch.told(message.done);
      else if (message.kind === "end") finish(() => resolve(message.end));
      else finish(() => reject(new WorkerFailed(message.message)));
    });
  });
}

/** Milliseconds of work before the page may breathe. */
const slice = 30;

async function inSlices(job: SimulationJob, watch: Watch): Promise<Simulated> {
  const steps = simulationJob(job);
  for (let since = Date.now(); ; ) {
    if (watch.isStopped()) return { kind: "stopped" };
    const { done, value } = steps.next();
    if (done) return value;
    if (Date.now() - since < slice) continue;
    watch.told(value);
    await new Promise((resolve) => setTimeout(resolve));
    since = Date.now();
  }
}

/** More would keep the sheet busy for hours. */
export const mostThroughHost = 10_000;

/** The slow way: the host calculates every draw, and the same analysis follows. */
export async function simulateThroughHost(
  setup: SimulationSetup,
  watch: Watch,
  supports: Supports,
): Promise<Simulated> {
  if (setup.draws > mostThroughHost) throw tooManyForHost;
  try {
    const draws = outputsFor(drawnInputs(setup));
    const results = await throughSheet(draws, placesOf(setup.inputs), placesOf(setup.outputs), { watch, supports });
    if (!results) return { kind: "stopped" };
    return { kind: "simulated", outcomes: withErrors(replayed(results, setup), results) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refused", refusal: error };
  }
}

/** The draws come again for the seed: only the outputs are taken from the host's run. */
function replayed(results: readonly OutputDraws[], setup: SimulationSetup): readonly SimulatedOutcome[] {
  let from = 0;
  return simulated((block) => {
    const to = from + (block[0]?.length ?? 0);
    const outputs = results.map(({ values }) => ({ values: values.slice(from, to) }));
    from = to;
    return outputs;
  }, setup);
}

const withErrors = (outcomes: readonly SimulatedOutcome[], results: readonly OutputDraws[]): SimulatedOutcome[] =>
  outcomes.map((outcome, i) => ({ ...outcome, errors: results[i]!.errors ?? {} }));

const tooManyForHost = new Problem(
  { en: "The simulation was not started.", zh: "模拟未启动。" },
  {
    en: "Through the sheet, at most 10,000 draws can be made: each recalculates the workbook.",
    zh: "通过工作表最多模拟 10,000 次：每次都要重算工作簿。",
  },
  { en: "Take fewer draws.", zh: "请减少次数。" },
);

/** The set-up that the workbook keeps. */
export const readSetup = (): Promise<SimulationSetup | undefined> =>
  reading(async (context) => {
    const xml = await recordXml(context, setupNamespace);
    return setupIn(xml === undefined ? [] : [xml]);
  });

export const keepSetup = (setup: SimulationSetup, supports: Supports): Promise<void> =>
  changing(supports, (context, remember) => changeRecord(context, remember, setupNamespace, () => setupXml(setup)));
