export interface ViewProps {
  /** Grows when the user asks for the search box of the view that is seen. */
  readonly searchAsked: number;
  /** The part of the view that was asked for last. */
  readonly part?: string;
}

/** Pages that stand over all views. */
export type FramePage = "help" | "about" | "tour";
