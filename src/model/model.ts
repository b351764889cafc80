import type { Texts } from "../refusal";
import type { CellValue } from "../xlsx/content";

/** A cell of a workbook; rows and columns count from zero. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface ModelPlaces {
  /** The cells that are given other values; a formula in one of them is left aside. */
  readonly inputs: readonly CellPlace[];
  readonly outputs: readonly CellPlace[];
}

/** A model, or the cells that stand in the way of one and why. */
export type Compilation =
  | { readonly kind: "model"; readonly model: Model }
  | { readonly kind: "uncompiled"; readonly cells: readonly UncompiledCell[] };

export interface UncompiledCell {
  readonly place: CellPlace;
  /** Empty for an input or output that lies in no sheet. */
  readonly formula: string;
  readonly why: Texts;
}

/** What the outputs are for other inputs, without the sheet. */
export interface Model {
  /** What the sheet shows for the outputs, in their order. */
  readonly base: readonly CellValue[];
  /** The formula cells between inputs and outputs: what is calculated anew for every draw, in order. */
  readonly cone: readonly CellPlace[];
  /** Inputs on which no output depends. */
  readonly unused: readonly CellPlace[];
  /** One column of draws for each input, all of one length; the answer has one result for each output. */
  evaluate(draws: readonly Float64Array[], span?: Span): readonly OutputDraws[];
  /** Calculates every formula that leads to the outputs with the values of the sheet; what differs from it. */
  check(): readonly Difference[];
}

/** From the first draw up to the second, without it; all of them unless told. */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

export interface OutputDraws {
  /** NaN where the output is no number; TRUE counts as 1, FALSE and an empty cell as 0. */
  readonly values: Float64Array<ArrayBuffer>;
  /** How many draws ended in each error, by its code; a text counts as #VALUE!. Absent where none did. */
  readonly errors?: Readonly<Record<string, number>>;
}

export interface Difference {
  readonly place: CellPlace;
  readonly shown: CellValue;
  readonly computed: CellValue;
}
