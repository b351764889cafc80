import { areaAddress, covers, parseArea, type Area } from "../../formulas/addresses";
import { rowsOn, table as tableNamed, type Row } from "../../reference";
import { cite } from "../../reference/cite";
import { Refusal, type Language } from "../../refusal";
import { FormulaCell, type Book, type SheetBook } from "../book";
import { distinctReads, readBy, type Read } from "../reading";
import { referenceCalls } from "./reference-calls";
import { heldAt, isWithin, placeOf, standingRows } from "./inserted";
import type { DataRegister, OwnTable, RegisteredTable } from "./register";

/** One step on the way from a cell to where its value comes from. */
export interface TraceStep {
  readonly sheet: string;
  readonly address: string;
  /** What a single cell shows. */
  readonly shown?: string | number | boolean;
  readonly formula?: string;
  readonly origin: Origin;
  /** What it is calculated from. */
  readonly from: readonly TraceStep[];
  /** It is calculated from more than is shown: too deep, too much, or shown further up. */
  readonly cut?: "depth" | "cells" | "above";
}

export type Origin =
  /** Calculated from other cells; the citations are of figures that the formula looks up by itself. */
  | { readonly kind: "formula"; readonly citations: readonly string[] }
  | {
      readonly kind: "bundled";
      readonly registered: RegisteredTable;
      /** Of the first rows, and how many rows there are. */
      readonly citations: readonly string[];
      readonly rows: number;
      /** Rows whose cells were changed since. */
      readonly edited: number;
    }
  | { readonly kind: "own"; readonly table: OwnTable }
  | { readonly kind: "typed"; readonly numbers: number; readonly formulas: number; readonly table?: string }
  | { readonly kind: "text" }
  | { readonly kind: "empty" };

const deepest = 12;
const mostSteps = 200;
const mostFormulas = 10;
const mostCitations = 3;

/** The chain from a cell up to source rows, tables of the user's and typed numbers. */
export function trace(
  place: Pick<TraceStep, "sheet" | "address">,
  book: Book,
  register: DataRegister,
  language: Language,
): TraceStep | undefined {
  const sheet = book.sheet(place.sheet);
  const area = parseArea(place.address);
  return sheet && area ? new Tracer(book, register, language).step({ sheet, area }, 0) : undefined;
}

class Tracer {
  private readonly seen = new Set<FormulaCell>();
  private steps = 0;

  constructor(
    private readonly book: Book,
    private readonly register: DataRegister,
    private readonly language: Language,
  ) {}

  step(read: Read, depth: number): TraceStep {
    this.steps++;
    const { sheet, area } = read;
    const isCell = area.rows * area.columns === 1;
    const place = { sheet: sheet.name, address: areaAddress(area) };
    const said = isCell ? { ...place, shown: heldAt(sheet, area.row, area.column) } : place;
    const formula = isCell ? formulaAt(sheet, area) : undefined;
    if (formula) return this.formulaStep(said, formula, depth);
    const known = this.knownTable(read);
    if (known) return { ...said, origin: known, from: [] };
    const inside = formulasIn(read);
    const from = inside.length > 0 ? this.next(inside.slice(0, mostFormulas).map(cellRead), depth) : [];
    const cut = inside.length > from.length ? { cut: "cells" as const } : {};
    return { ...said, origin: this.plainOrigin(read, inside.length), from, ...cut };
  }

  private formulaStep(said: Omit<TraceStep, "origin" | "from">, cell: FormulaCell, depth: number): TraceStep {
    const citations = referenceCalls(cell, this.book).flatMap(({ rows }) => (rows ? [cite(rows, this.language)] : []));
    const step = { ...said, formula: cell.formula, origin: { kind: "formula", citations } } as const;
    if (this.seen.has(cell)) return { ...step, from: [], cut: "above" };
    this.seen.add(cell);
    const reads = distinctReads(readBy(cell, this.book));
    if (reads.length > 0 && depth >= deepest) return { ...step, from: [], cut: "depth" };
    const from = this.next(reads, depth);
    return { ...step, from, ...(from.length < reads.length && { cut: "cells" as const }) };
  }

  private next(reads: readonly Read[], depth: number): TraceStep[] {
    const steps: TraceStep[] = [];
    for (const read of reads) {
      if (this.steps >= mostSteps || depth >= deepest) break;
      steps.push(this.step(read, depth + 1));
    }
    return steps;
  }

  private knownTable(read: Read): Origin | undefined {
    const isAt = (table: RegisteredTable | OwnTable): boolean => {
      const place = placeOf(table, this.book);
      return place !== undefined && place.sheet === read.sheet && isWithin(read.area, place.area);
    };
    const registered = this.register.tables.find(isAt);
    if (registered) return this.bundled(registered, read);
    const own = this.register.own.find(isAt);
    return own && { kind: "own", table: own };
  }

  private bundled(registered: RegisteredTable, { sheet, area }: Read): Origin {
    const place = placeOf(registered, this.book)!;
    const rows = standingRows(registered, place).filter(({ row }) => row >= area.row && row < area.row + area.rows);
    const citations = rows.slice(0, mostCitations).flatMap(({ index }) => citation(registered, index, this.language));
    const edited = rows.filter(({ index, row }) =>
      registered.rows[index]!.cells.some((cell, j) => {
        const column = place.area.column + j;
        const isRead = column >= area.column && column < area.column + area.columns;
        return isRead && heldAt(sheet, row, column) !== cell;
      }),
    );
    const changed = registered.form === "formulas" ? 0 : edited.length;
    return { kind: "bundled", registered, citations, rows: rows.length, edited: changed };
  }

  private plainOrigin({ sheet, area }: Read, formulas: number): Origin {
    const cells = cellsIn(sheet, area);
    const numbers = cells.filter(({ value, formula }) => typeof value === "number" && formula === undefined).length;
    if (numbers === 0 && formulas === 0) return { kind: cells.length > 0 ? "text" : "empty" };
    const table = sheet.content.tables.find((each) => isWithin(area, each.area));
    return { kind: "typed", numbers, formulas, ...(table && { table: table.name }) };
  }
}

function citation(registered: RegisteredTable, index: number, language: Language): string[] {
  const table = tableNamed(registered.id);
  if (table instanceof Refusal) return [];
  const { key, period } = registered.rows[index]!;
  const rows = rowsOn(table, key, period);
  return rows instanceof Refusal ? [] : [cite(rows as readonly Row[], language)];
}

const cellRead = ({ sheet, cell }: FormulaCell): Read => ({
  sheet,
  area: { row: cell.row, column: cell.column, rows: 1, columns: 1 },
});

/** The formula of a cell, or the one that fills it from another cell. */
function formulaAt(sheet: SheetBook, { row, column }: Area): FormulaCell | undefined {
  const held = sheet.at(row, column);
  if (held instanceof FormulaCell) return held;
  return sheet.formulas.find(({ cell }) => {
    const { rows, columns } = cell.spill ?? { rows: 1, columns: 1 };
    return covers({ row: cell.row, column: cell.column, rows, columns }, row, column);
  });
}

const formulasIn = ({ sheet, area }: Read): FormulaCell[] =>
  sheet.formulas.filter(({ cell }) => covers(area, cell.row, cell.column));

const cellsIn = ({ content }: SheetBook, area: Area) =>
  content.cells.filter((cell) => cell.value !== null && cell.value !== "" && covers(area, cell.row, cell.column));
