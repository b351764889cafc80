import { RANGE_TYPE, type IRange } from "@univerjs/core";
import type { Area } from "../../formulas/addresses";
import { invalidArgument } from "../api-error";
import { isEntireColumn, isEntireRow, wholeSheet } from "./areas";
import type { Book, Place } from "./book";
import { HostObject } from "./host-object";
import { placeOf } from "./references";

/** An object of the model that is an area of a sheet. */
export abstract class SheetArea extends HostObject {
  readonly area: Area;

  constructor(readonly book: Book, readonly place: Place) {
    super();
    this.area = place.area;
  }
}

/** Excel takes a range or an address wherever another range of the same sheet is wanted. */
export function areaOf(range: SheetArea, other: unknown): Area {
  const place = other instanceof SheetArea ? other.place : placeOf(range.book, other, range.place.sheet);
  if (place.sheet !== range.place.sheet) throw invalidArgument();
  return place.area;
}

/** Univer's sheets are smaller than Excel's: whole columns and rows end where they do. */
export function bounded(book: Book, { sheet, area }: Place): Place {
  const target = book.sheet(sheet);
  const rows = isEntireColumn(area) ? target.getMaxRows() : area.rows;
  const columns = isEntireRow(area) ? target.getMaxColumns() : area.columns;
  return { sheet, area: { ...area, rows, columns } };
}

export function univerRange(book: Book, place: Place): IRange {
  const { row, column, rows, columns } = bounded(book, place).area;
  const target = book.sheet(place.sheet);
  return {
    unitId: book.workbook.getId(),
    sheetId: place.sheet,
    startRow: row,
    startColumn: column,
    endRow: Math.min(row + rows, target.getMaxRows()) - 1,
    endColumn: Math.min(column + columns, target.getMaxColumns()) - 1,
  };
}

/** A selected column or row reaches, as in Excel, beyond the end of Univer's sheet. */
export function selectedArea({ rangeType, startRow, startColumn, endRow, endColumn }: IRange): Area {
  const isColumn = rangeType === RANGE_TYPE.COLUMN || rangeType === RANGE_TYPE.ALL;
  const isRow = rangeType === RANGE_TYPE.ROW || rangeType === RANGE_TYPE.ALL;
  const { rows, columns } = wholeSheet;
  return {
    ...(isColumn ? { row: 0, rows } : { row: startRow, rows: endRow - startRow + 1 }),
    ...(isRow ? { column: 0, columns } : { column: startColumn, columns: endColumn - startColumn + 1 }),
  };
}
