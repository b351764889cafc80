import { cellAddress, MAX_COLUMNS, MAX_ROWS } from "../formulas/addresses";
import type { Area, SheetContent, WorkbookContent } from "./content";
import {
  duplicateSheetName, formulaTooLong, invalidSheetName, noVisibleSheet, outsideGrid, textTooLong,
} from "./failures";
import { MAX_FORMULA_LENGTH, MAX_SHEET_NAME_LENGTH, MAX_TEXT_LENGTH } from "./limits";

/** Refuses what Excel would not open again or would repair away. */
export function checkContent({ sheets }: WorkbookContent): void {
  if (sheets.every(({ hidden }) => hidden)) throw noVisibleSheet();
  const names = new Set<string>();
  for (const sheet of sheets) {
    checkName(sheet.name);
    if (names.has(sheet.name.toLowerCase())) throw duplicateSheetName(sheet.name);
    names.add(sheet.name.toLowerCase());
    checkCells(sheet);
    const areas = [...sheet.merges, ...sheet.tables.map(({ area }) => area)];
    if (!areas.every(isInGrid)) throw outsideGrid(sheet.name);
  }
}

function checkName(name: string): void {
  const fits = name.trim() !== "" && name.length <= MAX_SHEET_NAME_LENGTH;
  if (!fits || /[[\]:*?/\\]|^'|'$/.test(name)) throw invalidSheetName(name);
}

function checkCells({ name, cells }: SheetContent): void {
  for (const { row, column, value, formula, spill } of cells) {
    if (!isInGrid({ row, column, rows: 1, columns: 1, ...spill })) throw outsideGrid(name);
    const address = () => `${name}!${cellAddress(row, column)}`;
    if (typeof value === "string" && value.length > MAX_TEXT_LENGTH) throw textTooLong(address(), MAX_TEXT_LENGTH);
    if (formula && formula.length > MAX_FORMULA_LENGTH) throw formulaTooLong(address(), MAX_FORMULA_LENGTH);
  }
}

function isInGrid({ row, column, rows, columns }: Area): boolean {
  return row >= 0 && column >= 0 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;
}
