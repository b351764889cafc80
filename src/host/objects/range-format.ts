import {
  BooleanNumber, ColorKit, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData, type Nullable,
} from "@univerjs/core";
import { invalidArgument } from "../api-error";
import { pixelsPerPoint } from "../content-format";
import { keyOf } from "../key-of";
import { putStyle, styles, text } from "./cells";
import type { HostObject } from "./host-object";
import { RangeBorders } from "./range-borders";
import { bounded, SheetArea } from "./sheet-area";

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
};

const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

abstract class CellStyle extends SheetArea {
  /** What all cells have in common, or null where they differ. */
  protected readonly common = <Value>(of: (style: IStyleData) => Value): Value | null => {
    const { sheet, area } = bounded(this.book, this.place);
    const styleAt = styles(this.book.sheet(sheet));
    const first = of(styleAt(area.row, area.column));
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (of(styleAt(row, column)) !== first) return null;
      }
    }
    return first;
  };

  protected readonly apply = <Key extends keyof IStyleData>(type: Key, value: IStyleData[Key]): void => {
    putStyle(this.book, this.place, type, () => value);
  };
}

export class RangeFormat extends CellStyle {
  readonly kind = "RangeFormat";

  get fill(): HostObject {
    return new RangeFill(this.book, this.place);
  }

  get font(): HostObject {
    return new RangeFont(this.book, this.place);
  }

  get borders(): HostObject {
    return new RangeBorders(this.book, this.place);
  }

  get horizontalAlignment(): string | null {
    return this.common(({ ht }) => keyOf(horizontal, ht) ?? "General");
  }

  set horizontalAlignment(value: string) {
    this.apply("ht", valueOf(horizontal, value));
  }

  get verticalAlignment(): string | null {
    return this.common(({ vt }) => keyOf(vertical, vt || VerticalAlign.BOTTOM) ?? "Top");
  }

  set verticalAlignment(value: string) {
    this.apply("vt", valueOf(vertical, value));
  }

  get wrapText(): boolean | null {
    return this.common(({ tb }) => tb === WrapStrategy.WRAP);
  }

  set wrapText(value: boolean) {
    this.apply("tb", value ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW);
  }

  get columnWidth(): number | null {
    const { column, columns } = bounded(this.book, this.place).area;
    const sheet = this.book.sheet(this.place.sheet);
    return same(column, columns, (at) => sheet.getColumnWidth(at) / pixelsPerPoint);
  }

  set columnWidth(points: number) {
    const { column, columns } = this.area;
    this.book.sheet(this.place.sheet).setColumnWidths(column, columns, positive(points) * pixelsPerPoint);
  }

  get rowHeight(): number | null {
    const { row, rows } = bounded(this.book, this.place).area;
    const sheet = this.book.sheet(this.place.sheet);
    return same(row, rows, (at) => sheet.getRowHeight(at) / pixelsPerPoint);
  }

  set rowHeight(points: number) {
    const { row, rows } = this.area;
    this.book.sheet(this.place.sheet).setRowHeightsForced(row, rows, positive(points) * pixelsPerPoint);
  }

  async autofitColumns(): Promise<void> {
    await this.book.engine.calculated();
    const { sheet, area } = bounded(this.book, this.place);
    for (let column = area.column; column < area.column + area.columns; column++) {
      const lines = text(this.book, { sheet, area: { ...area, column, columns: 1 } })!.flat();
      const widest = Math.max(0, ...lines.flatMap((line) => line.split("\n")).map(textWidth));
      if (widest > 0) this.book.sheet(sheet).setColumnWidth(column, widest + cellPadding);
    }
  }

  autofitRows(): void {
    const { row, rows } = bounded(this.book, this.place).area;
    this.book.sheet(this.place.sheet).setRowAutoHeight(row, rows);
  }
}

/** Pixels of the default font, without a screen to measure on; a filter button fits beside a header. */
const letterWidth = 7;
const cellPadding = 24;

function textWidth(line: string): number {
  let width = 0;
  for (const letter of line) width += /[\u1100-\uffdc]/.test(letter) ? 2 * letterWidth : letterWidth;
  return width;
}

export class RangeFill extends CellStyle {
  readonly kind = "RangeFill";

  get color(): string | null {
    return this.common(({ bg }) => colour(bg?.rgb, "#FFFFFF"));
  }

  set color(value: string) {
    this.apply("bg", { rgb: hex(value) });
  }

  clear(): void {
    this.apply("bg", null);
  }
}

export class RangeFont extends CellStyle {
  readonly kind = "RangeFont";

  get bold(): boolean | null {
    return this.common(({ bl }) => bl === BooleanNumber.TRUE);
  }

  set bold(value: boolean) {
    this.apply("bl", flag(value));
  }

  get italic(): boolean | null {
    return this.common(({ it }) => it === BooleanNumber.TRUE);
  }

  set italic(value: boolean) {
    this.apply("it", flag(value));
  }

  get strikethrough(): boolean | null {
    return this.common(({ st }) => st?.s === BooleanNumber.TRUE);
  }

  set strikethrough(value: boolean) {
    this.apply("st", { s: flag(value) });
  }

  get underline(): string | null {
    return this.common(({ ul }) => (ul?.s === BooleanNumber.TRUE ? "Single" : "None"));
  }

  set underline(value: string) {
    if (value !== "None" && value !== "Single") throw invalidArgument();
    this.apply("ul", { s: flag(value === "Single") });
  }

  get color(): string | null {
    return this.common(({ cl }) => colour(cl?.rgb, "#000000"));
  }

  set color(value: string) {
    this.apply("cl", { rgb: hex(value) });
  }

  get size(): number | null {
    return this.common(({ fs }) => fs ?? 11);
  }

  set size(value: number) {
    this.apply("fs", positive(value));
  }

  get name(): string | null {
    return this.common(({ ff }) => ff ?? "Arial");
  }

  set name(value: string) {
    this.apply("ff", value);
  }
}

const flag = (value: unknown): BooleanNumber => {
  if (typeof value !== "boolean") throw invalidArgument();
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
};

function positive(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0)) throw invalidArgument();
  return value;
}

const colour = (rgb: Nullable<string>, none: string): string => (rgb ? hex(rgb) : none);

/** Excel takes `#FFA500` and `orange` and answers `#FFA500`. */
export function hex(value: unknown): string {
  const kit = typeof value === "string" ? new ColorKit(value) : undefined;
  if (!kit?.isValid) throw invalidArgument();
  return kit.toHexString().toUpperCase();
}

function valueOf<Value>(names: Readonly<Record<string, Value>>, name: unknown): Value {
  const value = typeof name === "string" ? names[name] : undefined;
  if (value === undefined) throw invalidArgument();
  return value;
}

function same(from: number, count: number, of: (at: number) => number): number | null {
  const first = of(from);
  for (let at = from + 1; at < from + count; at++) if (of(at) !== first) return null;
  return first;
}
