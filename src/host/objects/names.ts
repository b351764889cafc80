import type { Answer } from "../../functions";
import { literal } from "../../functions/native";
import { isSameName } from "../../formulas/same-name";
import { syntaxFault } from "../../formulas/syntax";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../api-error";
import type { Book, Place } from "./book";
import {
  changeName, definedNames, defineName, formulaOf, removeName, type DefinedName,
} from "./defined-names";
import { Collection, HostObject, type Identity } from "./host-object";
import { placeOfFormula } from "./named-places";
import { absoluteFormula, parseLocal } from "./references";
import { SheetArea } from "./sheet-area";

const longestComment = 255;

/** The names of the workbook, or of one sheet. */
export class Names extends Collection<NamedItem> {
  readonly kind = "NamedItemCollection";
  readonly list: () => NamedItem[];

  constructor(private readonly book: Book, private readonly sheet?: string) {
    super();
    this.list = () => definedNames(book, sheet).map(({ name }) => new NamedItem(book, name, sheet));
  }

  /** The reference is a range, a formula with its "=", or a constant. */
  add(name: unknown, reference: unknown, comment?: string): NamedItem {
    const said = checkedName(name);
    const known = definedNames(this.book, this.sheet);
    if (known.some((other) => isSameName(other.name, said))) throw itemAlreadyExists();
    const formula = checkedFormula(this.book, reference);
    defineName(this.book, { name: said, formula, comment: checkedComment(comment), sheet: this.sheet });
    return new NamedItem(this.book, said, this.sheet);
  }

  addFormulaLocal(name: unknown, formula: unknown, comment?: string): NamedItem {
    return this.add(name, formula, comment);
  }

  getItem(key: unknown): NamedItem {
    const found = this.list().find((item) => isSameName(item.name, String(key)));
    if (!found) throw itemNotFound();
    return found;
  }
}

export class NamedItem extends HostObject {
  readonly kind = "NamedItem";

  constructor(private readonly book: Book, private readonly said: string, private readonly sheet?: string) {
    super();
  }

  override identity(): Identity {
    return { _Id: this.said };
  }

  get name(): string {
    return this.said;
  }

  get scope(): string {
    return this.sheet ? "Worksheet" : "Workbook";
  }

  get visible(): boolean {
    return true;
  }

  get comment(): string {
    return this.#defined().comment ?? "";
  }

  set comment(comment: string) {
    changeName(this.book, this.#defined(), { comment: checkedComment(comment) });
  }

  get formula(): string {
    return formulaOf(this.#defined());
  }

  set formula(formula: unknown) {
    changeName(this.book, this.#defined(), { formula: checkedFormula(this.book, formula) });
  }

  /** The address of a range; what any other formula comes to. */
  get value(): Promise<unknown> {
    const place = this.#place();
    return place ? Promise.resolve(absoluteFormula(this.book, place).slice(1)) : this.#answer();
  }

  get type(): Promise<string> {
    if (this.#place()) return Promise.resolve("Range");
    return this.#answer().then((value) => {
      if (Array.isArray(value)) return "Array";
      if (typeof value === "string" && value.startsWith("#")) return "Error";
      return { number: "Double", boolean: "Boolean" }[typeof value as "number" | "boolean"] ?? "String";
    });
  }

  get worksheetOrNullObject(): HostObject | null {
    return this.sheet ? this.book.make.worksheet(this.sheet) : null;
  }

  getRange(): HostObject {
    const range = this.getRangeOrNullObject();
    if (!range) throw itemNotFound();
    return range;
  }

  getRangeOrNullObject(): HostObject | null {
    const place = this.#place();
    return place ? this.book.make.range(place) : null;
  }

  delete(): void {
    removeName(this.book, this.#defined());
  }

  #defined(): DefinedName {
    const found = definedNames(this.book, this.sheet).find(({ name }) => isSameName(name, this.said));
    if (!found) throw itemNotFound();
    return found;
  }

  #place(): Place | undefined {
    return placeOfFormula(this.book, this.formula);
  }

  async #answer(): Promise<unknown> {
    const outcome = await this.book.engine.evaluate(this.formula);
    if (Array.isArray(outcome)) return (outcome as Answer[][]).map((row) => row.map(said));
    return said(outcome as Answer);
  }
}

const said = (answer: Answer): string | number | boolean =>
  (typeof answer === "object" ? answer.code : answer);

/** Excel's rules: letters, digits, `_`, `.` and `\`, begun by a letter, `_` or `\`, and no cell's address. */
function checkedName(name: unknown): string {
  if (typeof name !== "string" || name.length > 255) throw invalidArgument();
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) throw invalidArgument();
  if (parseLocal(name) || /^(r\d*(c\d*)?|c\d*)$/i.test(name)) throw invalidArgument();
  return name;
}

function checkedComment(comment: unknown): string {
  if (comment === undefined) return "";
  if (typeof comment !== "string" || comment.length > longestComment) throw invalidArgument();
  return comment;
}

function checkedFormula(book: Book, reference: unknown): string {
  if (reference instanceof SheetArea) return absoluteFormula(book, reference.place);
  if (typeof reference !== "string" || reference === "") throw invalidArgument();
  if (!reference.startsWith("=")) return `=${literal(reference)}`;
  if (syntaxFault(reference)) throw invalidArgument();
  return reference;
}
