import { cellAddress } from "../formulas/addresses";
import { typedFormula } from "../formulas/stored-formula";
import { callsOurs } from "../sharing/portable/rooms";
import type { CellContent, SheetContent } from "../xlsx/content";
import { Problem } from "./problem";
import { readContent } from "./read-content";
import { changing, type Remember, type Supports } from "./run";
import type { Watch } from "./write-cells";

export interface StuckFormula {
  readonly sheet: string;
  readonly address: string;
  /** As it is to be entered. */
  readonly formula: string;
}

export interface RepairOutcome {
  readonly repaired: readonly StuckFormula[];
  /** On protected sheets, which are not touched. */
  readonly protected: readonly StuckFormula[];
}

/** So many formulas go into one request. */
const FORMULAS_AT_ONCE = 500;

/** Enters formulas anew that are stuck at #NAME? or bear the name of another file: nothing else wakes them up. */
export const repairFormulas = (supports: Supports, watch?: Watch): Promise<RepairOutcome> =>
  changing(supports, async (context, remember) => {
    const { sheets } = await readContent(context);
    const stuck = sheets.flatMap(stuckIn);
    const locked = await protectedSheets(context, [...new Set(stuck.map(({ sheet }) => sheet))]);
    const free = stuck.filter(({ sheet }) => !locked.has(sheet));
    for (let from = 0; from < free.length; from += FORMULAS_AT_ONCE) {
      if (watch?.isStopped()) throw stopped;
      const part = free.slice(from, from + FORMULAS_AT_ONCE);
      await enter(context, part, remember);
      watch?.told(from + part.length);
    }
    return { repaired: free, protected: stuck.filter(({ sheet }) => locked.has(sheet)) };
  });

/** The formulas of a sheet that must be entered anew. */
export function stuckIn({ name: sheet, cells }: SheetContent): StuckFormula[] {
  return cells.flatMap((cell) => {
    const { row, column, formula } = cell;
    if (formula === undefined || !callsOurs(formula)) return [];
    const typed = typedFormula(formula);
    return typed !== formula || isNameError(cell) ? [{ sheet, address: cellAddress(row, column), formula: typed }] : [];
  });
}

const isNameError = ({ value }: CellContent): boolean =>
  typeof value === "object" && value !== null && value.error === "#NAME?";

async function protectedSheets(context: Excel.RequestContext, names: readonly string[]): Promise<ReadonlySet<string>> {
  const protections = names.map((name) => context.workbook.worksheets.getItem(name).protection.load("protected"));
  await context.sync();
  return new Set(names.filter((_, i) => protections[i]!.protected));
}

async function enter(context: Excel.RequestContext, part: readonly StuckFormula[], remember: Remember): Promise<void> {
  const ranges = part.map(({ sheet, address }) =>
    context.workbook.worksheets.getItem(sheet).getRange(address).load("formulas"));
  await context.sync();
  ranges.forEach((range, i) => {
    const before = range.formulas as unknown[][];
    remember(() => { range.formulas = before; });
    range.formulas = [[part[i]!.formula]];
  });
  await context.sync();
}

const stopped = new Problem(
  { en: "Stopped.", zh: "已停止。" },
  { en: "Nothing was changed.", zh: "未作任何更改。" },
  { en: "Repair again when you are ready.", zh: "需要时可重新修复。" },
);
