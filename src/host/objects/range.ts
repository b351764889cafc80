import type { Area } from "../../formulas/addresses";
import { type ApiError, invalidArgument, itemNotFound, notImplemented } from "../api-error";
import {
  boundingBox, intersection, isEntireColumn, isEntireRow, isSingle, within, wholeSheet,
} from "./areas";
import type { Book, Place } from "./book";
import * as cells from "./cells";
import { clear, deleteCells, insertCells, merge, unmerge } from "./changes";
import { ConditionalFormats } from "./conditional-formats";
import { copyFormats } from "./copied-formats";
import { DataValidation } from "./data-validation";
import type { HostObject } from "./host-object";
import { neighbours, type Direction } from "./neighbours";
import { dependents, directDependents, directPrecedents, precedents } from "./precedents";
import { WorkbookRangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import { reveal } from "./reveal";
import { fullAddress, placeOf } from "./references";
import { areaOf, SheetArea, univerRange } from "./sheet-area";
import { TablesOfRange } from "./tables";
import { surroundingRegion, usedArea } from "./used-area";

const mostCountable = 2 ** 31 - 1;

export class Range extends SheetArea {
  readonly kind = "Range";

  get address(): string {
    return fullAddress(this.book, this.place);
  }

  get addressLocal(): string {
    return this.address;
  }

  get cellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > mostCountable ? -1 : count;
  }

  get rowIndex(): number {
    return this.area.row;
  }

  get columnIndex(): number {
    return this.area.column;
  }

  get rowCount(): number {
    return this.area.rows;
  }

  get columnCount(): number {
    return this.area.columns;
  }

  get isEntireColumn(): boolean {
    return isEntireColumn(this.area);
  }

  get isEntireRow(): boolean {
    return isEntireRow(this.area);
  }

  get values(): unknown {
    return cells.values(this.book, this.place);
  }

  set values(given: unknown) {
    cells.write(this.book, this.place, given);
  }

  get formulas(): unknown {
    return cells.formulas(this.book, this.place);
  }

  set formulas(given: unknown) {
    cells.write(this.book, this.place, given);
  }

  /** The embedded workbook knows formulas in English only. */
  get formulasLocal(): unknown {
    return this.formulas;
  }

  set formulasLocal(given: unknown) {
    this.formulas = given;
  }

  get text(): unknown {
    return cells.text(this.book, this.place);
  }

  get valueTypes(): unknown {
    return cells.valueTypes(this.book, this.place);
  }

  get numberFormat(): unknown {
    return cells.numberFormats(this.book, this.place);
  }

  set numberFormat(given: unknown) {
    cells.writeNumberFormats(this.book, this.place, given);
  }

  get hasSpill(): boolean | null {
    return cells.hasSpill(this.book, this.place);
  }

  get format(): HostObject {
    return new RangeFormat(this.book, this.place);
  }

  get dataValidation(): HostObject {
    return new DataValidation(this.book, this.place);
  }

  get conditionalFormats(): HostObject {
    return new ConditionalFormats(this.book, this.place);
  }

  get worksheet(): HostObject {
    return this.book.make.worksheet(this.place.sheet);
  }

  getCell(row: number, column: number): HostObject {
    const { area } = this;
    return this.#shifted({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 });
  }

  getRow(row: number): HostObject {
    if (!(row >= 0 && row < this.area.rows)) throw invalidArgument();
    return this.#shifted({ ...this.area, row: this.area.row + row, rows: 1 });
  }

  getColumn(column: number): HostObject {
    if (!(column >= 0 && column < this.area.columns)) throw invalidArgument();
    return this.#shifted({ ...this.area, column: this.area.column + column, columns: 1 });
  }

  getLastRow(): HostObject {
    return this.getRow(this.area.rows - 1);
  }

  getLastColumn(): HostObject {
    return this.getColumn(this.area.columns - 1);
  }

  getLastCell(): HostObject {
    return this.getCell(this.area.rows - 1, this.area.columns - 1);
  }

  getEntireRow(): HostObject {
    return this.#shifted({ ...this.area, column: 0, columns: wholeSheet.columns });
  }

  getEntireColumn(): HostObject {
    return this.#shifted({ ...this.area, row: 0, rows: wholeSheet.rows });
  }

  getOffsetRange(rows: number, columns: number): HostObject {
    return this.#shifted({ ...this.area, row: this.area.row + rows, column: this.area.column + columns });
  }

  getResizedRange(rows: number, columns: number): HostObject {
    return this.#shifted({ ...this.area, rows: this.area.rows + rows, columns: this.area.columns + columns });
  }

  getAbsoluteResizedRange(rows: number, columns: number): HostObject {
    return this.#shifted({ ...this.area, rows, columns });
  }

  getRowsAbove(count?: number): HostObject {
    return this.#beside("above", count);
  }

  getRowsBelow(count?: number): HostObject {
    return this.#beside("below", count);
  }

  getColumnsBefore(count?: number): HostObject {
    return this.#beside("before", count);
  }

  getColumnsAfter(count?: number): HostObject {
    return this.#beside("after", count);
  }

  getBoundingRect(other: unknown): HostObject {
    return this.#shifted(boundingBox(this.area, areaOf(this, other)));
  }

  getIntersection(other: unknown): HostObject {
    return this.getIntersectionOrNullObject(other) ?? fail(itemNotFound());
  }

  getIntersectionOrNullObject(other: unknown): HostObject | null {
    const common = intersection(this.area, areaOf(this, other));
    return common ? this.#shifted(common) : null;
  }

  async getUsedRange(valuesOnly = false): Promise<HostObject> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? fail(itemNotFound());
  }

  async getUsedRangeOrNullObject(valuesOnly = false): Promise<HostObject | null> {
    await this.book.engine.calculated();
    const used = usedArea(this.book, this.place, valuesOnly);
    return used ? this.#shifted(used) : null;
  }

  async getSurroundingRegion(): Promise<HostObject> {
    await this.book.engine.calculated();
    return this.#shifted(surroundingRegion(this.book, this.place));
  }

  async getSpillingToRange(): Promise<HostObject> {
    return (await this.getSpillingToRangeOrNullObject()) ?? fail(itemNotFound());
  }

  async getSpillingToRangeOrNullObject(): Promise<HostObject | null> {
    const spill = await this.#spill();
    const isAnchor = spill?.row === this.area.row && spill.column === this.area.column;
    return spill && isAnchor ? this.#shifted(spill) : null;
  }

  async getSpillParent(): Promise<HostObject> {
    return (await this.getSpillParentOrNullObject()) ?? fail(itemNotFound());
  }

  async getSpillParentOrNullObject(): Promise<HostObject | null> {
    const spill = await this.#spill();
    return spill ? this.#shifted({ ...spill, rows: 1, columns: 1 }) : null;
  }

  getTables(fullyContained = false): HostObject {
    return new TablesOfRange(this.book, this.place, fullyContained);
  }

  async getDirectPrecedents(): Promise<HostObject> {
    return this.#related(directPrecedents);
  }

  async getPrecedents(): Promise<HostObject> {
    return this.#related(precedents);
  }

  async getDirectDependents(): Promise<HostObject> {
    return this.#related(directDependents);
  }

  async getDependents(): Promise<HostObject> {
    return this.#related(dependents);
  }

  calculate(): Promise<void> {
    return this.book.engine.calculated();
  }

  clear(applyTo = "All"): void {
    clear(this.book, this.place, applyTo);
  }

  /** Of Excel's pastes, that of formats. */
  async copyFrom(source: unknown, type: unknown = "All", skipBlanks = false, transpose = false): Promise<void> {
    if (type !== "Formats" || skipBlanks || transpose) throw notImplemented(`Range.copyFrom of ${String(type)}`);
    await this.book.engine.calculated();
    const from = source instanceof SheetArea ? source.place : placeOf(this.book, source, this.place.sheet);
    copyFormats(this.book, from, this.place);
  }

  async insert(shift: string): Promise<HostObject> {
    await insertCells(this.book, this.place, shift);
    return this.#shifted(this.area);
  }

  delete(shift: string): Promise<void> {
    return deleteCells(this.book, this.place, shift);
  }

  merge(across = false): void {
    merge(this.book, this.place, across);
  }

  unmerge(): void {
    unmerge(this.book, this.place);
  }

  select(): void {
    const sheet = this.book.sheet(this.place.sheet);
    sheet.activate();
    cells.reach(this.book, this.place);
    sheet.setActiveSelection(sheet.getRange(univerRange(this.book, this.place)));
    reveal(sheet, this.area);
  }

  /** What the library asks before it cuts a long write into pieces. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw invalidArgument(cells.mismatch);
  }

  #shifted(area: Area): HostObject {
    return this.book.make.range({ sheet: this.place.sheet, area: within(area) });
  }

  #beside(direction: Direction, count = 1): HostObject {
    return this.#shifted(neighbours(this.area, direction, count));
  }

  async #related(find: (book: Book, place: Place) => Place[]): Promise<HostObject> {
    await this.book.engine.calculated();
    return new WorkbookRangeAreas(this.book, find(this.book, this.place));
  }

  async #spill(): Promise<Area | undefined> {
    if (!isSingle(this.area)) return undefined;
    await this.book.engine.calculated();
    return this.book.engine.spillOf(this.book.name(this.place.sheet), this.area.row, this.area.column);
  }
}

function fail(error: ApiError): never {
  throw error;
}
