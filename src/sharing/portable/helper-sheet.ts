import { parseArea } from "../../formulas/addresses";
import { absoluteAddress } from "../../formulas/addresses";
import { onSheet } from "../../formulas/sheet-names";
import { reasons, Unportable } from "../../formulas/unportable";
import type { HelperBlock } from "../../formulas/workroom";
import type { CellContent } from "../../xlsx/content";

/** Blocks of fixed size stand below each other in the first columns; those that may grow stand side by side. */
const FIRST_ROW = 2;
const FIRST_COLUMN = 1;
const GROWING_FROM = 600;
const GROWING_GAP = 10;

interface HelperCell {
  readonly cell: CellContent;
  /** Which conversion it serves. */
  readonly owner: number;
}

/** The sheet of cells that native forms need beside those of the workbook. */
export class HelperSheet {
  private readonly cells: HelperCell[] = [];
  /** Who uses what is laid out, their own cells or those that were there for another. */
  private readonly owners = new Set<number>();
  private readonly known = new Map<string, string>();
  private nextRow = FIRST_ROW;
  private nextColumn = GROWING_FROM;

  constructor(readonly name: string, private readonly dynamic: boolean, private readonly title: string) {}

  get isUsed(): boolean {
    return this.cells.length > 0;
  }

  /** Lays a block out and answers with its address; `label` says to its reader which cell it is for. */
  add(block: HelperBlock, owner: number, label: string): string {
    const { rows, columns } = block;
    if (columns > GROWING_FROM - 2 * FIRST_COLUMN) throw new Unportable(reasons.tooWide);
    const formulas = "each" in block ? eachOf(block) : undefined;
    const key = [rows, columns, "fill" in block ? block.fill : formulas!.flat().join("\u001f")].join("\u001f");
    this.owners.add(owner);
    const known = this.known.get(key);
    if (known) return known;
    const grows = this.dynamic && "fill" in block && rows * columns > 1;
    const [row, column] = grows ? [FIRST_ROW, this.nextColumn] : [this.nextRow, FIRST_COLUMN];
    if (grows) this.nextColumn += columns + GROWING_GAP;
    else this.nextRow += rows;
    const put: Put = (cell) => this.cells.push({ cell, owner });
    put({ row: grows ? row - 1 : row, column: grows ? column : 0, value: label });
    if ("fill" in block) this.fill(block, row, column, put);
    else formulas!.forEach((line, r) => line.forEach((formula, c) => put(this.cell(row + r, column + c, formula))));
    const address = onSheet(this.name, absoluteAddress({ row, column, rows, columns }));
    this.known.set(key, address);
    return address;
  }

  content(): readonly CellContent[] {
    return [{ row: 0, column: 0, value: this.title }, ...this.cells.map(({ cell }) => cell)];
  }

  serves(owner: number): boolean {
    return this.owners.has(owner);
  }

  /** What was laid out since for a formula that could not be written after all. */
  drop(owner: number): void {
    if (!this.owners.delete(owner)) return;
    const kept = this.cells.filter((cell) => cell.owner !== owner);
    this.cells.splice(0, this.cells.length, ...kept);
    for (const [key, address] of this.known) if (!this.holds(address)) this.known.delete(key);
  }

  private holds(address: string): boolean {
    const { row, column } = parseArea(address.slice(address.lastIndexOf("!") + 1))!;
    return this.cells.some(({ cell }) => cell.row === row && cell.column === column);
  }

  private cell(row: number, column: number, formula: string): CellContent {
    const cell = { row, column, value: null, formula: `=${formula}` };
    return this.dynamic ? cell : { ...cell, spill: { rows: 1, columns: 1 }, legacyArray: true };
  }

  private fill({ rows, columns, fill }: HelperBlock & { fill: string }, row: number, column: number, put: Put): void {
    const cell = this.cell(row, column, fill);
    put(rows * columns > 1 ? { ...cell, spill: { rows, columns } } : cell);
  }
}

type Put = (cell: CellContent) => void;

const eachOf = ({ rows, columns, each }: HelperBlock & { each: (row: number, column: number) => string }): string[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => each(row, column)));
