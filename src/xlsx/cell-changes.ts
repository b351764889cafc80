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
  const [old, now] = [byPlace(before), byPlace(after)];
  const changes = new Map<number, Map<number, CellChange>>();
  const add = (change: CellChange) => {
    const row = changes.get(change.row);
    if (row) row.set(change.column, change);
    else changes.set(change.row, new Map([[change.column, change]]));
  };
  for (const cell of after) {
    const was = old.get(placeOf(cell));
    if (!isSame(was, cell)) add({ row: cell.row, column: cell.column, before: was, after: cell });
  }
  for (const [place, cell] of old) {
    if (hasContent(cell) && !now.has(place)) add({ row: cell.row, column: cell.column, before: cell });
  }
  return changes;
}

/** Many ask it of the same cells in turn. */
const placed = new WeakMap<readonly CellContent[], ReadonlyMap<number, CellContent>>();

export function byPlace(cells: readonly CellContent[]): ReadonlyMap<number, CellContent> {
  const known = placed.get(cells);
  if (known) return known;
  const places = new Map<number, CellContent>();
  for (const cell of cells) places.set(placeOf(cell), cell);
  placed.set(cells, places);
  return places;
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
