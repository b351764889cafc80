import { colourOf, type Theme } from "./colours";
import type { CellFormat } from "./content";
import { builtInFormat } from "./number-formats";
import { child, type Element, parseXml } from "./xml";

/** What the style numbers of a workbook stand for. */
export class Styles {
  readonly numberFormats: ReadonlyMap<number, string>;
  private readonly root: Element;
  private readonly formats: readonly (CellFormat | undefined)[];

  constructor(
    readonly xml: string,
    private readonly theme: Theme,
  ) {
    this.root = parseXml(xml);
    this.numberFormats = new Map(this.list("numFmts").map(({ attributes: { numFmtId, formatCode = "" } }) => {
      return [Number(numFmtId), formatCode];
    }));
    this.formats = this.list("cellXfs").map((xf) => this.read(xf));
  }

  /** What differs from plain cells; undefined when nothing does. */
  format(style: number): CellFormat | undefined {
    return this.formats[style];
  }

  list(name: string): readonly Element[] {
    return child(this.root, name)?.children ?? [];
  }

  source(element: Element | undefined): string {
    return element ? this.xml.slice(element.start, element.end) : "";
  }

  private read(xf: Element): CellFormat | undefined {
    const { numFmtId = "0", fontId = "0", fillId = "0" } = xf.attributes;
    const code = this.numberFormats.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId));
    const alignment = child(xf, "alignment")?.attributes;
    return withoutGaps({
      numberFormat: code === "General" ? undefined : code,
      ...this.readFont(Number(fontId)),
      fill: this.readFill(Number(fillId)),
      horizontal: asHorizontal(alignment?.horizontal),
      wrap: isOn(alignment?.wrapText, false) || undefined,
    });
  }

  private readFont(id: number): CellFormat {
    const [plain] = this.list("fonts");
    const font = this.list("fonts")[id];
    const size = child(font, "sz")?.attributes.val;
    const colour = colourOf(child(font, "color"), this.theme);
    const isPlainSize = size === undefined || size === child(plain, "sz")?.attributes.val;
    return {
      bold: hasFlag(font, "b"),
      italic: hasFlag(font, "i"),
      fontSize: isPlainSize ? undefined : Number(size),
      colour: colour === colourOf(child(plain, "color"), this.theme) ? undefined : colour,
    };
  }

  private readFill(id: number): string | undefined {
    const pattern = child(this.list("fills")[id], "patternFill");
    if (pattern?.attributes.patternType !== "solid") return undefined;
    return colourOf(child(pattern, "fgColor"), this.theme);
  }
}

function hasFlag(font: Element | undefined, name: string): true | undefined {
  const flag = child(font, name);
  return (flag && isOn(flag.attributes.val, true)) || undefined;
}

/** Reads a truth value of the format; `absent` is what it is when nothing is said. */
export function isOn(value: string | undefined, absent: boolean): boolean {
  return value === undefined ? absent : value === "1" || value === "true" || value === "on";
}

function asHorizontal(value: string | undefined): CellFormat["horizontal"] {
  return value === "left" || value === "center" || value === "right" ? value : undefined;
}

function withoutGaps(format: CellFormat): CellFormat | undefined {
  const entries = Object.entries(format).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
