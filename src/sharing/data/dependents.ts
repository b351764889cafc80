import { covers } from "../../formulas/addresses";
import type { Book, FormulaCell } from "../book";
import { readBy, type Read } from "../reading";

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Dependents {
  readonly cells: readonly FormulaCell[];
  /** There are more. */
  readonly cut: boolean;
}

const mostCells = 500;

/** The formula cells that read some cells, directly or through others, nearest first. */
export function dependentsOf(changed: readonly Cell[], book: Book): Dependents {
  const waiting = new Map<FormulaCell, readonly Read[]>(book.formulas.map((cell) => [cell, readBy(cell, book)]));
  const found: FormulaCell[] = [];
  let latest: readonly Cell[] = changed;
  while (latest.length > 0 && found.length < mostCells) {
    const next = [...waiting].filter(([, reads]) => reads.some((read) => latest.some((cell) => isIn(cell, read))));
    for (const [cell] of next) waiting.delete(cell);
    const reached = next.map(([cell]) => cell);
    found.push(...reached);
    latest = reached.flatMap(cellsOf);
  }
  return { cells: found.slice(0, mostCells), cut: found.length > mostCells };
}

const isIn = ({ sheet, row, column }: Cell, read: Read): boolean =>
  read.sheet.name === sheet && covers(read.area, row, column);

/** All the cells that a formula fills. */
function cellsOf({ sheet, cell }: FormulaCell): Cell[] {
  const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
  return Array.from({ length: rows * columns }, (_, at) => ({
    sheet: sheet.name,
    row: cell.row + Math.floor(at / columns),
    column: cell.column + (at % columns),
  }));
}
