import type { Area } from "../formulas/addresses";
import type { ChartContent } from "./chart-content";
import type { ConditionalContent, ValidationContent } from "./rule-content";

export type { Area, ChartContent, ConditionalContent, ValidationContent };

/** What a workbook holds, free of any engine or file format: the common language of xlsx/, host/ and cli/. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  readonly names: readonly NameContent[];
  readonly customXml: readonly string[];
}

export interface SheetContent {
  readonly name: string;
  /** Says which sheet of the opened file this is, also after a change of name: who holds it gives it back. */
  readonly id?: string;
  readonly cells: readonly CellContent[];
  readonly tables: readonly TableContent[];
  readonly merges: readonly Area[];
  /** Widths in characters, as Excel shows them, by zero-based column. */
  readonly columnWidths: Readonly<Record<number, number>>;
  /** In points, of rows with a height of their own, by zero-based row. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly hidden?: boolean;
  /** `#rrggbb` */
  readonly tabColour?: string;
  readonly gridlinesHidden?: boolean;
  readonly charts?: readonly ChartContent[];
  readonly validations?: readonly ValidationContent[];
  /** From the one that goes first to the last. */
  readonly conditionalFormats?: readonly ConditionalContent[];
}

/** A list of the content, left out where it is empty. */
export const listed = <Name extends string, Item>(name: Name, items: readonly Item[]) =>
  (items.length > 0 ? { [name]: items } as Record<Name, readonly Item[]> : {});

export type CellValue = number | string | boolean | null | { readonly error: string };

export interface CellContent {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** With its "=" and in the friendly form: `=POLICY.HHI_INDEX(A1:A4)`. */
  readonly formula?: string;
  /** The area that the formula spills over, the cell itself included; its other cells are listed as values. */
  readonly spill?: Spill;
  /** Entered with Ctrl+Shift+Enter, as Excel without formulas that spill has it: the area stays as it is. */
  readonly legacyArray?: true;
  /** The first cell of what a what-if table fills; written to files, not read from them. */
  readonly dataTable?: DataTable;
  readonly format?: CellFormat;
  readonly note?: string;
}

/**
 * Excel's what-if table of one input: for each value to its left, put into the input cell of the same sheet, the
 * results of the formulas above it.
 */
export interface DataTable extends Spill {
  /** Its address. */
  readonly input: string;
}

/** One by one for an array formula that answers with one cell. */
export interface Spill {
  readonly rows: number;
  readonly columns: number;
}

export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly font?: string;
  readonly fontSize?: number;
  /** `#rrggbb` */
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wrap?: boolean;
  readonly borderTop?: BorderLine;
  readonly borderBottom?: BorderLine;
  readonly borderLeft?: BorderLine;
  readonly borderRight?: BorderLine;
}

export const lineStyles = [
  "thin", "medium", "thick", "hair", "dotted", "dashed", "double", "dashDot", "dashDotDot", "slantDashDot",
  "mediumDashed", "mediumDashDot", "mediumDashDotDot",
] as const;

/** `thin`, or `thin #808080`; black without a colour. */
export type BorderLine = LineStyle | `${LineStyle} #${string}`;

export type LineStyle = (typeof lineStyles)[number];

export interface TableContent {
  readonly name: string;
  /** Header and totals included. */
  readonly area: Area;
  readonly columns: readonly string[];
  readonly style?: string;
  /** The formulas that new rows inherit, by column. */
  readonly calculated?: Readonly<Record<string, string>>;
  /** The first row holds data: `columns` stand in no cell. */
  readonly headless?: boolean;
  /** The last row holds totals. */
  readonly totals?: boolean;
}

export interface NameContent {
  readonly name: string;
  /** With its "=": `=Data!$A$1:$A$4`, `=0.25`. */
  readonly formula: string;
  readonly comment?: string;
  /** The sheet in which alone the name is known. */
  readonly sheet?: string;
}
