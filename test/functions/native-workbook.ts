import {
  call, catalogue, isArrayFormula, literal, nativeBlock, nativeFormula, whyNotNative,
  type Cells, type Definition, type Outcome, type Scalar, type Size,
} from "../../src/functions";
import type { CellContent, WorkbookContent } from "../../src/xlsx/content";
import { refusedInputs } from "./refused-inputs";
import { exampleArguments, validCases, type Case } from "./valid-inputs";

/** A native formula in a workbook, and what our function makes of the same cells. */
export interface NativeCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly outcome: Outcome;
}

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));

const address = (row: number, column: number, rows: number, columns: number): string => {
  const first = `${letters(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${letters(column + columns - 1)}${row + rows}`;
};

const asCells = (value: Scalar | Cells): Cells => (Array.isArray(value) ? value : [[value as Scalar]]);

/** Examples and random valid calls that have a native form. */
export const provenCases = (definition: Definition, count: number): Case[] =>
  [...exampleCases(definition), ...validCases(definition, count, ({ args }) => isNative(definition, args))]
    .filter(({ args }) => isNative(definition, args));

/** Calls that are declined. */
export const refusedCases = (definition: Definition): Case[] =>
  (refusedInputs[definition.name] ?? []).map((args) => ({ args, outcome: call(definition, args) }));

/** Calls of one function, one block of rows each. */
export function nativeSheet(
  definition: Definition, cases: readonly Case[],
): { cells: CellContent[]; natives: NativeCell[] } {
  const cells: CellContent[] = [];
  const natives: NativeCell[] = [];
  const names = Object.keys(definition.parameters);
  let row = 0;
  for (const { args, outcome } of cases) {
    const height = Math.max(1, ...args.map((value) => (value === null ? 0 : asCells(value).length)), heightOf(outcome));
    let column = 0;
    const written = args.map((value, i) => {
      if (value === null) return null;
      const isSettled = "some" in definition.native && definition.parameters[names[i]!]!.type !== "number";
      if (!Array.isArray(value) && (isSettled || (natives.length + i) % 2 === 1)) return literal(value as Scalar);
      const range = asCells(value);
      range.forEach((line, r) => line.forEach((cell, c) =>
        cells.push({ row: row + r, column: column + c, value: cell as Scalar })));
      const at = address(row, column, range.length, range[0]!.length);
      column += range[0]!.length + 1;
      return at;
    });
    const laid = laidBlock(definition, args, written, { row, column });
    cells.push(...laid.cells);
    column += laid.columns;
    const formula = `=${laid.result ?? nativeFormula(definition, written)!}`;
    cells.push({ row, column, value: null, formula, ...spillOf(definition, outcome) });
    natives.push({ sheet: definition.name, row, column, formula, outcome });
    row += Math.max(height, laid.rows) + 1;
  }
  return { cells, natives };
}

const isNative = (definition: Definition, args: Case["args"]): boolean =>
  !whyNotNative(definition, args.map((value) => (value === null ? null : Array.isArray(value) ? "A1" : literal(value as Scalar))));

const sizeOf = (value: Scalar | Cells | null): Size | null =>
  value === null ? null : { rows: asCells(value).length, columns: asCells(value)[0]!.length };

/** The helper cells of a native form beside its arguments, one block after the other. */
function laidBlock(
  definition: Definition, args: Case["args"], written: readonly (string | null)[], from: { row: number; column: number },
): { cells: CellContent[]; rows: number; columns: number; result?: string } {
  const block = nativeBlock(definition, written, args.map(sizeOf));
  if (!block) return { cells: [], rows: 0, columns: 0 };
  const places: Record<string, string> = {};
  let { column } = from;
  const cells = block.helpers.map(({ name, rows, columns, formula }): CellContent => {
    const cell = { row: from.row, column, value: null, formula: `=${formula(places)}`, spill: { rows, columns } };
    places[name] = address(from.row, column, rows, columns);
    column += columns + 1;
    return cell;
  });
  const rows = Math.max(...block.helpers.map((helper) => helper.rows));
  return { cells, rows, columns: column - from.column, result: block.result(places) };
}

const exampleCases = (definition: Definition): Case[] =>
  definition.examples.map(({ given }) => {
    const args = exampleArguments(definition, given);
    return { args, outcome: call(definition, args) };
  });

const heightOf = (outcome: Outcome): number => (Array.isArray(outcome) ? outcome.length : 1);

function spillOf(definition: Definition, outcome: Outcome): Pick<CellContent, "spill"> {
  if (Array.isArray(outcome)) return { spill: { rows: outcome.length, columns: outcome[0].length } };
  return isArrayFormula(definition) ? { spill: { rows: 1, columns: 1 } } : {};
}

/** Every native form of the catalogue in one workbook, a sheet a function. */
export function nativeWorkbook(
  casesOf: (definition: Definition) => Case[],
): { content: WorkbookContent; natives: NativeCell[] } {
  const sheets = catalogue
    .filter(({ native }) => !("none" in native))
    .map((definition) => ({ definition, ...nativeSheet(definition, casesOf(definition)) }));
  return {
    content: {
      sheets: sheets.map(({ definition, cells }) => ({
        name: definition.name, cells, tables: [], merges: [], columnWidths: {},
      })),
      names: [],
      customXml: [],
    },
    natives: sheets.flatMap(({ natives }) => natives),
  };
}

/** The same to nine digits, as two calculators agree. */
export const agrees = (found: unknown, expected: unknown): boolean =>
  found === expected
  || (typeof found === "number" && typeof expected === "number"
    && Math.abs(found - expected) <= 1e-9 * Math.max(Math.abs(found), Math.abs(expected), 1e-6));
