import { simulationJob, type SimulationJob, type WorkerMessage } from "../model";

/** The part of a worker's own world that this one uses; the page's types do not know it. */
interface WorkerWorld {
  onmessage: (event: MessageEvent<SimulationJob>) => void;
  postMessage(message: WorkerMessage): void;
}

const world = globalThis as unknown as WorkerWorld;

/** Milliseconds between two messages about progress. */
const breath = 100;

world.onmessage = ({ data }) => {
  try {
    run(data);
  } catch (error) {
    world.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

function run(job: SimulationJob): void {
  const steps = simulationJob(job);
  let told = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return world.postMessage({ kind: "end", end: value });
    if (performance.now() - told < breath) continue;
    told = performance.now();
    world.postMessage({ kind: "progress", done: value });
  }
}
