import { cellAddress } from "../../src/formulas/addresses";
import type { Engine } from "../../src/host/engine";
import type { PlacedTemplate } from "../../src/templates";
import type { CellValue, WorkbookContent } from "../../src/xlsx/content";
import { put, sheetOf } from "../host/cells";

/** Where a key stands; `makers.output.2` is the second cell of a column, `flows.2.3` row 2 and column 3 of a matrix. */
export function cellOf({ places }: PlacedTemplate, key: string): { sheet: string; row: number; column: number } {
  const [, base, first, second] = /^(.*?)(?:\.(\d+))?(?:\.(\d+))?$/.exec(key)!;
  const area = places.get(base!);
  if (!area) throw new Error(`nothing is called ${base}`);
  const isRow = area.rows === 1 && area.columns > 1 && second === undefined;
  const [down, across] = isRow ? [1, Number(first ?? 1)] : [Number(first ?? 1), Number(second ?? 1)];
  return { sheet: area.sheet, row: area.row + down - 1, column: area.column + across - 1 };
}

export function valueOf(engine: Engine, placed: PlacedTemplate, key: string): CellValue {
  const { sheet, row, column } = cellOf(placed, key);
  return engine.value(sheet, row, column);
}

/** Types another value into one cell; gives what puts the former one back, without waiting for what follows from it. */
export async function change(
  engine: Engine, placed: PlacedTemplate, key: string, to: number | string | boolean,
): Promise<() => void> {
  const { sheet, row, column } = cellOf(placed, key);
  const former = engine.formula(sheet, row, column) ?? engine.value(sheet, row, column);
  await put(engine, cellAddress(row, column), [[to]], sheet);
  return () => void sheetOf(engine, sheet).getRange(row, column).setValue(former as number);
}

export async function calculated(engine: Engine, content: WorkbookContent): Promise<void> {
  await engine.open(content);
  await engine.calculated();
}
