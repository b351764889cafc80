import type { Texts } from "../refusal";
import { WorkbookError } from "../xlsx/failures";

/** What the page tells the user beside the bar: what happened, why, what next. */
export interface Notice {
  readonly kind: "error" | "warning" | "info";
  readonly parts: readonly Texts[];
}

export const inform = (...parts: Texts[]): Notice => ({ kind: "info", parts });
export const warn = (...parts: Texts[]): Notice => ({ kind: "warning", parts });

/** A failure in its own words where it has some for users, else `what` failed and the words it has. */
export function failure(what: Texts, error: unknown): Notice {
  if (error instanceof WorkbookError) return { kind: "error", parts: [error.what, error.why, error.next] };
  const why = error instanceof Error ? error.message : String(error);
  return { kind: "error", parts: [what, { en: why, zh: why }] };
}
