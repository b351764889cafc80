import { parseReference } from "../formulas/sheet-references";
import { byPlace } from "./cell-changes";
import type { ValuesOf } from "./chart-xml";
import type { CellContent, WorkbookContent } from "./content";
import { placeOf } from "./places";

/** A reference to whole columns is not worth a cache of a million cells. */
const MOST_CELLS = 100_000;

/** Looks up what references to cells hold; the cells of a sheet are put in order when first asked for. */
export function valuesIn({ sheets }: WorkbookContent): ValuesOf {
  const ordered = new Map<string, ReadonlyMap<number, CellContent>>();
  const cellsOf = (name: string) => {
    const key = name.toLowerCase();
    const known = ordered.get(key);
    if (known) return known;
    const cells = sheets.find((sheet) => sheet.name.toLowerCase() === key)?.cells;
    if (cells) ordered.set(key, byPlace(cells));
    return ordered.get(key);
  };
  return (formula) => {
    const { sheet, area } = parseReference(formula) ?? {};
    const cells = sheet === undefined ? undefined : cellsOf(sheet);
    if (!cells || !area || area.rows * area.columns > MOST_CELLS) return undefined;
    return Array.from({ length: area.rows * area.columns }, (_, i) => {
      const place = { row: area.row + Math.floor(i / area.columns), column: area.column + (i % area.columns) };
      return cells.get(placeOf(place))?.value ?? null;
    });
  };
}
