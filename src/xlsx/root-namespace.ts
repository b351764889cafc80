/** What may stand before the root element; a DOCTYPE may not. */
const prolog = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;

const name = String.raw`[\p{L}_][\p{L}\p{N}_.-]*`;
const attribute = String.raw`\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*')`;
const startTag = new RegExp(String.raw`^<(${name}:)?(${name})((?:${attribute})*)\s*(/?)>`, "u");

/** The namespace of the root element, empty where it has none; undefined for what is no XML document. */
export function rootNamespace(xml: string): string | undefined {
  const text = xml.replace(prolog, "");
  const root = startTag.exec(text);
  if (!root) return undefined;
  const [tag, prefix = "", name, attributes, slash] = root;
  const rest = text.slice(tag.length).trimEnd();
  const isClosed = slash === "/" ? rest.replace(prolog, "") === "" : rest.includes(`</${prefix}${name}`);
  if (!isClosed) return undefined;
  const declaration = prefix ? `xmlns:${prefix.slice(0, -1)}` : "xmlns";
  return valueOf(attributes!, declaration) ?? "";
}

function valueOf(attributes: string, name: string): string | undefined {
  const all = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const found = all.find(([, key]) => key === name);
  return found && (found[2] ?? found[3]);
}
