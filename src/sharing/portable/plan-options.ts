import type { LiteralValue } from "../../formulas/arguments";
import type { Language } from "../../refusal";
import type { CellContent } from "../../xlsx/content";
import { type Place, placeOf } from "../../xlsx/places";
import type { Recipient } from "./recipient";

export type Grid = readonly (readonly LiteralValue[])[];

/** What expressions give now, by the formula, without "=", that stands for them in any cell. */
export type Measured = ReadonlyMap<string, Grid>;

export interface PlanOptions {
  readonly recipient: Recipient;
  readonly language: Language;
  readonly measured?: Measured;
  /** Tables by name become ranges whatever the recipient has: the copy does not have those tables. */
  readonly plainRanges?: boolean;
}

export type FormulaContent = CellContent & { readonly formula: string };

export const holdsFormula = (cell: CellContent): cell is FormulaContent => cell.formula !== undefined;

export const anchorKey = (sheet: string, place: Place): string =>
  `${sheet.toLowerCase()}!${placeOf(place)}`;

