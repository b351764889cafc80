import { areaAddress, covers, type Area } from "../formulas/addresses";
import { grouped } from "../maths/grouped";

interface Placed {
  readonly row: number;
  readonly column: number;
}

/** Cells that touch as few rectangles: down the columns first, then columns of the same rows side by side. */
export function blocksOf(cells: readonly Placed[]): Area[] {
  const sorted = [...cells].sort((one, other) => one.column - other.column || one.row - other.row);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    const follows = last?.column === column && last.row + last.rows === row;
    if (follows) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, column, rows: 1, columns: 1 });
  }
  return joined(runs);
}

function joined(runs: readonly Area[]): Area[] {
  const blocks: Area[] = [];
  for (const run of runs) {
    const at = blocks.findIndex(
      ({ row, rows, column, columns }) => row === run.row && rows === run.rows && column + columns === run.column,
    );
    if (at < 0) blocks.push(run);
    else blocks[at] = { ...blocks[at]!, columns: blocks[at]!.columns + 1 };
  }
  return blocks;
}

export interface Block<T> {
  readonly area: Area;
  readonly address: string;
  /** What stands in it; at least one. */
  readonly members: readonly T[];
}

/** Groups by a key, and each group into blocks of cells that touch. */
export function blocksBy<T>(
  items: readonly T[],
  placeOf: (item: T) => Placed,
  keyOf: (item: T) => string,
): Block<T>[] {
  return [...grouped(items, keyOf).values()].flatMap((group) =>
    blocksOf(group.map(placeOf)).map((area) => ({
      area,
      address: areaAddress(area),
      members: group.filter((item) => covers(area, placeOf(item).row, placeOf(item).column)),
    })),
  );
}
