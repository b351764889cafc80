import { type Element, escapeXml, parseXml } from "./xml";

type AttributeValues = Readonly<Record<string, string | number | undefined>>;

/** Of two insertions at one place that of the lower rank comes first. */
interface Piece {
  readonly text: string;
  readonly rank: number;
}

interface Edit extends Piece {
  readonly start: number;
  readonly end: number;
}

/** Changes a document in a few places and leaves every other character of it as it was. */
export class XmlEditor {
  readonly root: Element;
  private readonly edits: Edit[] = [];
  private readonly appended = new Map<Element, Piece[]>();
  private readonly attributes = new Map<Element, AttributeValues>();

  /** `order` names the children of the root in the order in which the format wants them. */
  constructor(
    readonly text: string,
    private readonly order: readonly string[] = [],
    opaque?: string,
  ) {
    this.root = parseXml(text, opaque);
  }

  get changed(): boolean {
    return this.edits.length + this.appended.size + this.attributes.size > 0;
  }

  replace({ start, end }: Pick<Element, "start" | "end">, xml: string): void {
    this.edits.push({ start, end, text: xml, rank: 0 });
  }

  remove(element: Element): void {
    this.replace(element, "");
  }

  append(parent: Element, xml: string, rank = 0): void {
    this.appended.set(parent, [...(this.appended.get(parent) ?? []), { text: xml, rank }]);
  }

  /** Makes the xml the root's child of that name: in place of the one there is, or where the order wants it. */
  put(name: string, xml: string): void {
    const present = this.root.children.find((child) => child.name === name);
    if (present) this.replace(present, xml);
    else this.insert(name, xml);
  }

  /** Adds the xml as a child of the root, where the order wants one of that name. */
  insert(name: string, xml: string): void {
    const rank = this.order.indexOf(name);
    const after = this.root.children.find((child) => this.order.indexOf(child.name) > rank);
    if (after) this.edits.push({ start: after.start, end: after.start, text: xml, rank });
    else this.append(this.root, xml, rank);
  }

  /** Replaces all that is inside an element. */
  setInner(element: Element, xml: string): void {
    if (this.isEmpty(element)) this.append(element, xml);
    else this.replace({ start: element.innerStart, end: element.innerEnd }, xml);
  }

  /** Sets attributes without a prefix; undefined takes one away. */
  setAttributes(element: Element, attributes: AttributeValues): void {
    this.attributes.set(element, { ...this.attributes.get(element), ...attributes });
  }

  toString(): string {
    if (this.changed) this.adoptDefaultNamespace();
    const edits = [
      ...this.edits,
      ...[...this.attributes].map(([element, values]) => this.tagEdit(element, values)),
      ...[...this.appended].map(([parent, pieces]) => this.appendEdit(parent, pieces)),
    ].sort((a, b) => a.start - b.start || a.end - b.end || a.rank - b.rank);
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      if (start < at) throw new Error("two edits of the same place");
      pieces.push(this.text.slice(at, start), text);
      at = end;
    }
    return pieces.join("") + this.text.slice(at);
  }

  private isEmpty({ innerStart }: Element): boolean {
    return this.text.charCodeAt(innerStart - 2) === 47;
  }

  private tagEdit(element: Element, values: AttributeValues): Edit {
    const end = element.innerStart - (this.isEmpty(element) ? 2 : 1);
    let text = this.text.slice(element.start, end);
    for (const [name, value] of Object.entries(values)) text = withAttribute(text, name, value);
    return { start: element.start, end, text, rank: 0 };
  }

  private appendEdit(parent: Element, pieces: readonly Piece[]): Edit {
    const text = [...pieces].sort((a, b) => a.rank - b.rank).map((piece) => piece.text).join("");
    if (!this.isEmpty(parent)) return { start: parent.innerEnd, end: parent.innerEnd, text, rank: Infinity };
    const name = /^<([^\s/>]+)/.exec(this.text.slice(parent.start, parent.innerStart))![1];
    return { start: parent.innerStart - 2, end: parent.innerStart, text: `>${text}</${name}>`, rank: 0 };
  }

  /** Some programs prefix every element; what is added here has no prefix and must mean the same. */
  private adoptDefaultNamespace(): void {
    const tag = this.text.slice(this.root.start, this.root.innerStart);
    const prefix = /^<([\w.-]+):/.exec(tag)?.[1];
    const uri = prefix && this.root.attributes[`:${prefix}`];
    if (uri && !/\sxmlns\s*=/.test(tag)) this.setAttributes(this.root, { xmlns: uri });
  }
}

/** An opening tag without its end, with the attribute set, or without it. */
export function withAttribute(tag: string, name: string, value: string | number | undefined): string {
  const written = value === undefined ? "" : ` ${name}="${escapeXml(String(value))}"`;
  const present = new RegExp(`\\s+${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
  return present.test(tag) ? tag.replace(present, () => written) : tag + written;
}

/** An element as text; attributes that are undefined are left out. */
export function xmlElement(name: string, attributes: AttributeValues, inner = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return inner ? `<${name}${written}>${inner}</${name}>` : `<${name}${written}/>`;
}
