import type { Area } from "../formulas/addresses";
import type { Language } from "../refusal";
import type { ChartType } from "./template";

/** A template in the language of the workbook, with everything in its place: nothing is left to decide. */
export interface PlacedTemplate {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly sheets: readonly PlacedSheet[];
  readonly names: readonly PlacedName[];
  /** Where each key stands. */
  readonly places: ReadonlyMap<string, SheetArea>;
}

export interface SheetArea extends Area {
  readonly sheet: string;
}

export interface PlacedSheet {
  readonly name: string;
  readonly cells: readonly PlacedCell[];
  readonly tables: readonly PlacedTable[];
  readonly merges: readonly Area[];
  readonly validations: readonly PlacedValidation[];
  readonly rules: readonly PlacedRule[];
  readonly charts: readonly PlacedChart[];
  /** In characters, by column. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** In points, by row, where the text needs more than a line. */
  readonly rowHeights: Readonly<Record<number, number>>;
}

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean | null;
  readonly formula?: string;
  /** The cells that the formula fills, itself included. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  readonly role: Role;
  readonly numberFormat: string;
}

/** What a cell is for; its colours follow from it. */
export type Role =
  | "title" | "question" | "heading" | "head" | "label" | "unit" | "real" | "illustrative" | "working" | "output"
  | "answer" | "check" | "note";

export interface PlacedTable {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly calculated: Readonly<Record<string, string>>;
}

export interface PlacedName {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export interface PlacedValidation {
  readonly area: Area;
  readonly allowed: PlacedAllowed;
  /** What may be typed, in words. */
  readonly says: string;
}

export type PlacedAllowed =
  | { readonly from: number; readonly to?: number; readonly whole?: boolean }
  | { readonly oneOf: readonly (string | number)[] };

export type Look = "good" | "warning" | "bad";

export type PlacedRule =
  | { readonly area: Area; readonly bars: true }
  | { readonly area: Area; readonly when: string; readonly look: Look };

export interface PlacedChart {
  readonly type: ChartType;
  readonly title: string;
  readonly area: Area;
  readonly categories: SheetArea;
  readonly series: readonly { readonly name: string; readonly values: SheetArea }[];
  readonly categoryAxis?: string;
  readonly valueAxis?: string;
}
