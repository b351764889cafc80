import type { Area } from "../formulas/addresses";
import type { Language, Texts } from "../refusal";
import type { PlacedCell, PlacedValidation, Role } from "./placed";
import type { Block, ChartBlock, Rule, Template } from "./template";

/** A workbook on its way: everything stands in its place, and formulas still say keys. */
export interface Draft {
  readonly template: Template;
  readonly language: Language;
  /** Of names and tables in this workbook; another than the template's where that one is taken. */
  readonly prefix: string;
  readonly targets: Map<string, Target>;
  readonly sheets: DraftSheet[];
}

export interface DraftSheet {
  readonly name: string;
  readonly cells: DraftCell[];
  readonly tables: DraftTable[];
  readonly merges: Area[];
  readonly validations: PlacedValidation[];
  readonly charts: { readonly area: Area; readonly block: ChartBlock }[];
  readonly rules: Rule[];
  readonly widths: Record<number, number>;
  readonly heights: Record<number, number>;
  /** The next free row. */
  row: number;
}

export type DraftCell = PlacedCell & { readonly home?: Home };

export interface DraftTable {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly calculated: Readonly<Record<string, string>>;
  readonly home: Home;
}

/** Of which block a formula is, and over what it is repeated. */
export interface Home {
  readonly block: Block;
  readonly run: Run;
  readonly area: Area;
}

/** How the cells of a key lie, and so what a key means in a formula that is repeated alike. */
export type Run = "cell" | "across" | "down" | "body";

/** What a key stands for. */
export interface Target {
  readonly sheet: string;
  readonly block: Block;
  readonly run: Run;
  readonly area: Area;
  /** The workbook name that formulas write in its place. */
  readonly name?: string;
  readonly label: Texts;
  /** The column of a native table. */
  readonly column?: { readonly table: string; readonly header: string };
}

export function target(draft: Draft, key: string, found: Target): void {
  if (draft.targets.has(key)) throw new Error(`${draft.template.id}: two things are called ${key}`);
  draft.targets.set(key, found);
}

/** A name for a key: inputs and outputs bear one. */
export const nameOf = (draft: Draft, key: string): string => `${draft.prefix}_${key.replaceAll(".", "_")}`;

interface Shown {
  readonly numberFormat?: string;
  readonly home?: Home;
  readonly spill?: PlacedCell["spill"];
}

/** Puts a value, or a formula that begins with "=", into a cell. */
export function put(
  sheet: DraftSheet,
  row: number,
  column: number,
  content: number | string | boolean,
  role: Role,
  { numberFormat = "General", home, spill }: Shown = {},
): void {
  const isFormula = typeof content === "string" && content.startsWith("=");
  sheet.cells.push({
    row,
    column,
    value: isFormula ? null : content,
    ...(isFormula && { formula: content }),
    role,
    numberFormat,
    ...(home && { home }),
    ...(spill && { spill }),
  });
}

/** In signs of half a Chinese character's width. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);

const widestLabel = 66;

/** In points: two lines. */
export const headHeight = 32;

/** Writes what names a row; the first column is as wide as its longest label, within reason. */
export function putLabel(sheet: DraftSheet, row: number, text: string): void {
  put(sheet, row, 0, text, "label");
  widen(sheet, 0, Math.min(widestLabel, widthOf(text) + 2));
}

/** Two lines of a head that is wrapped hold its text, with room for a button. */
export function widenFor(sheet: DraftSheet, column: number, head: string): void {
  const longest = Math.max(...head.split(/\s+/).map(widthOf));
  const inTwoLines = Math.ceil(widthOf(head) / 2) + 2;
  widen(sheet, column, Math.max(18, Math.min(longest, 24) + 6, inTwoLines + 6));
}

/** At least so wide. */
export function widen(sheet: DraftSheet, column: number, characters: number): void {
  sheet.widths[column] = Math.max(sheet.widths[column] ?? 0, characters);
}
