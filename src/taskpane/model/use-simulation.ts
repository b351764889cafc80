import { useEffect, useRef, useState } from "react";
import { problemOf, type Problem } from "../../actions";
import { mostThroughHost, type Simulated } from "../../actions/what-if";
import type { SimulationSetup } from "../../model";
import { usePane } from "../pane-context";
import { useWhatIfDeeds } from "./what-if-deeds";

interface SimulationRun {
  /** How many draws are done, while it runs. */
  readonly done?: number;
  readonly problem?: Problem;
  /** The last end, with the set-up it belongs to. */
  readonly ended?: { readonly setup: SimulationSetup; readonly end: Simulated };
  start(setup: SimulationSetup, throughHost?: boolean): void;
  stop(): void;
}

/** One simulation at a time, with its progress; it stops when asked, and when its view closes. */
export function useSimulation(): SimulationRun {
  const { surroundings, announce } = usePane();
  const { simulate, simulateThroughHost, keepSetup } = useWhatIfDeeds();
  const [state, setState] = useState<Pick<SimulationRun, "done" | "problem" | "ended">>({});
  const stopped = useRef(false);
  const stop = (): void => {
    stopped.current = true;
  };
  useEffect(() => stop, []);

  const run = async (setup: SimulationSetup, throughHost: boolean): Promise<void> => {
    stopped.current = false;
    setState({ done: 0 });
    const watch = { isStopped: () => stopped.current, told: (done: number) => setState({ done }) };
    try {
      await keepSetup(setup, surroundings.supports);
      const end = throughHost
        ? await simulateThroughHost(setup, watch, surroundings.supports)
        : await simulate(setup, watch, surroundings.startSimulation);
      setState({ ended: { setup, end } });
      announce(end.kind === "simulated" ? finished(setup.draws) : { en: "No results.", zh: "没有结果。" });
    } catch (error) {
      setState({ problem: problemOf(error) });
    }
  };
  return {
    ...state,
    start: (setup, throughHost = false) =>
      void run(throughHost ? { ...setup, draws: Math.min(setup.draws, mostThroughHost) } : setup, throughHost),
    stop,
  };
}

const finished = (draws: number) => ({
  en: `Simulated ${draws.toLocaleString("en")} draws.`,
  zh: `已完成 ${draws.toLocaleString("en")} 次模拟。`,
});
