import { parseArea } from "../formulas/addresses";
import { typedFormula } from "../formulas/stored-formula";
import { listed, type Area, type CellContent, type SheetContent, type TableContent } from "./content";
import { type Notes, readNotes } from "./notes";
import type { Package } from "./package";
import { cellAt, placeOf } from "./places";
import { type CellSources, readCells } from "./read-cells";
import { readCharts } from "./read-charts";
import { readConditions } from "./conditional-formats";
import { readLook } from "./sheet-look";
import { isOn } from "./styles";
import { readValidations } from "./validations";
import { child, children, decodeExcelText, type Element, innerText, parseXml } from "./xml";

/** Width entries often run to the last column: what lies so far beyond the content is not worth listing. */
const COLUMNS_BEYOND_CONTENT = 26;

type Grid = Omit<SheetContent, "name" | "id" | "hidden">;

export function readSheet(parts: Package, path: string, sources: CellSources): Grid {
  return parts.read(path, (text) => {
    const root = parseXml(text, "sheetData");
    const cells = withNotes(readCells(text, child(root, "sheetData"), sources), readNotes(parts, path));
    return {
      cells,
      tables: readTables(parts, path),
      merges: readMerges(root),
      columnWidths: readWidths(root, cells),
      ...readLook(text, root, sources.styles),
      ...listed("validations", readValidations(text, root)),
      ...listed("conditionalFormats", readConditions(text, root, sources.styles)),
      ...listed("charts", readCharts(parts, path)),
    };
  });
}

function withNotes(cells: CellContent[], notes: Notes): CellContent[] {
  if (notes.size === 0) return cells;
  const left = new Map(notes);
  const noted = cells.map((cell) => {
    const note = notes.get(placeOf(cell));
    left.delete(placeOf(cell));
    return note === undefined ? cell : { ...cell, note };
  });
  const lone = [...left].map(([place, note]) => ({ ...cellAt(place), value: null, note }));
  return [...noted, ...lone].sort((a, b) => placeOf(a) - placeOf(b));
}

function readMerges(root: Element): Area[] {
  return children(child(root, "mergeCells"), "mergeCell")
    .map(({ attributes }) => parseArea(attributes.ref ?? ""))
    .filter((area) => area !== undefined);
}

function readWidths(root: Element, cells: readonly CellContent[]): Record<number, number> {
  const used = cells.reduce((most, { column }) => Math.max(most, column + 1), 0) + COLUMNS_BEYOND_CONTENT;
  const widths: Record<number, number> = {};
  for (const { attributes: { min, max, width, hidden } } of children(child(root, "cols"), "col")) {
    if (width === undefined || isOn(hidden, false)) continue;
    for (let column = Number(min) - 1; column < Math.min(Number(max), used); column++) widths[column] = Number(width);
  }
  return widths;
}

function readTables(parts: Package, path: string): TableContent[] {
  return parts.relationships(path)
    .filter(({ type, target }) => type === "table" && parts.has(target))
    .map(({ target }) => parts.read(target, readTable))
    .filter((table) => table !== undefined);
}

/** A table part; undefined for one that is filled from elsewhere and lies nowhere. */
function readTable(text: string): TableContent | undefined {
  const root = parseXml(text);
  const { displayName, name = displayName, ref, headerRowCount, totalsRowCount } = root.attributes;
  const area = parseArea(ref ?? "");
  if (!area || name === undefined) return undefined;
  const columns = children(child(root, "tableColumns"), "tableColumn");
  const style = child(root, "tableStyleInfo")?.attributes.name;
  const calculated = readCalculated(text, columns);
  return {
    name: displayName ?? name,
    area,
    columns: columns.map(columnTitle),
    ...(style && { style }),
    ...(calculated && { calculated }),
    ...(headerRowCount === "0" && { headless: true }),
    ...(Number(totalsRowCount ?? 0) > 0 && { totals: true }),
  };
}

export function columnTitle({ attributes }: Element): string {
  return decodeExcelText(attributes.name ?? "");
}

function readCalculated(text: string, columns: readonly Element[]): TableContent["calculated"] {
  const found = columns.flatMap((column) => {
    const formula = child(column, "calculatedColumnFormula");
    return formula ? [[columnTitle(column), typedFormula(decodeExcelText(innerText(text, formula)))]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

