import { createRoot } from "react-dom/client";
import { PaneRoot } from "./pane-root";
import type { Surroundings } from "./surroundings";

export type { Surroundings } from "./surroundings";

/** Shows the pane in an element that has a height; what it returns takes it away again. */
export function mountPane(element: HTMLElement, surroundings: Surroundings): () => void {
  const root = createRoot(element);
  root.render(<PaneRoot surroundings={surroundings} />);
  return () => root.unmount();
}
