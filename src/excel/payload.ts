import type { Cells } from "../functions";
import { Refusal } from "../refusal";

/** Excel passes at most 5 MB to and from a custom function, and hangs at more; some of it goes to its own wrapping. */
const mostCharacters = 4 * 2 ** 20;

/** No range of numbers this small can be too large. */
const smallEnough = mostCharacters / 32;

/** Refuses a rectangle that is larger than what Excel passes, in the name of its argument, or of the result. */
export function checkPayload(value: unknown, subject: string): void {
  if (!Array.isArray(value) || !isTooLarge(value)) return;
  throw new Refusal("invalid", {
    en: "is larger than 4 MB: Excel passes at most 5 MB to and from a function",
    zh: "超过 4 MB：Excel 与函数之间最多传递 5 MB",
  }, subject);
}

/** Blanks, which desktop Excel hands over as 0, do not count: a whole column is mostly blank. */
function isTooLarge(cells: Cells): boolean {
  if (cells.length * cells[0].length <= smallEnough) return false;
  let characters = 0;
  for (const row of cells) {
    for (const cell of row) if (cell !== 0 && cell !== null && cell !== "") characters += String(cell).length + 2;
    if (characters > mostCharacters) return true;
  }
  return false;
}
