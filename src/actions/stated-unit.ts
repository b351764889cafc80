import { MAX_COLUMNS, parseArea, type Area } from "../formulas/addresses";
import type { StatedUnit } from "../reference";
import { unitBeside } from "../reference/unit-beside";

/** Headings stand near: further up another table may end. */
const furthest = 60;

/** The unit that stands beside a range: in a label on its line, or in the heading above; known after the next sync. */
export function statedUnit(sheet: Excel.Worksheet, address: string): () => StatedUnit | undefined {
  const area = parseArea(address);
  if (!area) return () => undefined;
  const above = linesAbove(sheet, area);
  const [left, right] = area.rows === 1 ? [cellsLeft(sheet, area), cellRight(sheet, area)] : [];
  for (const range of [above, left, right]) range?.load("values");
  return () => unitBeside({ above: texts(above), left: texts(left), right: texts(right) });
}

const linesAbove = (sheet: Excel.Worksheet, { row, column }: Area): Excel.Range | undefined => {
  const lines = Math.min(row, furthest);
  return lines > 0 ? sheet.getRangeByIndexes(row - lines, column, lines, 1) : undefined;
};

/** A label may stand two cells to the left, before a symbol or a note. */
const cellsLeft = (sheet: Excel.Worksheet, { row, column }: Area): Excel.Range | undefined => {
  const cells = Math.min(column, 2);
  return cells > 0 ? sheet.getRangeByIndexes(row, column - cells, 1, cells) : undefined;
};

const cellRight = (sheet: Excel.Worksheet, { row, column, columns }: Area): Excel.Range | undefined =>
  column + columns < MAX_COLUMNS ? sheet.getRangeByIndexes(row, column + columns, 1, 1) : undefined;

/** The texts of a range, the nearest to its end first; what is no text is "". */
const texts = (range: Excel.Range | undefined): string[] =>
  range ? range.values.flat().reverse().map((value: unknown) => (typeof value === "string" ? value.trim() : "")) : [];
