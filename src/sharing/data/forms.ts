import { areaAddress, cellAddress, parseCell } from "../../formulas/addresses";
import { callText } from "../../formulas/write-call";
import { find, literal } from "../../functions";
import { lookUp, type ReferenceTable } from "../../reference";
import type { Cell, WideTable } from "../../reference/wide";
import { Refusal } from "../../refusal";

/**
 * The rows of a table with a formula in the place of each figure that one can ask for; a bound and what is
 * inferred stay texts. The header stands in the cell `start`.
 */
export function asFormulas(table: ReferenceTable, laidOut: WideTable, namespace: string, start: string): Cell[][] {
  const { row, column } = parseCell(start)!;
  const periodColumn = laidOut.columns.findIndex(({ header }) => header === "Period");
  const call = find("REF_VALUE")!;
  return laidOut.rows.map((cells, i) =>
    cells.map((cell, j) => {
      const { field } = laidOut.columns[j]!;
      const { key, period } = laidOut.keys[i]!;
      if (!field || typeof cell !== "number" || lookUp(table, key, field, period) instanceof Refusal) return cell;
      const at = (of: number): string => `$${cellAddress(row + 1 + i, column + of)}`;
      const wanted = field === "value" ? "" : literal(field);
      return callText(namespace, call, [literal(table.id), at(0), wanted, at(periodColumn)]);
    }),
  );
}

/** A formula that finds a value in a column of an Excel table by the text in its first column, in any Excel. */
export function lookUpFormula(name: string, headers: readonly string[], wanted: string, key: string): string {
  const column = (header: string): string => `${name}[${header.replace(/['#[\]@]/g, "'$&")}]`;
  return `=INDEX(${column(wanted)},MATCH(${key},${column(headers[0]!)},0))`;
}

/** What of a table a chart shows: figures of one unit that stand below each other. */
export interface ChartPlan {
  readonly kind: "line" | "bar";
  /** Columns of the table, and its first row and how many; rows are counted below the header. */
  readonly names: number;
  readonly figures: number;
  readonly row: number;
  readonly rows: number;
}

const fewest = 3;
const mostBars = 40;

/** The longest run of rows that can be compared: one thing over years, or many things in one period. */
export function chartPlan({ columns, rows, keys }: WideTable): ChartPlan | undefined {
  const periodColumn = columns.findIndex(({ header }) => header === "Period");
  const unitColumn = columns.findIndex(({ header }) => header === "Unit");
  const plans = columns.flatMap(({ field }, figures) => {
    if (!field) return [];
    const isSame = (i: number, of: "key" | "period"): boolean =>
      keys[i]![of] === keys[i - 1]![of] && (unitColumn < 0 || rows[i]![unitColumn] === rows[i - 1]![unitColumn]);
    const isFigure = (i: number): boolean => typeof rows[i]![figures] === "number";
    const lines = longestRun(rows.length, isFigure, (i) => isSame(i, "key"));
    const isYear = (i: number): boolean => keys[i]!.key === keys[i]!.period;
    const bars = longestRun(rows.length, isFigure, (i) => isSame(i, "period") || (isYear(i) && isYear(i - 1)));
    return [
      { kind: "line" as const, names: periodColumn, figures, ...lines },
      { kind: "bar" as const, names: 0, figures, ...bars, rows: Math.min(bars.rows, mostBars) },
    ];
  });
  return plans.filter((plan) => plan.rows >= fewest).sort((a, b) => b.rows - a.rows)[0];
}

function longestRun(count: number, isFit: (i: number) => boolean, goesOn: (i: number) => boolean) {
  let longest = { row: 0, rows: 0 };
  for (let row = 0, i = 0; i < count; i++) {
    if (!isFit(i)) row = i + 1;
    else if (i > row && !goesOn(i)) row = i;
    if (i - row + 1 > longest.rows) longest = { row, rows: i - row + 1 };
  }
  return longest;
}

/** The address of some rows of one column of a table whose header stands in the cell `start`. */
export function columnPart(start: string, at: number, from: number, rows: number): string {
  const { row, column } = parseCell(start)!;
  return areaAddress({ row: row + 1 + from, column: column + at, rows, columns: 1 });
}
