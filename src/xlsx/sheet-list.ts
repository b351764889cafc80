import { isSameName } from "../formulas/same-name";
import { blankSheet, partTypes } from "./blank";
import type { SheetContent } from "./content";
import type { Package } from "./package";
import { type SheetEntry, sheetEntries } from "./read-workbook";
import type { SheetOrder } from "./write-names";
import { child, children } from "./xml";
import { XmlEditor, xmlElement } from "./xml-editor";

/** A sheet of the content, what the file had of it, and its part, which a new sheet has by now too. */
export interface PlannedSheet {
  readonly after: SheetContent;
  readonly before: SheetContent;
  readonly entry?: SheetEntry;
  readonly path: string;
  readonly relationship: string;
}

export interface SheetPlan {
  readonly sheets: readonly PlannedSheet[];
  readonly entries: readonly SheetEntry[];
  readonly dropped: readonly SheetEntry[];
  readonly idNamespace: string;
}

/** Finds for each sheet of the content its part in the file, by id and else by name, and makes those missing. */
export function planSheets(
  parts: Package,
  workbook: string,
  before: readonly SheetContent[],
  after: readonly SheetContent[],
): SheetPlan {
  const entries = sheetEntries(parts, workbook, parts.root(workbook));
  const left = new Set(entries.filter(({ isGrid }) => isGrid));
  const found = new Map<SheetContent, SheetEntry>();
  for (const by of [sameId, sameName]) {
    for (const sheet of after.filter((each) => !found.has(each))) {
      const entry = [...left].find((each) => by(each, sheet));
      if (!entry) continue;
      found.set(sheet, entry);
      left.delete(entry);
    }
  }
  const sheets = after.map((sheet) => {
    const entry = found.get(sheet);
    const was = before.find(({ id }) => id === entry?.id);
    return entry && was ? { ...entry, entry, before: was, after: sheet } : newSheet(parts, workbook, sheet);
  });
  return { sheets, entries, dropped: [...left], idNamespace: parts.typeBase };
}

function sameId(entry: SheetEntry, { id }: SheetContent): boolean {
  return entry.id === id;
}

function sameName(entry: SheetEntry, { name }: SheetContent): boolean {
  return isSameName(entry.name, name);
}

function newSheet(parts: Package, workbook: string, after: SheetContent): PlannedSheet {
  const path = parts.freePath("xl/worksheets/sheet", ".xml");
  parts.write(path, blankSheet(parts.spreadsheet));
  parts.declareType(path, partTypes.worksheet);
  const before = { name: after.name, cells: [], tables: [], merges: [], columnWidths: {} };
  return { after, before, path, relationship: parts.relate(workbook, "worksheet", path) };
}

/** What only these sheets used is found and dropped when all is written. */
export function dropSheets(parts: Package, workbook: string, { dropped }: SheetPlan): void {
  for (const { path, relationship } of dropped) {
    parts.unrelate(workbook, relationship);
    parts.delete(path);
  }
}

interface Listed {
  readonly entry?: SheetEntry;
  readonly sheet?: PlannedSheet;
}

/** Writes names, order and visibility; sheets without cells stay at their place. */
export function writeSheetList(editor: XmlEditor, { sheets, entries, idNamespace }: SheetPlan): SheetOrder {
  const listed: Listed[] = sheets.map((sheet) => ({ sheet, entry: sheet.entry }));
  entries.forEach((entry, index) => {
    if (!entry.isGrid) listed.splice(index, 0, { entry });
  });
  const list = child(editor.root, "sheets");
  if (!list) throw new SyntaxError("no list of sheets");
  let id = Math.max(0, ...entries.map((entry) => Number(entry.id)));
  const inner = listed.map((each) => {
    return each.entry ? formerXml(editor.text, each.entry, each.sheet?.after) : newXml(each.sheet!, ++id, idNamespace);
  }).join("");
  const present = list.children.map(({ start, end }) => editor.text.slice(start, end)).join("");
  if (inner !== present) editor.setInner(list, inner);
  writeActiveTab(editor, listed, entries);
  return {
    newIndex: (old) => {
      const index = listed.findIndex(({ entry }) => entry === entries[old]);
      return index < 0 ? undefined : index;
    },
    indexOf: (name) => listed.findIndex((each) => nameOf(each)?.toLowerCase() === name.toLowerCase()),
  };
}

function nameOf({ sheet, entry }: Listed): string | undefined {
  return sheet?.after.name ?? entry?.name;
}

function newXml({ after, relationship }: PlannedSheet, sheetId: number, idNamespace: string): string {
  const attributes = { name: after.name, sheetId, state: after.hidden ? "hidden" : undefined };
  return xmlElement("sheet", { ...attributes, "xmlns:r": idNamespace, "r:id": relationship });
}

function formerXml(text: string, entry: SheetEntry, after?: SheetContent): string {
  const editor = new XmlEditor(text.slice(entry.element.start, entry.element.end));
  const { name, hidden = false } = after ?? entry;
  if (name !== entry.name) editor.setAttributes(editor.root, { name });
  if (hidden !== entry.hidden) editor.setAttributes(editor.root, { state: hidden ? "hidden" : undefined });
  return editor.toString();
}

/** The sheet that Excel shows first must be there and not be hidden. */
function writeActiveTab(editor: XmlEditor, listed: readonly Listed[], entries: readonly SheetEntry[]): void {
  for (const view of children(child(editor.root, "bookViews"), "workbookView")) {
    const active = Number(view.attributes.activeTab ?? 0);
    const moved = listed.findIndex(({ entry }) => entry !== undefined && entry === entries[active]);
    const isShown = moved >= 0 && !isHidden(listed[moved]);
    const shown = isShown ? moved : listed.findIndex((each) => !isHidden(each));
    if (shown !== active) editor.setAttributes(view, { activeTab: shown, firstSheet: undefined });
  }
}

function isHidden({ sheet, entry }: Listed): boolean {
  return sheet ? sheet.after.hidden === true : entry?.hidden === true;
}

