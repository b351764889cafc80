import { colourOf, type Theme } from "./colours";
import { type BorderLine, type CellFormat, lineStyles } from "./content";
import { builtInFormat } from "./number-formats";
import type { ConditionalLook } from "./rule-content";
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

  /** How cells look under a condition. */
  look(number: number): ConditionalLook {
    const look = this.list("dxfs")[number];
    const font = child(look, "font");
    const pattern = child(child(look, "fill"), "patternFill");
    // Of a solid fill the format here says the colour as that of the background.
    const fill = this.colour(child(pattern, "bgColor")) ?? this.colour(child(pattern, "fgColor"));
    const { bold, italic, underline, strike } = flagsOf(font);
    return withoutGaps({ bold, italic, underline, strike, colour: this.colour(child(font, "color")), fill }) ?? {};
  }

  colour(element: Element | undefined): string | undefined {
    return colourOf(element, this.theme);
  }

  private read(xf: Element): CellFormat | undefined {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    const code = this.numberFormats.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId));
    const alignment = child(xf, "alignment")?.attributes;
    return withoutGaps({
      numberFormat: code === "General" ? undefined : code,
      ...this.readFont(Number(fontId)),
      fill: this.readFill(Number(fillId)),
      horizontal: asHorizontal(alignment?.horizontal),
      vertical: asVertical(alignment?.vertical),
      wrap: isOn(alignment?.wrapText, false) || undefined,
      ...this.readBorders(Number(borderId)),
    });
  }

  private readFont(id: number): CellFormat {
    const [plain] = this.list("fonts");
    const font = this.list("fonts")[id];
    const size = child(font, "sz")?.attributes.val;
    const colour = this.colour(child(font, "color"));
    const name = child(font, "name")?.attributes.val;
    const isPlainSize = size === undefined || size === child(plain, "sz")?.attributes.val;
    return {
      ...flagsOf(font),
      font: name === child(plain, "name")?.attributes.val ? undefined : name,
      fontSize: isPlainSize ? undefined : Number(size),
      colour: colour === this.colour(child(plain, "color")) ? undefined : colour,
    };
  }

  private readBorders(id: number): CellFormat {
    const border = this.list("borders")[id];
    return {
      borderTop: this.line(child(border, "top")),
      borderBottom: this.line(child(border, "bottom")),
      borderLeft: this.line(child(border, "left")),
      borderRight: this.line(child(border, "right")),
    };
  }

  private line(side: Element | undefined): BorderLine | undefined {
    const style = lineStyles.find((known) => known === side?.attributes.style);
    const colour = this.colour(child(side, "color")) ?? BLACK;
    return style && (colour === BLACK ? style : `${style} ${colour as `#${string}`}`);
  }

  private readFill(id: number): string | undefined {
    const pattern = child(this.list("fills")[id], "patternFill");
    if (pattern?.attributes.patternType !== "solid") return undefined;
    return this.colour(child(pattern, "fgColor"));
  }
}

const BLACK = "#000000";

function flagsOf(font: Element | undefined): CellFormat {
  const underline = child(font, "u");
  return {
    bold: hasFlag(font, "b"),
    italic: hasFlag(font, "i"),
    underline: (underline && underline.attributes.val !== "none") || undefined,
    strike: hasFlag(font, "strike"),
  };
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

function asVertical(value: string | undefined): CellFormat["vertical"] {
  return value === "top" || value === "center" ? value : undefined;
}

function withoutGaps<T extends object>(format: T): T | undefined {
  const entries = Object.entries(format).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) as T : undefined;
}
