import type { Area, CellContent, Spill } from "./content";

/** Whether a formula fills more cells than its own: one that answers with one cell may be stored as an array too. */
export const isMany = (spill: Spill | undefined): spill is Spill =>
  spill !== undefined && spill.rows * spill.columns > 1;

/** What a formula fills beside its own cell, that cell included; nothing for any other. */
export const spillArea = ({ row, column, formula, spill }: CellContent): Area[] =>
  formula !== undefined && isMany(spill) ? [{ row, column, ...spill }] : [];
