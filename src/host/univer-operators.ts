import { ObjectMatrix } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  functionLookup,
  RangeReferenceObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { areaOn } from "./univer-references";
import { columnsOf, type RepairedTables } from "./univer-tables";

/** How Univer's formula plugin takes a function. */
export type FunctionEntry = readonly [new (name: string) => BaseFunction, string];

/** The functions that put Univer's own right, and those that stand for operators it does not calculate. */
export function repairedFunctions(tables: () => RepairedTables): readonly FunctionEntry[] {
  const operators: FunctionEntry[] = [[AnchorArray, "ANCHORARRAY"], [Single, "SINGLE"], thisTable(tables)];
  return [sparing("SORT"), sparing("SORTBY"), ...operators];
}

const wrong = (type: ErrorType): BaseValueObject => ErrorValueObject.create(type);

/** SORT sorts the very array that every other formula of the pass reads, unless it is given one of its own. */
function sparing(name: "SORT" | "SORTBY"): FunctionEntry {
  const [Sorting] = functionLookup.find(([, known]) => known === name) as unknown as FunctionEntry;
  class Sparing extends Sorting {
    override calculate(...variants: BaseValueObject[]) {
      return super.calculate(...variants.map(ownCopy));
    }
  }
  return [Sparing, name];
}

function ownCopy(variant: BaseValueObject): BaseValueObject {
  if (!variant.isArray()) return variant;
  const array = variant as ArrayValueObject;
  return ArrayValueObject.create({
    calculateValueList: array.getArrayValue().map((row) => row.slice()),
    rowCount: array.getRowCount(),
    columnCount: array.getColumnCount(),
    unitId: array.getUnitId(),
    sheetId: array.getSheetId(),
    row: array.getCurrentRow(),
    column: array.getCurrentColumn(),
  });
}

/** What `A1#` means: the cells over which the formula in A1 spills. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  override calculate(anchor: FunctionVariantType & BaseValueObject) {
    if (anchor.isError()) return anchor;
    if (!anchor.isReferenceObject()) return wrong(ErrorType.REF);
    const reference = anchor as unknown as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    if (startRow !== endRow || startColumn !== endColumn) return wrong(ErrorType.REF);
    const first = reference.toArrayValueObject(false).getFirstCell();
    if (first.isError()) return first;
    const area = spillAt(reference, startRow, startColumn);
    return area ? areaOn(reference, area) : wrong(ErrorType.REF);
  }
}

/** The spill of this pass if the anchor has been calculated in it, of the last pass otherwise. */
function spillAt(reference: BaseReferenceObject, row: number, column: number) {
  const now = new ObjectMatrix(reference.getCurrentRuntimeActiveArrayFormulaRange()).getValue(row, column);
  if (now) return now;
  if (reference.getCurrentRuntimeSheetData()?.getValue(row, column)) return undefined;
  return new ObjectMatrix(reference.getCurrentActiveArrayFormulaRange()).getValue(row, column);
}

/** What `@` means: of a range the cell in the formula's own row or column, of an array its first value. */
class Single extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  override calculate(operand: FunctionVariantType & BaseValueObject) {
    if (operand.isArray()) return (operand as unknown as ArrayValueObject).getFirstCell();
    if (!operand.isReferenceObject()) return operand;
    const reference = operand as unknown as BaseReferenceObject;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const row = startRow === endRow ? startRow : this.row;
    const column = startColumn === endColumn ? startColumn : this.column;
    const meets = row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;
    if (!meets) return wrong(ErrorType.VALUE);
    return areaOn(reference, { startRow: row, endRow: row, startColumn: column, endColumn: column });
  }
}

/** What `[@Column]` and `[Column]` mean inside a table: cells of the table around the formula. */
function thisTable(tables: () => RepairedTables): FunctionEntry {
  class ThisTable extends BaseFunction {
    override isAddress(): boolean {
      return true;
    }

    override calculate(section: BaseValueObject, ...titles: BaseValueObject[]) {
      const { row, column } = this;
      const unitId = this.unitId ?? "";
      const sheetId = this.subUnitId ?? "";
      const [, table] = tables().around(unitId, sheetId, row, column) ?? [];
      const across = table && columnsOf(table, titles.map((title) => String(title.getValue())));
      if (!table || !across) return wrong(ErrorType.REF);
      const { startRow, endRow, startColumn } = table.range;
      const [from, to] = across;
      const down = rowsOf(String(section.getValue()), startRow, endRow, row);
      const columns = { startColumn: startColumn + from, endColumn: startColumn + to };
      const reference = new RangeReferenceObject({ ...down, ...columns });
      reference.setDefaultUnitId(unitId);
      reference.setDefaultSheetId(sheetId);
      return reference;
    }
  }
  return [ThisTable, "THISTABLE"];
}

function rowsOf(section: string, header: number, last: number, own: number) {
  if (section === "#This Row") return { startRow: own, endRow: own };
  if (section === "#All") return { startRow: header, endRow: last };
  if (section === "#Headers") return { startRow: header, endRow: header };
  return { startRow: header + 1, endRow: last };
}
