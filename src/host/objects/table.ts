import type { Area } from "../../formulas/addresses";
import { invalidArgument, notImplemented } from "../api-error";
import type { Book } from "./book";
import { clear } from "./changes";
import { HostObject, type Identity } from "./host-object";
import { placeOf } from "./references";
import { SheetArea } from "./sheet-area";
import { checkedTableName, convertTable, removeTable, renameTable, resizeTable } from "./table-changes";
import { restyle } from "./table-definition";
import { TableColumns } from "./table-columns";
import { dataArea, tableInfo, wholeArea } from "./table-infos";
import { TableRows } from "./table-rows";

const defaultStyle = "TableStyleMedium2";

export class Table extends HostObject {
  readonly kind = "Table";
  override readonly announces = new Set(["DataChanged", "SelectionChanged"]);

  constructor(private readonly book: Book, private readonly key: string) {
    super();
    tableInfo(book, key);
  }

  override identity(): Identity {
    return { Id: this.key };
  }

  get id(): string {
    return this.key;
  }

  get name(): string {
    return tableInfo(this.book, this.key).name;
  }

  set name(value: unknown) {
    const name = checkedTableName(this.book, value, this.key);
    renameTable(this.book, this.key, name);
  }

  get style(): string {
    return (tableInfo(this.book, this.key).meta?.["style"] as string | undefined) ?? defaultStyle;
  }

  /** Kept for the file; the embedded workbook draws all tables alike. */
  set style(value: unknown) {
    if (typeof value !== "string") throw invalidArgument();
    restyle(this.book, this.key, { ...tableInfo(this.book, this.key).meta, style: value });
  }

  get showHeaders(): boolean {
    return true;
  }

  set showHeaders(value: boolean) {
    if (!value) throw notImplemented("A table without headers");
  }

  get showTotals(): boolean {
    return false;
  }

  set showTotals(value: boolean) {
    if (value) throw notImplemented("A table with totals");
  }

  get columns(): HostObject {
    return new TableColumns(this.book, this.key);
  }

  get rows(): HostObject {
    return new TableRows(this.book, this.key);
  }

  get worksheet(): HostObject {
    return this.book.make.worksheet(tableInfo(this.book, this.key).subUnitId);
  }

  getRange(): HostObject {
    return this.#range(wholeArea(tableInfo(this.book, this.key)));
  }

  getHeaderRowRange(): HostObject {
    return this.#range({ ...wholeArea(tableInfo(this.book, this.key)), rows: 1 });
  }

  getDataBodyRange(): HostObject {
    return this.#range(dataArea(tableInfo(this.book, this.key)));
  }

  async resize(range: unknown): Promise<void> {
    const sheet = tableInfo(this.book, this.key).subUnitId;
    const place = range instanceof SheetArea ? range.place : placeOf(this.book, range, sheet);
    await resizeTable(this.book, this.key, place);
  }

  async convertToRange(): Promise<HostObject> {
    await this.book.engine.calculated();
    const range = this.getRange();
    convertTable(this.book, this.key);
    return range;
  }

  /** The cells are emptied too. */
  async delete(): Promise<void> {
    const info = tableInfo(this.book, this.key);
    await removeTable(this.book, this.key);
    clear(this.book, { sheet: info.subUnitId, area: wholeArea(info) }, "All");
  }

  #range(area: Area): HostObject {
    return this.book.make.range({ sheet: tableInfo(this.book, this.key).subUnitId, area });
  }
}
