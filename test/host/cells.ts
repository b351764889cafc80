import type { FWorksheet } from "@univerjs/sheets/facade";
import { toCol } from "@borgar/fx";
import type { Engine } from "../../src/host/engine";
import type { CellValue } from "../../src/xlsx/content";

/** The sheet with that name, made where there is none. */
export function sheetOf(engine: Engine, name = "Sheet1"): FWorksheet {
  const book = engine.api.getActiveWorkbook()!;
  return book.getSheetByName(name) ?? book.insertSheet(name);
}

/** Types rows of cells from the given cell on and waits for their values. */
export async function put(engine: Engine, at: string, rows: unknown[][], sheet?: string): Promise<void> {
  const { row, column } = position(at);
  const range = sheetOf(engine, sheet).getRange(row, column, rows.length, rows[0]!.length);
  range.setValues(rows as never);
  await engine.calculated();
}

export const valueAt = (engine: Engine, at: string, sheet = "Sheet1"): CellValue => {
  const { row, column } = position(at);
  return engine.value(sheet, row, column);
};

export function position(at: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!;
  let column = 0;
  while (toCol(column) !== letters) column++;
  return { row: Number(digits) - 1, column };
}

/** The formula's value in a cell of its own, far from the others. */
export async function cellOf(engine: Engine, formula: string, at = "H50"): Promise<CellValue> {
  await put(engine, at, [[formula]]);
  return valueAt(engine, at);
}
