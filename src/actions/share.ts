import { acceptFinding, applyFix, checkWorkbook } from "./check-workbook";
import { goTo } from "./go-to";
import { readPassport, writePassport } from "./passport";
import { makePortable, previewPortable } from "./portable";
import { repairFormulas } from "./repair-formulas";
import { restoreFormulas } from "./restore-formulas";
import { scrubWorkbook, workbookTraces } from "./scrub-workbook";

export type { Traced as WorkbookTrace } from "../sharing/scrub";
export type { PortableOutcome, PortablePreview, PortableWish } from "./portable";
export type { RepairOutcome, StuckFormula } from "./repair-formulas";
export type { Watch } from "./write-cells";

/** What the Share view does with a workbook; apart from the other deeds, as it is loaded with that view only. */
export const shareDeeds = {
  acceptFinding, applyFix, checkWorkbook, goTo, makePortable, previewPortable, readPassport, repairFormulas,
  restoreFormulas, scrubWorkbook, workbookTraces, writePassport,
};

export type ShareDeeds = typeof shareDeeds;
