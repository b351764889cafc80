import type { SimulationWorker } from "../actions/what-if";
import type { WorkerMessage } from "../model";

/** Starts a worker of our own; throws where the browser allows none. */
export function startSimulationWorker(): SimulationWorker {
  const worker = new Worker(new URL("./simulation.ts", import.meta.url), { name: "simulation" });
  return {
    run(job, listener) {
      worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => listener(data);
      worker.onerror = ({ message }) => listener({ kind: "failed", message: message ?? "" });
      worker.postMessage(job);
    },
    stop: () => worker.terminate(),
  };
}
