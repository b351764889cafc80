import { cellAddress } from "../../formulas/addresses";
import { filledFrom } from "../../formulas/shifted-formula";
import type { CellContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { blocksBy } from "../blocks";
import { FormulaCell, type Book, type SheetBook } from "../book";
import type { Finding } from "../finding";

type Held = FormulaCell | CellContent;
type Direction = "row" | "column";

/** A cell that breaks the pattern of its line, and a cell that keeps it. */
interface Breach {
  readonly held: Held;
  readonly model: FormulaCell;
  readonly direction: Direction;
}

/** A pattern is one when so many cells of a line share it, and more of them than not. */
const fewest = 3;

const cellOf = (held: Held): CellContent => (held instanceof FormulaCell ? held.cell : held);

const isTypedNumber = (sheet: SheetBook, held: Held): boolean => !(held instanceof FormulaCell) && sheet.isTyped(held);

/** The cells of each row or column, in runs without a gap. */
function runsIn(sheet: SheetBook, direction: Direction): Held[][] {
  const across = direction === "row";
  const held = sheet.content.cells.map(({ row, column }) => sheet.at(row, column)!)
    .filter((each) => each instanceof FormulaCell || isTypedNumber(sheet, each));
  const line = (each: Held): number => (across ? cellOf(each).row : cellOf(each).column);
  const place = (each: Held): number => (across ? cellOf(each).column : cellOf(each).row);
  held.sort((one, other) => line(one) - line(other) || place(one) - place(other));
  const runs: Held[][] = [];
  for (const each of held) {
    const last = runs.at(-1)?.at(-1);
    if (last && line(last) === line(each) && place(last) + 1 === place(each)) runs.at(-1)!.push(each);
    else runs.push([each]);
  }
  return runs;
}

function breachesIn(run: readonly Held[], direction: Direction): Breach[] {
  const pattern = usualPattern(run);
  if (pattern === undefined) return [];
  const keeps = (held: Held): boolean => held instanceof FormulaCell && held.relative === pattern;
  const inside = run.slice(run.findIndex(keeps), run.findLastIndex(keeps) + 1);
  const kept = inside.filter(keeps);
  if (kept.length < fewest || kept.length * 2 <= inside.length) return [];
  const model = kept[0] as FormulaCell;
  return inside.filter((held) => !keeps(held)).map((held) => ({ held, model, direction }));
}

function usualPattern(run: readonly Held[]): string | undefined {
  const seen = new Map<string, number>();
  for (const held of run) {
    if (held instanceof FormulaCell) seen.set(held.relative, (seen.get(held.relative) ?? 0) + 1);
  }
  return [...seen].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** It is like the cells on either side of it across the line: a column of totals breaks no row. */
function belongsAcross(sheet: SheetBook, { held, direction }: Breach): boolean {
  const { row, column } = cellOf(held);
  const steps = direction === "row" ? [[-1, 0], [1, 0]] as const : [[0, -1], [0, 1]] as const;
  return steps.some(([down, right]) => {
    const beside = sheet.at(row + down, column + right);
    if (!beside) return false;
    if (held instanceof FormulaCell) return beside instanceof FormulaCell && beside.relative === held.relative;
    return isTypedNumber(sheet, beside) && isAmongFormulas(sheet, cellOf(beside), direction);
  });
}

/** A number among the formulas of its own line too: a column of inputs, and no row of them beside. */
function isAmongFormulas(sheet: SheetBook, { row, column }: CellContent, direction: Direction): boolean {
  const [down, right] = direction === "row" ? [0, 1] : [1, 0];
  return [-1, 1].some((step) => sheet.at(row + step * down, column + step * right) instanceof FormulaCell);
}

function breachesOf(sheet: SheetBook): Breach[] {
  const found = new Map<number, Breach>();
  for (const direction of ["row", "column"] as const) {
    for (const breach of runsIn(sheet, direction).flatMap((run) => breachesIn(run, direction))) {
      const place = placeOf(cellOf(breach.held));
      if (!found.has(place) && !belongsAcross(sheet, breach)) found.set(place, breach);
    }
  }
  return [...found.values()];
}

const lines = { row: { en: "row", zh: "行" }, column: { en: "column", zh: "列" } } as const;

function findingOf(sheet: SheetBook, breaches: readonly Breach[], address: string): Finding {
  const [{ held, model, direction }] = breaches as [Breach];
  const typed = !(held instanceof FormulaCell);
  const line = lines[direction];
  const fill = filledFrom(model.formula, model.address);
  return {
    rule: typed ? "typed-over" : "differs",
    level: "warning",
    sheet: sheet.name,
    address,
    what: typed
      ? { en: `A number stands in ${address} among formulas`, zh: `${address} 是数字，而同${line.zh}其余为公式` }
      : { en: `The formula in ${address} differs from its ${line.en}`, zh: `${address} 的公式与同${line.zh}不一致` },
    why: {
      en: `The other cells of its ${line.en} calculate as ${model.address} does: ${model.formula}`,
      zh: `同${line.zh}其他单元格与 ${model.address} 一致：${model.formula}`,
    },
    about: typed ? String(held.value) : held.formula,
    fix: {
      text: { en: `Fill in the formula of the ${line.en}`, zh: `填入同${line.zh}公式` },
      cells: breaches.map((breach) => {
        const to = cellAddress(cellOf(breach.held).row, cellOf(breach.held).column);
        return { address: to, formula: fill(to) };
      }),
    },
  };
}

const aboutOf = ({ held, model, direction }: Breach): string =>
  [direction, model.relative, held instanceof FormulaCell ? held.relative : "number"].join("\u001f");

/** Formulas that differ from those beside them, and numbers typed over formulas. */
export const patterns = ({ sheets }: Book): Finding[] =>
  sheets.flatMap((sheet) =>
    blocksBy(breachesOf(sheet), ({ held }) => cellOf(held), aboutOf).map(({ address, members }) =>
      findingOf(sheet, members, address),
    ),
  );
