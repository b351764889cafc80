import type { Matrix } from "../maths/matrix";
import { CellError, Refusal, type Texts } from "../refusal";
import * as say from "./fragments";

/** What a cell can show. */
export type Scalar = number | string | boolean;

/** What a calculation puts into a cell: a value, or why there is none. */
export type Answer = Scalar | Refusal | CellError;

export type Outcome = Answer | readonly (readonly Answer[])[];

/** A rectangle as Excel hands it over. */
export type Cells = readonly (readonly unknown[])[];

/** Whether Excel means nothing: an omitted argument, an empty cell on the web, or a formula's "". */
export const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";

export const isRange = (argument: unknown): argument is Cells => Array.isArray(argument);

/** One value or a rectangle, seen as a rectangle. */
export const asCells = (argument: unknown): Cells => (isRange(argument) ? argument : [[argument]]);

/** A 1 × 1 rectangle is its only cell. */
export const unwrapped = (argument: unknown): unknown =>
  isRange(argument) && argument.length === 1 && argument[0]!.length === 1 ? argument[0]![0] : argument;

export const sizeOf = (cells: Cells): { rows: number; columns: number } => ({
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
});

const isMissingMark = (text: string): boolean => text.trim().toLowerCase() === "n/a";

/**
 * The value of a cell, free of Excel's wrappings: a formatted number counts as its number.
 * An error is thrown on: it must come out of the formula as it went in.
 */
export function plain(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  const { code, basicType, basicValue } = cell as { code?: unknown; basicType?: unknown; basicValue?: unknown };
  if (typeof code === "string") throw new CellError(code);
  if (basicType === "Error") throw new CellError(String(basicValue));
  return basicValue;
}

/** The cell as a number; a blank is 0, as desktop Excel has it. */
export function numberIn(cell: unknown): number {
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  const value = plain(cell);
  if (isBlank(value)) return 0;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Refusal("invalid", say.notANumber(value));
}

/** The cell as a number, or NaN where it is blank or says `n/a`. */
export function numberOrMissingIn(cell: unknown): number {
  const value = plain(cell);
  if (isBlank(value) || (typeof value === "string" && isMissingMark(value))) return NaN;
  return numberIn(value);
}

export function textIn(cell: unknown): string {
  const value = plain(cell);
  if (typeof value === "boolean") throw new Refusal("invalid", say.notText);
  return isBlank(value) ? "" : String(value);
}

export function flagIn(cell: unknown): boolean {
  const value = plain(cell);
  if (typeof value === "boolean") return value;
  if (value === 0 || value === 1) return value === 1;
  throw new Refusal("invalid", say.notAFlag);
}

/** Reads every cell in row order; a refusal says which cell it is about. */
export function readEach<Value>(cells: Cells, read: (cell: unknown) => Value, keep: (value: Value) => void): void {
  cells.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) keep(readAt(row[j], read, i, j, cells));
  });
}

function readAt<Value>(
  cell: unknown, read: (cell: unknown) => Value, row: number, column: number, cells: Cells,
): Value {
  try {
    return read(cell);
  } catch (thrown) {
    const alone = cells.length === 1 && cells[0]!.length === 1;
    if (thrown instanceof Refusal && !alone) throw new Refusal(thrown.reason, at(thrown.fragment, row, column));
    throw thrown;
  }
}

const at = (fragment: Texts, row: number, column: number): Texts => ({
  en: `${fragment.en} (row ${row + 1}, column ${column + 1})`,
  zh: `${fragment.zh}（第 ${row + 1} 行第 ${column + 1} 列）`,
});

/** The cells of a matrix, with a refusal in each cell that has none to show. */
export const withRefusals = (
  { rows, columns, data }: Matrix, refused: (row: number, column: number) => Refusal | undefined,
): Answer[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => refused(i, j) ?? data[i * columns + j]!));
