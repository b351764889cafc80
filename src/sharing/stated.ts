import type { StatedUnit } from "../reference";
import { furthestHeading, unitBeside } from "../reference/unit-beside";
import type { CellContent } from "../xlsx/content";
import type { Read } from "./reading";

/** The unit that stands beside what is read: in a label on its line, or in the heading above. */
export function statedUnit({ sheet, area }: Read): StatedUnit | undefined {
  const { row, column, rows, columns } = area;
  const isLine = rows === 1;
  const valueAt = (down: number, across: number): unknown => sheet.cellAt(down, across)?.value;
  const back = (far: number, at: (step: number) => unknown): unknown[] =>
    Array.from({ length: Math.min(far, furthestHeading) }, (_, i) => at(i + 1));
  const stated = unitBeside({
    above: back(row, (step) => valueAt(row - step, column)),
    left: isLine ? back(column, (step) => valueAt(row, column - step)) : [],
    right: isLine ? [valueAt(row, column + columns)] : [],
  });
  return stated && asHeld(stated, sheet.cellAt(row, column));
}

/** What Excel shows as 5 % under the heading "%" it holds as 0.05. */
function asHeld({ text, measure }: StatedUnit, cell: CellContent | undefined): StatedUnit {
  const isShownAsPercent = cell?.format?.numberFormat?.includes("%") ?? false;
  return { text, measure: isShownAsPercent && measure.scale === percent ? { ...measure, scale: 1 } : measure };
}

const percent = 0.01;

/** The numbers in what is read. */
export function numbersIn({ sheet, area: { row, column, rows, columns } }: Read): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < Math.min(rows * columns, mostNumbers); at++) {
    const value = sheet.cellAt(row + Math.floor(at / columns), column + (at % columns))?.value;
    if (typeof value === "number") numbers.push(value);
  }
  return numbers;
}

/** Enough to tell shares from percentages. */
const mostNumbers = 1_000;
