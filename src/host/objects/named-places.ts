import { isSameName } from "../../formulas/same-name";
import { sheetAndAddress } from "../../formulas/sheet-names";
import type { Book, Place } from "./book";
import { definedNames, formulaOf } from "./defined-names";
import { parseLocal } from "./references";
import { dataArea, tableInfos } from "./table-infos";

/** The area that a reference formula names, `=Data!$A$1:$A$4`; undefined for any other formula. */
export function placeOfFormula(book: Book, formula: string): Place | undefined {
  const { sheet, address } = sheetAndAddress(formula.replace(/^=(?=.*!)/s, ""));
  const area = parseLocal(address);
  const id = sheet === undefined ? undefined : book.sheetNamed(sheet)?.getSheetId();
  return area && id ? { sheet: id, area } : undefined;
}

/** What `getRange("Sales")` means: a name that stands for cells, or the data of a table. */
export function placeNamed(book: Book, text: string, sheet: string): Place | undefined {
  const names = [...definedNames(book, sheet), ...definedNames(book)];
  const name = names.find((known) => isSameName(known.name, text));
  if (name) return placeOfFormula(book, formulaOf(name));
  const table = tableInfos(book).find((known) => isSameName(known.name, text));
  return table && { sheet: table.subUnitId, area: dataArea(table) };
}
