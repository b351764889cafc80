/** Zero-based; `rows` and `columns` count what it covers. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `0` is A, `26` is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

export function cellAddress(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  const last = cellAddress(row + rows - 1, column + columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** What can be taken for a cell, in either style of reference. */
export const cellLike = /^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i;

/** Excel quotes a sheet's name unless it is one plain word that cannot be taken for a cell or a number. */
export function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !cellLike.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** `$A$1:$B$2` */
export const absoluteAddress = (area: Area): string => areaAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** Reads `B3` or `$B$3`; undefined for anything else and for what lies beyond Excel's grid. */
export function parseCell(address: string): { row: number; column: number } | undefined {
  let at = address.charCodeAt(0) === 36 ? 1 : 0;
  let column = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  const digits = address.slice(address.charCodeAt(at) === 36 ? at + 1 : at);
  if (column === 0 || column > MAX_COLUMNS || !/^[1-9]\d{0,6}$/.test(digits)) return undefined;
  const row = Number(digits);
  return row > MAX_ROWS ? undefined : { row: row - 1, column: column - 1 };
}

/** Reads `B3`, `B3:C9` and `$B$3:$C$9`, in whichever order the corners stand. */
export function parseArea(address: string): Area | undefined {
  const [from, to = from, ...more] = address.split(":");
  const first = parseCell(from ?? "");
  const last = parseCell(to ?? "");
  if (!first || !last || more.length > 0) return undefined;
  return {
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    rows: Math.abs(first.row - last.row) + 1,
    columns: Math.abs(first.column - last.column) + 1,
  };
}

/** `B3` or `B3:C9`, with or without `$`, and nothing else: what most arguments are. */
export const isPlainAddress = (text: string): boolean => /^[$A-Z\d:]{2,25}$/i.test(text) && parseArea(text) !== undefined;

export function covers(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows
    && column >= area.column && column < area.column + area.columns;
}
