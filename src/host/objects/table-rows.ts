import type { Area } from "../../formulas/addresses";
import { invalidArgument, itemNotFound } from "../api-error";
import type { Book } from "./book";
import { values, write } from "./cells";
import { deleteCells, insertCells } from "./changes";
import { Collection, HostObject } from "./host-object";
import { resizeTable } from "./table-changes";
import { dataArea, tableInfo, wholeArea } from "./table-infos";

export class TableRows extends Collection<TableRow> {
  readonly kind = "TableRowCollection";
  readonly list: () => TableRow[];

  constructor(private readonly book: Book, private readonly table: string) {
    super();
    this.list = () => Array.from(
      { length: dataArea(tableInfo(book, table)).rows },
      (_, index) => new TableRow(book, table, index),
    );
  }

  get count(): number {
    return dataArea(tableInfo(this.book, this.table)).rows;
  }

  getItem(key: unknown): TableRow {
    const row = this.list()[Number(key)];
    if (!row) throw itemNotFound();
    return row;
  }

  /** At the end, or before the row at `index`; what stands below moves down. */
  async add(index?: number, given?: unknown): Promise<TableRow> {
    const info = tableInfo(this.book, this.table);
    const data = dataArea(info);
    const at = index === undefined || index === -1 ? data.rows : index;
    if (!Number.isInteger(at) || at < 0 || at > data.rows) throw invalidArgument();
    const cells = Array.isArray(given) && !Array.isArray(given[0]) ? [given] : given;
    const rows = Array.isArray(cells) ? cells.length : 1;
    const place = { sheet: info.subUnitId, area: { ...data, row: data.row + at, rows } };
    await insertCells(this.book, place, "Down");
    if (cells !== undefined) write(this.book, place, cells);
    const whole = wholeArea(info);
    await resizeTable(this.book, this.table, { ...place, area: { ...whole, rows: whole.rows + rows } });
    return new TableRow(this.book, this.table, at);
  }
}

class TableRow extends HostObject {
  readonly kind = "TableRow";

  constructor(private readonly book: Book, private readonly table: string, private readonly at: number) {
    super();
  }

  get index(): number {
    return this.at;
  }

  get values(): unknown {
    return values(this.book, { sheet: this.#sheet(), area: this.#area() });
  }

  set values(given: unknown) {
    write(this.book, { sheet: this.#sheet(), area: this.#area() }, given);
  }

  getRange(): HostObject {
    return this.book.make.range({ sheet: this.#sheet(), area: this.#area() });
  }

  async delete(): Promise<void> {
    const info = tableInfo(this.book, this.table);
    const whole = wholeArea(info);
    const place = { sheet: info.subUnitId, area: this.#area() };
    if (whole.rows <= 2) return write(this.book, place, "");
    await resizeTable(this.book, this.table, { ...place, area: { ...whole, rows: whole.rows - 1 } });
    await deleteCells(this.book, place, "Up");
  }

  #sheet(): string {
    return tableInfo(this.book, this.table).subUnitId;
  }

  #area(): Area {
    const data = dataArea(tableInfo(this.book, this.table));
    if (this.at >= data.rows) throw itemNotFound();
    return { ...data, row: data.row + this.at, rows: 1 };
  }
}
