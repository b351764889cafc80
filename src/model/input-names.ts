import { absoluteAddress, type Area, cellAddress, covers, parseArea, quotedSheet } from "../formulas/addresses";
import { parsedArgument } from "../formulas/arguments";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { placeOf } from "../xlsx/places";
import type { CellPlace } from "./model";

/** A cell of the model as people call it. */
export interface NamedCell {
  readonly place: CellPlace;
  readonly name: string;
  /** Its number; undefined where it holds none. */
  readonly value?: number;
  readonly isFormula: boolean;
}

/**
 * Names cells by the name that the workbook gives them, else by the text to their left or above, else by their
 * address.
 */
export function namedCells(content: WorkbookContent, places: readonly CellPlace[]): NamedCell[] {
  return places.map((place) => {
    const sheet = content.sheets.find(({ name }) => name === place.sheet);
    const cell = sheet && cellAt(sheet, place.row, place.column);
    return {
      place,
      name: definedName(content, place) ?? (sheet && textBeside(sheet, place)) ?? cellAddress(place.row, place.column),
      ...(typeof cell?.value === "number" && { value: cell.value }),
      isFormula: cell?.formula !== undefined,
    };
  });
}

export type InputCell = NamedCell & { readonly value: number };

/** What an author calls an input: one cell, or several that belong together. */
export interface NamedInput {
  readonly name: string;
  readonly cells: readonly InputCell[];
}

/** Every name of the workbook that stands for numbers which somebody typed. */
export const namedInputs = (content: WorkbookContent): NamedInput[] =>
  content.names.flatMap(({ name, formula }) => {
    const isCalculated = meant(content, formula)?.held.some((cell) => cell.formula !== undefined);
    const cells = isCalculated ? [] : numbersAt(content, formula, name);
    return cells.length > 0 ? [{ name, cells }] : [];
  });

/** The numbers in the cells that a reference names, in their order; blank cells too, where they stand for a number. */
export function numbersAt(content: WorkbookContent, formula: string, name: string, blank?: number): InputCell[] {
  const found = meant(content, formula);
  if (!found) return [];
  const { sheet, area } = found;
  const held = blank === undefined ? found.held : filled(area, found.held, blank);
  const nameOf = ({ row, column }: CellContent): string =>
    area.rows * area.columns === 1 ? name : `${name} ${(row - area.row) * area.columns + column - area.column + 1}`;
  return held
    .filter(({ value }) => typeof value === "number")
    .sort((one, other) => one.row - other.row || one.column - other.column)
    .map((cell) => ({
      place: { sheet, row: cell.row, column: cell.column },
      name: nameOf(cell),
      value: cell.value as number,
      isFormula: cell.formula !== undefined,
    }));
}

function filled(area: Area, held: readonly CellContent[], blank: number): CellContent[] {
  const known = byPlace(held.filter(({ value }) => value !== null));
  return Array.from({ length: area.rows * area.columns }, (_, i) => {
    const place = { row: area.row + Math.floor(i / area.columns), column: area.column + (i % area.columns) };
    return known.get(placeOf(place)) ?? { ...place, value: blank };
  });
}

/** The cells with content in the one area that a reference names. */
function meant({ sheets }: WorkbookContent, formula: string) {
  const parsed = parsedArgument(formula.replace(/^=/, ""));
  const area = parsed.kind === "cells" ? parseArea(parsed.address) : undefined;
  const sheet = parsed.kind === "cells" && sheets.find(({ name }) => name.toLowerCase() === parsed.sheet.toLowerCase());
  if (!area || !sheet) return undefined;
  return { sheet: sheet.name, area, held: sheet.cells.filter(({ row, column }) => covers(area, row, column)) };
}

const cellAt = ({ cells }: SheetContent, row: number, column: number): CellContent | undefined =>
  cells.find((cell) => cell.row === row && cell.column === column);

/** As the workbook writes it in a name. */
const reference = ({ sheet, row, column }: CellPlace): string =>
  `=${quotedSheet(sheet)}!${absoluteAddress({ row, column, rows: 1, columns: 1 })}`;

const plain = (formula: string): string => formula.replace(/['\s]/g, "").toLowerCase();

function definedName({ names }: WorkbookContent, place: CellPlace): string | undefined {
  const wanted = plain(reference(place));
  return names.find(({ formula }) => plain(formula) === wanted)?.name;
}

const furthest = 6;

function textBeside(sheet: SheetContent, { row, column }: CellPlace): string | undefined {
  const textAt = (down: number, across: number): string | undefined => {
    const value = cellAt(sheet, down, across)?.value;
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  for (let back = 1; back <= furthest; back++) {
    const text = textAt(row, column - back) ?? textAt(row - back, column);
    if (text) return text;
  }
  return undefined;
}
