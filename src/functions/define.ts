import type { Texts } from "../refusal";
import type { Matrix } from "../maths/matrix";
import type { Answer, Cells, Scalar } from "./cells";
import type { Parameter } from "./kinds";

/** A chapter of the catalogue, and the planner's question that it answers. */
export interface Family {
  readonly id: string;
  readonly name: Texts;
  readonly question: Texts;
}

/** A result that fills a range, cell by cell or as a matrix of numbers. */
export type Result = Answer | readonly (readonly Answer[])[] | Matrix;

type Writer<Keys extends string, Written = string> = (written: Readonly<Record<Keys, string>>) => Written;

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Where helper cells stand, by name. */
export type Places = Readonly<Record<string, string>>;

/** Cells between the arguments and the result, filled by one array formula. */
export interface Helper<Keys extends string> {
  readonly name: string;
  readonly title: Texts;
  /** How many cells it fills, from the sizes of the arguments. */
  readonly size: (sizes: Readonly<Record<Keys, Size>>) => Size;
  /** From the places of the helpers before it. */
  readonly formula: (at: Places) => string;
}

/** Helper cells in order, and the result, an array formula, from all of them. */
export interface Block<Keys extends string> {
  readonly helpers: readonly Helper<Keys>[];
  readonly result: (at: Places) => string;
}

/**
 * The same number in classic Excel formulas: from the texts of the arguments to a text, or why there is none.
 * An `array` formula must be entered with Ctrl+Shift+Enter where Excel has no dynamic arrays; a `block` needs helper
 * cells; `some` writes a formula for some arguments, and `otherwise` says why not for others.
 */
export type Native<Keys extends string> =
  | Writer<Keys>
  | { readonly array: Writer<Keys> }
  | { readonly block: Writer<Keys, Block<Keys>> }
  | { readonly some: Writer<Keys, string | undefined>; readonly otherwise: Texts }
  | { readonly none: Texts };

export interface Example<Given = Readonly<Record<string, unknown>>> {
  readonly given: Given;
  /** The result, its first cell where it fills a range, or what a text must hold. */
  readonly gives: Scalar | readonly (readonly Scalar[])[] | RegExp;
  /** Where the expected number comes from. */
  readonly from: string;
}

export type Given<P> = { readonly [Key in keyof P]: P[Key] extends Parameter<infer Value> ? Value : never };

/** An example is written as a user would type it: numbers, texts, or ranges of them as rows or one column. */
type Written<P> = { readonly [Key in keyof P]?: Scalar | readonly Scalar[] | Cells };

/** Something to keep in mind, where it applies. */
export type Caution = Texts | false | undefined;

interface Specification<P extends Readonly<Record<string, Parameter>>, R extends Result> {
  /** The Excel name without its namespace. */
  readonly name: string;
  readonly title: Texts;
  readonly summary: Texts;
  /** The formula in words and symbols. */
  readonly method: Texts;
  readonly parameters: P;
  readonly returns: Parameter;
  readonly evaluate: (given: Given<P>) => R;
  /** What the pane says beside a right result. */
  readonly cautions?: (given: Given<P>, result: R) => readonly Caution[];
  readonly native: Native<Extract<keyof P, string>>;
  readonly source: string;
  readonly examples: readonly [Example<Written<P>>, ...Example<Written<P>>[]];
}

export interface Definition {
  readonly name: string;
  readonly family: Family;
  readonly title: Texts;
  readonly summary: Texts;
  readonly method: Texts;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly returns: Parameter;
  readonly evaluate: (given: never) => Result;
  readonly cautions?: (given: never, result: never) => readonly Caution[];
  readonly native: Native<string>;
  readonly source: string;
  readonly examples: readonly Example[];
}

/** Opens a chapter; what it returns defines the functions of that chapter. */
export function family(id: string, name: Texts, question: Texts) {
  const chapter: Family = { id, name, question };
  return <P extends Readonly<Record<string, Parameter>>, R extends Result>(
    specification: Specification<P, R>,
  ): Definition => ({
    ...specification,
    family: chapter,
  });
}
