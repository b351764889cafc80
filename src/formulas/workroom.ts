import type { Area } from "./addresses";
import type { Names } from "./array-formulas";
import type { LiteralValue } from "./arguments";

export interface Located {
  readonly sheet: string;
  readonly area: Area;
}

/** Cells beside the workbook's own that a native form needs. */
export type HelperBlock =
  /** One array formula that fills the block. */
  | { readonly rows: number; readonly columns: number; readonly fill: string }
  /** A formula for each cell. */
  | { readonly rows: number; readonly columns: number; readonly each: (row: number, column: number) => string };

/** Where a formula stands, and where its references lead. */
export interface Locating {
  /** The reader has LET, LAMBDA and formulas that spill. */
  readonly dynamic: boolean;
  /** The reader is trusted with references to tables by name. */
  readonly structured: boolean;
  /** Undefined for the formula of a name. */
  readonly cell?: { readonly sheet: string; readonly row: number; readonly column: number };
  /** The cells that a reference means now; undefined where it means none. */
  area(reference: string): Located | undefined;
  /** Where a spilled reference must become the range that it covers now. */
  isFixed(anchor: Located): boolean;
}

/** What rewriting one formula may ask of the workbook and of the program that is to read it. */
export interface Workroom extends Locating {
  readonly names: Names;
  /** What an expression gives now in the cell of the formula. */
  values(expression: string): readonly (readonly LiteralValue[])[];
  /** Lays a block out on the helper sheet and answers with its address, `Helper!$B$2:$B$9`. */
  helper(block: HelperBlock): string;
}

/** One formula while it is written natively. */
export interface Writing {
  readonly room: Workroom;
  /** The names of the workbook, and those that LET binds to cells. */
  readonly names: Names;
  /** The names that LET and LAMBDA bind in it. */
  readonly bound: ReadonlySet<string>;
  /** What cites the rows of reference data that became constants. */
  readonly citations: string[];
  /** Set once something in it gives several values. */
  array: boolean;
  /** A part of the formula, without our functions. */
  text(text: string): string;
  /** A name for LET or LAMBDA that nothing else in the formula bears. */
  freshName(wish: string): string;
}
