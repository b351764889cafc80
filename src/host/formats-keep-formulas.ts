import {
  ObjectMatrix, type ICellData, type Injector, type IObjectMatrixPrimitiveType, type Nullable,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

const contents = ["f", "si", "v", "p"] as const;

const updates = ["updateFormulaData", "updateArrayFormulaCellData", "updateArrayFormulaRange"] as const;

/**
 * Univer takes a cell that is given a format alone for one that has lost its formula, unless it knows the
 * command behind it; when formatting is done again after undo it does not, and formatted formulas are gone.
 */
export function keepFormulasUnderFormats(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  for (const update of updates) {
    const original = model[update].bind(model) as (unit: string, sheet: string, cells: Cells) => never;
    model[update] = (unit: string, sheet: string, cells: Cells) => original(unit, sheet, withContent(cells));
  }
}

/** Those that change what a cell holds: a cell that is taken away does, too. */
function withContent(cells: Cells): Cells {
  const changed = new ObjectMatrix<Nullable<ICellData>>();
  new ObjectMatrix(cells).forValue((row, column, cell) => {
    if (!cell || contents.some((key) => key in cell)) changed.setValue(row, column, cell);
  });
  return changed.getMatrix();
}
