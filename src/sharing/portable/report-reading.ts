import { parseArea, type Area } from "../../formulas/addresses";
import { sheetAndAddress } from "../../formulas/sheet-names";
import type { Located } from "../../formulas/workroom";
import { byPlace } from "../../xlsx/cell-changes";
import type { CellContent, SheetContent, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { addressesIn } from "./follow";
import type { CellRecord, PortableRecord } from "./record";
import { columns, FIRST_ENTRY } from "./report-sheet";
import { isTitle, type Tier, tiers, titles } from "./texts";

/** What the report sheet of a portable copy knows of one conversion, as it stands now. */
interface Entry {
  readonly record: CellRecord;
  /** Where its cell is now. */
  readonly now?: Located;
  /** Where those references are now that the native form does not hold. */
  readonly follows: readonly string[];
}

/** The report sheet, by the place of each formula when the copy was made. */
export type ReportEntries = ReadonlyMap<string, Entry>;

export const isAdded = (sheet: SheetContent, kind: keyof typeof titles): boolean =>
  isTitle(sheet.cells.find(({ row, column }) => row === 0 && column === 0)?.value, kind);

export const recordKey = (sheet: string, { row, column }: Area): string => `${sheet}!${row},${column}`;

/** Reads the list; formulas in it have followed their cells wherever rows and columns came and went. */
export function entriesIn({ sheets }: WorkbookContent): ReportEntries {
  const report = sheets.find((sheet) => isAdded(sheet, "report"));
  const entries = new Map<string, Entry>();
  if (!report) return entries;
  const cells = byPlace(report.cells);
  const at = (row: number, column: number) => cells.get(placeOf({ row, column }));
  const last = report.cells.reduce((most, { row }) => Math.max(most, row), 0);
  for (let row = FIRST_ENTRY; row <= last; row++) {
    const entry = entryAt((column) => at(row, column));
    if (entry) entries.set(recordKey(entry.record.sheet, entry.record.area), entry);
  }
  return entries;
}

function entryAt(at: (column: number) => CellContent | undefined): Entry | undefined {
  const { sheet, address } = sheetAndAddress(String(at(columns.cell)?.value ?? ""));
  const area = parseArea(address);
  const original = at(columns.original)?.value;
  if (sheet === undefined || !area || typeof original !== "string") return undefined;
  const converted = at(columns.converted)?.value;
  const record: CellRecord = {
    sheet,
    area,
    original,
    tier: tierOf(at(columns.tier)?.value),
    ...(typeof converted === "string" && converted !== "" && { converted }),
  };
  const now = located(at(columns.now)?.formula);
  return { record, ...(now && { now }), follows: addressesIn(at(columns.follows)?.formula ?? "") };
}

const tierOf = (text: unknown): Tier =>
  (Object.keys(tiers) as Tier[]).find((tier) => Object.values(tiers[tier]).some((each) => each === text)) ?? "value";

function located(formula: string | undefined): Located | undefined {
  const { sheet, address } = sheetAndAddress(formula?.replace(/^=/, "") ?? "");
  const area = parseArea(address);
  return sheet !== undefined && area ? { sheet, area } : undefined;
}

/** What the report tells where the part for programs was lost on the way. */
export const recordFrom = (entries: ReportEntries): PortableRecord | undefined =>
  entries.size === 0 ? undefined : { cells: [...entries.values()].map(({ record }) => record), definitions: [] };
