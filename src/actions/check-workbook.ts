import { check, type Check } from "../sharing/check";
import { keyOf, type Finding, type Fix } from "../sharing/finding";
import { reasonsIn, reasonsNamespace, reasonsXml } from "../sharing/reasons";
import { readContent } from "./read-content";
import { changeRecord } from "./records";
import { changing, reading, type Supports } from "./run";

/** Reads the whole workbook and says what its author and its reader should know. */
export const checkWorkbook = (): Promise<Check> =>
  reading(async (context) => {
    const content = await readContent(context);
    return check(content, reasonsIn(content.customXml));
  });

/** Keeps in the workbook why a finding is accepted; without a reason it counts again. */
export const acceptFinding = (finding: Finding, reason: string | undefined, supports: Supports): Promise<void> =>
  changing(supports, (context, remember) =>
    changeRecord(context, remember, reasonsNamespace, (before) => {
      const reasons = new Map(reasonsIn(before === undefined ? [] : [before]));
      if (reason === undefined) reasons.delete(keyOf(finding));
      else reasons.set(keyOf(finding), reason);
      return reasons.size === 0 ? undefined : reasonsXml(reasons);
    }),
  );

/** Writes what puts a finding right into its cells. */
export const applyFix = (sheet: string, { cells }: Fix, supports: Supports): Promise<void> =>
  changing(supports, async (context, remember) => {
    const target = context.workbook.worksheets.getItem(sheet);
    const ranges = cells.map(({ address }) => target.getRange(address).load("formulas"));
    await context.sync();
    const before = ranges.map(({ formulas }) => formulas as unknown[][]);
    remember(() => ranges.forEach((range, i) => (range.formulas = before[i]!)));
    ranges.forEach((range, i) => (range.formulas = [[cells[i]!.formula]]));
    await context.sync();
  });
