import { call, catalogue, isArrayFormula, literal, nativeFormula, type Cells, type Definition, type Outcome, type Scalar } from "../../src/functions";
import type { CellContent, WorkbookContent } from "../../src/xlsx/content";
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

/** Examples and random valid calls of one function, one block of rows each. */
export function nativeSheet(definition: Definition, count: number): { cells: CellContent[]; natives: NativeCell[] } {
  const cells: CellContent[] = [];
  const natives: NativeCell[] = [];
  let row = 0;
  for (const { args, outcome } of [...exampleCases(definition), ...validCases(definition, count)]) {
    const height = Math.max(1, ...args.map((value) => (value === null ? 0 : asCells(value).length)), heightOf(outcome));
    let column = 0;
    const written = args.map((value, i) => {
      if (value === null) return null;
      if (!Array.isArray(value) && (natives.length + i) % 2 === 1) return literal(value as Scalar);
      const range = asCells(value);
      range.forEach((line, r) => line.forEach((cell, c) =>
        cells.push({ row: row + r, column: column + c, value: cell as Scalar })));
      const at = address(row, column, range.length, range[0]!.length);
      column += range[0]!.length + 1;
      return at;
    });
    const formula = `=${nativeFormula(definition, written)!}`;
    cells.push({ row, column, value: null, formula, ...spillOf(definition, outcome) });
    natives.push({ sheet: definition.name, row, column, formula, outcome });
    row += height + 1;
  }
  return { cells, natives };
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
export function nativeWorkbook(count: number): { content: WorkbookContent; natives: NativeCell[] } {
  const sheets = catalogue
    .filter(({ native }) => !("none" in native))
    .map((definition) => ({ definition, ...nativeSheet(definition, count) }));
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
