import type { Area } from "../../formulas/addresses";
import type { CellContent } from "../../xlsx/content";
import { blocksBy } from "../blocks";
import type { Book, SheetBook } from "../book";
import { CellSet } from "../cell-set";
import type { Finding } from "../finding";
import { distinctReads, readBy } from "../reading";

const named = /source|来源|出处|依据|citation|illustrative|示例|assumption|假设|假定/i;

/** Below a block so many rows may hold the note that cites it. */
const below = 15;

/** 2024, 2025, 2026 and 1, 2, 3 count years and cases: they claim nothing that a source would bear out. */
function isCounting(sheet: SheetBook, { row, column, value }: CellContent): boolean {
  const goesOn = (down: number, across: number, step: number): boolean =>
    sheet.cellAt(row + step * down, column + step * across)?.value === (value as number) + step;
  return [[0, 1], [1, 0]].some(([down, across]) =>
    [[-1, 1], [1, 2], [-1, -2]].some((steps) => steps.every((step) => goesOn(down!, across!, step))));
}

/** Rows in which a source stands, in a cell or in its note. */
const citedRows = ({ content }: SheetBook): number[] =>
  content.cells
    .filter(({ value, note }) => [value, note].some((text) => typeof text === "string" && named.test(text)))
    .map(({ row }) => row);

/** A source stands in the rows of the block, in a header above it, or not far below. */
const isCited = (cited: readonly number[], { row, rows }: Area): boolean =>
  cited.some((at) => at >= row - 2 && at < row + rows + below);

/** Numbers typed into the model that say neither where they come from nor that they are assumed. */
export function missingSources(book: Book): Finding[] {
  const reads = distinctReads(book.formulas.flatMap((cell) => readBy(cell, book)));
  return book.sheets.flatMap((sheet) => {
    const read = new CellSet(reads.filter((each) => each.sheet === sheet).map(({ area }) => area));
    const cited = citedRows(sheet);
    const inputs = sheet.content.cells
      .filter((cell) => sheet.isTyped(cell) && read.has(cell) && !isCounting(sheet, cell));
    return blocksBy(inputs, (cell) => cell, () => "")
      .filter(({ area }) => !isCited(cited, area))
      .map(({ address, members }) => ({
        rule: "no-source",
        level: "note" as const,
        sheet: sheet.name,
        address,
        what: {
          en: `${members.length === 1 ? "The number" : `${members.length} numbers`} in ${address} name no source`,
          zh: `${address} 的 ${members.length} 个数字未注明来源`,
        },
        why: {
          en: "Formulas rest on them. Say beside or below them where they come from, or that they are assumed.",
          zh: "有公式依赖这些数字。请在旁边或下方注明来源，或注明为假设。",
        },
        about: address,
      }));
  });
}
