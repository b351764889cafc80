import { strToU8 } from "fflate";
import type { Parts } from "./archive";
import { damagedPart, WorkbookError } from "./failures";
import {
  DRAWINGML, SPREADSHEET, STRICT_DRAWINGML, STRICT_SPREADSHEET, STRICT_TYPE_BASE, TYPE_BASE,
} from "./namespaces";
import { type Attributes, children, decodeXml, type Element, parseXml } from "./xml";
import { XmlEditor, xmlElement } from "./xml-editor";

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address, which alone tells: `worksheet`, `table`. */
  readonly type: string;
  /** The path of a part; for an external one, the address as it stands. */
  readonly target: string;
  readonly external: boolean;
}

const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a file, their relationships and their types, to be read and changed one by one. */
export class Package {
  private readonly content: Map<string, Uint8Array>;
  private readonly paths: Map<string, string>;

  constructor(parts: Parts) {
    this.content = new Map(parts);
    this.paths = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  }

  get parts(): Parts {
    return this.content;
  }

  has(path: string): boolean {
    return this.paths.has(path.toLowerCase());
  }

  text(path: string): string {
    const bytes = this.content.get(this.paths.get(path.toLowerCase()) ?? "");
    if (!bytes) throw damagedPart(path);
    return decodeXml(bytes, path);
  }

  /** Reads a part with a reader that may find it malformed: the failure then names the part. */
  read<T>(path: string, reader: (text: string) => T): T {
    const text = this.text(path);
    try {
      return reader(text);
    } catch (error) {
      throw error instanceof WorkbookError ? error : damagedPart(path, error);
    }
  }

  root(path: string): Element {
    return this.read(path, (text) => parseXml(text));
  }

  write(path: string, text: string): void {
    const known = this.paths.get(path.toLowerCase()) ?? path;
    this.paths.set(known.toLowerCase(), known);
    this.content.set(known, strToU8(text));
  }

  /** Applies changes to a part; one without changes keeps its very bytes. */
  edit(path: string, change: (editor: XmlEditor) => void, order: readonly string[] = []): void {
    const changed = this.read(path, (text) => {
      const editor = new XmlEditor(text, order);
      change(editor);
      return editor.changed ? editor.toString() : undefined;
    });
    if (changed !== undefined) this.write(path, changed);
  }

  /** Adds a part under the first free name of its kind: `free("xl/tables/table", ".xml")`. */
  freePath(start: string, end: string): string {
    let number = 1;
    while (this.has(start + number + end)) number++;
    return start + number + end;
  }

  /** Of the package itself when no source is given. */
  relationships(source = ""): Relationship[] {
    const path = relationshipsPath(source);
    if (!this.has(path)) return [];
    return children(this.root(path), "Relationship").map(({ attributes }) => relationship(attributes, source));
  }

  related(source: string, type: string): Relationship | undefined {
    return this.relationships(source).find((each) => each.type === type && !each.external && this.has(each.target));
  }

  /** Relates a part to another and answers with the id of the relationship. */
  relate(source: string, type: string, target: string, base = this.typeBase): string {
    const path = relationshipsPath(source);
    if (!this.has(path)) this.write(path, `<Relationships xmlns="${RELATIONSHIPS}"/>`);
    const taken = new Set(this.relationships(source).map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const attributes = { Id: `rId${number}`, Type: `${base}/${type}`, Target: `/${target}` };
    this.edit(path, (editor) => editor.append(editor.root, xmlElement("Relationship", attributes)));
    return attributes.Id;
  }

  unrelate(source: string, id: string): void {
    this.edit(relationshipsPath(source), (editor) => {
      const found = children(editor.root, "Relationship").find(({ attributes }) => attributes.Id === id);
      if (found) editor.remove(found);
    });
  }

  declareType(path: string, type: string): void {
    this.edit(CONTENT_TYPES, (editor) => {
      editor.append(editor.root, xmlElement("Override", { PartName: `/${path}`, ContentType: type }));
    });
  }

  declareExtension(extension: string, type: string): void {
    this.edit(CONTENT_TYPES, (editor) => {
      const known = children(editor.root, "Default");
      if (known.some(({ attributes }) => attributes.Extension?.toLowerCase() === extension)) return;
      const xml = xmlElement("Default", { Extension: extension, ContentType: type });
      editor.replace({ start: editor.root.innerStart, end: editor.root.innerStart }, xml);
    });
  }

  typeOf(path: string): string | undefined {
    const part = `/${path}`.toLowerCase();
    const overrides = children(this.root(CONTENT_TYPES), "Override");
    return overrides.find(({ attributes }) => attributes.PartName?.toLowerCase() === part)?.attributes.ContentType;
  }

  /** Drops a part with its relationships and its type; who refers to it is the caller's business. */
  delete(path: string): void {
    for (const each of [path, relationshipsPath(path)]) {
      this.content.delete(this.paths.get(each.toLowerCase()) ?? each);
      this.paths.delete(each.toLowerCase());
    }
    const part = `/${path}`.toLowerCase();
    this.edit(CONTENT_TYPES, (editor) => {
      const found = children(editor.root, "Override").find((each) => each.attributes.PartName?.toLowerCase() === part);
      if (found) editor.remove(found);
    });
  }

  /** Parts that can be reached from the package by relationships. */
  reachable(): ReadonlySet<string> {
    const found = new Set([""]);
    for (const source of found) {
      for (const { target, external } of this.relationships(source)) {
        const path = this.paths.get(target.toLowerCase());
        if (!external && path !== undefined) found.add(path);
      }
    }
    return found;
  }

  /** What the types of relationships begin with, which is also the namespace of the ids that refer to them. */
  get typeBase(): string {
    return this.isStrict ? STRICT_TYPE_BASE : TYPE_BASE;
  }

  /** The namespace of sheets, tables and the like. */
  get spreadsheet(): string {
    return this.isStrict ? STRICT_SPREADSHEET : SPREADSHEET;
  }

  /** The namespace of drawings: `main`, `chart`, `spreadsheetDrawing`. */
  drawingNamespace(name: string): string {
    return (this.isStrict ? STRICT_DRAWINGML : DRAWINGML) + name;
  }

  private get isStrict(): boolean {
    const relationships = children(this.root(relationshipsPath("")), "Relationship");
    return relationships.some(({ attributes }) => attributes.Type === `${STRICT_TYPE_BASE}/officeDocument`);
  }
}

function relationshipsPath(source: string): string {
  const cut = source.lastIndexOf("/") + 1;
  return `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
}

function relationship({ Id = "", Type = "", Target = "", TargetMode }: Attributes, source: string): Relationship {
  const external = TargetMode === "External";
  return {
    id: Id,
    type: Type.slice(Type.lastIndexOf("/") + 1),
    target: external ? Target : resolved(Target, source),
    external,
  };
}

function resolved(target: string, source: string): string {
  const path: string[] = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of decoded(target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
