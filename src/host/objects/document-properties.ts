import { isSameName } from "../../formulas/same-name";
import { invalidArgument, itemNotFound } from "../api-error";
import type { Book } from "./book";
import { Collection, HostObject, type Identity } from "./host-object";
import { readRecord, records, writeRecord, type KeptRecord } from "./kept-records";

const read = (book: Book): KeptRecord => readRecord(book, records.properties);
const write = (book: Book, properties: KeptRecord): void => writeRecord(book, records.properties, properties);

export class DocumentProperties extends HostObject {
  readonly kind = "DocumentProperties";

  constructor(private readonly book: Book) {
    super();
  }

  get title(): string {
    return this.#read("title");
  }

  set title(value: unknown) {
    this.#write("title", value);
  }

  get subject(): string {
    return this.#read("subject");
  }

  set subject(value: unknown) {
    this.#write("subject", value);
  }

  get author(): string {
    return this.#read("author");
  }

  set author(value: unknown) {
    this.#write("author", value);
  }

  get keywords(): string {
    return this.#read("keywords");
  }

  set keywords(value: unknown) {
    this.#write("keywords", value);
  }

  get comments(): string {
    return this.#read("comments");
  }

  set comments(value: unknown) {
    this.#write("comments", value);
  }

  get category(): string {
    return this.#read("category");
  }

  set category(value: unknown) {
    this.#write("category", value);
  }

  get company(): string {
    return this.#read("company");
  }

  set company(value: unknown) {
    this.#write("company", value);
  }

  get manager(): string {
    return this.#read("manager");
  }

  set manager(value: unknown) {
    this.#write("manager", value);
  }

  get custom(): HostObject {
    return new CustomProperties(this.book);
  }

  #read(name: string): string {
    return String(read(this.book)[name] ?? "");
  }

  #write(name: string, value: unknown): void {
    if (typeof value !== "string") throw invalidArgument();
    write(this.book, { ...read(this.book), [name]: value });
  }
}

/** Kept beside the built-in ones, under a mark that none of them begins with. */
const mark = "custom:";

class CustomProperties extends Collection<CustomProperty> {
  readonly kind = "CustomPropertyCollection";
  readonly list: () => CustomProperty[];

  constructor(private readonly book: Book) {
    super();
    this.list = () => Object.keys(read(book))
      .filter((key) => key.startsWith(mark))
      .map((key) => new CustomProperty(book, key.slice(mark.length)));
  }

  /** Sets the property when there is one of this key. */
  add(key: unknown, value: unknown): CustomProperty {
    if (typeof key !== "string" || key === "" || key.length > 255) throw invalidArgument();
    if (!["string", "number", "boolean"].includes(typeof value)) throw invalidArgument();
    const known = this.list().find((property) => isSameName(property.key, key))?.key ?? key;
    write(this.book, { ...read(this.book), [mark + known]: value });
    return new CustomProperty(this.book, known);
  }

  getItem(key: unknown): CustomProperty {
    const found = this.list().find((property) => isSameName(property.key, String(key)));
    if (!found) throw itemNotFound();
    return found;
  }

  deleteAll(): void {
    for (const property of this.list()) property.delete();
  }
}

class CustomProperty extends HostObject {
  readonly kind = "CustomProperty";

  constructor(private readonly book: Book, private readonly said: string) {
    super();
  }

  override identity(): Identity {
    return { Id: this.said };
  }

  get key(): string {
    return this.said;
  }

  get type(): string {
    return { number: "Number", boolean: "Boolean" }[typeof this.value as "number" | "boolean"] ?? "String";
  }

  get value(): unknown {
    const kept = read(this.book);
    if (!(mark + this.said in kept)) throw itemNotFound();
    return kept[mark + this.said];
  }

  delete(): void {
    const { [mark + this.said]: gone, ...others } = read(this.book);
    if (gone === undefined) throw itemNotFound();
    write(this.book, others);
  }
}
