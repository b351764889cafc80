import type { Cells } from "../functions";
import { Refusal } from "../refusal";

/** Excel passes at most 5 MB to and from a custom function, and hangs at more; some of it goes to its own wrapping. */
const mostBytes = 4 * 2 ** 20;

/** Refuses a rectangle that is larger than what Excel passes, in the name of its argument, or of the result. */
export function checkPayload(value: unknown, subject: string): void {
  if (!Array.isArray(value) || !isTooLarge(value)) return;
  throw new Refusal("invalid", {
    en: "is larger than 4 MB: Excel passes at most 5 MB to and from a function",
    zh: "超过 4 MB：Excel 与函数之间最多传递 5 MB",
  }, subject);
}

/** Numbers are written out only where it matters: that takes longer than most calculations. */
const isTooLarge = (cells: Cells): boolean => exceeds(cells, bytesAtMost) && exceeds(cells, bytesOf);

/** Blanks, which desktop Excel hands over as 0, do not count: a whole column is mostly blank. */
function exceeds(cells: Cells, bytes: (cell: unknown) => number): boolean {
  let total = 0;
  for (const row of cells) {
    for (const cell of row) if (cell !== 0 && cell !== null && cell !== "") total += bytes(cell) + separators;
    if (total > mostBytes) return true;
  }
  return false;
}

const separators = 2;

/** No number is written in more: −1.2345678901234567e-308. */
const longestNumber = 24;

function bytesAtMost(cell: unknown): number {
  if (typeof cell === "number") return longestNumber;
  return typeof cell === "string" ? 3 * cell.length : bytesOf(cell);
}

/** As text; what is no value, such as a formatted number, as its parts. */
function bytesOf(cell: unknown): number {
  const text = typeof cell === "object" ? JSON.stringify(cell) : String(cell);
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) bytes += code > 0x7ff ? 2 : 1;
  }
  return bytes;
}
