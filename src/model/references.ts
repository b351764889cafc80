import type { Area } from "../formulas/addresses";
import type { CellContent } from "../xlsx/content";
import { type Sheet, valueIn } from "./book";
import type { CellPlace } from "./model";
import { columnOf } from "./draws";
import { type Block, Grid, type Lane, Ragged, type Value, type Wide } from "./values";

/** Where a value comes from that is calculated anew: a formula or input by number, and the cell of its spill. */
interface Slot {
  readonly index: number;
  readonly row: number;
  readonly column: number;
}

/** Says which cells are calculated anew, by number; the others keep the values of the sheet. */
export type Numbering = (sheet: Sheet, cell: CellContent) => number | undefined;

/** What a formula reads of a sheet. */
export interface Reading {
  readonly sheet: Sheet;
  /** The cells with a value or formula among those read, each by the cell that says what it is. */
  readonly sources: readonly CellContent[];
  /** Whether any of it is calculated anew; known once it is bound. */
  readonly varies: boolean;
  /** To be done once, before the first calculation. */
  bind(numbering: Numbering): void;
  read(block: Block): Wide;
}

/** `A1:B9` and the like. */
export class RangeReading implements Reading {
  /** The range without what lies beyond the used part of its sheet. */
  readonly area: Area;
  readonly sources: readonly CellContent[];
  private readonly cells: readonly (CellContent | Member | undefined)[];
  private lanes: readonly (Value | Slot)[] = [];
  private fixed: Grid | undefined;

  constructor(
    readonly sheet: Sheet,
    /** As it is written. */
    readonly whole: Area,
    /** Which cells count as empty. */
    skipped: (cell: CellContent) => boolean = () => false,
  ) {
    this.area = sheet.used(whole);
    this.cells = cellsOf(sheet, this.area)
      .map((cell) => (cell && skipped(isMember(cell) ? cell.anchor : cell) ? undefined : cell));
    this.sources = [...new Set(this.cells.flatMap((cell) => (cell ? [isMember(cell) ? cell.anchor : cell] : [])))];
  }

  get place(): CellPlace {
    return { sheet: this.sheet.name, row: this.area.row, column: this.area.column };
  }

  get varies(): boolean {
    return this.fixed === undefined;
  }

  bind(numbering: Numbering): void {
    this.lanes = this.cells.map((cell) => this.laneOf(cell, numbering));
    if (this.lanes.some(isSlot)) return;
    this.fixed = new Grid(this.area.rows, this.area.columns, this.lanes as Value[], this.place, this.whole);
  }

  private laneOf(cell: CellContent | Member | undefined, numbering: Numbering): Value | Slot {
    if (!cell) return null;
    const { anchor, row, column } = isMember(cell) ? cell : { anchor: cell, row: 0, column: 0 };
    const index = numbering(this.sheet, anchor);
    if (index !== undefined) return { index, row, column };
    return isMember(cell) ? valueIn(this.sheet.cell(anchor.row + row, anchor.column + column)) : valueIn(cell);
  }

  read(block: Block): Grid {
    if (this.fixed) return this.fixed;
    const lanes = new Array<Lane>(this.lanes.length);
    for (let i = 0; i < lanes.length; i++) {
      const lane = this.lanes[i]!;
      lanes[i] = isSlot(lane) ? shownAt(block.cell(lane.index), lane, block) : lane;
    }
    return new Grid(this.area.rows, this.area.columns, lanes, this.place, this.whole);
  }
}

interface Member {
  readonly anchor: CellContent;
  readonly row: number;
  readonly column: number;
}

const isMember = (cell: CellContent | Member): cell is Member => "anchor" in cell;

const isSlot = (lane: Value | Slot): lane is Slot => typeof lane === "object" && lane !== null && "index" in lane;

function cellsOf(sheet: Sheet, area: Area): (CellContent | Member | undefined)[] {
  const cells = new Array<CellContent | Member | undefined>(area.rows * area.columns);
  for (let i = 0; i < cells.length; i++) {
    const row = area.row + Math.floor(i / area.columns);
    const column = area.column + (i % area.columns);
    const found = sheet.spillAt(row, column) ?? sheet.cell(row, column);
    cells[i] = found ?? grownInto(sheet.elastic, row, column);
  }
  return cells;
}

/** An empty cell below or beside a spill may be filled when the spill grows. */
function grownInto(elastic: readonly CellContent[], row: number, column: number): Member | undefined {
  for (const anchor of elastic) {
    const { rows = 1, columns = 1 } = anchor.spill ?? {};
    const [down, right] = [row - anchor.row, column - anchor.column];
    if (down < 0 || right < 0) continue;
    if (right < columns || down < rows) return { anchor, row: down, column: right };
  }
  return undefined;
}

/** A cell of what a formula gives; empty where that is smaller. */
function shownAt(result: Wide, { row, column }: Slot, block: Block): Lane {
  if (result instanceof Grid) return row < result.rows && column < result.columns ? result.lane(row, column) : null;
  if (result instanceof Ragged) return raggedAt(result, row, column, block);
  return row === 0 && column === 0 ? (result as Lane) : null;
}

function raggedAt({ each }: Ragged, row: number, column: number, block: Block): Lane {
  return columnOf(each.map((one) => {
    const grid = one instanceof Grid ? one : new Grid(1, 1, [one]);
    return row < grid.rows && column < grid.columns ? (grid.lane(row, column) as Value) : null;
  }), block);
}

/** `A1#`: all that the formula in A1 fills. */
export class SpillReading implements Reading {
  readonly sources: readonly CellContent[];
  private index: number | undefined;
  private readonly shown: RangeReading;

  constructor(readonly sheet: Sheet, private readonly anchor: CellContent) {
    const { row, column, spill = { rows: 1, columns: 1 } } = anchor;
    this.sources = [anchor];
    this.shown = new RangeReading(sheet, { row, column, rows: spill.rows, columns: spill.columns });
  }

  get varies(): boolean {
    return this.index !== undefined;
  }

  bind(numbering: Numbering): void {
    this.index = numbering(this.sheet, this.anchor);
    this.shown.bind(() => undefined);
  }

  read(block: Block): Wide {
    if (this.index === undefined) return this.shown.read(block);
    const result = block.cell(this.index);
    if (result instanceof Ragged) return result;
    const { rows, columns, lanes } = result instanceof Grid ? result : { rows: 1, columns: 1, lanes: [result as Lane] };
    return new Grid(rows, columns, lanes, this.shown.place);
  }
}
