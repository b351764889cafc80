import type { Area } from "../formulas/addresses";

/** Cells of one sort. */
type Run = Area & { readonly sort: string };

interface At {
  readonly row: number;
  readonly column: number;
}

/** Few rectangles that cover cells of one sort each: runs along rows, then alike runs below each other. */
export function runsOf<Cell extends At>(cells: readonly Cell[], sort: (cell: Cell) => string): Run[] {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows: Run[] = [];
  for (const cell of ordered) {
    const last = rows.at(-1);
    const said = sort(cell);
    const follows = last?.row === cell.row && last.column + last.columns === cell.column && last.sort === said;
    if (follows) rows[rows.length - 1] = { ...last, columns: last.columns + 1 };
    else rows.push({ row: cell.row, column: cell.column, rows: 1, columns: 1, sort: said });
  }
  return stacked(rows);
}

function stacked(rows: readonly Run[]): Run[] {
  const open = new Map<string, Run>();
  const done: Run[] = [];
  for (const run of rows) {
    const key = `${run.column}:${run.columns}:${run.sort}`;
    const above = open.get(key);
    if (above && above.row + above.rows === run.row) open.set(key, { ...above, rows: above.rows + 1 });
    else {
      if (above) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}
