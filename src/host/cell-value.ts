import { CellValueType, type CellValue as CellScalar, type ICellData, type Nullable } from "@univerjs/core";
import { ERROR_TYPE_SET, type ErrorType } from "@univerjs/engine-formula";
import type { CellValue } from "../xlsx/content";

/** What a cell holds, in full precision: Univer's own `getValue` rounds and may answer the formatted text. */
export function valueIn(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v ?? richText(cell) ?? null;
  if (cell?.t === CellValueType.BOOLEAN && value !== null) return isTrue(value);
  return typeof value === "string" ? textOr(value, cell?.t) : value;
}

const isTrue = (value: CellScalar): boolean => Number(value) === 1 || /^true$/i.test(String(value));

/** Numbers come as texts from some of Univer's deeds, and errors always do. */
function textOr(text: string, type: Nullable<CellValueType>): CellValue {
  const isNumber = type === CellValueType.NUMBER && text.trim() !== "";
  if (isNumber && Number.isFinite(Number(text))) return Number(text);
  const isError = type !== CellValueType.FORCE_STRING && ERROR_TYPE_SET.has(text as ErrorType);
  return isError ? { error: text } : text;
}

/** A text with formats inside ends with the break of its last paragraph. */
const richText = (cell: Nullable<ICellData>): string | undefined =>
  cell?.p?.body?.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n");

export function cellHolding(value: CellValue): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === "string" ? value : value.error, t: CellValueType.STRING };
}
