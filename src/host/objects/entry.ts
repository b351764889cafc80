import { CellValueType, numfmt, type ICellData } from "@univerjs/core";
import { syntaxFault } from "../../formulas/syntax";
import { invalidArgument } from "../api-error";

/** Excel's limits for one cell. */
const longestText = 32_767;
const longestFormula = 8_192;

/** Nothing that was in the cell stays, but its format. */
const empty = { v: null, t: null, f: null, si: null, p: null } as const;

export interface Entry {
  readonly cell: ICellData;
  /** The number format that Excel gives a cell in which `5%` or a date was entered. */
  readonly format?: string;
}

/**
 * What a cell holds after a value was given to it, as Excel takes it: text is read as if it were typed, so
 * that `2019-03` becomes a date, unless the cell is formatted as text. Undefined leaves the cell as it is.
 */
export function entryOf(value: unknown, isText: boolean): Entry | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return isText ? forcedText(value) : typed(value);
  if (typeof value === "number") return isText ? forcedText(String(value)) : number(value);
  if (typeof value === "boolean") return flag(value);
  throw invalidArgument();
}

function typed(value: string): Entry {
  if (value.startsWith("=") && value.length > 1) return formula(value);
  if (value.startsWith("'")) return forcedText(value.slice(1));
  const read = /^\s*$/.test(value) ? null : numfmt.parseValue(value);
  if (typeof read?.v === "number") return number(read.v, read.z);
  if (typeof read?.v === "boolean") return flag(read.v);
  return text(value);
}

function formula(value: string): Entry {
  if (value.length > longestFormula || syntaxFault(value)) throw invalidArgument();
  return { cell: { ...empty, f: value } };
}

/** An error's code, `#N/A`, becomes the error. */
function text(value: string, t = CellValueType.STRING): Entry {
  if (value.length > longestText) throw invalidArgument();
  return { cell: value === "" ? empty : { ...empty, v: value, t } };
}

/** Text that stays text, whatever it looks like. */
const forcedText = (value: string): Entry => text(value, CellValueType.FORCE_STRING);

const number = (value: number, format?: string): Entry =>
  ({ cell: { ...empty, v: value, t: CellValueType.NUMBER }, format });

const flag = (value: boolean): Entry => ({ cell: { ...empty, v: value ? 1 : 0, t: CellValueType.BOOLEAN } });
