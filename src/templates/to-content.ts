import type { SheetContent, WorkbookContent } from "../xlsx/content";
import { formatOf } from "./looks";
import type { PlacedSheet, PlacedTemplate } from "./placed";

/** A workbook that holds the template alone, for a calculation without Excel; what content cannot say is left out. */
export const toContent = ({ sheets, names }: PlacedTemplate): WorkbookContent => ({
  sheets: sheets.map(sheetContent),
  names: names.map(({ name, formula, comment }) => ({ name, formula, comment })),
  customXml: [],
});

const sheetContent = ({ name, cells, tables, merges, columnWidths }: PlacedSheet): SheetContent => ({
  name,
  cells: cells.map(({ role, numberFormat, ...cell }) => ({ ...cell, format: formatOf(role, numberFormat) })),
  tables,
  merges,
  columnWidths,
});
