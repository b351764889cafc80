import { covers } from "../../formulas/addresses";
import { counted } from "../../refusal";
import { FormulaCell, type Book, type SheetBook } from "../book";
import type { Finding } from "../finding";
import { readBy, type Read } from "../reading";

/** From this many levels on Excel takes more than two seconds, half a second a level. */
const slow = 4;

/** A workbook with more links between formulas is left unmeasured rather than make the user wait. */
const mostLinks = 2_000_000;

class Chains {
  private readonly depths = new Map<FormulaCell, number>();
  private links = 0;

  constructor(private readonly book: Book) {}

  get cut(): boolean {
    return this.links > mostLinks;
  }

  /** How many levels of our functions stand one upon the other in a cell; a circle counts once around. */
  depth(from: FormulaCell): number {
    const stack = [{ cell: from, before: this.before(from), deepest: 0 }];
    this.depths.set(from, 0);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = top.before.pop();
      if (next === undefined) {
        this.depths.set(top.cell, top.deepest + levelsIn(top.cell));
        stack.pop();
        if (stack.length > 0) stack.at(-1)!.deepest = Math.max(stack.at(-1)!.deepest, this.depths.get(top.cell)!);
      } else if (this.depths.has(next)) {
        top.deepest = Math.max(top.deepest, this.depths.get(next)!);
      } else {
        this.depths.set(next, 0);
        stack.push({ cell: next, before: this.before(next), deepest: 0 });
      }
    }
    return this.depths.get(from)!;
  }

  private before(cell: FormulaCell): FormulaCell[] {
    return this.cut ? [] : readBy(cell, this.book).flatMap((read) => this.formulasIn(read));
  }

  private formulasIn({ sheet, area }: Read): FormulaCell[] {
    const cells = area.rows * area.columns;
    this.links += Math.min(cells, sheet.formulas.length);
    if (cells < sheet.formulas.length) return this.lookedUp(sheet, area);
    return sheet.formulas.filter(({ cell }) => covers(area, cell.row, cell.column));
  }

  private lookedUp(sheet: SheetBook, { row, column, rows, columns }: Read["area"]): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (let at = 0; at < rows * columns; at++) {
      const held = sheet.at(row + Math.floor(at / columns), column + (at % columns));
      if (held instanceof FormulaCell) found.push(held);
    }
    return found;
  }
}

/** Calls inside one another in one formula are levels too: the innermost is calculated first. */
function levelsIn({ calls }: FormulaCell): number {
  const ends: number[] = [];
  let most = 0;
  for (const { start, end } of calls) {
    while (ends.length > 0 && ends.at(-1)! <= start) ends.pop();
    ends.push(end);
    most = Math.max(most, ends.length);
  }
  return most;
}

/** Our functions that wait for one another, cell after cell. */
export function chains(book: Book): Finding[] {
  const measured = new Chains(book);
  const found = book.formulas
    .filter(({ calls }) => calls.length > 0)
    .map((cell) => ({ cell, depth: measured.depth(cell) }))
    .filter(({ depth }) => depth >= slow)
    .sort((one, other) => other.depth - one.depth);
  const [deepest] = found;
  return deepest ? [findingOf(deepest.cell, deepest.depth, found.length)] : [];
}

const findingOf = ({ sheet, address, formula }: FormulaCell, depth: number, cells: number): Finding => ({
  rule: "slow-chain",
  level: "warning",
  sheet: sheet.name,
  address,
  what: {
    en: `${address} ends a chain of ${depth} functions of ours; ${counted(cells, "cell stands", "cells stand")} in chains of ${slow} or more`,
    zh: `${address} 位于 ${depth} 级本加载项函数链的末端；共有 ${cells} 个单元格处于 ${slow} 级以上的链中`,
  },
  why: {
    en: `Excel takes about half a second for each level, here some ${Math.round(depth / 2)} s. Give one function whole `
      + "ranges instead of chaining cells, or use a native formula between them.",
    zh: `Excel 每级约需半秒，此处约 ${Math.round(depth / 2)} 秒。请把整个区域交给一个函数，或在中间使用原生公式。`,
  },
  about: formula,
});
