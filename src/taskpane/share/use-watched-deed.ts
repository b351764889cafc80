import { useCallback, useRef, useState } from "react";
import type { Watch } from "../../actions/share";
import { type Running, useDeed } from "../parts/use-deed";

interface WatchedDeed extends Omit<Running, "run"> {
  /** How much is done so far, in the deed's own measure. */
  readonly done: number;
  run<T>(deed: (watch: Watch) => Promise<T>, done: (result: T) => void): void;
  stop(): void;
}

/** A deed that tells how far it is and can be stopped. */
export function useWatchedDeed(): WatchedDeed {
  const { busy, problem, run: runDeed } = useDeed();
  const [done, told] = useState(0);
  const stopped = useRef(false);
  const run = useCallback(<T,>(deed: (watch: Watch) => Promise<T>, then: (result: T) => void): void => {
    stopped.current = false;
    told(0);
    runDeed(() => deed({ isStopped: () => stopped.current, told }), then);
  }, [runDeed]);
  const stop = (): void => {
    stopped.current = true;
  };
  return { busy, problem, done, run, stop };
}
