import { areaAddress } from "../formulas/addresses";
import { type Restoration, type RestoredCell, restoration } from "../sharing/portable/restore";
import { portableNamespace } from "../sharing/portable/record";
import type { SimulatedInput } from "../sharing/portable/simulated-inputs";
import type { WorkbookContent } from "../xlsx/content";
import { Problem } from "./problem";
import { readContent } from "./read-content";
import { changeRecord } from "./records";
import { changing, type Remember, type Supports } from "./run";
import type { Watch } from "./write-cells";

/** So many formulas go into one request. */
const FORMULAS_AT_ONCE = 500;

/** Brings the original formulas back into the open portable copy, and takes its report and helper sheets out. */
export const restoreFormulas = (supports: Supports, watch?: Watch): Promise<Restoration> =>
  changing(supports, async (context, remember) => {
    const content = await readContent(context);
    const found = restoration(content);
    if (!found) throw noCopy;
    const cells = [...found.inputs, ...found.restored];
    for (let from = 0; from < cells.length; from += FORMULAS_AT_ONCE) {
      if (watch?.isStopped()) throw stopped;
      const part = cells.slice(from, from + FORMULAS_AT_ONCE);
      await enter(context, part, remember);
      watch?.told(from + part.length);
    }
    await restoreNames(context, content, found.content, remember);
    await changeRecord(context, remember, portableNamespace, () => undefined);
    await dropSheets(context, content, found.content);
    return found;
  });

/** What a formula will spill over must be empty first: there may be values in its place. */
async function enter(
  context: Excel.RequestContext,
  cells: readonly (RestoredCell | SimulatedInput)[],
  remember: Remember,
): Promise<void> {
  const ranges = cells.map((cell) =>
    context.workbook.worksheets.getItem(cell.sheet).getRange(areaAddress(cell)).load("formulas"));
  await context.sync();
  cells.forEach(({ formula, rows, columns }, i) => {
    const range = ranges[i]!;
    const before = range.formulas as unknown[][];
    remember(() => { range.formulas = before; });
    if (rows * columns > 1) range.clear("Contents");
    range.getCell(0, 0).formulas = [[formula]];
  });
  await context.sync();
}

async function restoreNames(
  context: Excel.RequestContext,
  before: WorkbookContent,
  after: WorkbookContent,
  remember: Remember,
): Promise<void> {
  after.names.forEach(({ name, formula, sheet }, i) => {
    const was = before.names[i]!.formula;
    if (was === formula) return;
    const { worksheets, names } = context.workbook;
    const item = (sheet === undefined ? names : worksheets.getItem(sheet).names).getItem(name);
    remember(() => { item.formula = was; });
    item.formula = formula;
  });
  await context.sync();
}

/** Last of all: a sheet that is deleted does not come back. */
async function dropSheets(
  context: Excel.RequestContext,
  before: WorkbookContent,
  after: WorkbookContent,
): Promise<void> {
  const kept = new Set(after.sheets.map(({ name }) => name));
  for (const { name } of before.sheets) {
    if (!kept.has(name)) context.workbook.worksheets.getItem(name).delete();
  }
  await context.sync();
}

const noCopy = new Problem(
  { en: "Nothing was restored.", zh: "未还原任何内容。" },
  { en: "This workbook is no portable copy, or its report sheet is gone.", zh: "此工作簿不是便携副本，或其报告工作表已被删除。" },
  { en: "Open the portable copy that you got back, then try again.", zh: "请打开收回的便携副本后重试。" },
);

const stopped = new Problem(
  { en: "Stopped.", zh: "已停止。" },
  { en: "Nothing was changed.", zh: "未作任何更改。" },
  { en: "Restore again when you are ready.", zh: "需要时可重新还原。" },
);
