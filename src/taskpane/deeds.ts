import { createContext, useContext, useEffect, useState } from "react";
import { deeds, problemOf, type Deeds, type Problem, type Selection } from "../actions";
import { usePane } from "./pane-context";

/** What the views do with the workbook; a test may put other deeds here. */
export const DeedsContext = createContext<Deeds>(deeds);

export const useDeeds = (): Deeds => useContext(DeedsContext);

export interface Followed {
  readonly selection?: Selection;
  /** When it was made, on the page's clock. */
  readonly madeAt?: number;
  /** Why there is none. */
  readonly problem?: Problem;
}

/** What is selected in the grid, as it changes; nothing where there is no workbook. */
export function useSelection(): Followed {
  const { followSelection } = useDeeds();
  const { hasWorkbook } = usePane().surroundings;
  const [followed, setFollowed] = useState<Followed>({});
  useEffect(
    () =>
      hasWorkbook
        ? followSelection(
            (selection, madeAt) => setFollowed({ selection, madeAt }),
            (problem) => setFollowed({ problem }),
          )
        : undefined,
    [followSelection, hasWorkbook],
  );
  return followed;
}

export interface Attempt<T> {
  readonly busy: boolean;
  readonly result?: T;
  readonly problem?: Problem;
}

/** The newest answer of a deed that reads; while it is on its way the one before stays in sight. */
export function useReading<T>(read: (() => Promise<T>) | undefined, about: readonly unknown[]): Attempt<T> {
  const [attempt, setAttempt] = useState<Attempt<T>>({ busy: false });
  useEffect(() => {
    if (!read) {
      setAttempt({ busy: false });
      return;
    }
    let current = true;
    setAttempt((before) => ({ ...before, busy: true }));
    read().then(
      (result) => current && setAttempt({ busy: false, result }),
      (error: unknown) => current && setAttempt({ busy: false, problem: problemOf(error) }),
    );
    return () => {
      current = false;
    };
  }, about);
  return attempt;
}
