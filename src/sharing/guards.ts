import { parsedArgument } from "../formulas/arguments";
import { callWithCautions, type Definition } from "../functions";
import { CellError, type Texts } from "../refusal";
import type { CellValue } from "../xlsx/content";
import type { Book, FormulaCell } from "./book";
import { readsOf } from "./reading";

/** What should be kept in mind about a result that is right, and where it stands first. */
export interface Guard {
  readonly definition: Definition;
  readonly text: Texts;
  readonly cells: number;
  readonly first: string;
}

/** More cells than these are not handed to a function again only to hear what it has to say. */
const mostCells = 100_000;

/** The cautions of our functions over a workbook, as far as their arguments stand in cells or in the formula. */
export function guardsOf(book: Book): Guard[] {
  const guards = new Map<string, Guard>();
  for (const cell of book.formulas) {
    for (const { definition, args } of cell.calls) {
      const values = args.map(({ text }) => valueOf(text, cell, book));
      if (values.some((value) => value === undefined)) continue;
      for (const text of callWithCautions(definition, values).cautions) {
        const key = definition.name + text.en;
        const first = `${cell.sheet.name}!${cell.address}`;
        const known = guards.get(key) ?? { definition, text, cells: 0, first };
        guards.set(key, { ...known, cells: known.cells + 1 });
      }
    }
  }
  return [...guards.values()];
}

/** `null` for an argument left out, undefined for one that only Excel can tell. */
function valueOf(text: string, cell: FormulaCell, book: Book): unknown {
  const parsed = parsedArgument(text);
  if (parsed.kind === "omitted") return null;
  if (parsed.kind === "value") return parsed.value;
  if (parsed.kind === "call" || parsed.kind === "expression") return undefined;
  const [read, ...more] = readsOf(text, cell, book);
  if (!read || more.length > 0) return undefined;
  const { row, column, rows, columns } = read.area;
  if (rows * columns > mostCells) return undefined;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => plain(read.sheet.cellAt(row + i, column + j)?.value ?? null)),
  );
}

const plain = (value: CellValue): unknown =>
  typeof value === "object" && value !== null ? new CellError(value.error) : value;
