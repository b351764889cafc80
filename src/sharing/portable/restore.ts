import { type Area, cellAddress } from "../../formulas/addresses";
import { movedReferences, Movements } from "../../formulas/aligned";
import { filledFrom } from "../../formulas/shifted-formula";
import { onSheet } from "../../formulas/sheet-names";
import type { Texts } from "../../refusal";
import type { CellContent, NameContent, SheetContent, WorkbookContent } from "../../xlsx/content";
import { untrackedReferences } from "./follow";
import { type Found, foundCells } from "./found-cells";
import { type CellRecord, type DefinitionRecord, recordIn, withoutRecord } from "./record";
import { entriesIn, isAdded, recordFrom, recordKey, type ReportEntries } from "./report-reading";
import { type SimulatedInput, withoutSimulation } from "./simulated-inputs";

/** A cell with all that its formula filled when the copy was made. */
export interface RestoredCell extends Area {
  readonly sheet: string;
  readonly formula: string;
}

/** A formula that was not brought back; what stands in its place is not touched. */
export interface LeftCell {
  /** Where it stood when the copy was made. */
  readonly place: string;
  readonly original: string;
  readonly why: Texts;
}

export interface Restoration {
  readonly content: WorkbookContent;
  readonly restored: readonly RestoredCell[];
  /** Those that a carried simulation drew, with their own numbers again. */
  readonly inputs: readonly SimulatedInput[];
  readonly left: readonly LeftCell[];
}

/** Brings the original formulas of a portable copy back; undefined for a workbook that is none. */
export function restoration(copy: WorkbookContent): Restoration | undefined {
  const { content, inputs } = withoutSimulation(copy);
  const entries = entriesIn(content);
  const record = recordIn(content) ?? recordFrom(entries);
  if (!record) return undefined;
  const found = foundCells(content, record.cells, entries);
  const changes = new Map<CellContent, CellContent>();
  const restored: RestoredCell[] = [];
  const left: LeftCell[] = [];
  for (const each of record.cells) {
    const there = found.get(each);
    const formula = there && originalAt(each, there, entries);
    if (!there || formula === undefined) {
      left.push(leftAt(each));
      continue;
    }
    changes.set(there.cell, restoredCell(there.cell, each, formula));
    const { row, column } = there.cell;
    restored.push({ ...each.area, sheet: there.sheet, row, column, formula });
  }
  const sheets = content.sheets.map((sheet) => withDefinitions(withChanges(sheet, changes), record.definitions));
  const names = content.names.map((name) => restoredName(name, record.definitions));
  const after = { ...content, names, sheets, customXml: withoutRecord(content.customXml) };
  return { content: withoutAdded(after), restored, inputs, left };
}

function leftAt({ sheet, area, original }: CellRecord): LeftCell {
  return { place: onSheet(sheet, cellAddress(area.row, area.column)), original, why: replaced };
}

const replaced: Texts = {
  en: "what stood in its place was changed, moved out of reach or deleted",
  zh: "原位置的内容已被修改、移走或删除",
};

/** The original with its references where they have gone since; undefined where that cannot be told. */
function originalAt(record: CellRecord, { sheet, cell }: Found, entries: ReportEntries): string | undefined {
  const { original, converted, area } = record;
  const movements = new Movements(record.sheet, sheet);
  if (converted !== undefined) {
    const pairs = movedReferences(converted, cell.formula ?? "");
    if (!pairs) return undefined;
    movements.add(pairs);
  }
  const follows = entries.get(recordKey(record.sheet, area))?.follows ?? [];
  const untracked = untrackedReferences(original, converted);
  if (follows.length === untracked.length) movements.add(untracked.map((then, i) => [then, follows[i]!] as const));
  if (movements.isAmbiguous) return undefined;
  const isTracked = untracked.length === 0 || follows.length === untracked.length;
  if (isTracked) return movements.applied(original);
  return converted === undefined ? filled(original, record, cell) : movements.applied(original);
}

const filled = (formula: string, { area }: CellRecord, { row, column }: CellContent): string =>
  filledFrom(formula, cellAddress(area.row, area.column))(cellAddress(row, column));

function restoredCell(was: CellContent, { area: { rows, columns }, note }: CellRecord, formula: string): CellContent {
  const spill = rows * columns > 1 ? { rows, columns } : undefined;
  const restored = { ...was, formula, spill, legacyArray: undefined };
  return note === undefined ? restored : { ...restored, note: note || undefined };
}

const withChanges = (sheet: SheetContent, changes: ReadonlyMap<CellContent, CellContent>): SheetContent => {
  return { ...sheet, cells: sheet.cells.map((cell) => changes.get(cell) ?? cell) };
};

function withDefinitions(sheet: SheetContent, definitions: readonly DefinitionRecord[]): SheetContent {
  const columns = definitions.filter(({ kind }) => kind === "column");
  if (columns.length === 0) return sheet;
  const tables = sheet.tables.map((table) => {
    const own = columns.filter(({ name, column }) => name === table.name && table.columns.includes(column ?? ""));
    if (own.length === 0) return table;
    const calculated = Object.fromEntries(own.map(({ column, original }) => [column!, original]));
    return { ...table, calculated: { ...table.calculated, ...calculated } };
  });
  return { ...sheet, tables };
}

function restoredName(name: NameContent, definitions: readonly DefinitionRecord[]): NameContent {
  const record = definitions.find((each) => each.kind === "name" && each.name === name.name && each.sheet === name.sheet);
  if (record?.converted === undefined) return name;
  const pairs = movedReferences(record.converted, name.formula);
  if (!pairs) return name;
  const movements = new Movements("", "");
  movements.add(pairs);
  return { ...name, formula: movements.applied(record.original) };
}

/** Without the report, and without the helper sheet unless a formula that was not restored still needs it. */
function withoutAdded(content: WorkbookContent): WorkbookContent {
  const kept = content.sheets.filter((sheet) => !isAdded(sheet, "report"));
  const needed = (helper: SheetContent): boolean =>
    kept.some((sheet) => sheet !== helper && sheet.cells.some(({ formula }) => formula?.includes(helper.name)));
  return { ...content, sheets: kept.filter((sheet) => !isAdded(sheet, "helper") || needed(sheet)) };
}

