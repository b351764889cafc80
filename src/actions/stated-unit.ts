import { MAX_COLUMNS, parseArea, type Area } from "../formulas/addresses";
import type { StatedUnit } from "../reference";
import { furthestHeading, unitBeside } from "../reference/unit-beside";

/** The unit that stands beside a range: in a label on its line, or in the heading above; known after the next sync. */
export function statedUnit(sheet: Excel.Worksheet, address: string): () => StatedUnit | undefined {
  const area = parseArea(address);
  if (!area) return () => undefined;
  const above = linesAbove(sheet, area);
  const [left, right] = area.rows === 1 ? [cellsLeft(sheet, area), cellRight(sheet, area)] : [];
  for (const range of [above, left, right]) range?.load("values");
  return () => unitBeside({ above: backwards(above), left: backwards(left), right: backwards(right) });
}

const linesAbove = (sheet: Excel.Worksheet, { row, column }: Area): Excel.Range | undefined => {
  const lines = Math.min(row, furthestHeading);
  return lines > 0 ? sheet.getRangeByIndexes(row - lines, column, lines, 1) : undefined;
};

const cellsLeft = (sheet: Excel.Worksheet, { row, column }: Area): Excel.Range | undefined => {
  const cells = Math.min(column, furthestHeading);
  return cells > 0 ? sheet.getRangeByIndexes(row, column - cells, 1, cells) : undefined;
};

const cellRight = (sheet: Excel.Worksheet, { row, column, columns }: Area): Excel.Range | undefined =>
  column + columns < MAX_COLUMNS ? sheet.getRangeByIndexes(row, column + columns, 1, 1) : undefined;

/** What a range holds, from its end. */
const backwards = (range: Excel.Range | undefined): unknown[] => (range ? range.values.flat().reverse() : []);
