import type { CellContent, SheetContent, WorkbookContent } from "../../../src/xlsx/content";

export const sheet = (name: string, cells: readonly CellContent[], more: Partial<SheetContent> = {}): SheetContent =>
  ({ name, cells, tables: [], merges: [], columnWidths: {}, ...more });

export const book = (...sheets: readonly SheetContent[]): WorkbookContent => ({ sheets, names: [], customXml: [] });

export const value = (row: number, column: number, held: CellContent["value"]): CellContent => ({ row, column, value: held });

export const formula = (row: number, column: number, text: string, more: Partial<CellContent> = {}): CellContent =>
  ({ row, column, value: null, formula: text, ...more });

/** Nine makers in A1:A9, their capacities in B1:B9, a key of the reference data in C1. */
export const inputs: readonly CellContent[] = [
  ...[30, 25, 12, 9, 8, 7, 5, 3, 1].map((output, row) => value(row, 0, output)),
  ...[120, 100, 60, 55, 40, 30, 20, 10, 8].map((capacity, row) => value(row, 1, capacity)),
  value(0, 2, "BYD"),
];

/** The inputs with a formula a row from E1 down, and a second sheet. */
export const planOf = (formulas: readonly string[], more: readonly CellContent[] = []): WorkbookContent => book(
  sheet("Plan", [...inputs, ...formulas.map((text, row) => formula(row, 4, text)), ...more]),
  sheet("Rates", [value(0, 0, 3), value(1, 0, 4), value(2, 0, 5)]),
);
