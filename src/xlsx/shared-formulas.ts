import { type CellChange, type CellChanges, isSameFormula } from "./cell-changes";
import type { CellContent } from "./content";
import { placeOf } from "./places";
import { rawCells, rawRows } from "./sheet-cells";
import type { Element } from "./xml";

interface Member {
  readonly row: number;
  readonly column: number;
  readonly group: string;
  readonly holdsFormula: boolean;
}

/**
 * Cells that repeat a formula hold none of their own: when the one that holds it changes,
 * each of the others must be given its own. Adds those others to the changes.
 */
export function withUnshared(
  text: string,
  data: Element,
  changes: CellChanges,
  after: ReadonlyMap<number, CellContent>,
): CellChanges {
  const members = sharedCells(text, data);
  const broken = new Set(members.filter((member) => losesFormula(member, changes)).map(({ group }) => group));
  if (broken.size === 0) return changes;
  const all = new Map([...changes].map(([row, columns]) => [row, new Map(columns)]));
  for (const { row, column, group } of members) {
    if (!broken.has(group)) continue;
    const columns = all.get(row) ?? new Map<number, CellChange>();
    const content = after.get(placeOf({ row, column }));
    const change = columns.get(column) ?? { row, column, before: content, after: content };
    all.set(row, columns.set(column, { ...change, before: withoutFormula(change.before) }));
  }
  return all;
}

function sharedCells(text: string, data: Element): Member[] {
  if (text.indexOf("shared", data.innerStart) < 0) return [];
  const members: Member[] = [];
  for (const row of rawRows(text, data)) {
    for (const { row: at, column, formula } of rawCells(text, row)) {
      const { t, si } = formula?.attributes ?? {};
      if (t === "shared" && si) members.push({ row: at, column, group: si, holdsFormula: formula!.text !== "" });
    }
  }
  return members;
}

function losesFormula({ row, column, holdsFormula }: Member, changes: CellChanges): boolean {
  const change = changes.get(row)?.get(column);
  return holdsFormula && change !== undefined && !isSameFormula(change.before, change.after);
}

/** What is compared with it then counts as changed, and is written out. */
function withoutFormula(cell: CellContent | undefined): CellContent | undefined {
  return cell && { ...cell, formula: undefined };
}
