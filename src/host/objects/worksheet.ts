import { ApiError, invalidArgument, itemNotFound } from "../api-error";
import type { Area } from "../../formulas/addresses";
import { wholeSheet, within } from "./areas";
import type { Book } from "./book";
import { Charts } from "./charts";
import { FreezePanes } from "./freeze-panes";
import { HostObject, type Identity } from "./host-object";
import { placeNamed } from "./named-places";
import { Names } from "./names";
import { hex } from "./range-format";
import { parseLocal, placeOf } from "./references";
import { checkedName } from "./sheet-names";
import { TablesOfSheet } from "./tables";
import { usedArea } from "./used-area";

export class Worksheet extends HostObject {
  readonly kind = "Worksheet";
  override readonly announces = new Set(["Activated", "Deactivated", "DataChanged", "SelectionChanged"]);

  constructor(readonly book: Book, readonly key: string) {
    super();
    book.sheet(key);
  }

  override identity(): Identity {
    return { Id: this.key };
  }

  get id(): string {
    return this.key;
  }

  get name(): string {
    return this.book.name(this.key);
  }

  set name(value: unknown) {
    const name = checkedName(this.book, value, this.key);
    this.book.sheet(this.key).setName(name);
  }

  get position(): number {
    return this.book.sheet(this.key).getIndex();
  }

  set position(value: number) {
    const count = this.book.workbook.getNumSheets();
    if (!Number.isInteger(value) || value < 0 || value >= count) throw invalidArgument();
    this.book.workbook.moveSheet(this.book.sheet(this.key), value);
  }

  get visibility(): string {
    return this.book.sheet(this.key).isSheetHidden() ? "Hidden" : "Visible";
  }

  /** Univer has one way to hide a sheet: what Excel keeps out of its menu is hidden like any other. */
  set visibility(value: unknown) {
    if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") throw invalidArgument();
    if (value === "Visible") this.book.sheet(this.key).showSheet();
    else this.#hide();
  }

  get tabColor(): string {
    return this.book.sheet(this.key).getTabColor()?.toUpperCase() ?? "";
  }

  set tabColor(value: unknown) {
    this.book.sheet(this.key).setTabColor(value === "" ? "" : hex(value));
  }

  get showGridlines(): boolean {
    return !this.book.sheet(this.key).hasHiddenGridLines();
  }

  /** The library writes `showGridlines` under this name. */
  set gridlines(value: boolean) {
    this.book.sheet(this.key).setHiddenGridlines(!value);
  }

  get tables(): HostObject {
    return new TablesOfSheet(this.book, this.key);
  }

  get charts(): HostObject {
    return new Charts(this.book, this.key);
  }

  get names(): HostObject {
    return new Names(this.book, this.key);
  }

  get freezePanes(): HostObject {
    return new FreezePanes(this.book, this.key);
  }

  get protection(): HostObject {
    return new WorksheetProtection();
  }

  activate(): void {
    this.book.sheet(this.key).activate();
  }

  delete(): void {
    this.#refuseLastVisible();
    this.book.workbook.deleteSheet(this.key);
  }

  calculate(): Promise<void> {
    return this.book.engine.calculated();
  }

  /** An address, the name of a range or a table, or nothing for all cells. */
  getRange(address?: string): HostObject {
    if (address === undefined || address === "") return this.#range(wholeSheet);
    if (typeof address !== "string") throw invalidArgument();
    const named = parseLocal(address) ? undefined : placeNamed(this.book, address, this.key);
    const place = named ?? placeOf(this.book, address, this.key);
    if (place.sheet !== this.key) throw invalidArgument();
    return this.book.make.range(place);
  }

  /** Several addresses with commas between them. */
  getRanges(addresses?: unknown): HostObject {
    if (typeof addresses !== "string") throw invalidArgument();
    return this.book.make.areas(addresses.split(",").map((address) => placeOf(this.book, address, this.key)));
  }

  getCell(row: number, column: number): HostObject {
    return this.#range(within({ row, column, rows: 1, columns: 1 }));
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): HostObject {
    return this.#range(within({ row, column, rows, columns }));
  }

  /** The top left cell where nothing is used. */
  async getUsedRange(valuesOnly = false): Promise<HostObject> {
    return (await this.getUsedRangeOrNullObject(valuesOnly)) ?? this.getCell(0, 0);
  }

  async getUsedRangeOrNullObject(valuesOnly = false): Promise<HostObject | null> {
    await this.book.engine.calculated();
    const used = usedArea(this.book, { sheet: this.key, area: wholeSheet }, valuesOnly);
    return used ? this.#range(used) : null;
  }

  getNext(visibleOnly = false): HostObject {
    return existing(this.getNextOrNullObject(visibleOnly));
  }

  getNextOrNullObject(visibleOnly = false): HostObject | null {
    return this.#beside(1, visibleOnly);
  }

  getPrevious(visibleOnly = false): HostObject {
    return existing(this.getPreviousOrNullObject(visibleOnly));
  }

  getPreviousOrNullObject(visibleOnly = false): HostObject | null {
    return this.#beside(-1, visibleOnly);
  }

  #range(area: Area): HostObject {
    return this.book.make.range({ sheet: this.key, area });
  }

  #beside(step: 1 | -1, visibleOnly: boolean): HostObject | null {
    const sheets = this.book.workbook.getSheets();
    for (let at = this.position + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at]!;
      if (!visibleOnly || !sheet.isSheetHidden()) return new Worksheet(this.book, sheet.getSheetId());
    }
    return null;
  }

  #hide(): void {
    this.#refuseLastVisible();
    this.book.sheet(this.key).hideSheet();
  }

  /** Excel keeps one sheet in sight. */
  #refuseLastVisible(): void {
    const visible = this.book.workbook.getSheets().filter((sheet) => !sheet.isSheetHidden());
    if (visible.length === 1 && visible[0]!.getSheetId() === this.key) throw new ApiError("InvalidOperation");
  }
}

function existing(found: HostObject | null): HostObject {
  if (!found) throw itemNotFound();
  return found;
}

/** The embedded workbook has no protection: what is asked is answered, what is wanted is refused. */
class WorksheetProtection extends HostObject {
  readonly kind = "WorksheetProtection";

  get protected(): boolean {
    return false;
  }
}
