import { parseArea } from "../formulas/addresses";
import { blockAt, cellFrom, type Place } from "./places";
import { Problem } from "./problem";

/** A request above 5 MB fails in Excel on the web: these many cells and characters stay well below it. */
const cellsAtOnce = 20_000;
const charactersAtOnce = 1_000_000;

type Rows<T> = readonly (readonly T[])[];

/** Watches a deed that takes its time, and may stop it; what was done so far then is put back. */
export interface Watch {
  readonly isStopped: () => boolean;
  readonly told: (rows: number) => void;
}

/** For a part of a deed that begins when so many rows are done. */
export const watchedFrom = (done: number, watch: Watch | undefined): Watch | undefined =>
  watch && { ...watch, told: (rows) => watch.told(done + rows) };

/** Writes rows of cells with their number formats, in as many requests as they need. */
export async function writeInParts(
  context: Excel.RequestContext,
  place: Place,
  rows: Rows<unknown>,
  formats: Rows<string>,
  watch?: Watch,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const columns = rows[0]!.length;
  await writeFormats(context, blockAt(place, rows.length, columns), formats);
  for (let from = 0; from < rows.length; ) {
    if (watch?.isStopped()) throw stopped;
    const until = partEnd(rows, from);
    const part = rows.slice(from, until);
    const range = sheet.getRange(blockAt(cellFrom(place, from, 0), part.length, columns).address);
    range.values = part.map((row) => [...row]);
    await context.sync();
    watch?.told(until);
    from = until;
  }
}

function partEnd(rows: Rows<unknown>, from: number): number {
  let characters = 0;
  let at = from;
  do {
    for (const cell of rows[at]!) characters += typeof cell === "string" ? cell.length : 0;
    at++;
  } while (at < rows.length && (at - from + 1) * rows[at]!.length <= cellsAtOnce && characters < charactersAtOnce);
  return at;
}

/** Runs of cells of a column that have one format are told once: most columns are one from the second row on. */
async function writeFormats(context: Excel.RequestContext, place: Place, formats: Rows<string>): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const { columns } = parseArea(place.address)!;
  for (let j = 0; j < columns; j++) {
    for (let from = 0; from < formats.length; ) {
      const format = formats[from]![j]!;
      let until = from + 1;
      while (until < formats.length && formats[until]![j] === format) until++;
      const run = sheet.getRange(blockAt(cellFrom(place, from, j), until - from, 1).address);
      run.numberFormat = format as unknown as string[][];
      from = until;
    }
  }
  await context.sync();
}

const stopped = new Problem(
  { en: "Stopped.", zh: "已停止。" },
  { en: "Nothing was changed.", zh: "未作任何更改。" },
  { en: "Insert again when you are ready.", zh: "需要时可重新插入。" },
);
