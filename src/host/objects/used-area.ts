import type { ICellData, Nullable } from "@univerjs/core";
import type { Area } from "../../formulas/addresses";
import { boundingBox, intersection, wholeSheet } from "./areas";
import type { Book, Place } from "./book";

type IsUsed = (cell: Nullable<ICellData>) => boolean;

const holds: IsUsed = (cell) => cell?.f != null || cell?.si != null || (cell?.v != null && cell.v !== "");

const holdsOrIsFormatted: IsUsed = (cell) => holds(cell) || cell?.s != null;

/** The smallest area around all that is used within the place; undefined where nothing is. */
export function usedArea(book: Book, { sheet, area }: Place, valuesOnly: boolean): Area | undefined {
  const isUsed = valuesOnly ? holds : holdsOrIsFormatted;
  const name = book.name(sheet);
  let used: Area | undefined;
  const include = (found: Area | undefined): void => {
    const part = found && intersection(found, area);
    if (part) used = used ? boundingBox(used, part) : part;
  };
  book.sheet(sheet).getSheet().getCellMatrix().forValue((row, column, cell) => {
    if (!isUsed(cell)) return;
    include({ row, column, rows: 1, columns: 1 });
    if (cell?.f != null) include(book.engine.spillOf(name, row, column));
  });
  return used;
}

/** Excel's current region: as far as blank rows and columns leave cells connected. */
export function surroundingRegion(book: Book, place: Place): Area {
  const used = usedArea(book, { ...place, area: wholeSheet }, true);
  let region = place.area;
  for (let before = -1; used && size(region) > before; ) {
    before = size(region);
    region = widened(book, place.sheet, region, used);
  }
  return region;
}

const size = ({ rows, columns }: Area): number => rows * columns;

function widened(book: Book, sheet: string, region: Area, used: Area): Area {
  const { row, column, rows, columns } = region;
  const frame = { row: row - 1, column: column - 1, rows: rows + 2, columns: columns + 2 };
  const reachable = intersection(frame, used);
  if (!reachable) return region;
  const found = usedArea(book, { sheet, area: reachable }, true);
  return found ? boundingBox(region, found) : region;
}
