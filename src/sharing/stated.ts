import type { Area } from "../formulas/addresses";
import type { StatedUnit } from "../reference";
import { unitBeside } from "../reference/unit-beside";
import type { SheetBook } from "./book";
import type { Read } from "./reading";

/** Headings stand near: further up another table may end. */
const furthest = 60;

function textAt(sheet: SheetBook, row: number, column: number): string {
  const value = sheet.cellAt(row, column)?.value;
  return typeof value === "string" ? value.trim() : "";
}

const above = (sheet: SheetBook, { row, column }: Area): string[] =>
  Array.from({ length: Math.min(row, furthest) }, (_, i) => textAt(sheet, row - 1 - i, column));

/** The unit that stands beside what is read: in a label on its line, or in the heading above. */
export function statedUnit({ sheet, area }: Read): StatedUnit | undefined {
  const { row, column, rows, columns } = area;
  const isLine = rows === 1;
  return unitBeside({
    above: above(sheet, area),
    left: isLine ? [1, 2].filter((step) => step <= column).map((step) => textAt(sheet, row, column - step)) : [],
    right: isLine ? [textAt(sheet, row, column + columns)] : [],
  });
}

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
