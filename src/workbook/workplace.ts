import type { Session } from "./session";
import type { Watched } from "./watched";

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What the bar works on. */
export interface Workplace {
  readonly session: Session;
  readonly undoState: Watched<UndoState>;
  undo(): void;
  redo(): void;
}
