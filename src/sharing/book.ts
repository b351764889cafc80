import { translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { cellAddress } from "../formulas/addresses";
import { callsIn, withNested, type WrittenCall } from "../formulas/calls";
import { type Token, tokensOf } from "../formulas/tokens";
import type { CellContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { placeOf } from "../xlsx/places";
import { CellSet } from "./cell-set";

/** A formula where it stands, with what several rules ask of it. */
export class FormulaCell {
  #tokens?: readonly Token[];
  #calls?: readonly WrittenCall[];
  #relative?: string;

  constructor(
    readonly sheet: SheetBook,
    readonly cell: CellContent,
    readonly formula: string,
  ) {}

  get address(): string {
    return cellAddress(this.cell.row, this.cell.column);
  }

  get tokens(): readonly Token[] {
    return (this.#tokens ??= tokensOf(this.formula));
  }

  /** Our calls in it, those nested in others too. */
  get calls(): readonly WrittenCall[] {
    return (this.#calls ??= withNested(callsIn(this.formula)));
  }

  /** The same text for formulas that were filled from one another. */
  get relative(): string {
    return (this.#relative ??= translateFormulaToR1C1(this.formula, this.address));
  }

  /** The same for formulas of one sheet that were filled from one another. */
  get fill(): string {
    return `${this.sheet.name}\u001f${this.relative}`;
  }
}

/** One sheet with its cells by place. */
export class SheetBook {
  readonly formulas: readonly FormulaCell[];
  private readonly byPlace = new Map<number, FormulaCell | CellContent>();
  #spilled?: CellSet;

  constructor(readonly content: SheetContent) {
    const formulas: FormulaCell[] = [];
    for (const cell of content.cells) {
      const held = cell.formula === undefined ? cell : new FormulaCell(this, cell, cell.formula);
      if (held instanceof FormulaCell) formulas.push(held);
      this.byPlace.set(placeOf(cell), held);
    }
    this.formulas = formulas;
  }

  get name(): string {
    return this.content.name;
  }

  /** Whether the cell holds a number that somebody typed: a formula may also have spilled it there. */
  isTyped(cell: CellContent): boolean {
    return typeof cell.value === "number" && cell.formula === undefined && !this.spilled.has(cell);
  }

  private get spilled(): CellSet {
    return (this.#spilled ??= new CellSet(this.formulas.flatMap(({ cell: { row, column, spill } }) => {
      return spill ? [{ row, column, ...spill }] : [];
    })));
  }

  at(row: number, column: number): FormulaCell | CellContent | undefined {
    return this.byPlace.get(placeOf({ row, column }));
  }

  /** What stands there, be it a formula or not. */
  cellAt(row: number, column: number): CellContent | undefined {
    const held = this.at(row, column);
    return held instanceof FormulaCell ? held.cell : held;
  }
}

/** A workbook as the check reads it. */
export class Book {
  readonly sheets: readonly SheetBook[];

  constructor(readonly content: WorkbookContent) {
    this.sheets = content.sheets.map((sheet) => new SheetBook(sheet));
  }

  get formulas(): readonly FormulaCell[] {
    return this.sheets.flatMap(({ formulas }) => formulas);
  }

  sheet(name: string): SheetBook | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }
}
