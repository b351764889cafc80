import { absoluteAddress, type Area } from "../formulas/addresses";
import { onSheet } from "../formulas/sheet-names";
import type { CellContent } from "../xlsx/content";

const firstRow = 3;

/** The sheet of what lies between the seed and the draws: blocks side by side, each under its name. */
export class StepsSheet {
  readonly cells: CellContent[];
  private nextColumn = 0;

  constructor(readonly name: string, title: string, private readonly draws: number) {
    this.cells = [{ row: 0, column: 0, value: title, format: { bold: true, fontSize: 14 } }];
  }

  /** One number a draw; answers with its address. */
  column(of: string, step: string, formula: string): string {
    return this.address(this.filled(of, step, { rows: this.draws, columns: 1 }, formula));
  }

  /** A block that one array formula fills. */
  filled(of: string, step: string, size: Size, formula: string): Area {
    const area = this.placed(of, step, size);
    const { row, column } = area;
    this.cells.push({ row, column, value: null, formula: `=${formula}`, spill: size, legacyArray: true });
    return area;
  }

  /** A block of numbers. */
  given(of: string, step: string, values: readonly number[]): string {
    const area = this.placed(of, step, { rows: values.length, columns: 1 });
    values.forEach((value, i) => this.cells.push({ row: area.row + i, column: area.column, value }));
    return this.address(area);
  }

  /** A block in which each cell has a formula, a number or nothing of its own; `at` addresses its cells. */
  each(of: string, step: string, size: Size, content: Content): Area {
    const area = this.placed(of, step, size);
    const at: At = (row, column, columns = 1) =>
      absoluteAddress({ row: area.row + row, column: area.column + column, rows: 1, columns });
    for (let row = 0; row < size.rows; row++) {
      for (let column = 0; column < size.columns; column++) {
        const place = { row: area.row + row, column: area.column + column };
        const own = content(row, column, at);
        if (own !== undefined) this.cells.push({ ...place, ...(typeof own === "number" ? { value: own } : { value: null, formula: `=${own}` }) });
      }
    }
    return area;
  }

  address(area: Area): string {
    return onSheet(this.name, absoluteAddress(area));
  }

  private placed(of: string, step: string, size: Size): Area {
    const column = this.nextColumn;
    this.cells.push({ row: 1, column, value: of, format: { bold: true } }, { row: 2, column, value: step });
    this.nextColumn += size.columns;
    return { row: firstRow, column, ...size };
  }
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

type Content = (row: number, column: number, at: At) => string | number | undefined;

type At = (row: number, column: number, columns?: number) => string;
