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
  const formulas = new Map(content.sheets.map(({ name }) => [name, new Map<number, string | undefined>()]));
  const swappedContent = withCells(content, (cell, sheet) => {
    const other = swap(cell, sheet);
    if (other !== cell) formulas.get(sheet)!.set(placeOf(cell), cell.formula);
    return other;
  });
  return {
    content: swappedContent,
    any: [...formulas.values()].some(({ size }) => size > 0),
    withFormulas: (results) => withCells(results, (cell, sheet) => {
      const formula = formulas.get(sheet)?.get(placeOf(cell));
      return formula === undefined ? cell : { ...cell, formula };
    }),
  };
}

const withCells = (content: WorkbookContent, becomes: Becomes): WorkbookContent => ({
  ...content,
  sheets: content.sheets.map((sheet) => {
    const cells = sheet.cells.map((cell) => becomes(cell, sheet.name));
    return cells.some((cell, i) => cell !== sheet.cells[i]) ? { ...sheet, cells } : sheet;
  }),
});
