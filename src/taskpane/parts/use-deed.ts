import { useCallback, useState } from "react";
import { problemOf, type Problem } from "../../actions";

export interface Running {
  readonly busy: boolean;
  readonly problem?: Problem;
  /** Does it, and tells what came of it; a failure is kept for the view to show. */
  run<T>(deed: () => Promise<T>, done?: (result: T) => void): void;
}

/** One deed at a time, with its failure. */
export function useDeed(): Running {
  const [state, setState] = useState<Omit<Running, "run">>({ busy: false });
  const run = useCallback(<T,>(deed: () => Promise<T>, done: (result: T) => void = () => undefined): void => {
    setState({ busy: true });
    deed().then(
      (result) => {
        setState({ busy: false });
        done(result);
      },
      (error: unknown) => setState({ busy: false, problem: problemOf(error) }),
    );
  }, []);
  return { ...state, run };
}
