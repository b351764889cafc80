import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import { call, type Answer, type Definition, type Outcome } from "../functions";
import { counted, CellError, Refusal } from "../refusal";
import type { FunctionEntry } from "./univer-operators";
import { used } from "./univer-references";

/** The cell whose formula called. */
export interface Caller {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

export type Heard = (caller: Caller, refusal: Refusal) => void;

/** An error that remembers why; other functions hand it on as it is. */
export class RefusedValue extends ErrorValueObject {
  constructor(readonly refusal: Refusal) {
    super(refusal.code as ErrorType);
  }
}

/**
 * The catalogue as functions of Univer's engine. Its own `registerFunction` would read the text "2019-03" in
 * a result as a date, hand over an empty cell as 0, and end the whole pass at a thrown error.
 */
export function univerFunctions(catalogue: readonly Definition[], heard: Heard): FunctionEntry[] {
  return catalogue.map((definition) => [univerFunction(definition, heard), `POLICY.${definition.name}`]);
}

function univerFunction(definition: Definition, heard: Heard): FunctionEntry[0] {
  return class extends BaseFunction {
    override needsReferenceObject = true;

    override calculate(...variants: BaseValueObject[]) {
      const outcome = answer(definition, variants.map(argument));
      if (outcome instanceof Refusal) {
        heard({ sheetId: this.subUnitId ?? "", row: this.row, column: this.column }, outcome);
      }
      return valueOf(outcome);
    }
  };
}

/** Excel would not let a formula with too many arguments be typed; here it can be, and must say so. */
function answer(definition: Definition, args: readonly unknown[]): Outcome {
  const most = Object.keys(definition.parameters).length;
  if (args.length <= most) return call(definition, args);
  const fragment = {
    en: `takes ${counted(most, "argument")}, not ${args.length}`,
    zh: `只有 ${most} 个参数，而不是 ${args.length} 个`,
  };
  return new Refusal("invalid", fragment, definition.name);
}

function argument(variant: FunctionVariantType): unknown {
  if (variant.isReferenceObject()) return cellsOf(used(variant as BaseReferenceObject).toArrayValueObject());
  const value = variant as BaseValueObject;
  return value.isArray() ? cellsOf(value as ArrayValueObject) : scalar(value);
}

function scalar(value: Nullable<BaseValueObject>): unknown {
  if (!value || value.isNull()) return null;
  if (value.isError()) return new CellError((value as ErrorValueObject).getErrorType());
  return value.isLambda() ? new CellError(ErrorType.VALUE) : value.getValue();
}

/** Univer hands the same array to every formula that reads an area in one pass. */
const converted = new WeakMap<ArrayValueObject, unknown[][]>();

function cellsOf(array: ArrayValueObject): unknown[][] {
  const known = converted.get(array);
  if (known) return known;
  const columns = array.getColumnCount();
  const cells = array.getArrayValue().map((row) => Array.from({ length: columns }, (_, i) => scalar(row[i])));
  converted.set(array, cells);
  return cells;
}

function valueOf(outcome: Outcome): BaseValueObject {
  if (!Array.isArray(outcome)) return shown(outcome as Answer);
  const rows = (outcome as readonly (readonly Answer[])[]).map((row) => row.map(shown));
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]!.length,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function shown(value: Answer): BaseValueObject {
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (value instanceof Refusal) return new RefusedValue(value);
  const code = value.code as ErrorType;
  return ErrorValueObject.create(ERROR_TYPE_SET.has(code) ? code : ErrorType.VALUE);
}
