import type { BorderLine, CellFormat } from "./content";
import { builtInNumber, FIRST_OWN_FORMAT } from "./number-formats";
import type { ConditionalLook } from "./rule-content";
import type { Styles } from "./styles";
import { child, type Element } from "./xml";
import { XmlEditor, xmlElement } from "./xml-editor";

const listOrder = [
  "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
  "extLst",
];

const fontOrder = [
  "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
  "charset", "scheme",
];

const fontFields = ["bold", "italic", "underline", "strike", "font", "fontSize", "colour"] as const;

/** In the order of the format. */
const sideNames = [
  ["left", "borderLeft"], ["right", "borderRight"], ["top", "borderTop"], ["bottom", "borderBottom"],
] as const;

type Values = Record<string, string | number | undefined>;

/** Finds or makes style numbers for formats. What a file's styles hold beyond a `CellFormat` is carried over. */
export class StyleEditor {
  private readonly numberFormats: Map<number, string>;
  private readonly derived = new Map<string, number>();
  private readonly added = new Map<string, string[]>();

  constructor(private readonly styles: Styles) {
    this.numberFormats = new Map(styles.numberFormats);
  }

  /** What the file has held so far. */
  get read(): Styles {
    return this.styles;
  }

  get changed(): boolean {
    return this.added.size > 0;
  }

  /** The number of the style that is as the given one, but with the format. */
  derive(style: number, format: CellFormat = {}): number {
    const key = `${style} ${JSON.stringify(format)}`;
    let found = this.derived.get(key);
    if (found === undefined) this.derived.set(key, found = this.make(style, format));
    return found;
  }

  toString(): string {
    const editor = new XmlEditor(this.styles.xml, listOrder);
    for (const [name, added] of this.added) {
      const list = child(editor.root, name);
      const count = (list?.children.length ?? 0) + added.length;
      if (!list) {
        editor.put(name, xmlElement(name, { count }, added.join("")));
        continue;
      }
      editor.setAttributes(list, { count });
      editor.append(list, added.join(""));
    }
    return editor.toString();
  }

  private make(style: number, format: CellFormat): number {
    const before = this.styles.format(style) ?? {};
    const differs = (...fields: (keyof CellFormat)[]) => fields.some((field) => before[field] !== format[field]);
    if (!differs(...Object.keys({ ...before, ...format }) as (keyof CellFormat)[])) return style;
    const xf = this.styles.list("cellXfs")[style] as Element | undefined;
    const values = ownAttributes(xf);
    if (differs("numberFormat")) Object.assign(values, this.numberFormat(format));
    if (differs(...fontFields)) Object.assign(values, this.font(values.fontId, before, format));
    if (differs("fill")) Object.assign(values, this.fill(format));
    if (differs(...sideNames.map(([, field]) => field))) Object.assign(values, this.border(values.borderId, format));
    const isAligned = differs("horizontal", "vertical", "wrap");
    if (isAligned) values.applyAlignment = 1;
    const alignment = child(xf, "alignment");
    const inner = isAligned ? aligned(alignment, format) : this.styles.source(alignment);
    return this.add("cellXfs", xmlElement("xf", values, inner + this.styles.source(child(xf, "protection"))));
  }

