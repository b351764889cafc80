import type { Area } from "../../formulas/addresses";
import type { Names } from "../../formulas/array-formulas";
import { parsedArgument } from "../../formulas/arguments";
import type { Located } from "../../formulas/workroom";
import type { CellContent, WorkbookContent } from "../../xlsx/content";
import { Book, FormulaCell, type SheetBook } from "../book";
import { readBy } from "../reading";

/** Finds the cells that references of a workbook mean, and what is in them. */
export class Whereabouts {
  readonly book: Book;
  private readonly namesOf = new Map<string, Names>();

  constructor(readonly content: WorkbookContent) {
    this.book = new Book(content);
  }

  /** The cells that a reference means in a cell; undefined for what is no reference, or to nothing that is there. */
  area(reference: string, sheet: string, row: number, column: number): Located | undefined {
    const home = this.book.sheet(sheet);
    if (!home) return undefined;
    const parsed = parsedArgument(reference);
    const isReference = parsed.kind === "cells" || parsed.kind === "table" || parsed.kind === "name" || isLines(reference);
    if (!isReference) return undefined;
    if (parsed.kind === "name" && !this.isReferenceName(parsed.name, sheet)) return undefined;
    const reads = readBy(new FormulaCell(home, cellAt(row, column), `=${reference.replace(/#$/, "")}`), this.book);
    if (reads.length !== 1) return undefined;
    const { sheet: on, area } = reads[0]!;
    const isSpilled = parsed.kind === "cells" && parsed.spilled;
    if (parsed.kind === "cells" && !isSpilled && !parsed.address.includes(":")) return one(on, area);
    if (isSpilled && !this.anchor(on, area)) return undefined;
    return { sheet: on.name, area: { row: area.row, column: area.column, rows: area.rows, columns: area.columns } };
  }

  /** The names that a sheet knows, its own before those of the workbook. */
  names(sheet: string): Names {
    const known = this.namesOf.get(sheet);
    if (known) return known;
    const order = (scope: string | undefined) => this.content.names.filter((name) => name.sheet === scope);
    const inOrder = [...order(undefined), ...order(sheet)];
    const names = new Map(inOrder.map(({ name, formula }) => [name.toLowerCase(), formula]));
    this.namesOf.set(sheet, names);
    return names;
  }

  /** The formula cell at the first place of an area. */
  anchor(sheet: SheetBook, { row, column }: Area): CellContent | undefined {
    const held = sheet.at(row, column);
    return held instanceof FormulaCell ? held.cell : undefined;
  }

  private isReferenceName(name: string, sheet: string): boolean {
    const formula = this.names(sheet).get(name.toLowerCase())?.replace(/^=/, "");
    if (formula === undefined) return false;
    const { kind } = parsedArgument(formula);
    return kind === "cells" || kind === "table";
  }
}

const isLines = (reference: string): boolean => /^(?:.*!)?\$?(?:[A-Z]{1,3}:\$?[A-Z]{1,3}|\d+:\$?\d+)$/i.test(reference);

const cellAt = (row: number, column: number): CellContent => ({ row, column, value: null });

const one = (sheet: SheetBook, { row, column }: Area): Located => ({
  sheet: sheet.name,
  area: { row, column, rows: 1, columns: 1 },
});
