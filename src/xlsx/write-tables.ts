import { areaAddress } from "../formulas/addresses";
import { type StoredFormula, storedFormula, type Surroundings } from "../formulas/stored-formula";
import { partTypes, xmlPart } from "./blank";
import { byPlace } from "./cell-changes";
import type { CellContent, SheetContent, TableContent } from "./content";
import type { Package, Relationship } from "./package";
import { placeOf } from "./places";
import { columnTitle } from "./read-sheet";
import { child, children, type Element, encodeExcelText, escapeXml } from "./xml";
import { XmlEditor, xmlElement } from "./xml-editor";

/** By the title of the column. */
type Formulas = ReadonlyMap<string, StoredFormula>;

const order = ["autoFilter", "sortState", "tableColumns", "tableStyleInfo", "extLst"];

/**
 * Excel repairs a file in which the header of a table is not the text of its cell:
 * the cell decides, and where it cannot the cell is given the title.
 */
export function withTableHeaders(sheet: SheetContent): SheetContent {
  if (sheet.tables.length === 0) return sheet;
  const cells = new Map(byPlace(sheet.cells));
  const tables = sheet.tables.map((table) => {
    if (table.headless) return table;
    const columns = titles(table, cells);
    columns.forEach((title, index) => {
      const place = { row: table.area.row, column: table.area.column + index };
      const cell = cells.get(placeOf(place));
      if (cell?.value === title) return;
      cells.set(placeOf(place), { ...cell, ...place, value: title, formula: undefined, spill: undefined });
    });
    return { ...table, columns };
  });
  return { ...sheet, tables, cells: [...cells.values()].sort((a, b) => placeOf(a) - placeOf(b)) };
}

function titles({ area, columns }: TableContent, cells: ReadonlyMap<number, CellContent>): string[] {
  const seen = new Set<string>();
  return columns.map((column, index) => {
    const value = cells.get(placeOf({ row: area.row, column: area.column + index }))?.value ?? null;
    const wanted = value === null || typeof value === "object" ? column : String(value);
    let title = wanted;
    for (let copy = 2; title === "" || seen.has(title.toLowerCase()); copy++) title = `${wanted || "Column"}${copy}`;
    seen.add(title.toLowerCase());
    return title;
  });
}

/** Brings the table parts of a sheet in line with the content. */
export function writeTables(
  parts: Package,
  path: string,
  editor: XmlEditor,
  before: readonly TableContent[],
  after: SheetContent,
  surroundings: Surroundings,
): void {
  const former = byName(before);
  const present = tableParts(parts, path);
  const kept = after.tables.map((table) => {
    const key = table.name.toLowerCase();
    const found = present.get(key);
    const was = former.get(key);
    const formulas = calculatedFormulas(table, after, { ...surroundings, table: table.name });
    present.delete(key);
    if (!found || !was) return addTable(parts, path, table, formulas);
    if (!isSameTable(was, table)) changeTable(parts, found.target, { ...was, ...table }, formulas);
    return found.id;
  });
  const unread = dropTables(parts, path, present, former);
  writeTableParts(editor, [...kept, ...unread], parts.typeBase);
}

function byName(tables: readonly TableContent[]): Map<string, TableContent> {
  return new Map(tables.map((table) => [table.name.toLowerCase(), table]));
}

function tableParts(parts: Package, path: string): Map<string, Relationship> {
  const related = parts.relationships(path).filter(({ type, target }) => type === "table" && parts.has(target));
  return new Map(related.map((relationship) => {
    const { displayName, name } = parts.root(relationship.target).attributes;
    return [(displayName ?? name ?? "").toLowerCase(), relationship];
  }));
}

/** What the content leaves unsaid is as before. */
function isSameTable(before: TableContent, after: TableContent): boolean {
  const { area, columns, style = before.style, calculated = before.calculated } = after;
  const facts = (table: TableContent) => JSON.stringify([
    areaAddress(table.area), table.columns, table.style, table.calculated,
  ]);
  return facts(before) === facts({ name: before.name, area, columns, style, calculated });
}

/** The formulas that new rows inherit: those the content names, or those alike in every row of a column. */
function calculatedFormulas(table: TableContent, sheet: SheetContent, surroundings: Surroundings): Formulas {
  const typed = Object.entries(table.calculated ?? alikeFormulas(table, sheet.cells));
  return new Map(typed.map(([column, formula]) => [column, storedFormula(formula, surroundings)]));
}

function alikeFormulas({ area, columns, headless, totals }: TableContent, cells: readonly CellContent[]) {
  const rows = area.rows - (headless ? 0 : 1) - (totals ? 1 : 0);
  const found = columns.map((title, index) => {
    const first = area.row + (headless ? 0 : 1);
    const inColumn = cells.filter(({ row, column }) => {
      return column === area.column + index && row >= first && row < first + rows;
    });
    const formulas = new Set(inColumn.map(({ formula }) => formula));
    const isWhole = rows > 1 && inColumn.length === rows && formulas.size === 1;
    return [title, isWhole ? inColumn[0].formula : undefined] as const;
  });
  return Object.fromEntries(found.flatMap(([title, formula]) => (formula ? [[title, formula] as const] : [])));
}

function addTable(parts: Package, sheet: string, table: TableContent, formulas: Formulas): string {
  const path = parts.freePath("xl/tables/table", ".xml");
  const attributes = { xmlns: parts.spreadsheet, id: nextTableId(parts) };
  parts.write(path, xmlPart(tableXml(table, attributes, formulas)));
  parts.declareType(path, partTypes.table);
  return parts.relate(sheet, "table", path);
}

