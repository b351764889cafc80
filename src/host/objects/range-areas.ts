import { sheetAndAddress } from "../../formulas/sheet-names";
import { invalidArgument, itemNotFound } from "../api-error";
import { intersection, isEntireColumn, isEntireRow } from "./areas";
import type { Book, Place } from "./book";
import { clear } from "./changes";
import { Collection, HostObject } from "./host-object";
import { fullAddress } from "./references";
import { areaOf, SheetArea } from "./sheet-area";

/** Several areas of one sheet. */
export class RangeAreas extends HostObject {
  readonly kind = "RangeAreas";

  constructor(private readonly book: Book, private readonly places: readonly Place[]) {
    super();
    if (places.length === 0) throw invalidArgument();
  }

  get address(): string {
    return this.places.map((place) => fullAddress(this.book, place)).join(",");
  }

  get areaCount(): number {
    return this.places.length;
  }

  get cellCount(): number {
    const count = this.places.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get isEntireColumn(): boolean {
    return this.places.every(({ area }) => isEntireColumn(area));
  }

  get isEntireRow(): boolean {
    return this.places.every(({ area }) => isEntireRow(area));
  }

  get areas(): HostObject {
    return new RangeCollection(this.book, this.places);
  }

  get worksheet(): HostObject {
    return this.book.make.worksheet(this.places[0]!.sheet);
  }

  getIntersectionOrNullObject(other: unknown): HostObject | null {
    const range = this.book.make.range(this.places[0]!) as SheetArea;
    const wanted = areaOf(range, other);
    const common = this.places.flatMap(({ sheet, area }) => {
      const part = intersection(area, wanted);
      return part ? [{ sheet, area: part }] : [];
    });
    return common.length > 0 ? new RangeAreas(this.book, common) : null;
  }

  clear(applyTo = "All"): void {
    for (const place of this.places) clear(this.book, place, applyTo);
  }

  calculate(): Promise<void> {
    return this.book.engine.calculated();
  }
}

class RangeCollection extends Collection {
  readonly kind = "RangeCollection";
  readonly list: () => HostObject[];

  constructor(book: Book, places: readonly Place[]) {
    super();
    this.list = () => places.map((place) => book.make.range(place));
  }

  getItem(key: unknown): HostObject {
    return this.getItemAt(Number(key));
  }
}

class RangeAreasCollection extends Collection {
  readonly kind = "RangeAreasCollection";
  readonly list: () => HostObject[];

  constructor(areas: readonly HostObject[]) {
    super();
    this.list = () => [...areas];
  }

  getItem(key: unknown): HostObject {
    return this.getItemAt(Number(key));
  }
}

/** Areas on any sheets of the workbook, as precedents and dependents are. */
export class WorkbookRangeAreas extends HostObject {
  readonly kind = "WorkbookRangeAreas";

  constructor(private readonly book: Book, private readonly places: readonly Place[]) {
    super();
    if (places.length === 0) throw itemNotFound();
  }

  get addresses(): string[] {
    return this.#bySheet().map((areas) => areas.address);
  }

  get ranges(): HostObject {
    return new RangeCollection(this.book, this.places);
  }

  get areas(): HostObject {
    return new RangeAreasCollection(this.#bySheet());
  }

  getRangeAreasBySheet(key: unknown): HostObject {
    const found = this.getRangeAreasOrNullObjectBySheet(key);
    if (!found) throw itemNotFound();
    return found;
  }

  getRangeAreasOrNullObjectBySheet(key: unknown): HostObject | null {
    const wanted = this.book.sheetNamed(sheetAndAddress(`${String(key).replace(/^=/, "")}!`).sheet ?? "")?.getSheetId() ?? key;
    const places = this.places.filter(({ sheet }) => sheet === wanted);
    return places.length > 0 ? new RangeAreas(this.book, places) : null;
  }

  #bySheet(): RangeAreas[] {
    const sheets = [...new Set(this.places.map(({ sheet }) => sheet))];
    return sheets.map((id) => new RangeAreas(this.book, this.places.filter(({ sheet }) => sheet === id)));
  }
}
