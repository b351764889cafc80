import { invalidArgument, itemNotFound } from "../api-error";
import type { Book } from "./book";
import { Collection, HostObject, type Identity } from "./host-object";
import { isKeptRecord } from "./kept-records";
import { rootNamespace } from "../../xlsx/root-namespace";

interface Part {
  readonly id: string;
  readonly xml: string;
}

/** The engine holds only the texts of the parts: here they have ids, theirs while the workbook is open. */
export class PartsWithIds {
  private known: Part[] = [];
  private seen: readonly string[] | undefined;
  private last = 0;

  constructor(private readonly book: Book) {}

  all(): Part[] {
    const { customXml } = this.book.engine;
    if (customXml === this.seen) return this.known;
    const before = [...this.known];
    const known = (xml: string): Part | undefined => {
      const at = before.findIndex((part) => part.xml === xml);
      return at < 0 ? undefined : before.splice(at, 1)[0];
    };
    this.keep(customXml.map((xml) => known(xml) ?? this.part(xml)));
    return this.known;
  }

  add(xml: string): string {
    const part = this.part(xml);
    this.keep([...this.all(), part]);
    return part.id;
  }

  change(id: string, xml: string): void {
    this.keep(this.all().map((part) => (part.id === id ? { id, xml } : part)));
  }

  remove(id: string): void {
    this.keep(this.all().filter((part) => part.id !== id));
  }

  private part(xml: string): Part {
    const number = (++this.last).toString(16).padStart(12, "0").toUpperCase();
    return { id: `{00000000-0000-0000-0000-${number}}`, xml };
  }

  private keep(parts: Part[]): void {
    this.known = parts;
    this.seen = parts.map(({ xml }) => xml);
    this.book.engine.customXml = this.seen;
  }
}

export class CustomXmlParts extends Collection<CustomXmlPart> {
  readonly kind: string = "CustomXmlPartCollection";
  readonly list: () => CustomXmlPart[];

  constructor(private readonly parts: PartsWithIds, namespace?: string) {
    super();
    const isShown = (xml: string): boolean =>
      !isKeptRecord(xml) && (namespace === undefined || rootNamespace(xml) === namespace);
    this.list = () => parts.all()
      .filter(({ xml }) => isShown(xml))
      .map(({ id }) => new CustomXmlPart(parts, id));
  }

  add(xml: unknown): CustomXmlPart {
    return new CustomXmlPart(this.parts, this.parts.add(checkedXml(xml)));
  }

  getByNamespace(namespace: string): HostObject {
    return new CustomXmlPartsOfNamespace(this.parts, namespace);
  }

  getItem(key: unknown): CustomXmlPart {
    const found = this.list().find(({ id }) => id === key);
    if (!found) throw itemNotFound();
    return found;
  }
}

class CustomXmlPartsOfNamespace extends CustomXmlParts {
  override readonly kind = "CustomXmlPartScopedCollection";

  getOnlyItem(): CustomXmlPart {
    const only = this.getOnlyItemOrNullObject();
    if (!only) throw itemNotFound();
    return only;
  }

  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const parts = this.list();
    return parts.length === 1 ? parts[0]! : null;
  }
}

class CustomXmlPart extends HostObject {
  readonly kind = "CustomXmlPart";

  constructor(private readonly parts: PartsWithIds, private readonly key: string) {
    super();
  }

  override identity(): Identity {
    return { Id: this.key };
  }

  get id(): string {
    return this.key;
  }

  get namespaceUri(): string {
    return rootNamespace(this.getXml()) ?? "";
  }

  getXml(): string {
    const part = this.parts.all().find(({ id }) => id === this.key);
    if (!part) throw itemNotFound();
    return part.xml;
  }

  setXml(xml: unknown): void {
    this.getXml();
    this.parts.change(this.key, checkedXml(xml));
  }

  delete(): void {
    this.getXml();
    this.parts.remove(this.key);
  }
}

function checkedXml(xml: unknown): string {
  if (typeof xml !== "string" || rootNamespace(xml) === undefined) throw invalidArgument();
  return xml;
}
