import { portableReferences } from "../../formulas/portable-references";
import { Unportable } from "../../formulas/unportable";
import type { Locating } from "../../formulas/workroom";
import type { CellContent, WorkbookContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { holdsFormula } from "./plan-options";
import { Whereabouts } from "./whereabouts";

export interface FixedSpills {
  /** The workbook with plain ranges for `A1#` and `@A1:A9`, which not every engine reads. */
  readonly content: WorkbookContent;
  readonly any: boolean;
  /** The workbook with the results of that one, and its own formulas. */
  withResults(results: WorkbookContent): WorkbookContent;
}

export function fixedSpills(content: WorkbookContent): FixedSpills {
  const where = new Whereabouts(content);
  const originals = new Map<string, CellContent>();
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const formula = fixedFormula(sheet.name, cell, where);
      if (formula === cell.formula) return cell;
      originals.set(`${sheet.name}!${placeOf(cell)}`, cell);
      return { ...cell, formula };
    }),
  }));
  return {
    content: { ...content, sheets },
    any: originals.size > 0,
    withResults: (results) => ({
      ...results,
      sheets: results.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => {
          const original = originals.get(`${sheet.name}!${placeOf(cell)}`);
          return original ? { ...cell, formula: original.formula } : cell;
        }),
      })),
    }),
  };
}

function fixedFormula(sheet: string, cell: CellContent, where: Whereabouts): string | undefined {
  if (!holdsFormula(cell) || !/[#@]/.test(cell.formula)) return cell.formula;
  const { row, column, formula } = cell;
  const room: Locating = {
    dynamic: false,
    structured: true,
    cell: { sheet, row, column },
    area: (reference) => where.area(reference, sheet, row, column),
    isFixed: () => true,
  };
  try {
    return `=${portableReferences(formula.replace(/^=/, ""), room)}`;
  } catch (thrown) {
    if (thrown instanceof Unportable) return formula;
    throw thrown;
  }
}
