import { parseCell } from "../formulas/addresses";
import { tables } from "../reference";
import { compile } from "../model";
import { Book, type FormulaCell } from "../sharing/book";
import { dependentsOf } from "../sharing/data/dependents";
import { heldAt } from "../sharing/data/inserted";
import { afterNews, newsOf, type CellChange, type TableNews } from "../sharing/data/news";
import { readRegister } from "../sharing/data/register";
import type { WorkbookContent } from "../xlsx/content";
import { changeRegister } from "./keep-register";
import type { Place } from "./places";
import { readContent } from "./read-content";
import { changing, reading, type Remember, type Supports } from "./run";

/** What newer data would change in this workbook. */
export interface DataNews {
  readonly tables: readonly TableNews[];
  /** Formula cells that rest on cells that would change, with what they show now. */
  readonly dependents: readonly DependentCell[];
  /** There are more of them. */
  readonly cut: boolean;
}

export interface DependentCell extends Place {
  readonly shown: string | number | boolean;
  /** What it would show; undefined where that cannot be calculated here. */
  readonly then?: number;
}

export interface NewsTaken {
  readonly written: number;
  /** Cells that the user had edited: they stay. */
  readonly kept: readonly CellChange[];
}

const isFree = ({ state }: CellChange): boolean => state === "free";

/** A formula that has not been calculated since the newer data came will change as well. */
const isToChange = ({ state, held, now }: CellChange): boolean => state !== "edited" && held !== now;

/** Compares the tables in the workbook with the data at hand. Nothing is written. */
export const readDataNews = (): Promise<DataNews> =>
  reading(async (context) => {
    const content = await readContent(context);
    const book = new Book(content);
    const found = newsOf(readRegister(content.customXml), book, tables);
    const changed = found.flatMap(({ changes }) => changes.filter(isToChange));
    const { cells, cut } = dependentsOf(
      changed.map(({ sheet, address }) => ({ sheet, ...parseCell(address)! })),
      book,
    );
    const then = valuesThen(content, changed, cells);
    return {
      tables: found,
      dependents: cells.map(({ sheet, address, cell }, i) => ({
        sheet: sheet.name,
        address,
        shown: heldAt(sheet, cell.row, cell.column),
        ...(then[i] !== undefined && { then: then[i] }),
      })),
      cut,
    };
  });

/** What formula cells would show if the changed figures were written: calculated here, the workbook is not touched. */
function valuesThen(
  content: WorkbookContent,
  changed: readonly CellChange[],
  cells: readonly FormulaCell[],
): (number | undefined)[] {
  const figures = changed.filter(({ now }) => typeof now === "number");
  if (figures.length === 0 || cells.length === 0) return [];
  const compilation = compile(content, {
    inputs: figures.map(({ sheet, address }) => ({ sheet, ...parseCell(address)! })),
    outputs: cells.map(({ sheet, cell }) => ({ sheet: sheet.name, row: cell.row, column: cell.column })),
  });
  if (compilation.kind === "uncompiled") return [];
  const draws = figures.map(({ now }) => Float64Array.of(Number(now)));
  return compilation.model.evaluate(draws).map(({ values: [value] }) => (Number.isNaN(value) ? undefined : value));
}

/** Writes the newer data where the user has not edited them, as one step; formulas that look them up follow. */
export const takeDataNews = (supports: Supports): Promise<NewsTaken> =>
  changing(supports, async (context, remember) => {
    const content = await readContent(context);
    const register = readRegister(content.customXml);
    const found = newsOf(register, new Book(content), tables);
    const changes = found.flatMap((each) => each.changes);
    const free = changes.filter(isFree);
    await writeChanges(context, remember, free);
    await changeRegister(context, remember, (before) => afterNews(before, found));
    return { written: free.length, kept: changes.filter(({ state, isFigure }) => isFigure && state === "edited") };
  });

const changesAtOnce = 2_000;

async function writeChanges(
  context: Excel.RequestContext,
  remember: Remember,
  changes: readonly CellChange[],
): Promise<void> {
  const cellOf = ({ sheet, address }: CellChange): Excel.Range =>
    context.workbook.worksheets.getItem(sheet).getRange(address);
  for (let from = 0; from < changes.length; from += changesAtOnce) {
    const part = changes.slice(from, from + changesAtOnce);
    remember(() => part.forEach((change) => (cellOf(change).values = [[change.held]])));
    for (const change of part) cellOf(change).values = [[change.now]];
    await context.sync();
  }
}
