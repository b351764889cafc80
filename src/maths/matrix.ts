import { sum } from "./sum";

/** A dense matrix, row after row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array<ArrayBuffer>;
}

export const matrix = (rows: number, columns: number, data = new Float64Array(rows * columns)): Matrix => ({
  rows,
  columns,
  data,
});

/** Compensated sum of each row. */
export const rowSums = ({ rows, columns, data }: Matrix): Float64Array<ArrayBuffer> =>
  Float64Array.from({ length: rows }, (_, i) => sum(data.subarray(i * columns, (i + 1) * columns)));

/** Compensated sum of each column. */
export const columnSums = (table: Matrix): Float64Array<ArrayBuffer> => rowSums(transposed(table));

/** Rows for columns. */
export function transposed({ rows, columns, data }: Matrix): Matrix {
  const turned = matrix(columns, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned.data[j * rows + i] = data[i * columns + j]!;
  return turned;
}

/** The product of m × k and k × n. */
export function product(a: Matrix, b: Matrix): Matrix {
  const c = matrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.data[i * a.columns + k]!;
      if (factor !== 0) addRow(c, i, factor, b, k);
    }
  }
  return c;
}

/** Adds a multiple of row k of `b` to row i of `c`, which is as wide. */
function addRow(c: Matrix, i: number, factor: number, b: Matrix, k: number): void {
  const [to, from] = [i * c.columns, k * b.columns];
  for (let j = 0; j < b.columns; j++) c.data[to + j]! += factor * b.data[from + j]!;
}
