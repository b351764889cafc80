import { forbiddenXml } from "./failures";
import { MAX_XML_DEPTH } from "./limits";

/** An element with the places in the text where it stands. */
export interface Element {
  /** Without its prefix. */
  readonly name: string;
  /** Those with a prefix, whichever it is, begin with a colon: `:id` for `r:id`. */
  readonly attributes: Attributes;
  readonly children: readonly Element[];
  readonly start: number;
  readonly end: number;
  /** Where the opening tag ends and the closing one begins; the same place in an empty element. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** Goes through the tags of a text without building anything: sheets have millions of them. */
export class TagScanner {
  name = "";
  kind: "open" | "close" | "empty" = "open";
  start = 0;
  end: number;

  constructor(
    readonly text: string,
    from = 0,
    private readonly limit = text.length,
  ) {
    this.end = from;
  }

  /** Moves to the next tag; false when there is none. */
  next(): boolean {
    let start = this.text.indexOf("<", this.end);
    while (start >= 0 && start < this.limit && this.isMarkup(start)) start = this.text.indexOf("<", this.end);
    if (start < 0 || start >= this.limit) return false;
    this.start = start;
    this.end = tagEnd(this.text, start);
    this.readName();
    return true;
  }

  get attributes(): Attributes {
    return attributesIn(this.text.slice(this.start, this.end));
  }

  /** Past a comment, an instruction or raw text; a declaration in the middle of a document is none of them. */
  private isMarkup(start: number): boolean {
    const mark = this.text.charCodeAt(start + 1);
    if (mark !== 33 && mark !== 63) return false;
    const close = mark === 63 ? "?>" : this.text.startsWith("<!--", start) ? "-->" : "]]>";
    if (close === "]]>" && !this.text.startsWith("<![CDATA[", start)) throw new SyntaxError("a declaration");
    this.end = indexAfter(this.text, close, start);
    return true;
  }

  private readName(): void {
    const closes = this.text.charCodeAt(this.start + 1) === 47;
    this.kind = closes ? "close" : this.text.charCodeAt(this.end - 2) === 47 ? "empty" : "open";
    let from = this.start + (closes ? 2 : 1);
    let at = from;
    for (; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 58) from = at + 1;
      else if (code <= 32 || code === 47 || code === 62) break;
    }
    this.name = this.text.slice(from, at);
  }
}

/** A ">" may stand inside the quotes of an attribute. */
function tagEnd(text: string, start: number): number {
  let quote = 0;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote) quote = code === quote ? 0 : quote;
    else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
    else if (code === 60) break;
  }
  throw new SyntaxError("a tag that does not end");
}

function indexAfter(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new SyntaxError(`no ${mark}`);
  return at + mark.length;
}

/** By hand, since a regular expression takes most of the time that a large sheet needs. */
export function attributesIn(tag: string): Attributes {
  const found: Record<string, string> = Object.create(null);
  let at = tag.indexOf("=");
  while (at > 0) {
    let quote = at + 1;
    while (tag.charCodeAt(quote) <= 32) quote++;
    const mark = tag[quote];
    const close = mark === "\"" || mark === "'" ? tag.indexOf(mark, quote + 1) : -1;
    if (close < 0) throw new SyntaxError("an attribute without quotes");
    found[attributeName(tag, at)] = unescapeXml(tag.slice(quote + 1, close));
    at = tag.indexOf("=", close);
  }
  return found;
}

function attributeName(tag: string, equals: number): string {
  let end = equals;
  while (tag.charCodeAt(end - 1) <= 32) end--;
  let start = end;
  while (start > 0 && tag.charCodeAt(start - 1) > 32 && tag.charCodeAt(start - 1) !== 58) start--;
  return tag.slice(tag.charCodeAt(start - 1) === 58 ? start - 1 : start, end);
}

interface Growing extends Element {
  children: Element[];
  end: number;
  innerEnd: number;
}

/** Reads a whole document; an element of the name `opaque` is left without children. */
export function parseXml(text: string, opaque?: string): Element {
  const scanner = new TagScanner(text);
  const open: Growing[] = [];
  while (scanner.next()) {
    if (scanner.kind === "close") {
      const element = open.pop();
      if (element?.name !== scanner.name) throw new SyntaxError(`</${scanner.name}> out of place`);
      element.innerEnd = scanner.start;
      element.end = scanner.end;
      if (open.length === 0) return element;
      continue;
    }
    const element = elementAt(scanner);
    open.at(-1)?.children.push(element);
    if (scanner.kind === "empty" && open.length === 0) return element;
    if (scanner.kind === "empty") continue;
    if (open.push(element) > MAX_XML_DEPTH) throw new SyntaxError("nested too deeply");
    if (element.name === opaque) scanner.end = closeOf(text, scanner);
  }
  throw new SyntaxError("an element that does not end");
}

function elementAt({ name, attributes, start, end }: TagScanner): Growing {
  return { name, attributes, children: [], start, end, innerStart: end, innerEnd: end };
}

/** Where the closing tag begins of an element in which no element of its name is nested. */
export function closeOf(text: string, { start, name, end }: TagScanner): number {
  const prefix = text.slice(start + 1, text.indexOf(name, start));
  const at = text.indexOf(`</${prefix}${name}`, end);
  if (at < 0) throw new SyntaxError(`<${name}> does not end`);
  return at;
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

export function children(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** Every element of the name inside this one, however deep. */
export function descendants(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((each) => [...(each.name === name ? [each] : []), ...descendants(each, name)]);
}

export function innerText(text: string, { innerStart, innerEnd }: Pick<Element, "innerStart" | "innerEnd">): string {
  return plainText(text.slice(innerStart, innerEnd));
}

/** The characters that a piece of XML without elements stands for. */
export function plainText(xml: string): string {
  if (!xml.includes("<![CDATA[")) return unescapeXml(xml);
  return xml.split(/<!\[CDATA\[([\s\S]*?)]]>/).map((piece, index) => (index % 2 ? piece : unescapeXml(piece))).join("");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };

export function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escapeXml(text: string): string {
  if (!needsEscape.test(text)) return text;
  return text.replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}

const needsEscape = /[&<>"\t\n\r]/;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;",
};

/** Excel writes characters that XML cannot hold as `_x0007_`, and what only looks so as `_x005F_x0007_`. */
export function decodeExcelText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

export function encodeExcelText(text: string): string {
  if (!needsEncoding.test(text)) return text;
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
}

const needsEncoding = /_x|[\0-\x08\x0b-\x1f\ufffe\uffff]/i;

/** Workbooks need no document type, and the entities that one declares can blow up or leak files. */
export function decodeXml(bytes: Uint8Array, path: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  const text = new TextDecoder(encoding).decode(bytes);
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at, at + 4096))![0].length;
    if (text.startsWith("<?", at)) at = indexAfter(text, "?>", at);
    else if (text.startsWith("<!--", at)) at = indexAfter(text, "-->", at);
    else break;
  }
  if (text.startsWith("<!", at)) throw forbiddenXml(path);
  return text;
}
