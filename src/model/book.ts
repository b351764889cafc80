import { type Area, covers, parseArea } from "../formulas/addresses";
import { CellError } from "../refusal";
import type { CellContent, CellValue, NameContent, SheetContent, TableContent, WorkbookContent } from "../xlsx/content";
import { type Value, error } from "./values";

/** A cell inside what another one spills. */
export interface SpilledCell {
  readonly anchor: CellContent;
  readonly row: number;
  readonly column: number;
}

const WIDEST = 16_384;

const changesSize =
  /#|\b(?:BYCOL|BYROW|DROP|EXPAND|FILTER|HSTACK|MAKEARRAY|MAP|REDUCE|SEQUENCE|TAKE|TOCOL|TOROW|UNIQUE|VSTACK)\(/i;

const keyOf = (row: number, column: number): number => row * WIDEST + column;

/** A sheet whose cells are found by their place. */
export class Sheet {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Array formulas that may fill more cells or fewer when what they depend on changes. */
  readonly elastic: readonly CellContent[];
  private readonly cells = new Map<number, CellContent>();
  private readonly spilled = new Map<number, SpilledCell>();

  constructor(readonly content: SheetContent) {
    this.name = content.name;
    let [rows, columns] = [0, 0];
    for (const cell of content.cells) {
      this.cells.set(keyOf(cell.row, cell.column), cell);
      rows = Math.max(rows, cell.row + (cell.spill?.rows ?? 1));
      columns = Math.max(columns, cell.column + (cell.spill?.columns ?? 1));
    }
    [this.rows, this.columns] = [rows, columns];
    const anchors = content.cells.filter(({ formula, spill }) => formula !== undefined && spill !== undefined);
    this.elastic = anchors.filter(({ formula }) => changesSize.test(formula!));
    for (const anchor of anchors) this.addSpill(anchor);
  }

  private addSpill(anchor: CellContent): void {
    const { rows, columns } = anchor.spill!;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const key = keyOf(anchor.row + row, anchor.column + column);
        if (!this.cells.get(key)?.formula) this.spilled.set(key, { anchor, row, column });
      }
    }
  }

  cell(row: number, column: number): CellContent | undefined {
    return this.cells.get(keyOf(row, column));
  }

  spillAt(row: number, column: number): SpilledCell | undefined {
    return this.spilled.get(keyOf(row, column));
  }

  table(row: number, column: number): TableContent | undefined {
    return this.content.tables.find(({ area }) => covers(area, row, column));
  }

  /** The part of an area in which anything can stand; at least its first cell. */
  used(area: Area): Area {
    return {
      ...area,
      rows: Math.max(1, Math.min(area.rows, this.rows - area.row)),
      columns: Math.max(1, Math.min(area.columns, this.columns - area.column)),
    };
  }
}

/** A workbook whose sheets, names and tables are found by their names, in any case. */
export class Book {
  private readonly sheets: ReadonlyMap<string, Sheet>;
  private readonly names = new Map<string, NameContent>();
  private readonly tables = new Map<string, { readonly sheet: Sheet; readonly table: TableContent }>();

  constructor(content: WorkbookContent) {
    this.sheets = new Map(content.sheets.map((sheet) => [sheet.name.toLowerCase(), new Sheet(sheet)]));
    for (const name of content.names) this.names.set(nameKey(name.name, name.sheet), name);
    for (const sheet of this.sheets.values()) {
      for (const table of sheet.content.tables) this.tables.set(table.name.toLowerCase(), { sheet, table });
    }
  }

  sheet(name: string): Sheet | undefined {
    return this.sheets.get(name.toLowerCase());
  }

  /** From one sheet to another in their order, both with them; undefined where one is not there. */
  between(one: string, other: string): readonly Sheet[] | undefined {
    const all = [...this.sheets.keys()];
    const ends = [one, other].map((name) => all.indexOf(name.toLowerCase()));
    if (ends.includes(-1)) return undefined;
    return [...this.sheets.values()].slice(Math.min(...ends), Math.max(...ends) + 1);
  }

  /** The name as the sheet knows it: its own before that of the workbook. */
  name(name: string, sheet: string): NameContent | undefined {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name));
  }

  table(name: string): { readonly sheet: Sheet; readonly table: TableContent } | undefined {
    return this.tables.get(name.toLowerCase());
  }
}

export const nameKey = (name: string, sheet = ""): string => `${sheet}!${name}`.toLowerCase();

export function valueIn(content: CellContent | undefined): Value {
  const value = content?.value ?? null;
  return typeof value === "object" && value !== null ? error(value.error) : value;
}

export const shownValue = (value: Value): CellValue => (value instanceof CellError ? { error: value.code } : value);

/** `A:C` and `3:5` as areas of a whole sheet, beside what `parseArea` reads. */
export function areaOf(address: string): Area | undefined {
  return parseArea(address) ?? beam(address);
}

function beam(address: string): Area | undefined {
  const [from, to, ...more] = address.replaceAll("$", "").split(":");
  if (!from || !to || more.length > 0) return undefined;
  const isRows = /^\d+$/.test(from);
  const area = isRows ? parseArea(`A${from}:XFD${to}`) : parseArea(`${from}1:${to}1048576`);
  return area && isRows === /^\d+$/.test(to) ? area : undefined;
}
