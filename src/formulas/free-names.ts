import { cellLike } from "./addresses";

/** The first of `wish`, `wish2`, `wish3` … that none has, whatever the case. */
export function firstFree(wish: string, taken: readonly string[], numbered: (count: number) => string): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wish;
  for (let count = 2; lower.has(name.toLowerCase()); count++) name = numbered(count);
  return name;
}

const longestSheetName = 31;

/** A name that a new sheet may bear: no sign that Excel forbids, not too long, not taken. */
export function freeSheetName(wish: string, taken: readonly string[]): string {
  const allowed =
    wish
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^['\s]+|['\s]+$/g, "")
      .slice(0, longestSheetName)
      .trim() || "Sheet";
  return firstFree(allowed, taken, (count) => {
    const end = ` (${count})`;
    return allowed.slice(0, longestSheetName - end.length) + end;
  });
}

/** A name for a table: letters, digits and no cell address; tables and names of the workbook share theirs. */
export function freeTableName(wish: string, taken: readonly string[]): string {
  const letters = wish.replace(/[^\p{L}\p{N}_]/gu, "");
  const isFit = /^[\p{L}_]/u.test(letters) && !cellLike.test(letters);
  const allowed = isFit ? letters : `Table${letters}`;
  return firstFree(allowed, taken, (count) => `${allowed}${count}`);
}
