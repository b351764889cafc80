import { isSameName } from "../../formulas/same-name";
import { invalidArgument, itemNotFound } from "../api-error";
import type { Book } from "./book";
import { Collection, HostObject, type Identity } from "./host-object";
import { readRecord, records, writeRecord, type KeptRecord } from "./kept-records";

const read = (book: Book): KeptRecord => readRecord(book, records.settings);
const write = (book: Book, settings: KeptRecord): void => writeRecord(book, records.settings, settings);

/** Keys are one in upper and lower case, as in Excel. */
const keyIn = (settings: KeptRecord, key: unknown): string | undefined =>
  Object.keys(settings).find((known) => isSameName(known, String(key)));

export class Settings extends Collection<Setting> {
  readonly kind = "SettingCollection";
  readonly list: () => Setting[];

  constructor(private readonly book: Book) {
    super();
    this.list = () => Object.keys(read(book)).map((key) => new Setting(book, key));
  }

  /** Sets the setting when there is one of this key. */
  add(key: unknown, value: unknown): Setting {
    if (typeof key !== "string" || key === "") throw invalidArgument();
    const settings = read(this.book);
    const known = keyIn(settings, key) ?? key;
    write(this.book, { ...settings, [known]: value ?? null });
    return new Setting(this.book, known);
  }

  getItem(key: unknown): Setting {
    const known = keyIn(read(this.book), key);
    if (known === undefined) throw itemNotFound();
    return new Setting(this.book, known);
  }
}

class Setting extends HostObject {
  readonly kind = "Setting";

  constructor(private readonly book: Book, private readonly said: string) {
    super();
  }

  override identity(): Identity {
    return { _Id: this.said };
  }

  get key(): string {
    return this.said;
  }

  get value(): unknown {
    const settings = read(this.book);
    if (!(this.said in settings)) throw itemNotFound();
    return settings[this.said];
  }

  set value(value: unknown) {
    write(this.book, { ...read(this.book), [this.said]: value ?? null });
  }

  delete(): void {
    const { [this.said]: gone, ...others } = read(this.book);
    if (gone === undefined) throw itemNotFound();
    write(this.book, others);
  }
}
