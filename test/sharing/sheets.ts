import { parseCell } from "../../src/formulas/addresses";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../src/xlsx/content";

/** What a cell is written as: a formula with "=", else a value. */
type Written = CellValue | Pick<CellContent, "formula" | "value" | "note" | "spill" | "format">;

const cellFrom = (written: Written): Omit<CellContent, "row" | "column"> => {
  if (typeof written === "string" && written.startsWith("=")) return { formula: written, value: 1 };
  if (typeof written === "object" && written !== null && !("error" in written)) return written;
  return { value: written };
};

/** A sheet from addresses and what stands there. */
export const sheet = (
  name: string,
  cells: Readonly<Record<string, Written>>,
  more: Partial<SheetContent> = {},
): SheetContent => ({
  name,
  cells: Object.entries(cells).map(([address, written]) => ({ ...parseCell(address)!, ...cellFrom(written) })),
  tables: [],
  merges: [],
  columnWidths: {},
  ...more,
});

export const workbook = (...sheets: SheetContent[]): WorkbookContent => ({ sheets, names: [], customXml: [] });
