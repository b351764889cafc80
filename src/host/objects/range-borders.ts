import { BorderStyleTypes, ColorKit, type IBorderData } from "@univerjs/core";
import { invalidArgument, itemNotFound } from "../api-error";
import type { Book, Place } from "./book";
import { putStyle, styles } from "./cells";
import { Collection, type Identity } from "./host-object";
import { SheetArea } from "./sheet-area";

type Side = "t" | "b" | "l" | "r";

/** Where a border lies: the side of a cell, and whether a cell of the range has that side on it. */
interface Edge {
  readonly side: Side;
  readonly isOn: (row: number, column: number, rows: number, columns: number) => boolean;
}

const edges: Readonly<Record<string, Edge>> = {
  EdgeTop: { side: "t", isOn: (row) => row === 0 },
  EdgeBottom: { side: "b", isOn: (row, _column, rows) => row === rows - 1 },
  EdgeLeft: { side: "l", isOn: (_row, column) => column === 0 },
  EdgeRight: { side: "r", isOn: (_row, column, _rows, columns) => column === columns - 1 },
  InsideHorizontal: { side: "b", isOn: (row, _column, rows) => row < rows - 1 },
  InsideVertical: { side: "r", isOn: (_row, column, _rows, columns) => column < columns - 1 },
};

const {
  THIN, MEDIUM, THICK, HAIR, DASHED, DASH_DOT, DASH_DOT_DOT, DOTTED, DOUBLE, SLANT_DASH_DOT,
} = BorderStyleTypes;

/** Excel's line styles; a continuous line also has a weight. */
const lines: Readonly<Record<string, BorderStyleTypes>> = {
  Continuous: THIN, Dash: DASHED, DashDot: DASH_DOT, DashDotDot: DASH_DOT_DOT, Dot: DOTTED, Double: DOUBLE,
  SlantDashDot: SLANT_DASH_DOT,
};
const weights: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: HAIR, Thin: THIN, Medium: MEDIUM, Thick: THICK,
};

const black = { rgb: "#000000" };

export class RangeBorders extends Collection<RangeBorder> {
  readonly kind = "RangeBorderCollection";
  readonly list: () => RangeBorder[];

  constructor(book: Book, place: Place) {
    super();
    this.list = () => Object.keys(edges).map((edge) => new RangeBorder(book, place, edge));
  }

  get count(): number {
    return this.list().length;
  }

  getItem(index: unknown): RangeBorder {
    const border = this.list().find(({ sideIndex }) => sideIndex === index);
    if (!border) throw itemNotFound();
    return border;
  }
}

class RangeBorder extends SheetArea {
  readonly kind = "RangeBorder";

  constructor(book: Book, place: Place, private readonly edge: string) {
    super(book, place);
  }

  override identity(): Identity {
    return { Id: this.edge };
  }

  get sideIndex(): string {
    return this.edge;
  }

  get style(): string {
    const line = this.#line();
    if (!line || line.s === BorderStyleTypes.NONE) return "None";
    return Object.keys(lines).find((name) => lines[name] === line.s) ?? "Continuous";
  }

  set style(value: string) {
    const style = value === "None" ? BorderStyleTypes.NONE : lines[value];
    if (style === undefined) throw invalidArgument();
    this.#draw(style === BorderStyleTypes.NONE ? null : { s: style, cl: this.#line()?.cl ?? black });
  }

  get weight(): string {
    const line = this.#line();
    return Object.keys(weights).find((name) => weights[name] === line?.s) ?? "Thin";
  }

  set weight(value: string) {
    const style = weights[value];
    if (style === undefined) throw invalidArgument();
    this.#draw({ s: style, cl: this.#line()?.cl ?? black });
  }

  get color(): string {
    return new ColorKit(this.#line()?.cl?.rgb ?? black.rgb).toHexString().toUpperCase();
  }

  set color(value: string) {
    const kit = new ColorKit(value);
    if (!kit.isValid) throw invalidArgument();
    this.#draw({ s: this.#line()?.s ?? THIN, cl: { rgb: kit.toHexString() } });
  }

  #line(): IBorderData[Side] {
    const { row, column, rows, columns } = this.area;
    const { side } = edges[this.edge]!;
    const isEdge = this.edge.startsWith("Edge");
    const atRow = isEdge && side === "b" ? row + rows - 1 : row;
    const atColumn = isEdge && side === "r" ? column + columns - 1 : column;
    return styles(this.book.sheet(this.place.sheet))(atRow, atColumn).bd?.[side];
  }

  #draw(line: IBorderData[Side]): void {
    const { rows, columns } = this.area;
    const { side, isOn } = edges[this.edge]!;
    putStyle(this.book, this.place, "bd", (row, column) =>
      (isOn(row, column, rows, columns) ? { [side]: line } : undefined));
  }
}
