import { useEffect, useState } from "react";
import type { ViewProps } from "../view";

/** The part of a view that is seen, at first the first: the one chosen, until another is asked for. */
export function usePart<Part extends string>(
  parts: readonly [Part, ...Part[]],
  { searchAsked, part }: ViewProps,
): [Part, (part: Part) => void] {
  const [chosen, choose] = useState<Part>(parts[0]);
  useEffect(() => {
    const asked = parts.find((each) => each === part);
    if (asked) choose(asked);
  }, [parts, searchAsked, part]);
  return [chosen, choose];
}
