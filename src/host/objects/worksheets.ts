import { itemNotFound } from "../api-error";
import type { Book } from "./book";
import { Collection, type HostObject } from "./host-object";
import { checkedName, freeName } from "./sheet-names";
import { Worksheet } from "./worksheet";

export class Worksheets extends Collection<Worksheet> {
  readonly kind = "WorksheetCollection";
  override readonly announces = new Set([
    "Activated", "Added", "DataChanged", "Deactivated", "Deleted", "SelectionChanged",
  ]);
  readonly list: () => Worksheet[];

  constructor(private readonly book: Book) {
    super();
    this.list = () => book.workbook.getSheets().map((sheet) => new Worksheet(book, sheet.getSheetId()));
  }

  /** The sheet in view stays in view, as in Excel. */
  add(name = freeName(this.book)): HostObject {
    const { workbook } = this.book;
    const before = workbook.getActiveSheet();
    const added = workbook.insertSheet(checkedName(this.book, name), { index: workbook.getNumSheets() });
    workbook.setActiveSheet(before);
    return new Worksheet(this.book, added.getSheetId());
  }

  getItem(key: unknown): Worksheet {
    const wanted = String(key);
    const sheet = this.book.workbook.getSheetBySheetId(wanted) ?? this.book.sheetNamed(wanted);
    if (!sheet) throw itemNotFound();
    return new Worksheet(this.book, sheet.getSheetId());
  }

  getActiveWorksheet(): HostObject {
    return new Worksheet(this.book, this.book.workbook.getActiveSheet().getSheetId());
  }

  getFirst(visibleOnly = false): HostObject {
    return this.#inSight(visibleOnly)[0]!;
  }

  getLast(visibleOnly = false): HostObject {
    return this.#inSight(visibleOnly).at(-1)!;
  }

  override getCount(visibleOnly = false): number {
    return this.#inSight(visibleOnly).length;
  }

  #inSight(visibleOnly: boolean): Worksheet[] {
    return this.list().filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
  }
}
