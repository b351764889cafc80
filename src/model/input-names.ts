import { absoluteAddress, cellAddress, quotedSheet } from "../formulas/addresses";
import type { CellContent, SheetContent, WorkbookContent } from "../xlsx/content";
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

/** Every cell with a name of its own that holds a number and no formula: what a model's author calls an input. */
export function namedInputs(content: WorkbookContent): (NamedCell & { readonly value: number })[] {
  const cells = content.sheets.flatMap((sheet) =>
    sheet.cells
      .filter(({ value, formula }) => typeof value === "number" && formula === undefined)
      .map((cell) => ({ sheet: sheet.name, cell })),
  );
  const byReference = new Map(content.names.map(({ name, formula }) => [plain(formula), name]));
  return cells.flatMap(({ sheet, cell: { row, column, value } }) => {
    const name = byReference.get(plain(reference({ sheet, row, column })));
    return name ? [{ place: { sheet, row, column }, name, value: value as number, isFormula: false }] : [];
  });
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
