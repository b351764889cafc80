import { cellAddress, MAX_ROWS, parseArea } from "../formulas/addresses";
import { filledFrom } from "../formulas/shifted-formula";
import { typedFormula } from "../formulas/stored-formula";
import type { CellContent, CellValue } from "./content";
import { tooManyCells } from "./failures";
import { MAX_CELLS } from "./limits";
import { type RawCell, rawCells, type RawFormula, rawRows } from "./sheet-cells";
import type { Styles } from "./styles";
import { decodeExcelText, type Element } from "./xml";

/** What the cells of every sheet refer to. */
export interface CellSources {
  readonly strings: readonly string[];
  readonly styles: Styles;
  /** How many cells may still be read: one count for all sheets. */
  readonly budget: { left: number };
}

export const cellBudget = () => ({ left: MAX_CELLS });

/** Formulas that others repeat, by the number under which the file shares them. */
type SharedFormulas = Map<string, (address: string) => string>;

export function readCells(text: string, sheetData: Element | undefined, sources: CellSources): CellContent[] {
  const cells: CellContent[] = [];
  const shared: SharedFormulas = new Map();
  if (!sheetData) return cells;
  for (const row of rawRows(text, sheetData)) {
    if (!(row.row >= 0 && row.row < MAX_ROWS)) throw new SyntaxError(`row ${row.row + 1}`);
    for (const raw of rawCells(text, row)) {
      const cell = readCell(raw, sources, shared);
      if (!cell) continue;
      if (sources.budget.left-- <= 0) throw tooManyCells(MAX_CELLS);
      cells.push(cell);
    }
  }
  return cells;
}

function readCell(raw: RawCell, { strings, styles }: CellSources, shared: SharedFormulas): CellContent | undefined {
  const { row, column } = raw;
  const value = readValue(raw, strings);
  const formula = raw.formula && readFormula(raw, raw.formula, shared);
  const format = styles.format(Number(raw.attributes.s ?? 0));
  if (value === null && !formula && !format) return undefined;
  return { row, column, value, ...formula, ...(format && { format }) };
}

function readValue({ attributes, value }: RawCell, strings: readonly string[]): CellValue {
  if (value === undefined) return null;
  switch (attributes.t) {
    case "s": return strings[Number(value)] ?? null;
    case "str": case "inlineStr": return decodeExcelText(value);
    case "b": return value === "1" || value === "true";
    case "e": return { error: value };
    case "d": return serialDate(value);
    default: return readNumber(value);
  }
}

function readNumber(text: string): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new SyntaxError(`a number ${text}`);
  return value;
}

const DAY = 86_400_000;

/** Strict files write dates as `2025-03-31T00:00:00`; Excel counts days from the end of 1899. */
function serialDate(text: string): number {
  const time = Date.parse(/z|[+-]\d\d:\d\d$/i.test(text) ? text : `${text.length > 10 ? text : `${text}T00:00:00`}Z`);
  if (Number.isNaN(time)) throw new SyntaxError(`a date ${text}`);
  return (time - Date.UTC(1899, 11, 30)) / DAY;
}

function readFormula(
  { row, column }: RawCell,
  { attributes, text }: RawFormula,
  shared: SharedFormulas,
): Pick<CellContent, "formula" | "spill"> | undefined {
  const { t, ref, si = "" } = attributes;
  const address = cellAddress(row, column);
  if (t === "shared" && text === "") {
    const formula = shared.get(si)?.(address);
    return formula === undefined ? undefined : { formula };
  }
  if (t === "dataTable" || text === "") return undefined;
  const formula = typedFormula(decodeExcelText(text));
  if (t === "shared") shared.set(si, filledFrom(formula, address));
  const area = t === "array" && ref ? parseArea(ref) : undefined;
  return area ? { formula, spill: { rows: area.rows, columns: area.columns } } : { formula };
}
