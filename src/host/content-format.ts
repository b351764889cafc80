import { BooleanNumber, HorizontalAlign, WrapStrategy, type IStyleData, type Nullable } from "@univerjs/core";
import type { CellFormat } from "../xlsx/content";

const aligned = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

export function styleOf(format: CellFormat): IStyleData {
  const { numberFormat, bold, italic, fontSize, colour, fill, horizontal, wrap } = format;
  return {
    ...(numberFormat && { n: { pattern: numberFormat } }),
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(fontSize && { fs: fontSize }),
    ...(colour && { cl: { rgb: colour } }),
    ...(fill && { bg: { rgb: fill } }),
    ...(horizontal && { ht: aligned[horizontal] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
  };
}

export function formatOf(style: IStyleData): CellFormat | undefined {
  const format: CellFormat = {
    ...(style.n?.pattern && { numberFormat: style.n.pattern }),
    ...(style.bl === BooleanNumber.TRUE && { bold: true }),
    ...(style.it === BooleanNumber.TRUE && { italic: true }),
    ...(style.fs && { fontSize: style.fs }),
    ...colourOf("colour", style.cl?.rgb),
    ...colourOf("fill", style.bg?.rgb),
    ...horizontalOf(style.ht),
    ...(style.tb === WrapStrategy.WRAP && { wrap: true }),
  };
  return Object.keys(format).length > 0 ? format : undefined;
}

function horizontalOf(alignment: IStyleData["ht"]): Pick<CellFormat, "horizontal"> {
  const side = (Object.keys(aligned) as (keyof typeof aligned)[]).find((name) => aligned[name] === alignment);
  return side ? { horizontal: side } : {};
}

/** Univer's colour picker writes `rgb(1,2,3)` as well as `#010203`. */
function colourOf(key: "colour" | "fill", said: Nullable<string>): CellFormat {
  const channels = said?.match(/^rgba?\((\d+),\s*(\d+),\s*(\d+)/)?.slice(1, 4);
  const hex = channels ? `#${channels.map(hexadecimal).join("")}` : said;
  return hex && /^#[0-9a-f]{6}$/i.test(hex) ? { [key]: hex.toLowerCase() } : {};
}

const hexadecimal = (channel: string): string => Number(channel).toString(16).padStart(2, "0");

/** A character of Excel's default font is 7 pixels wide, and each cell has 5 pixels of padding. */
const characterWidth = 7;
const padding = 5;

export const pixelsOf = (characters: number): number => characters * characterWidth + padding;

export const charactersOf = (pixels: number): number =>
  Math.round(Math.max(0, (pixels - padding) / characterWidth) * 10_000) / 10_000;
