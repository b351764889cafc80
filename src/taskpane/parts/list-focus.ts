import { useEffect, useRef, type RefObject } from "react";

interface ListFocus {
  readonly list: RefObject<HTMLDivElement>;
  /** To be told which entry of the list a page was opened by: its `data-opens`. */
  opened(entry: string): void;
}

/**
 * Where the keyboard goes when a list comes back into sight: to its search box if the user asked for it,
 * else to the entry that was opened last.
 */
export function useListFocus(isInSight: boolean, searchAsked: number): ListFocus {
  const list = useRef<HTMLDivElement>(null);
  const entry = useRef("");
  const answered = useRef(0);
  useEffect(() => {
    if (!isInSight) return;
    const isSearch = searchAsked !== answered.current;
    answered.current = searchAsked;
    list.current?.querySelector<HTMLElement>(isSearch ? "[type=search]" : `[data-opens="${entry.current}"]`)?.focus();
  }, [isInSight, searchAsked]);
  return {
    list,
    opened: (name) => {
      entry.current = name;
    },
  };
}
