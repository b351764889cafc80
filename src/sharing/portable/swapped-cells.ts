import type { CellContent, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";

export interface Swapped {
  /** The workbook with other cells in the place of some. */
  readonly content: WorkbookContent;
  readonly any: boolean;
  /** The results of that workbook, with the formulas that stood there before. */
  withFormulas(results: WorkbookContent): WorkbookContent;
}

type Becomes = (cell: CellContent, sheet: string) => CellContent;

/** Only formulas are swapped; a cell that stays is handed back as it is. */
export function swapped(content: WorkbookContent, swap: Becomes): Swapped {
  const formulas = new Map<string, string | undefined>();
  const keyOf = (cell: CellContent, sheet: string): string => `${sheet}!${placeOf(cell)}`;
  const swappedContent = withCells(content, (cell, sheet) => {
    const other = swap(cell, sheet);
    if (other !== cell) formulas.set(keyOf(cell, sheet), cell.formula);
    return other;
  });
  return {
    content: swappedContent,
    any: formulas.size > 0,
    withFormulas: (results) => withCells(results, (cell, sheet) => {
      const formula = formulas.get(keyOf(cell, sheet));
      return formula === undefined ? cell : { ...cell, formula };
    }),
  };
}

const withCells = (content: WorkbookContent, becomes: Becomes): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => becomes(cell, sheet.name)) })),
});
