import { readDataNews, takeDataNews } from "./data-news";
import { goTo } from "./go-to";
import { readDataInWorkbook, readOwnTable, readRawTable } from "./own-data";
import { traceCell } from "./trace-cell";

export type { DataNews, NewsTaken } from "./data-news";
export type { DataInWorkbook, OwnRows, StandingOwnTable } from "./own-data";

/** What the Data view does with a workbook beside inserting; apart, as it is loaded with that view only. */
export const dataDeeds = {
  goTo,
  readDataInWorkbook,
  readDataNews,
  readOwnTable,
  readRawTable,
  takeDataNews,
  traceCell,
};

export type DataDeeds = typeof dataDeeds;
