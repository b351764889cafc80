import { cellAddress } from "../../formulas/addresses";
import { relativeText, skeletonOf } from "../../formulas/aligned";
import type { Located } from "../../formulas/workroom";
import { grouped } from "../../maths/grouped";
import { byPlace } from "../../xlsx/cell-changes";
import type { CellContent, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { holdsFormula, type FormulaContent } from "./plan-options";
import { type CellRecord, valuesIn } from "./record";
import { isSameResult } from "./compare";
import { recordKey, type ReportEntries } from "./report-reading";

export interface Found {
  readonly sheet: string;
  readonly cell: CellContent;
}

/** Finds for each record the cell that holds its native form, or its value, now. */
export function foundCells(
  content: WorkbookContent,
  records: readonly CellRecord[],
  entries: ReportEntries,
): Map<CellRecord, Found> {
  const sheets = new Map(content.sheets.map(({ name, cells }) => [name, byPlace(cells)]));
  const found = new Map<CellRecord, Found>();
  const claimed = new Set<CellContent>();
  const claim = (record: CellRecord, { sheet, area }: Located): void => {
    const cell = sheets.get(sheet)?.get(placeOf(area));
    if (!cell || claimed.has(cell) || !holds(cell, record, sheets.get(sheet)!)) return;
    claimed.add(cell);
    found.set(record, { sheet, cell });
  };
  for (const record of records) {
    const now = entries.get(recordKey(record.sheet, record.area))?.now;
    if (now) claim(record, now);
  }
  const rest = records.filter((record) => !found.has(record));
  for (const record of rest) if (record.converted === undefined) claim(record, record);
  const formulas = rest.filter(({ converted }) => converted !== undefined);
  grouped(formulas, ({ sheet }) => sheet).forEach((group, sheet) => {
    const free = [...(sheets.get(sheet)?.values() ?? [])].filter(holdsFormula).filter((cell) => !claimed.has(cell));
    for (const [record, cell] of pairs(group, free)) found.set(record, { sheet, cell });
  });
  return found;
}

type Cells = ReadonlyMap<number, CellContent>;

function holds({ formula, ...cell }: CellContent, { converted, values, area }: CellRecord, cells: Cells): boolean {
  if (converted !== undefined) return formula !== undefined && skeletonOf(formula) === skeletonOf(converted);
  if (formula !== undefined) return false;
  const now = valuesIn(cells, { ...area, row: cell.row, column: cell.column });
  return (values ?? now).every((row, r) => row.every((value, c) => isSameResult(value, now[r]![c]!)));
}

type Pair = readonly [CellRecord, FormulaContent];

/** Pairs formulas by what they say: first those that refer to the same places from where they stand, then in order. */
function pairs(records: readonly CellRecord[], cells: readonly FormulaContent[]): Pair[] {
  const exact = inOrder(records, cells, relativeRecord, relativeCell);
  const done = new Set<unknown>(exact.flat());
  const left = [records.filter((record) => !done.has(record)), cells.filter((cell) => !done.has(cell))] as const;
  const alike = inOrder(...left, ({ converted }) => skeletonOf(converted!), ({ formula }) => skeletonOf(formula));
  return [...exact, ...alike];
}

const relativeRecord = ({ converted, area }: CellRecord): string =>
  relativeText(converted!, cellAddress(area.row, area.column));

const relativeCell = ({ formula, row, column }: FormulaContent): string =>
  relativeText(formula, cellAddress(row, column));

/** Of those that say the same: at the same address, or all in order where there are as many of them as there were. */
function inOrder(
  records: readonly CellRecord[],
  cells: readonly FormulaContent[],
  ofRecord: (record: CellRecord) => string,
  ofCell: (cell: FormulaContent) => string,
): Pair[] {
  const groups = grouped(cells, ofCell);
  return [...grouped(records, ofRecord)].flatMap(([key, wanted]): Pair[] => {
    const there = groups.get(key) ?? [];
    if (there.length === wanted.length) return byPosition(wanted).map((record, i) => [record, there[i]!]);
    return wanted.flatMap((record): Pair[] => {
      const same = there.find(({ row, column }) => row === record.area.row && column === record.area.column);
      return same ? [[record, same]] : [];
    });
  });
}

const byPosition = (records: readonly CellRecord[]): CellRecord[] =>
  [...records].sort((a, b) => placeOf(a.area) - placeOf(b.area));
