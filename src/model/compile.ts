import type { Texts } from "../refusal";
import type { CellContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { Book } from "./book";
import { type Cone, ConeWalk, type Step } from "./cone";
import * as say from "./faults";
import type { CellPlace, Compilation, ModelPlaces, UncompiledCell } from "./model";
import { Program } from "./program";
import type { RangeReading } from "./references";
import { Resolver } from "./resolving";

/** Makes of the formulas between inputs and outputs a program that calculates them for many draws at once. */
export function compile(content: WorkbookContent, { inputs, outputs }: ModelPlaces): Compilation {
  const book = new Book(withCells(content, [...inputs, ...outputs]));
  const unknown = [...inputs, ...outputs].filter(({ sheet }) => !book.sheet(sheet));
  if (unknown.length > 0) return uncompiled(unknown.map((place) => ({ place, formula: "", why: say.noSuchCell })));
  const resolver = new Resolver(book);
  const read = (place: CellPlace): RangeReading =>
    resolver.reading(book.sheet(place.sheet)!, { row: place.row, column: place.column, rows: 1, columns: 1 });
  const spilled = inputs.filter((place) => book.sheet(place.sheet)!.spillAt(place.row, place.column));
  if (spilled.length > 0) return uncompiled(spilled.map((place) => ({ place, formula: "", why: say.filledByFormula })));
  const inputCells = inputs.map((place) => book.sheet(place.sheet)!.cell(place.row, place.column)!);
  const readings = outputs.map(read);
  const cone = new ConeWalk(resolver, new Set(inputCells)).walked(readings);
  const faults = faultsIn(cone);
  if (faults.length > 0) return uncompiled(faults);
  return { kind: "model", model: new Program(cone.steps, { places: inputs, cells: inputCells }, readings) };
}

const uncompiled = (cells: readonly UncompiledCell[]): Compilation => ({ kind: "uncompiled", cells });

function faultsIn({ steps, circle }: Cone): UncompiledCell[] {
  const cell = ({ place, cell: { formula = "" } }: Step, why: Texts): UncompiledCell => ({ place, formula, why });
  if (circle) return [cell(circle.step, circle.why)];
  return steps.flatMap((step) => {
    const { hidden, faults = [] } = step.formula ?? {};
    const why = hidden ?? (step.varies ? faults[0] : undefined);
    return why ? [cell(step, why)] : [];
  });
}

/** Inputs and outputs may be empty cells, of which a workbook says nothing. */
function withCells(content: WorkbookContent, places: readonly CellPlace[]): WorkbookContent {
  const sheets = content.sheets.map((sheet) => withCellsOf(sheet, places.filter((place) => isOn(sheet, place))));
  return { ...content, sheets };
}

const isOn = ({ name }: SheetContent, { sheet }: CellPlace): boolean => name.toLowerCase() === sheet.toLowerCase();

function withCellsOf(sheet: SheetContent, places: readonly CellPlace[]): SheetContent {
  const known = new Set(sheet.cells.map(({ row, column }) => `${row},${column}`));
  const missing = places.filter(({ row, column }) => !known.has(`${row},${column}`));
  const added = missing.map(({ row, column }): CellContent => ({ row, column, value: null }));
  return added.length === 0 ? sheet : { ...sheet, cells: [...sheet.cells, ...added] };
}
