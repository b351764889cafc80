import { mayHoldSigns, portableReferences } from "../../formulas/portable-references";
import { Unportable } from "../../formulas/unportable";
import type { Locating } from "../../formulas/workroom";
import type { CellContent, WorkbookContent } from "../../xlsx/content";
import { holdsFormula } from "./plan-options";
import { type Swapped, swapped } from "./swapped-cells";
import { Whereabouts } from "./whereabouts";

/** The workbook with plain ranges for `A1#` and `@A1:A9`, which not every engine reads. */
export function fixedSpills(content: WorkbookContent): Swapped {
  const where = new Whereabouts(content);
  return swapped(content, (cell, sheet) => {
    const formula = fixedFormula(sheet, cell, where);
    return formula === cell.formula ? cell : { ...cell, formula };
  });
}

function fixedFormula(sheet: string, cell: CellContent, where: Whereabouts): string | undefined {
  if (!holdsFormula(cell) || !mayHoldSigns.test(cell.formula)) return cell.formula;
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
