import { createContext, useContext } from "react";
import type { Language, Texts } from "../refusal";
import type { Surroundings } from "./surroundings";

/** What every view of the pane shares. */
export interface Pane {
  readonly surroundings: Surroundings;
  readonly language: Language;
  /** The text in the user's language. */
  say(texts: Texts): string;
  /** Shows a text in the status line, where it is read aloud. */
  announce(texts: Texts): void;
}

export const PaneContext = createContext<Pane | undefined>(undefined);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("outside the pane");
  return pane;
}
