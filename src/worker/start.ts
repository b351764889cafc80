import type { SimulationJob, WorkerMessage } from "../model";

/** A simulation that runs beside the page. */
export interface SimulationWorker {
  /** Sends the job; what the worker says of it goes to the listener, and `failed` where it cannot even begin. */
  run(job: SimulationJob, listener: (message: WorkerMessage) => void): void;
  /** Ends it at once, whatever it is doing. */
  stop(): void;
}

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
