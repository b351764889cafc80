import { type Area, parseArea } from "../formulas/addresses";
import { type LiteralValue, parsedArgument } from "../formulas/arguments";
import { callsIn } from "../formulas/calls";
import { call, type Outcome } from "../functions";
import { CellError, Refusal } from "../refusal";
import { type Swapped, swapped } from "../sharing/portable/swapped-cells";
import { byPlace } from "../xlsx/cell-changes";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../xlsx/content";
import { coveredPlaces } from "../xlsx/covered-places";
import { placeOf } from "../xlsx/places";
import { isMany, spillArea } from "../xlsx/spills";

/**
 * Calculates the formulas that are one call of ours on literals and on cells that nothing calculates: with values in
 * their place there is the less to do for an engine.
 */
export function directResults(content: WorkbookContent): Swapped {
  const sheets = new Map(content.sheets.map((sheet) => [sheet.name.toLowerCase(), new Givens(sheet)]));
  return swapped(content, (cell, sheet) => {
    const value = directValue(cell, sheet, sheets);
    return value === undefined ? cell : { ...cell, formula: undefined, value };
  });
}

function directValue(
  { formula, spill }: CellContent,
  home: string,
  sheets: ReadonlyMap<string, Givens>,
): CellValue | undefined {
  if (formula === undefined || isMany(spill)) return undefined;
  const text = formula.slice(1);
  const [written, ...more] = callsIn(text);
  if (!written || more.length > 0 || written.start !== 0 || written.end !== text.trimEnd().length) return undefined;
  const args: unknown[] = [];
  for (const argument of written.args) {
    const given = givenBy(argument.text, home, sheets);
    if (given === undefined) return undefined;
    args.push(given);
  }
  return valueOf(call(written.definition, args));
}

/** What an argument hands over; undefined for what must be calculated first. */
function givenBy(text: string, home: string, sheets: ReadonlyMap<string, Givens>): unknown {
  const parsed = parsedArgument(text);
  if (parsed.kind === "omitted") return null;
  if (parsed.kind === "value") return parsed.value;
  if (parsed.kind !== "cells" || parsed.spilled) return undefined;
  const area = parseArea(parsed.address);
  const read = area && sheets.get((parsed.sheet || home).toLowerCase())?.read(area);
  return read && area.rows * area.columns === 1 ? read[0]![0] : read;
}

/** Undefined for what would spill. */
function valueOf(outcome: Outcome): CellValue | undefined {
  if (outcome instanceof Refusal || outcome instanceof CellError) return { error: outcome.code };
  return typeof outcome === "object" ? undefined : outcome;
}

/** The cells of a sheet that hold what somebody entered. */
class Givens {
  private readonly entered: ReadonlyMap<number, CellContent>;

  constructor({ cells }: SheetContent) {
    const spilled = coveredPlaces(cells, cells.flatMap(spillArea));
    this.entered = byPlace(cells.filter((cell) =>
      cell.formula === undefined && cell.value !== null && !spilled.has(cell)));
  }

  /** Undefined where a cell is empty too: a formula may yet spill over it. */
  read({ row, column, rows, columns }: Area): LiteralValue[][] | undefined {
    const read: LiteralValue[][] = [];
    for (let i = row; i < row + rows; i++) {
      const line: LiteralValue[] = [];
      for (let j = column; j < column + columns; j++) {
        const value = this.entered.get(placeOf({ row: i, column: j }))?.value ?? null;
        if (value === null) return undefined;
        line.push(typeof value === "object" ? new CellError(value.error) : value);
      }
      read.push(line);
    }
    return read;
  }
}
