import { areaAddress, covers } from "../formulas/addresses";
import { isSameName } from "../formulas/same-name";
import { storedFormula, type Surroundings } from "../formulas/stored-formula";
import { byPlace, type CellChange, type CellChanges, cellChanges, hasContent, isSameFormula } from "./cell-changes";
import type { ValuesOf } from "./chart-xml";
import type { Area, CellContent, SheetContent } from "./content";
import type { Package } from "./package";
import { withUnshared } from "./shared-formulas";
import type { StyleEditor } from "./style-editor";
import { writeLook } from "./sheet-look";
import { writeValidations } from "./validations";
import { changedSheetData, type RowHeights } from "./write-cells";
import { writeCharts } from "./write-charts";
import { writeConditions } from "./write-conditional-formats";
import { writeNotes } from "./write-notes";
import { withTableHeaders, writeTables } from "./write-tables";
import { type Attributes, child, children } from "./xml";
import { XmlEditor, xmlElement } from "./xml-editor";

const order = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
  "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
  "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
  "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
  "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
  "webPublishItems", "tableParts", "extLst",
];

export interface SheetTargets {
  readonly styles: StyleEditor;
  readonly surroundings: Surroundings;
  readonly valuesOf: ValuesOf;
  dynamicArrayNumber(): number;
}

export interface SheetOutcome {
  readonly changed: boolean;
  /** A formula came, went or changed: what the file says of the order of calculation no longer holds. */
  readonly formulasChanged: boolean;
}

/** Brings the part of a sheet in line with the content, and leaves alone whatever has not changed. */
export function writeSheet(
  parts: Package,
  path: string,
  before: SheetContent,
  content: SheetContent,
  targets: SheetTargets,
): SheetOutcome {
  const after = withTableHeaders(withFormerTables(before, content));
  const changes = cellChanges(before.cells, after.cells);
  const changed = parts.read(path, (text) => {
    const editor = new XmlEditor(text, order, "sheetData");
    const heights = changedHeights(before.rowHeights, after.rowHeights);
    if (changes.size + heights.size > 0) writeCells(editor, changes, heights, after, targets);
    writeMerges(editor, before.merges, after.merges);
    writeWidths(editor, before.columnWidths, after.columnWidths);
    writeLook(editor, before, after);
    writeConditions(editor, targets.styles, before.conditionalFormats, after.conditionalFormats);
    writeValidations(editor, before.validations, after.validations);
    writeCharts(parts, path, editor, before.charts, after.charts, targets.valuesOf);
    writeNotes(parts, path, editor, before.cells, after.cells);
    writeTables(parts, path, editor, before.tables, after, targets.surroundings);
    return editor.changed ? editor.toString() : undefined;
  });
  if (changed !== undefined) parts.write(path, changed);
  const formulasChanged = [...changes.values()].some((row) => [...row.values()].some(changesFormula));
  return { changed: changed !== undefined, formulasChanged };
}

function changesFormula({ before, after }: CellChange): boolean {
  return !isSameFormula(before, after);
}

/** What a table of the content leaves unsaid of header and totals is as it was. */
function withFormerTables(before: SheetContent, after: SheetContent): SheetContent {
  const tables = after.tables.map((table) => {
    const was = before.tables.find(({ name }) => isSameName(name, table.name));
    return { ...table, headless: table.headless ?? was?.headless, totals: table.totals ?? was?.totals };
  });
  return { ...after, tables };
}

function writeCells(
  editor: XmlEditor,
  changes: CellChanges,
  heights: RowHeights,
  sheet: SheetContent,
  targets: SheetTargets,
): void {
  const { styles, surroundings, dynamicArrayNumber } = targets;
  const data = child(editor.root, "sheetData");
  if (!data) throw new SyntaxError("no sheetData");
  const stored = (cell: CellContent) => {
    const table = sheet.tables.find(({ area }) => covers(area, cell.row, cell.column))?.name;
    return storedFormula(cell.formula ?? "", { ...surroundings, table });
  };
  const complete = withUnshared(editor.text, data, changes, byPlace(sheet.cells));
  const rows = new Map([...heights.keys()].map((row): [number, ReadonlyMap<number, CellChange>] => [row, new Map()]));
  for (const [row, columns] of complete) rows.set(row, columns);
  editor.setInner(data, changedSheetData(editor.text, data, rows, { styles, stored, dynamicArrayNumber, heights }));
  const used = usedArea(sheet.cells);
  if (used) editor.put("dimension", xmlElement("dimension", { ref: areaAddress(used) }));
}

function usedArea(cells: readonly CellContent[]): Area | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (const cell of cells) {
    if (!hasContent(cell)) continue;
    top = Math.min(top, cell.row);
    left = Math.min(left, cell.column);
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function writeMerges(editor: XmlEditor, before: readonly Area[], after: readonly Area[]): void {
  const areas = after.map(areaAddress);
  if ([...areas].sort().join() === before.map(areaAddress).sort().join()) return;
  const list = child(editor.root, "mergeCells");
  const inner = areas.map((ref) => xmlElement("mergeCell", { ref })).join("");
  if (inner) editor.put("mergeCells", xmlElement("mergeCells", { count: areas.length }, inner));
  else if (list) editor.remove(list);
}

type Widths = SheetContent["columnWidths"];

/** Engines that count in pixels give back widths and heights that differ by less than this. */
const TOLERANCE = 0.01;

type Heights = SheetContent["rowHeights"];

/** A row that no longer has a height of its own is as high as what it holds. */
function changedHeights(before: Heights = {}, after: Heights = {}): RowHeights {
  const rows = Object.keys({ ...before, ...after }).map(Number);
  const differ = rows.filter((row) => !(Math.abs((before[row] ?? -1) - (after[row] ?? -1)) < TOLERANCE));
  return new Map(differ.map((row) => [row, after[row]]));
}

function writeWidths(editor: XmlEditor, before: Widths, after: Widths): void {
  const changed = Object.entries(after).filter(([column, width]) => {
    return !(Math.abs(width - (before[Number(column)] ?? -1)) < TOLERANCE);
  });
  if (changed.length === 0) return;
  let spans = children(child(editor.root, "cols"), "col").map(({ attributes }) => attributes);
  for (const [column, width] of changed) spans = withWidth(spans, Number(column) + 1, width);
  const cols = spans.sort((a, b) => Number(a.min) - Number(b.min)).map((span) => xmlElement("col", span));
  editor.put("cols", xmlElement("cols", {}, cols.join("")));
}

/** Cuts a column out of the span that covers it, which keeps its style and the like on both sides. */
function withWidth(spans: readonly Attributes[], column: number, width: number): Attributes[] {
  const own = { min: String(column), max: String(column), width: String(width), customWidth: "1" };
  const at = spans.findIndex(({ min, max }) => Number(min) <= column && column <= Number(max));
  if (at < 0) return [...spans, own];
  const span = spans[at];
  const pieces: Attributes[] = [
    { ...span, max: String(column - 1) }, { ...span, ...own }, { ...span, min: String(column + 1) },
  ];
  const left = pieces.filter(({ min, max }) => Number(min) <= Number(max));
  return [...spans.slice(0, at), ...left, ...spans.slice(at + 1)];
}
