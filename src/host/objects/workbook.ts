import { ApiError } from "../api-error";
import { Application } from "./application";
import type { Book, Place } from "./book";
import { CustomXmlParts, PartsWithIds } from "./custom-xml";
import { DocumentProperties } from "./document-properties";
import { HostObject } from "./host-object";
import { Names } from "./names";
import { RangeAreas } from "./range-areas";
import { Settings } from "./settings";
import { selectedArea } from "./sheet-area";
import { TablesOfWorkbook } from "./tables";
import { Worksheets } from "./worksheets";

export class Workbook extends HostObject {
  readonly kind = "Workbook";
  private readonly parts: PartsWithIds;

  constructor(private readonly book: Book) {
    super();
    this.parts = new PartsWithIds(book);
  }

  get name(): string {
    return this.book.workbook.getName();
  }

  get readOnly(): boolean {
    return false;
  }

  get application(): HostObject {
    return new Application(this.book);
  }

  get worksheets(): HostObject {
    return new Worksheets(this.book);
  }

  get tables(): HostObject {
    return new TablesOfWorkbook(this.book);
  }

  get names(): HostObject {
    return new Names(this.book);
  }

  get customXmlParts(): HostObject {
    return new CustomXmlParts(this.parts);
  }

  get settings(): HostObject {
    return new Settings(this.book);
  }

  get properties(): HostObject {
    return new DocumentProperties(this.book);
  }

  getActiveCell(): HostObject {
    const cell = this.book.workbook.getActiveCell();
    const area = { row: cell?.getRow() ?? 0, column: cell?.getColumn() ?? 0, rows: 1, columns: 1 };
    return this.book.make.range({ sheet: this.#activeSheet(), area });
  }

  /** The one selected area; Excel refuses when there are several. */
  getSelectedRange(): HostObject {
    const [place, ...more] = this.#selection();
    if (more.length > 0) throw new ApiError("InvalidSelection");
    return this.book.make.range(place!);
  }

  getSelectedRanges(): HostObject {
    return new RangeAreas(this.book, this.#selection());
  }

  #activeSheet(): string {
    return this.book.workbook.getActiveSheet().getSheetId();
  }

  #selection(): Place[] {
    const sheet = this.#activeSheet();
    const ranges = this.book.workbook.getActiveSheet().getSelection()?.getActiveRangeList() ?? [];
    const places = ranges.map((range) => ({ sheet, area: selectedArea(range.getRange()) }));
    return places.length > 0 ? places : [{ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } }];
  }
}
