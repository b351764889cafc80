import { readDataNews, takeDataNews } from "./data-news";
import { explainCell } from "./explain-cell";
import { goTo } from "./go-to";
import { insertCells } from "./insert-cells";
import { insertTable } from "./insert-table";
import { readDataInWorkbook, readOwnTable, readRawTable } from "./own-data";
import { previewFormula } from "./preview-formula";
import { followSelection } from "./selection";
import { traceCell } from "./trace-cell";

export type { ArgumentReport, CallReport, Fault } from "./call-report";
export type { Explanation } from "./explain-cell";
export type { DataNews, NewsTaken } from "./data-news";
export type { Provenance, TableToInsert } from "./insert-table";
export type { DataInWorkbook, OwnRows, StandingOwnTable } from "./own-data";
export type { Destination } from "./new-sheet";
export { cellFrom, writtenPlace, type Occupied, type Place } from "./places";
export { Problem, problemOf } from "./problem";
export type { Selection } from "./selection";

/** All that the pane does with a workbook. */
export const deeds = {
  explainCell,
  followSelection,
  goTo,
  insertCells,
  insertTable,
  previewFormula,
  readDataInWorkbook,
  readDataNews,
  readOwnTable,
  readRawTable,
  takeDataNews,
  traceCell,
};

export type Deeds = typeof deeds;
