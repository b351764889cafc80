import { explainCell } from "./explain-cell";
import { insertCells } from "./insert-cells";
import { insertTable } from "./insert-table";
import { previewFormula } from "./preview-formula";
import { followSelection } from "./selection";

export type { ArgumentReport, CallReport, Fault } from "./call-report";
export type { Explanation } from "./explain-cell";
export type { Provenance, TableToInsert } from "./insert-table";
export type { Destination } from "./new-sheet";
export { cellFrom, writtenPlace, type Occupied, type Place } from "./places";
export { Problem, problemOf } from "./problem";
export type { Selection } from "./selection";

/** All that the pane does with a workbook. */
export const deeds = { explainCell, followSelection, insertCells, insertTable, previewFormula };

export type Deeds = typeof deeds;
