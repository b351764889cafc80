import type { WorkbookContent } from "../xlsx/content";
import { compile } from "./compile";
import type { CellPlace, Difference, UncompiledCell } from "./model";
import type { Evaluate } from "./simulation";

/** A model ready to answer, or why it is not: nothing is answered unless the base case is what the sheet shows. */
export type Ready = { readonly kind: "ready"; readonly evaluate: Evaluate } | NotReady;

export type NotReady =
  /** Cells that cannot be calculated apart from the sheet. */
  | { readonly kind: "uncompiled"; readonly cells: readonly UncompiledCell[] }
  /** Calculated apart from the sheet, the base case is not what the sheet shows. */
  | { readonly kind: "different"; readonly differences: readonly Difference[] };

export function readyModel(
  content: WorkbookContent,
  inputs: readonly CellPlace[],
  outputs: readonly CellPlace[],
): Ready {
  const compiled = compile(content, { inputs, outputs });
  if (compiled.kind === "uncompiled") return compiled;
  const { model } = compiled;
  const differences = model.check();
  if (differences.length > 0) return { kind: "different", differences };
  return { kind: "ready", evaluate: (draws) => model.evaluate(draws) };
}
