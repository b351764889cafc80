import type { CellContent, CellFormat, CellValue, Spill } from "./content";
import { placeOf } from "./places";

/** What becomes of a cell; without `after` its content goes, and its look stays. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly before?: CellContent;
  readonly after?: CellContent;
}

const ONE_CELL: Spill = { rows: 1, columns: 1 };

/** Changes by row and column. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

export function cellChanges(before: readonly CellContent[], after: readonly CellContent[]): CellChanges {
  const old = byPlace(before);
  const changes = new Map<number, Map<number, CellChange>>();
  const add = (change: CellChange) => {
    const row = changes.get(change.row);
    if (row) row.set(change.column, change);
    else changes.set(change.row, new Map([[change.column, change]]));
  };
  for (const cell of after) {
    const place = placeOf(cell);
    const was = old.get(place);
    old.delete(place);
    if (!isSame(was, cell)) add({ row: cell.row, column: cell.column, before: was, after: cell });
  }
  for (const cell of old.values()) {
    if (hasContent(cell)) add({ row: cell.row, column: cell.column, before: cell });
  }
  return changes;
}

export function byPlace(cells: readonly CellContent[]): Map<number, CellContent> {
  return new Map(cells.map((cell) => [placeOf(cell), cell]));
}

export function hasContent({ value, formula }: CellContent): boolean {
  return value !== null || formula !== undefined;
}

/** Notes are kept elsewhere in the file and compared there. */
function isSame(before: CellContent | undefined, after: CellContent): boolean {
  if (!before) return !hasContent(after) && isSameFormat(undefined, after.format);
  return isSameValue(before.value, after.value) && isSameFormula(before, after)
    && isSameFormat(before.format, after.format);
}

function isSameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one?.error === other?.error;
}

/** Engines do not tell an array formula that answers with one cell from an ordinary one. */
export function isSameFormula(before: CellContent | undefined, after: CellContent | undefined): boolean {
  const [was, is] = [before?.spill ?? ONE_CELL, after?.spill ?? ONE_CELL];
  return before?.formula === after?.formula && was.rows === is.rows && was.columns === is.columns;
}

export function isSameFormat(one: CellFormat = {}, other: CellFormat = {}): boolean {
  if (one === other) return true;
  const fields = Object.keys({ ...one, ...other }) as (keyof CellFormat)[];
  return fields.every((field) => one[field] === other[field]);
}
