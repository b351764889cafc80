import { placeIn, type Place } from "./places";
import { problemOf, type Problem } from "./problem";
import { reading } from "./run";

/** What is selected in the grid; of whole columns and rows the used part. */
export interface Selection extends Place {
  readonly rows: number;
  readonly columns: number;
  readonly firstCell: Place;
  /** What the first cell holds, with its "=" if it is a formula. */
  readonly formula: string;
}

export type Stop = () => void;

/** Some hosts call a whole column by its first and last cell. */
const longest = 4_000;

export const readSelection = (): Promise<Selection> => reading(selectionIn);

async function selectionIn(context: Excel.RequestContext): Promise<Selection> {
  const range = context.workbook.getSelectedRange();
  range.load("address,rowCount,columnCount");
  range.worksheet.load("name");
  const cell = range.getCell(0, 0);
  cell.load("address,formulas");
  await context.sync();
  const sheet = range.worksheet.name;
  const firstCell = placeIn(sheet, cell.address);
  const used = await usedPart(context, range);
  return {
    ...placeIn(sheet, used.address),
    rows: used.rowCount,
    columns: used.columnCount,
    firstCell,
    formula: String(cell.formulas[0]![0]),
  };
}

/** A whole column handed to a function is a million cells: the part that holds something says the same. */
async function usedPart(context: Excel.RequestContext, range: Excel.Range): Promise<Excel.Range> {
  if (range.rowCount < longest && range.columnCount < longest) return range;
  const used = range.getUsedRangeOrNullObject(true);
  used.load("address,rowCount,columnCount");
  await context.sync();
  return used.isNullObject ? range : used;
}

/** Hears of a selection, and when it was made on the page's clock: reading what it holds takes its time. */
type Told = (selection: Selection, madeAt: number) => void;

/** Tells of the present selection and of each later one, until stopped. */
export function followSelection(told: Told, failed: (problem: Problem) => void): Stop {
  let stopped = false;
  let latest = 0;
  const tell = async (): Promise<void> => {
    const madeAt = performance.now();
    const asked = ++latest;
    const current = (): boolean => !stopped && asked === latest;
    try {
      const selection = await readSelection();
      if (current()) told(selection, madeAt);
    } catch (error) {
      if (current()) failed(problemOf(error));
    }
  };
  const listening = listen(tell);
  listening.catch((error: unknown) => !stopped && failed(problemOf(error)));
  void tell();
  return () => {
    stopped = true;
    void listening.then((remove) => remove()).catch(() => undefined);
  };
}

async function listen(tell: () => Promise<void>): Promise<() => Promise<void>> {
  const handler = await Excel.run(async (context) => {
    const added = context.workbook.onSelectionChanged.add(tell);
    await context.sync();
    return added;
  });
  return () =>
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
}
