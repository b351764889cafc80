import { isSameName } from "../../formulas/same-name";
import type { Area } from "../../formulas/addresses";
import { invalidArgument, itemNotFound } from "../api-error";
import type { Book } from "./book";
import { values, write } from "./cells";
import { deleteCells, insertCells } from "./changes";
import { Collection, HostObject, type Identity } from "./host-object";
import { resizeTable } from "./table-changes";
import { dataArea, tableInfo, wholeArea } from "./table-infos";

export class TableColumns extends Collection<TableColumn> {
  readonly kind = "TableColumnCollection";
  readonly list: () => TableColumn[];

  constructor(private readonly book: Book, private readonly table: string) {
    super();
    this.list = () => Array.from(
      { length: wholeArea(tableInfo(book, table)).columns },
      (_, index) => new TableColumn(book, table, index),
    );
  }

  get count(): number {
    return wholeArea(tableInfo(this.book, this.table)).columns;
  }

  /** By name, or by Excel's id of the column, which counts from one. */
  getItem(key: unknown): TableColumn {
    const found = this.list().find((column) =>
      column.id === key || isSameName(column.name, String(key)));
    if (!found) throw itemNotFound();
    return found;
  }

  /** At the end, or before the column at `index`; values begin with the header. */
  async add(index?: number, given?: unknown, name?: string): Promise<TableColumn> {
    const info = tableInfo(this.book, this.table);
    const whole = wholeArea(info);
    const at = index === undefined || index === -1 ? whole.columns : index;
    if (!Number.isInteger(at) || at < 0 || at > whole.columns) throw invalidArgument();
    const place = { sheet: info.subUnitId, area: { ...whole, column: whole.column + at, columns: 1 } };
    await insertCells(this.book, place, "Right");
    if (given !== undefined) write(this.book, place, given);
    if (name) write(this.book, { ...place, area: { ...place.area, rows: 1 } }, name);
    await this.book.engine.calculated();
    await resizeTable(this.book, this.table, { ...place, area: { ...whole, columns: whole.columns + 1 } });
    return new TableColumn(this.book, this.table, at);
  }
}

class TableColumn extends HostObject {
  readonly kind = "TableColumn";

  constructor(private readonly book: Book, private readonly table: string, private readonly at: number) {
    super();
  }

  override identity(): Identity {
    return { Id: this.id };
  }

  get id(): number {
    return this.at + 1;
  }

  get index(): number {
    return this.at;
  }

  get name(): string {
    const [[header]] = values(this.book, { sheet: this.#sheet(), area: this.#header() }) as [[unknown]];
    return String(header);
  }

  set name(name: unknown) {
    if (typeof name !== "string" || name === "") throw invalidArgument();
    write(this.book, { sheet: this.#sheet(), area: this.#header() }, `'${name}`);
  }

  get values(): unknown {
    return values(this.book, { sheet: this.#sheet(), area: this.#whole() });
  }

  set values(given: unknown) {
    write(this.book, { sheet: this.#sheet(), area: this.#whole() }, given);
  }

  getRange(): HostObject {
    return this.#range(this.#whole());
  }

  getHeaderRowRange(): HostObject {
    return this.#range(this.#header());
  }

  getDataBodyRange(): HostObject {
    return this.#range(this.#only(dataArea(tableInfo(this.book, this.table))));
  }

  async delete(): Promise<void> {
    const info = tableInfo(this.book, this.table);
    const whole = wholeArea(info);
    if (whole.columns === 1) throw invalidArgument();
    const column = { sheet: info.subUnitId, area: this.#whole() };
    const narrower = { sheet: info.subUnitId, area: { ...whole, columns: whole.columns - 1 } };
    await resizeTable(this.book, this.table, narrower);
    await deleteCells(this.book, column, "Left");
  }

  #only(area: Area): Area {
    return { ...area, column: area.column + this.at, columns: 1 };
  }

  #whole(): Area {
    return this.#only(wholeArea(tableInfo(this.book, this.table)));
  }

  #header(): Area {
    return { ...this.#whole(), rows: 1 };
  }

  #sheet(): string {
    return tableInfo(this.book, this.table).subUnitId;
  }

  #range(area: Area): HostObject {
    return this.book.make.range({ sheet: this.#sheet(), area });
  }
}
