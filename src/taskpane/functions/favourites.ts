import { useState } from "react";
import { usePane } from "../pane-context";
import type { Surroundings } from "../surroundings";

const key = "favourites";

function kept({ settings }: Surroundings): string[] {
  try {
    const names: unknown = JSON.parse(settings.read(key) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

/** The functions that the user marked with a star, and how to mark one. */
export function useFavourites(): readonly [readonly string[], (name: string) => void] {
  const { surroundings } = usePane();
  const [names, setNames] = useState(() => kept(surroundings));
  const toggle = (name: string): void => {
    const next = names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
    setNames(next);
    surroundings.settings.write(key, JSON.stringify(next));
  };
  return [names, toggle];
}
