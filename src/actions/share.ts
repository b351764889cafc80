import { acceptFinding, applyFix, checkWorkbook } from "./check-workbook";
import { goTo } from "./go-to";
import { readPassport, writePassport } from "./passport";
import { scrubWorkbook, workbookTraces } from "./scrub-workbook";

export type { WorkbookTrace } from "./scrub-workbook";

/** What the Share view does with a workbook; apart from the other deeds, as it is loaded with that view only. */
export const shareDeeds = {
  acceptFinding, applyFix, checkWorkbook, goTo, readPassport, scrubWorkbook, workbookTraces, writePassport,
};

export type ShareDeeds = typeof shareDeeds;
