import type { ICellData } from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Area } from "../../formulas/addresses";
import { itemNotFound } from "../api-error";
import type { Engine } from "../engine";
import { boundingBox } from "./areas";
import type { HostObject } from "./host-object";

/** An area of a sheet, the sheet by Univer's id for it. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** Makes the objects that refer to one another: a worksheet gives ranges, a range its worksheet. */
export interface Makers {
  range(place: Place): HostObject;
  areas(places: readonly Place[]): HostObject;
  worksheet(sheet: string): HostObject;
}

/** Cells that were written to a sheet, by row and column. */
export interface WrittenCells {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: Record<number, Record<number, ICellData>>;
}

/** What all objects of one workbook share. */
export class Book {
  /** Set once, when the model is put together. */
  make!: Makers;
  private written: WrittenCells | undefined;

  constructor(
    private readonly behind: Engine,
    private readonly deliver: (book: Book, written: WrittenCells) => void,
  ) {}

  /** Whoever looks finds what was written before. */
  get engine(): Engine {
    this.flush();
    return this.behind;
  }

  /** Asked for anew each time: opening a file replaces it. */
  get workbook(): FWorkbook {
    return this.engine.api.getActiveWorkbook()!;
  }

  sheet(id: string): FWorksheet {
    this.flush();
    return this.sheetBefore(id);
  }

  /** As it was before what is still to be handed over. */
  sheetBefore(id: string): FWorksheet {
    const sheet = this.behind.api.getActiveWorkbook()!.getSheetBySheetId(id);
    if (!sheet) throw itemNotFound();
    return sheet;
  }

  /**
   * Univer goes through the whole sheet at every change, and the client library cuts a
   * long write into pieces of 1,500 cells: writes that follow one another become one.
   */
  write({ sheet, area, cells }: WrittenCells): void {
    if (this.written?.sheet !== sheet) this.flush();
    const before = this.written ?? { sheet, area, cells: {} };
    for (const [row, line] of Object.entries(cells)) {
      const known = (before.cells[Number(row)] ??= {});
      for (const [column, cell] of Object.entries(line)) {
        known[Number(column)] = { ...known[Number(column)], ...cell };
      }
    }
    this.written = { ...before, area: boundingBox(before.area, area) };
  }

  flush(): void {
    const { written } = this;
    this.written = undefined;
    if (written) this.deliver(this, written);
  }

  name(sheet: string): string {
    return this.sheet(sheet).getSheetName();
  }

  sheetNamed(name: string): FWorksheet | undefined {
    const wanted = name.toLowerCase();
    return this.workbook.getSheets().find((sheet) => sheet.getSheetName().toLowerCase() === wanted);
  }
}
