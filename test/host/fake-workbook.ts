import { invalidArgument, itemNotFound } from "../../src/host/api-error";
import { Collection, HostObject, type Identity } from "../../src/host/objects/host-object";
import type { Model } from "../../src/host/protocol";

/** A workbook of named sheets with one cell each: as much model as the protocol needs to be tried on. */
export function fakeWorkbook(...names: string[]): Model & { root: FakeWorkbook } {
  const root = new FakeWorkbook();
  for (const name of names) root.worksheets.add(name);
  return { root, calculated: () => Promise.resolve(), done: () => undefined };
}

class FakeWorkbook extends HostObject {
  readonly kind = "Workbook";
  private readonly sheets = new FakeSheets();

  get worksheets(): FakeSheets {
    return this.sheets;
  }

  get name(): string {
    return "Fake";
  }
}

class FakeSheets extends Collection<FakeSheet> {
  readonly kind = "WorksheetCollection";
  private readonly all: FakeSheet[] = [];
  readonly list = (): FakeSheet[] => this.all;

  add(name: string): FakeSheet {
    const sheet = new FakeSheet(name, `{${this.all.length}}`);
    this.all.push(sheet);
    return sheet;
  }

  getItem(key: string): FakeSheet {
    const found = this.all.find((sheet) => sheet.name === key || sheet.id === key);
    if (!found) throw itemNotFound();
    return found;
  }
}

class FakeSheet extends HostObject {
  readonly kind = "Worksheet";
  private readonly cell: FakeRange;

  constructor(private title: string, private readonly key: string) {
    super();
    this.cell = new FakeRange(this);
  }

  override identity(): Identity {
    return { Id: this.key };
  }

  get id(): string {
    return this.key;
  }

  get name(): string {
    return this.title;
  }

  set name(title: string) {
    if (title.length > 31) throw invalidArgument();
    this.title = title;
  }

  get position(): number {
    return Number(this.key.slice(1, -1));
  }

  getRange(_address: string): FakeRange {
    return this.cell;
  }
}

class FakeRange extends HostObject {
  readonly kind = "Range";
  private content: unknown[][] = [[""]];

  constructor(private readonly sheet: FakeSheet) {
    super();
  }

  get worksheet(): FakeSheet {
    return this.sheet;
  }

  get address(): string {
    return `${this.sheet.name}!A1`;
  }

  get values(): unknown[][] {
    return this.content;
  }

  set values(values: unknown[][]) {
    this.content = values;
  }

  getBoundingRect(other: FakeRange): FakeRange {
    return other;
  }
}
