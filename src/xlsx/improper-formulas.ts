import { storedFormula, typedFormula } from "../formulas/stored-formula";
import { catalogueNames } from "../formulas/stored-names";
import { isFunction, tokensOf } from "../formulas/tokens";
import { Package } from "./package";
import { placeOf } from "./places";
import { sheetEntries, type WorkbookFile, workbookPath } from "./read-workbook";
import { type RawCell, rawCells, rawRows } from "./sheet-cells";
import { child, decodeExcelText, parseXml } from "./xml";

/** A formula with our functions that Excel would not calculate again as it stands in the file. */
export interface ImproperFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As it stands in the file, without "=". */
  readonly stored: string;
}

/**
 * Formulas with our functions that are stored as they are typed, under the name of another file, in small letters
 * or without the mark of a dynamic array, and those whose result is #NAME?.
 */
export function improperFormulas(file: WorkbookFile): ImproperFormula[] {
  const parts = new Package(file.parts);
  const workbook = workbookPath(parts);
  const entries = sheetEntries(parts, workbook, parts.root(workbook)).filter(({ isGrid }) => isGrid);
  return entries.flatMap(({ name: sheet, path }, index) => {
    const shown = new Map(file.content.sheets[index]!.cells.map((cell) => [placeOf(cell), cell]));
    return parts.read(path, (text) => rawFormulas(text)).flatMap((raw) => {
      const cell = shown.get(placeOf(raw));
      if (!raw.formula || cell?.formula === undefined || !holdsOurs(cell.formula) || isProper(raw)) return [];
      return [{ sheet, row: raw.row, column: raw.column, stored: decodeExcelText(raw.formula.text) }];
    });
  });
}

function rawFormulas(text: string): RawCell[] {
  const data = child(parseXml(text, "sheetData"), "sheetData");
  if (!data) return [];
  const formulas: RawCell[] = [];
  for (const row of rawRows(text, data)) {
    for (const cell of rawCells(text, row)) if (cell.formula) formulas.push(cell);
  }
  return formulas;
}

const holdsOurs = (formula: string): boolean =>
  /policy/i.test(formula) && tokensOf(formula).some((token) => isFunction(token) && catalogueNames().typed(token.value));

function isProper({ formula, attributes, value }: RawCell): boolean {
  const stored = decodeExcelText(formula!.text);
  if (value === "#NAME?" || formula!.attributes.t !== "array" || attributes.cm === undefined) return false;
  return storedFormula(typedFormula(stored)).text === stored;
}
