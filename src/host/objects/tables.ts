import type { Area } from "../../formulas/addresses";
import { invalidArgument, itemNotFound } from "../api-error";
import { intersection } from "./areas";
import type { Book, Place } from "./book";
import { Collection } from "./host-object";
import { placeOf } from "./references";
import { SheetArea } from "./sheet-area";
import { Table } from "./table";
import { addTable } from "./table-changes";
import { tableInfos, wholeArea, type TableInfo } from "./table-infos";

abstract class TableCollection extends Collection<Table> {
  readonly kind: string = "TableCollection";
  override readonly announces = new Set(["DataChanged"]);
  readonly list: () => Table[];

  constructor(
    private readonly book: Book,
    private readonly infos: () => TableInfo[],
    private readonly sheet: () => string,
  ) {
    super();
    this.list = () => infos().map(({ id }) => new Table(book, id));
  }

  get count(): number {
    return this.infos().length;
  }

  /** With headers the first row names the columns; without, Excel makes room for names of its own. */
  async add(address: unknown, hasHeaders: unknown): Promise<Table> {
    if (typeof hasHeaders !== "boolean") throw invalidArgument();
    const isRange = address instanceof SheetArea;
    const place = isRange ? address.place : placeOf(this.book, address, this.sheet());
    return new Table(this.book, await addTable(this.book, place, hasHeaders));
  }

  getItem(key: unknown): Table {
    const wanted = String(key).toLowerCase();
    const found = this.infos().find(({ id, name }) => id === key || name.toLowerCase() === wanted);
    if (!found) throw itemNotFound();
    return new Table(this.book, found.id);
  }

  getFirst(): Table {
    return this.getItemAt(0);
  }
}

export class TablesOfWorkbook extends TableCollection {
  constructor(book: Book) {
    super(book, () => tableInfos(book), () => book.workbook.getActiveSheet().getSheetId());
  }
}

export class TablesOfSheet extends TableCollection {
  constructor(book: Book, sheet: string) {
    super(book, () => tableInfos(book).filter(({ subUnitId }) => subUnitId === sheet), () => sheet);
  }
}

/** Those that lie in a range, wholly or in part. */
export class TablesOfRange extends TableCollection {
  override readonly kind = "TableScopedCollection";

  constructor(book: Book, { sheet, area }: Place, isFull: boolean) {
    const isIn = (table: Area): boolean => {
      const common = intersection(table, area);
      return common !== undefined && (!isFull || common.rows * common.columns === table.rows * table.columns);
    };
    const isHere = (info: TableInfo): boolean => info.subUnitId === sheet && isIn(wholeArea(info));
    super(book, () => tableInfos(book).filter(isHere), () => sheet);
  }
}
