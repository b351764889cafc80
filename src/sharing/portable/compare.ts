import { cellAddress } from "../../formulas/addresses";
import { byPlace } from "../../xlsx/cell-changes";
import type { CellValue, WorkbookContent } from "../../xlsx/content";
import { cellAt } from "../../xlsx/places";
import { extentOf, type PortablePlan } from "./plan";
import { valuesIn } from "./record";

/** A cell in which the portable copy gives another result than the workbook it was made from. */
export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** Two engines, or two ways to write a formula, may differ in the last digits. */
export const RELATIVE_TOLERANCE = 1e-9;

/** Where a copy differs from the workbook: all cells of its sheets, not those that the copy adds. */
export function differencesBetween(before: WorkbookContent, after: WorkbookContent): Difference[] {
  return before.sheets.flatMap(({ name: sheet, cells }, index) => {
    const [was, is] = [byPlace(cells), byPlace(after.sheets[index]?.cells ?? [])];
    const places = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b);
    return places.flatMap((place) => {
      const [one, other] = [was.get(place)?.value ?? null, is.get(place)?.value ?? null];
      if (isSameResult(one, other)) return [];
      const { row, column } = cellAt(place);
      return [{ sheet, cell: cellAddress(row, column), before: one, after: other }];
    });
  });
}

/** How well the formulas of a copy agree with those that they stand for. */
export interface Agreement {
  readonly formulas: number;
  /** Of any two numbers, as a share of the larger. */
  readonly largest: number;
}

/** Of a copy without differences: values that took a formula's place are not calculated, and not counted. */
export function agreement({ cells }: PortablePlan, before: WorkbookContent, after: WorkbookContent): Agreement {
  const placed = ({ sheets }: WorkbookContent) => new Map(sheets.map((sheet) => [sheet.name, byPlace(sheet.cells)]));
  const [was, is] = [placed(before), placed(after)];
  const calculated = cells.filter(({ converted }) => converted !== undefined);
  const gaps = calculated.flatMap(({ sheet, cell }) => {
    const area = { row: cell.row, column: cell.column, ...extentOf(cell) };
    const [one, other] = [valuesIn(was.get(sheet), area).flat(), valuesIn(is.get(sheet), area).flat()];
    return one.map((value, i) => relativeGap(value, other[i]!));
  });
  return { formulas: calculated.length, largest: gaps.reduce((most, gap) => Math.max(most, gap), 0) };
}

const relativeGap = (one: CellValue, other: CellValue): number =>
  typeof one === "number" && typeof other === "number" && one !== other
    ? Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other))
    : 0;

/** Numbers alike to nine digits; errors alike, whatever their code, and empty texts like nothing. */
export function isSameResult(one: CellValue, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    const largest = Math.max(Math.abs(one), Math.abs(other));
    return Math.abs(one - other) <= RELATIVE_TOLERANCE * largest || largest < NOTHING;
  }
  if (isError(one) && isError(other)) return true;
  return (one ?? "") === (other ?? "");
}

/** What is left of numbers that cancel each other out. */
const NOTHING = 1e-12;

const isError = (value: CellValue): boolean => typeof value === "object" && value !== null;
