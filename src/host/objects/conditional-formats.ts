import { generateRandomId } from "@univerjs/core";
import type { ConditionalRule } from "../../xlsx/rule-content";
import { invalidArgument, itemNotFound, notImplemented } from "../api-error";
import { intersection, without } from "./areas";
import type { Book, Place } from "./book";
import { ConditionalFormat } from "./conditional-format";
import { addCondition, changeCondition, conditionsOf, deleteCondition, type Condition } from "./conditions";
import { Collection } from "./host-object";
import { bounded } from "./sheet-area";

/** What a new condition is until it is told more: one that never holds. */
const unsaid: Readonly<Record<string, ConditionalRule>> = {
  CellValue: { kind: "cell", comparison: "equal", first: "=NA()", look: {} },
  Custom: { kind: "formula", formula: "=FALSE", look: {} },
  ContainsText: { kind: "text", condition: "contains", text: "", look: {} },
  TopBottom: { kind: "rank", rank: 10, look: {} },
  DataBar: { kind: "bar", colour: "#638ec6", minimum: { by: "min" }, maximum: { by: "max" } },
  ColorScale: {
    kind: "scale",
    points: [
      { by: "min", colour: "#f8696b" }, { by: "percentile", value: "50", colour: "#ffeb84" }, { by: "max", colour: "#63be7b" },
    ],
  },
};

export class ConditionalFormats extends Collection<ConditionalFormat> {
  readonly kind = "ConditionalFormatCollection";
  readonly list: () => ConditionalFormat[];

  constructor(private readonly book: Book, private readonly place: Place) {
    super();
    this.list = () => this.#here().map(({ id }) => new ConditionalFormat(book, place.sheet, id));
  }

  getItem(id: unknown): ConditionalFormat {
    if (!this.#here().some((condition) => condition.id === id)) throw itemNotFound();
    return new ConditionalFormat(this.book, this.place.sheet, String(id));
  }

  /** The new condition goes before the others, as in Excel. */
  add(type: unknown): ConditionalFormat {
    const rule = typeof type === "string" ? unsaid[type] : undefined;
    if (type === "IconSet" || type === "PresetCriteria") throw notImplemented(`Conditional format ${type}`);
    if (!rule) throw invalidArgument();
    const id = generateRandomId();
    addCondition(this.book, this.place.sheet, { id, content: { areas: [this.#area], rule } });
    return new ConditionalFormat(this.book, this.place.sheet, id);
  }

  /** A condition that reaches beyond the range stays there. */
  clearAll(): void {
    for (const { id, content } of this.#here()) {
      const areas = content.areas.flatMap((area) => without(area, this.#area));
      if (areas.length === 0) deleteCondition(this.book, this.place.sheet, id);
      else changeCondition(this.book, this.place.sheet, { id, content: { ...content, areas } });
    }
  }

  get #area() {
    return bounded(this.book, this.place).area;
  }

  #here(): Condition[] {
    const here = this.#area;
    return conditionsOf(this.book, this.place.sheet)
      .filter(({ content }) => content.areas.some((area) => intersection(area, here)));
  }
}
