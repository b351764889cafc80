import type { Area } from "../formulas/addresses";

export const comparisons = [
  "between", "notBetween", "equal", "notEqual", "greaterThan", "lessThan", "greaterThanOrEqual", "lessThanOrEqual",
] as const;

export type Comparison = (typeof comparisons)[number];

/** What compares with two operands. */
export const isPair = (comparison: Comparison | undefined): boolean =>
  comparison === "between" || comparison === "notBetween";

/** A formula with its "=", written for the first cell of the areas, or a constant as its text. */
export type Operand = string;

export const numberIn = (operand: Operand): number | undefined =>
  (operand.trim() !== "" && Number.isFinite(Number(operand)) ? Number(operand) : undefined);

export const validationTypes = ["whole", "decimal", "list", "date", "time", "textLength", "custom", "any"] as const;

/** `any` only prompts. */
export type ValidationType = (typeof validationTypes)[number];

export const isComparing = (type: ValidationType): boolean => type !== "list" && type !== "custom" && type !== "any";

/** What may be entered in cells. */
export interface ValidationContent {
  readonly areas: readonly Area[];
  readonly type: ValidationType;
  /** Of what is compared; `between` unless told. */
  readonly comparison?: Comparison;
  /** Of a list: its words with commas between them, or a formula. */
  readonly first?: Operand;
  readonly second?: Operand;
  /** A blank cell is not valid. */
  readonly required?: boolean;
  /** A list without its button. */
  readonly noDropDown?: boolean;
  /** Shown where the cell is selected. */
  readonly prompt?: RuleMessage;
  /** What happens with an entry that is not valid; without it nothing does. */
  readonly alert?: RuleMessage & { readonly style: "stop" | "warning" | "information" };
}

export interface RuleMessage {
  readonly title?: string;
  readonly message?: string;
}

/** How cells look while a condition holds; the first of a sheet's conditions goes before the others. */
export interface ConditionalContent {
  readonly areas: readonly Area[];
  readonly rule: ConditionalRule;
  /** Later conditions do not count where this one holds. */
  readonly stops?: boolean;
}

export interface ConditionalLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** `#rrggbb` */
  readonly colour?: string;
  readonly fill?: string;
}

export const textConditions = ["contains", "notContains", "beginsWith", "endsWith"] as const;

export type TextCondition = (typeof textConditions)[number];

export type ConditionalRule =
  | {
    readonly kind: "cell";
    readonly comparison: Comparison;
    readonly first: Operand;
    readonly second?: Operand;
    readonly look: ConditionalLook;
  }
  | { readonly kind: "formula"; readonly formula: string; readonly look: ConditionalLook }
  | { readonly kind: "text"; readonly condition: TextCondition; readonly text: string; readonly look: ConditionalLook }
  | {
    readonly kind: "rank";
    readonly rank: number;
    readonly bottom?: boolean;
    readonly percent?: boolean;
    readonly look: ConditionalLook;
  }
  | {
    readonly kind: "bar";
    readonly colour: string;
    readonly minimum: ScalePoint;
    readonly maximum: ScalePoint;
    readonly hidesValue?: boolean;
  }
  | { readonly kind: "scale"; readonly points: readonly (ScalePoint & { readonly colour: string })[] };

/** `min` and `max` are the least and the greatest value of the areas. */
export interface ScalePoint {
  readonly by: "min" | "max" | "num" | "percent" | "percentile" | "formula";
  readonly value?: Operand;
}
