import { covers, type Area } from "../formulas/addresses";
import { placeOf, type Place } from "../xlsx/places";

/** Areas up to this size are looked up cell by cell. */
const small = 64;

/** The cells of some areas of one sheet. */
export class CellSet {
  private readonly places = new Set<number>();
  private readonly areas: Area[] = [];

  constructor(areas: readonly Area[]) {
    for (const area of areas) {
      if (area.rows * area.columns > small) this.areas.push(area);
      else for (const place of placesIn(area)) this.places.add(place);
    }
  }

  has(cell: Place): boolean {
    return this.places.has(placeOf(cell)) || this.areas.some((area) => covers(area, cell.row, cell.column));
  }
}

const placesIn = ({ row, column, rows, columns }: Area): number[] =>
  Array.from({ length: rows * columns }, (_, at) =>
    placeOf({ row: row + Math.floor(at / columns), column: column + (at % columns) }),
  );
