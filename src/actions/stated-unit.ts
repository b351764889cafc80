import { MAX_COLUMNS, parseArea, type Area } from "../formulas/addresses";
import { unitIn, type StatedUnit } from "../reference";

/** Headings stand near: further up another table may end. */
const furthest = 60;

/** The unit that stands beside a range: in a label on its line, or in the heading above; known after the next sync. */
export function statedUnit(sheet: Excel.Worksheet, address: string): () => StatedUnit | undefined {
  const area = parseArea(address);
  if (!area) return () => undefined;
  const above = linesAbove(sheet, area);
  const [left, right] = area.rows === 1 ? [cellsLeft(sheet, area), cellRight(sheet, area)] : [];
  for (const range of [above, left, right]) range?.load("values");
  return () => {
    const stated = [texts(left).map(unitWithin), texts(right).map(unitIn), firstTexts(texts(above)).map(unitIn)];
    return stated.flat().find(Boolean);
  };
}

/** A label names what is counted, which alone is no unit: "Cars" beside a sum of money. */
function unitWithin(label: string): StatedUnit | undefined {
  const found = unitIn(label);
  return found?.text === label ? undefined : found;
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

/** The first text above and what stands on it without a gap, such as a heading over its unit. */
function firstTexts(upwards: readonly string[]): readonly string[] {
  const start = upwards.findIndex((text) => text !== "");
  if (start < 0) return [];
  const gap = upwards.indexOf("", start);
  return upwards.slice(start, gap < 0 ? undefined : gap);
}
