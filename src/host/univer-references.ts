import type { IRange } from "@univerjs/core";
import { RangeReferenceObject, type BaseReferenceObject } from "@univerjs/engine-formula";

/** Another area of the sheet that a reference is on, with all that has been calculated so far. */
export function areaOn(reference: BaseReferenceObject, area: IRange): RangeReferenceObject {
  const found = new RangeReferenceObject(area);
  found.setDefaultUnitId(reference.getUnitId());
  found.setDefaultSheetId(reference.getSheetId());
  found.setUnitData(reference.getUnitData());
  found.setUnitStylesData(reference.getUnitStylesData());
  found.setRuntimeData(reference.getRuntimeData());
  found.setArrayFormulaCellData(reference.getArrayFormulaCellData());
  found.setArrayFormulaRange(reference.getArrayFormulaRange());
  found.setRuntimeArrayFormulaCellData(reference.getRuntimeArrayFormulaCellData());
  found.setRuntimeArrayFormulaRange(reference.getRuntimeArrayFormulaRange());
  found.setRuntimeFeatureCellData(reference.getRuntimeFeatureCellData());
  return found;
}

const largeArea = 100_000;

/**
 * The same reference, but `A:A` and areas of a million cells end with the last used row and column of their
 * sheet, as they do for Excel's own functions.
 */
export function used(reference: BaseReferenceObject): BaseReferenceObject {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  const size = (endRow - startRow + 1) * (endColumn - startColumn + 1);
  if (!reference.isColumn() && !reference.isRow() && size <= largeArea) return reference;
  const { rows, columns } = usedSize(reference);
  return areaOn(reference, {
    startRow,
    startColumn,
    endRow: Math.max(startRow, Math.min(endRow, rows - 1)),
    endColumn: Math.max(startColumn, Math.min(endColumn, columns - 1)),
  });
}

function usedSize(reference: BaseReferenceObject): { rows: number; columns: number } {
  const layers = [
    reference.getCurrentActiveSheetData()?.cellData,
    reference.getCurrentActiveArrayFormulaCellData(),
    reference.getCurrentRuntimeActiveArrayFormulaCellData(),
  ];
  const ranges = layers.flatMap((layer) => (layer ? [layer.getDataRange()] : []));
  return {
    rows: Math.max(1, ...ranges.map(({ endRow }) => endRow + 1)),
    columns: Math.max(1, ...ranges.map(({ endColumn }) => endColumn + 1)),
  };
}