  private numberFormat({ numberFormat: code = "General" }: CellFormat): Values {
    const own = [...this.numberFormats].find(([, format]) => format === code)?.[0];
    const known = own ?? builtInNumber(code);
    if (known !== undefined) return { numFmtId: known, applyNumberFormat: 1 };
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.numberFormats.keys()) + 1;
    this.numberFormats.set(id, code);
    this.add("numFmts", xmlElement("numFmt", { numFmtId: id, formatCode: code }));
    return { numFmtId: id, applyNumberFormat: 1 };
  }

  private font(id: string | number = 0, before: CellFormat, format: CellFormat): Values {
    const font = this.styles.list("fonts")[Number(id)];
    const pieces = new Map(font?.children.map((piece) => [piece.name, this.styles.source(piece)]));
    pieces.set("b", format.bold ? "<b/>" : "");
    pieces.set("i", format.italic ? "<i/>" : "");
    if (before.strike !== format.strike) pieces.set("strike", format.strike ? "<strike/>" : "");
    if (before.underline !== format.underline) pieces.set("u", format.underline ? "<u/>" : "");
    if (before.font !== format.font) this.setFontName(pieces, format.font);
    this.setSizeAndColour(pieces, before, format);
    const names = [...pieces.keys()].sort((a, b) => fontOrder.indexOf(a) - fontOrder.indexOf(b));
    const inner = names.map((name) => pieces.get(name)).join("");
    return { fontId: this.add("fonts", xmlElement("font", {}, inner)), applyFont: 1 };
  }

  private setSizeAndColour(pieces: Map<string, string>, before: CellFormat, format: CellFormat): void {
    const [plain] = this.styles.list("fonts");
    if (before.fontSize !== format.fontSize) {
      pieces.set("sz", xmlElement("sz", { val: format.fontSize ?? child(plain, "sz")?.attributes.val ?? 11 }));
    }
    if (before.colour !== format.colour) {
      const chosen = format.colour && xmlElement("color", { rgb: argb(format.colour) });
      pieces.set("color", chosen ?? this.styles.source(child(plain, "color")));
    }
  }

  private fill({ fill }: CellFormat): Values {
    if (fill === undefined) return { fillId: 0, applyFill: 1 };
    const colours = xmlElement("fgColor", { rgb: argb(fill) }) + xmlElement("bgColor", { indexed: 64 });
    const xml = xmlElement("fill", {}, xmlElement("patternFill", { patternType: "solid" }, colours));
    return { fillId: this.add("fills", xml), applyFill: 1 };
  }

  /** A theme's font goes by the theme, whatever its name says. */
  private setFontName(pieces: Map<string, string>, font: string | undefined): void {
    const [plain] = this.styles.list("fonts");
    const own = font && xmlElement("name", { val: font });
    pieces.set("name", own ?? this.styles.source(child(plain, "name")));
    for (const name of ["family", "scheme"]) pieces.set(name, own ? "" : this.styles.source(child(plain, name)));
  }

  /** What a file says of diagonals stays. */
  private border(id: string | number = 0, format: CellFormat): Values {
    const border = this.styles.list("borders")[Number(id)];
    const sides = sideNames.map(([side, field]) => lineXml(side, format[field])).join("");
    const diagonal = this.styles.source(child(border, "diagonal")) || "<diagonal/>";
    const own = Object.entries(border?.attributes ?? {}).filter(([name]) => !name.startsWith(":"));
    return { borderId: this.add("borders", xmlElement("border", Object.fromEntries(own), sides + diagonal)), applyBorder: 1 };
  }

  /** The number of a look for conditions. */
  look({ bold, italic, underline, strike, colour, fill }: ConditionalLook): number {
    const font = (bold ? "<b/>" : "") + (italic ? "<i/>" : "") + (strike ? "<strike/>" : "")
      + (underline ? "<u/>" : "") + (colour ? xmlElement("color", { rgb: argb(colour) }) : "");
    const pattern = fill && xmlElement("patternFill", {}, xmlElement("bgColor", { rgb: argb(fill) }));
    const inner = (font && xmlElement("font", {}, font)) + (pattern ? xmlElement("fill", {}, pattern) : "");
    return this.add("dxfs", xmlElement("dxf", {}, inner));
  }

  /** Adds to a list of the part, once for each text, and answers with the place in the list. */
  private add(list: string, xml: string): number {
    const added = this.added.get(list) ?? [];
    this.added.set(list, added);
    const known = added.indexOf(xml);
    if (known >= 0) return this.styles.list(list).length + known;
    return this.styles.list(list).length + added.push(xml) - 1;
  }
}

function ownAttributes(xf: Element | undefined): Values {
  const plain = { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 };
  const own = Object.entries(xf?.attributes ?? {}).filter(([name]) => !name.startsWith(":"));
  return { ...plain, ...Object.fromEntries(own) };
}

function aligned(alignment: Element | undefined, { horizontal, vertical, wrap }: CellFormat): string {
  return xmlElement("alignment", { ...alignment?.attributes, horizontal, vertical, wrapText: wrap ? 1 : undefined });
}

function lineXml(side: string, line: BorderLine | undefined): string {
  if (!line) return xmlElement(side, {});
  const [style, colour] = line.split(" ");
  return xmlElement(side, { style }, xmlElement("color", colour ? { rgb: argb(colour) } : { auto: 1 }));
}

/** A colour as the format writes it. */
export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