function nextTableId(parts: Package): number {
  const paths = [...parts.parts.keys()].filter((path) => /^xl\/tables\/[^/]+\.xml$/i.test(path));
  return Math.max(0, ...paths.map((path) => Number(parts.root(path).attributes.id) || 0)) + 1;
}

function tableXml(table: TableContent, identity: { xmlns: string; id: number }, formulas: Formulas): string {
  const columns = table.columns.map((title, index) => columnXml(index + 1, title, formulas.get(title)));
  const filter = table.headless ? "" : xmlElement("autoFilter", { ref: filterArea(table) });
  const attributes = {
    ...identity, name: table.name, displayName: table.name, ref: areaAddress(table.area),
    headerRowCount: table.headless ? 0 : undefined, totalsRowCount: table.totals ? 1 : undefined,
    totalsRowShown: table.totals ? undefined : 0,
  };
  return xmlElement("table", attributes, filter
    + xmlElement("tableColumns", { count: columns.length }, columns.join(""))
    + styleXml(table.style ?? "TableStyleMedium2"));
}

function filterArea({ area, totals }: TableContent): string {
  return areaAddress(totals ? { ...area, rows: area.rows - 1 } : area);
}

function columnXml(id: number, title: string, formula: StoredFormula | undefined): string {
  return xmlElement("tableColumn", { id, name: encodeTitle(title) }, formula ? calculatedXml(formula) : "");
}

/** Excel writes a line break in a title as it writes characters that XML cannot hold. */
function encodeTitle(title: string): string {
  return encodeExcelText(title).replace(/\n/g, "_x000a_");
}

function calculatedXml({ text, dynamic }: StoredFormula): string {
  return xmlElement("calculatedColumnFormula", { array: dynamic ? 1 : undefined }, escapeXml(encodeExcelText(text)));
}

function styleXml(name: string): string {
  return xmlElement("tableStyleInfo", {
    name, showFirstColumn: 0, showLastColumn: 0, showRowStripes: 1, showColumnStripes: 0,
  });
}

function changeTable(parts: Package, path: string, table: TableContent, formulas: Formulas): void {
  parts.edit(path, (editor) => {
    const { root } = editor;
    editor.setAttributes(root, { ref: areaAddress(table.area) });
    const filter = child(root, "autoFilter");
    const list = children(child(root, "tableColumns"), "tableColumn");
    const isReshaped = list.map(columnTitle).join("\n") !== table.columns.join("\n");
    if (filter && isReshaped) editor.put("autoFilter", xmlElement("autoFilter", { ref: filterArea(table) }));
    else if (filter) editor.setAttributes(filter, { ref: filterArea(table) });
    for (const sorting of children(root, "sortState")) editor.remove(sorting);
    editor.put("tableColumns", changedColumns(editor, list, table, formulas));
    const style = child(root, "tableStyleInfo");
    if (style && table.style) editor.setAttributes(style, { name: table.style });
    else if (table.style) editor.put("tableStyleInfo", styleXml(table.style));
  }, order);
}

function changedColumns(editor: XmlEditor, list: readonly Element[], table: TableContent, formulas: Formulas): string {
  const former = new Map(list.map((column) => [columnTitle(column).toLowerCase(), column]));
  const titles = new Set(table.columns.map((title) => title.toLowerCase()));
  let id = Math.max(0, ...list.map(({ attributes }) => Number(attributes.id)));
  const columns = table.columns.map((title, index) => {
    const isRenamed = list.length === titles.size && !titles.has(columnTitle(list[index]).toLowerCase());
    const column = former.get(title.toLowerCase()) ?? (isRenamed ? list[index] : undefined);
    if (!column) return columnXml(++id, title, formulas.get(title));
    const formula = table.calculated && formulas.get(title);
    return changedColumn(editor.text.slice(column.start, column.end), title, formula);
  });
  return xmlElement("tableColumns", { count: columns.length }, columns.join(""));
}

function changedColumn(xml: string, title: string, formula: StoredFormula | undefined): string {
  const editor = new XmlEditor(xml, ["calculatedColumnFormula", "totalsRowFormula", "xmlColumnPr", "extLst"]);
  if (columnTitle(editor.root) !== title) editor.setAttributes(editor.root, { name: encodeTitle(title) });
  if (formula) editor.put("calculatedColumnFormula", calculatedXml(formula));
  return editor.toString();
}

/** Drops the parts of tables that are gone and answers with the ids of those that were never read. */
function dropTables(
  parts: Package,
  sheet: string,
  present: ReadonlyMap<string, Relationship>,
  former: ReadonlyMap<string, TableContent>,
): string[] {
  const unread: string[] = [];
  for (const [key, { id, target }] of present) {
    if (!former.has(key)) {
      unread.push(id);
      continue;
    }
    parts.unrelate(sheet, id);
    parts.delete(target);
  }
  return unread;
}

function writeTableParts(editor: XmlEditor, ids: readonly string[], idNamespace: string): void {
  const list = child(editor.root, "tableParts");
  const present = children(list, "tablePart").map(({ attributes }) => attributes[":id"]);
  if (present.join() === ids.join()) return;
  const inner = ids.map((id) => xmlElement("tablePart", { "xmlns:r": idNamespace, "r:id": id })).join("");
  if (inner) editor.put("tableParts", xmlElement("tableParts", { count: ids.length }, inner));
  else if (list) editor.remove(list);
}
