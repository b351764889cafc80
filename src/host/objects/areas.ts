import { MAX_COLUMNS, MAX_ROWS, type Area } from "../../formulas/addresses";
import { invalidArgument } from "../api-error";

export const wholeSheet: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const isEntireColumn = (area: Area): boolean => area.rows === MAX_ROWS;
export const isEntireRow = (area: Area): boolean => area.columns === MAX_COLUMNS;
export const isUnbounded = (area: Area): boolean => isEntireColumn(area) || isEntireRow(area);
export const isSingle = (area: Area): boolean => area.rows === 1 && area.columns === 1;

export function within(area: Area): Area {
  const { row, column, rows, columns } = area;
  const whole = [row, column, rows, columns].every(Number.isInteger);
  if (!whole || row < 0 || column < 0 || rows < 1 || columns < 1) throw invalidArgument();
  if (row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) throw invalidArgument();
  return area;
}

export function intersection(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function boundingBox(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return {
    row,
    column,
    rows: Math.max(one.row + one.rows, other.row + other.rows) - row,
    columns: Math.max(one.column + one.columns, other.column + other.columns) - column,
  };
}

/** What is left of an area without another: at most a piece above, one below, and one on either side. */
export function without(area: Area, taken: Area): Area[] {
  const common = intersection(area, taken);
  if (!common) return [area];
  const below = common.row + common.rows;
  const after = common.column + common.columns;
  const pieces = [
    { ...area, rows: common.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...common, column: area.column, columns: common.column - area.column },
    { ...common, column: after, columns: area.column + area.columns - after },
  ];
  return pieces.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
