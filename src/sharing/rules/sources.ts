import { covers, type Area } from "../../formulas/addresses";
import type { CellContent } from "../../xlsx/content";
import { placeOf } from "../../xlsx/places";
import { blocksBy } from "../blocks";
import type { Book, SheetBook } from "../book";
import type { Finding } from "../finding";
import { distinctReads, readBy } from "../reading";

const named = /source|来源|出处|依据|citation|illustrative|示例|assumption|假设|假定/i;

/** Below a block so many rows may hold the note that cites it. */
const below = 15;

/** Areas up to this size are looked up cell by cell. */
const small = 64;

/** The cells of a sheet that formulas read. */
class ReadCells {
  private readonly places = new Set<number>();
  private readonly areas: Area[] = [];

  constructor(areas: readonly Area[]) {
    for (const area of areas) {
      if (area.rows * area.columns > small) this.areas.push(area);
      else for (const place of placesIn(area)) this.places.add(place);
    }
  }

  has(cell: CellContent): boolean {
    return this.places.has(placeOf(cell)) || this.areas.some((area) => covers(area, cell.row, cell.column));
  }
}

const placesIn = ({ row, column, rows, columns }: Area): number[] =>
  Array.from({ length: rows * columns }, (_, at) =>
    placeOf({ row: row + Math.floor(at / columns), column: column + (at % columns) }),
  );

const isTyped = ({ value, formula }: CellContent): boolean => typeof value === "number" && formula === undefined;

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
    const read = new ReadCells(reads.filter((each) => each.sheet === sheet).map(({ area }) => area));
    const cited = citedRows(sheet);
    const inputs = sheet.content.cells.filter((cell) => isTyped(cell) && read.has(cell));
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
