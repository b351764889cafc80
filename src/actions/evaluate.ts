import { compile, type CellPlace, type Difference, type Evaluate, type UncompiledCell } from "../model";
import type { WorkbookContent } from "../xlsx/content";

/** A model ready to answer, or why it is not: nothing is answered unless the base case is what the sheet shows. */
export type Ready =
  | { readonly kind: "ready"; readonly evaluate: Evaluate }
  | { readonly kind: "uncompiled"; readonly cells: readonly UncompiledCell[] }
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
