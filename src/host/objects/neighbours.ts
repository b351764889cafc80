import type { Area } from "../../formulas/addresses";
import { invalidArgument } from "../api-error";

export type Direction = "above" | "below" | "before" | "after";

const opposite = { above: "below", below: "above", before: "after", after: "before" } as const;

/** The rows or columns beside an area; a negative count looks the other way. */
export function neighbours(area: Area, direction: Direction, count: number): Area {
  if (!Number.isInteger(count) || count === 0) throw invalidArgument();
  if (count < 0) return neighbours(area, opposite[direction], -count);
  switch (direction) {
    case "above": return { ...area, row: area.row - count, rows: count };
    case "below": return { ...area, row: area.row + area.rows, rows: count };
    case "before": return { ...area, column: area.column - count, columns: count };
    case "after": return { ...area, column: area.column + area.columns, columns: count };
  }
}
