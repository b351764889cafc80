import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleBase,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { BorderLine, CellFormat, LineStyle } from "../xlsx/content";
import type { ConditionalLook } from "../xlsx/rule-content";
import { keyOf } from "./key-of";

const aligned = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
} as const;

const stood = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE } as const;

const lines: Readonly<Record<LineStyle, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
};

const sides = { t: "borderTop", b: "borderBottom", l: "borderLeft", r: "borderRight" } as const;

export function styleOf(format: CellFormat): IStyleData {
  const { numberFormat, font, fontSize, horizontal, vertical, wrap } = format;
  const borders = bordersOf(format);
  return {
    ...(numberFormat && { n: { pattern: numberFormat } }),
    ...styleOfLook(format),
    ...(font && { ff: font }),
    ...(fontSize && { fs: fontSize }),
    ...(horizontal && { ht: aligned[horizontal] }),
    ...(vertical && { vt: stood[vertical] }),
    ...(wrap && { tb: WrapStrategy.WRAP }),
    ...(Object.keys(borders).length > 0 && { bd: borders }),
  };
}

export function formatOf(style: IStyleData): CellFormat | undefined {
  const format: CellFormat = {
    ...(style.n?.pattern && { numberFormat: style.n.pattern }),
    ...lookOf(style),
    ...(style.ff && { font: style.ff }),
    ...(style.fs && { fontSize: style.fs }),
    ...sideOf("horizontal", aligned, style.ht),
    ...sideOf("vertical", stood, style.vt),
    ...(style.tb === WrapStrategy.WRAP && { wrap: true }),
    ...linesOf(style.bd),
  };
  return Object.keys(format).length > 0 ? format : undefined;
}

/** The part of a style that conditions can set as well. */
export function styleOfLook({ bold, italic, underline, strike, colour, fill }: ConditionalLook): IStyleBase {
  return {
    ...(bold && { bl: BooleanNumber.TRUE }),
    ...(italic && { it: BooleanNumber.TRUE }),
    ...(underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(strike && { st: { s: BooleanNumber.TRUE } }),
    ...(colour && { cl: { rgb: colour } }),
    ...(fill && { bg: { rgb: fill } }),
  };
}

export function lookOf({ bl, it, ul, st, cl, bg }: IStyleBase): ConditionalLook {
  const [colour, fill] = [hexColour(cl?.rgb), hexColour(bg?.rgb)];
  return {
    ...(bl === BooleanNumber.TRUE && { bold: true }),
    ...(it === BooleanNumber.TRUE && { italic: true }),
    ...(ul?.s === BooleanNumber.TRUE && { underline: true }),
    ...(st?.s === BooleanNumber.TRUE && { strike: true }),
    ...(colour && { colour }),
    ...(fill && { fill }),
  };
}

function bordersOf(format: CellFormat): IBorderData {
  const drawn = (Object.keys(sides) as (keyof typeof sides)[]).flatMap((side) => {
    const line = format[sides[side]];
    if (!line) return [];
    const [style, colour = black] = line.split(" ") as [LineStyle, string?];
    return [[side, { s: lines[style], cl: { rgb: colour } }] as const];
  });
  return Object.fromEntries(drawn);
}

const black = "#000000";

function linesOf(borders: Nullable<IBorderData>): CellFormat {
  const drawn = (Object.keys(sides) as (keyof typeof sides)[]).flatMap((side) => {
    const line = borders?.[side];
    const style = keyOf(lines, line?.s);
    const colour = hexColour(line?.cl?.rgb) ?? black;
    return style ? [[sides[side], (colour === black ? style : `${style} ${colour}`) as BorderLine] as const] : [];
  });
  return Object.fromEntries(drawn);
}

function sideOf<Side extends string>(
  key: "horizontal" | "vertical",
  known: Readonly<Record<Side, HorizontalAlign | VerticalAlign>>,
  alignment: Nullable<HorizontalAlign | VerticalAlign>,
): CellFormat {
  const side = keyOf(known, alignment);
  return side ? { [key]: side } : {};
}

/** Univer's colour picker writes `rgb(1,2,3)` as well as `#010203`. */
export function hexColour(said: Nullable<string>): string | undefined {
  const channels = said?.match(/^rgba?\((\d+),\s*(\d+),\s*(\d+)/)?.slice(1, 4);
  const hex = channels ? `#${channels.map(hexadecimal).join("")}` : said;
  return hex && /^#[0-9a-f]{6}$/i.test(hex) ? hex.toLowerCase() : undefined;
}

const hexadecimal = (channel: string): string => Number(channel).toString(16).padStart(2, "0");

/** A character of Excel's default font is 7 pixels wide, and each cell has 5 pixels of padding. */
const characterWidth = 7;
const padding = 5;

export const pixelsOf = (characters: number): number => characters * characterWidth + padding;

export const charactersOf = (pixels: number): number =>
  Math.round(Math.max(0, (pixels - padding) / characterWidth) * 10_000) / 10_000;

/** Excel measures heights in points, Univer in pixels. */
export const pixelsPerPoint = 4 / 3;
