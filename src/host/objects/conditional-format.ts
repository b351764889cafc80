import type { ConditionalContent } from "../../xlsx/rule-content";
import { ApiError, itemNotFound } from "../api-error";
import type { Book } from "./book";
import {
  CellValueFormat, ColorScaleFormat, CustomFormat, DataBarFormat, TextFormat, TopBottomFormat,
  type Kind, type RuleHandle, type RuleOf,
} from "./conditional-rules";
import { changeCondition, conditionsOf, deleteCondition } from "./conditions";
import { flag } from "./given";
import { HostObject, type Identity } from "./host-object";

const typeNames: Readonly<Record<Kind, string>> = {
  cell: "CellValue", formula: "Custom", text: "ContainsText", rank: "TopBottom", bar: "DataBar", scale: "ColorScale",
};

export class ConditionalFormat extends HostObject {
  readonly kind = "ConditionalFormat";

  constructor(private readonly book: Book, private readonly sheet: string, private readonly key: string) {
    super();
  }

  override identity(): Identity {
    return { Id: this.key };
  }

  get id(): string {
    return this.key;
  }

  get type(): string {
    return typeNames[this.#content.rule.kind];
  }

  get priority(): number {
    return conditionsOf(this.book, this.sheet).findIndex(({ id }) => id === this.key);
  }

  get stopIfTrue(): boolean {
    return this.#content.stops ?? false;
  }

  set stopIfTrue(stops: unknown) {
    this.#set({ ...this.#content, stops: flag(stops) || undefined });
  }

  get cellValue(): HostObject {
    return new CellValueFormat(this.#rule("cell"));
  }

  get cellValueOrNullObject(): HostObject | null {
    return this.#is("cell") ? this.cellValue : null;
  }

  get custom(): HostObject {
    return new CustomFormat(this.#rule("formula"));
  }

  get customOrNullObject(): HostObject | null {
    return this.#is("formula") ? this.custom : null;
  }

  get textComparison(): HostObject {
    return new TextFormat(this.#rule("text"));
  }

  get textComparisonOrNullObject(): HostObject | null {
    return this.#is("text") ? this.textComparison : null;
  }

  get topBottom(): HostObject {
    return new TopBottomFormat(this.#rule("rank"));
  }

  get topBottomOrNullObject(): HostObject | null {
    return this.#is("rank") ? this.topBottom : null;
  }

  get dataBar(): HostObject {
    return new DataBarFormat(this.#rule("bar"));
  }

  get dataBarOrNullObject(): HostObject | null {
    return this.#is("bar") ? this.dataBar : null;
  }

  get colorScale(): HostObject {
    return new ColorScaleFormat(this.#rule("scale"));
  }

  get colorScaleOrNullObject(): HostObject | null {
    return this.#is("scale") ? this.colorScale : null;
  }

  getRange(): HostObject {
    const found = this.getRangeOrNullObject();
    if (!found) throw itemNotFound();
    return found;
  }

  /** Nothing where the condition has several areas. */
  getRangeOrNullObject(): HostObject | null {
    const [area, ...others] = this.#content.areas;
    return others.length > 0 ? null : this.book.make.range({ sheet: this.sheet, area: area! });
  }

  getRanges(): HostObject {
    return this.book.make.areas(this.#content.areas.map((area) => ({ sheet: this.sheet, area })));
  }

  delete(): void {
    deleteCondition(this.book, this.sheet, this.key);
  }

  get #content(): ConditionalContent {
    const found = conditionsOf(this.book, this.sheet).find(({ id }) => id === this.key);
    if (!found) throw itemNotFound();
    return found.content;
  }

  #set(content: ConditionalContent): void {
    changeCondition(this.book, this.sheet, { id: this.key, content });
  }

  #is(kind: Kind): boolean {
    return this.#content.rule.kind === kind;
  }

  /** Excel refuses what is asked of a condition of another type. */
  #rule<Name extends Kind>(kind: Name): RuleHandle<Name> {
    const read = (): RuleOf<Name> => {
      const { rule } = this.#content;
      if (rule.kind !== kind) throw new ApiError("InvalidOperation");
      return rule as RuleOf<Name>;
    };
    return {
      read,
      change: (change) => this.#set({ ...this.#content, rule: { ...read(), ...change } }),
    };
  }
}
