import { escapeXml } from "../xlsx/xml";

export type Attributes = Readonly<Record<string, string>>;

export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: readonly Node[] | string;
}

/** An element that holds one text, or other elements. */
export function element(name: string, attributes: Attributes, ...inside: readonly [string] | readonly Node[]): Node {
  const [first] = inside;
  return { name, attributes, content: typeof first === "string" ? first : (inside as readonly Node[]) };
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

export const xmlDocument = (root: Node): string => `${declaration}\n${written(root, "")}`;

function written({ name, attributes, content }: Node, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`);
  const open = [name, ...pairs].join(" ");
  if (content.length === 0) return `${indent}<${open}/>\n`;
  if (typeof content === "string") return `${indent}<${open}>${escapeXml(content)}</${name}>\n`;
  const inner = content.map((node) => written(node, `${indent}  `)).join("");
  return `${indent}<${open}>\n${inner}${indent}</${name}>\n`;
}
