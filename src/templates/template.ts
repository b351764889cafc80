import type { ShockedInput, ShockName } from "../model/stress";
import type { Texts } from "../refusal";
import type { Given } from "./given";
import type { UnitOf } from "./units";

/**
 * A policy workbook as data. Formulas name what they need by key, `=POLICY.CONC_RATIO({oems.output},{hit})`;
 * the layout finds out where everything stands and writes names, columns of tables and addresses instead.
 */
export interface Template {
  readonly id: string;
  /** Before each of its names in the workbook: `oem` gives `oem_correlation`. */
  readonly prefix: string;
  readonly title: Texts;
  readonly question: Texts;
  /** What the user must bring. */
  readonly needs: readonly Texts[];
  readonly sheets: readonly SheetPlan[];
  /** How outputs answer to inputs; a test of all templates tries each. */
  readonly moves: readonly Move[];
  /** Which inputs answer to the stresses of the Model tab; the others are left alone. */
  readonly stresses: readonly StressedKey[];
}

export interface SheetPlan {
  /** At most 31 signs; one with a number behind it is taken where the workbook has such a sheet. */
  readonly name: Texts;
  /** From top to bottom. */
  readonly blocks: readonly Block[];
  readonly rules?: readonly Rule[];
}

export type Block =
  | ReadingBlock | AnswerBlock | InputsBlock | WorkedBlock | TableBlock | ListBlock | MatrixBlock
  | ChecksBlock | ChartBlock | NotesBlock;

/** How to read the workbook; what the colours mean is said below it of itself. */
export interface ReadingBlock {
  readonly kind: "reading";
  readonly lines: readonly Texts[];
}

/** The answer in plain words, a formula in each language. */
export interface AnswerBlock {
  readonly kind: "answer";
  readonly key: string;
  readonly formula: Texts;
}

/** Rows of inputs: one cell each, or one for each column of `across`. */
export interface InputsBlock {
  readonly kind: "inputs";
  readonly title: Texts;
  readonly across?: Across;
  readonly rows: readonly InputRow[];
}

export interface InputRow {
  readonly key: string;
  readonly label: Texts;
  readonly unit: UnitOf;
  /** One for each column of `across`, or one that holds a value for each. */
  readonly given: Given | readonly Given[];
  readonly allowed?: Allowed;
  /** What the user should know to fill it in. */
  readonly note?: Texts;
}

/** What the columns of a block stand for: years, scenarios. Blocks with as many columns stand one below the other. */
export interface Across {
  readonly key: string;
  readonly label: Texts;
  readonly heads: readonly (number | Texts)[];
  /** Behind the heads, where they first stand. */
  readonly note?: Texts;
}

/** Rows of formulas; a row has one formula, whatever its columns. */
export interface WorkedBlock {
  readonly kind: "workings" | "outputs";
  readonly title: Texts;
  readonly across?: Across;
  readonly rows: readonly WorkedRow[];
}

export interface WorkedRow {
  readonly key: string;
  readonly label: Texts;
  readonly unit: UnitOf;
  readonly formula: string;
  /** Before the first column of `across`, where `{key.previous}` finds it. */
  readonly opening?: string;
  /** The formula stands in the first column and spills over the others. */
  readonly spills?: boolean;
  readonly note?: Texts;
}

/** A native table, to which the user adds rows; its first column names them. */
export interface TableBlock {
  readonly kind: "table";
  readonly key: string;
  readonly title: Texts;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly key: string;
  /** Without `[ ] # ' @`; the unit is set behind it. */
  readonly header: Texts;
  readonly unit: UnitOf;
  /** Makes it a calculated column. */
  readonly formula?: string;
  readonly allowed?: Allowed;
}

/** By the keys of the columns that are not calculated. */
export type TableRow = Readonly<Record<string, Given>>;

/** A row for each label and formulas across, outside a native table, where a formula may spill down its column. */
export interface ListBlock {
  readonly kind: "list";
  readonly key: string;
  readonly title: Texts;
  readonly label: Texts;
  /** Texts, or formulas in the language of the workbook. */
  readonly rows: readonly Texts[];
  readonly columns: readonly ListColumn[];
}

export interface ListColumn {
  readonly key: string;
  readonly header: Texts;
  readonly unit: UnitOf;
  readonly formula: string;
  readonly spills?: boolean;
}

/** A rectangle with labels at both sides: all of it given, or all of it one formula. */
export interface MatrixBlock {
  readonly kind: "matrix";
  readonly key: string;
  readonly title: Texts;
  /** What rows and columns are: "seller \ buyer". */
  readonly corner: Texts;
  /** Texts, or formulas that take them from another matrix: `={sales.rows.row}`, `={sales.columns.column}`. */
  readonly rows: readonly Texts[];
  readonly columns: readonly Texts[];
  readonly unit: UnitOf;
  readonly body: MatrixGiven | MatrixFormula;
  readonly allowed?: Allowed;
}

export interface MatrixGiven {
  readonly given: readonly (readonly Given[])[];
}

export interface MatrixFormula {
  readonly formula: string;
  readonly spills?: boolean;
}

/** Each formula gives TRUE; a last row says whether all do, as `{checks_pass}`. */
export interface ChecksBlock {
  readonly kind: "checks";
  readonly rows: readonly CheckRow[];
}

export interface CheckRow {
  readonly key: string;
  readonly label: Texts;
  readonly formula: string;
}

export interface ChartBlock {
  readonly kind: "chart";
  readonly type: ChartType;
  readonly title: Texts;
  /** A reference in braces, as in formulas. */
  readonly categories: string;
  readonly series: readonly { readonly name: Texts; readonly values: string }[];
  readonly axes?: { readonly category?: Texts; readonly value?: Texts };
}

export type ChartType = "column" | "stacked" | "bar" | "line" | "area" | "pie" | "scatter";

export interface NotesBlock {
  readonly kind: "notes";
  readonly title: Texts;
  readonly lines: readonly Texts[];
}

/** What may be typed into an input. */
export type Allowed =
  | { readonly from: number; readonly to?: number; readonly whole?: boolean }
  | { readonly oneOf: readonly (string | number | Texts)[] };

/** A conditional format that Excel itself knows. */
export type Rule =
  | { readonly on: string; readonly bars: true }
  | { readonly on: string; readonly when: string; readonly look: "good" | "warning" | "bad" };

/** When the input is given another value, the output goes up or down. */
export interface Move {
  /** A key of an input; of a table `oems.output.2`, its second row; of a matrix `flows.2.3`. */
  readonly input: string;
  readonly to: number | string | boolean;
  readonly output: string;
  readonly direction: "up" | "down" | "same";
}

/** An input, a column of a table or a matrix that a stress changes. */
export interface StressedKey extends Pick<ShockedInput, "years"> {
  readonly shock: ShockName;
  readonly input: string;
  /** Of a column, in the row alone where this column of the table is largest. */
  readonly largestBy?: string;
}
