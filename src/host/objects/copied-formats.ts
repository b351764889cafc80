import { generateRandomId } from "@univerjs/core";
import { type Area, cellAddress } from "../../formulas/addresses";
import { filledFrom } from "../../formulas/shifted-formula";
import type { ConditionalContent } from "../../xlsx/rule-content";
import { areaOf } from "../areas-and-ranges";
import { intersection, within } from "./areas";
import type { Book, Place } from "./book";
import { put, styles } from "./cells";
import { clear, merge, unmerge } from "./changes";
import { addCondition, conditionsOf } from "./conditions";
import { usedArea } from "./used-area";

/** Gives cells the looks of others, with their merged cells and conditions, as Excel pastes formats. */
export function copyFormats(book: Book, from: Place, to: Place): void {
  const down = to.area.row - from.area.row;
  const across = to.area.column - from.area.column;
  const moved = (area: Area): Area => within({ ...area, row: area.row + down, column: area.column + across });
  const target = { sheet: to.sheet, area: moved(from.area) };
  clear(book, target, "Formats");
  const used = usedArea(book, from, false);
  if (used) copyStyles(book, { sheet: from.sheet, area: used }, { sheet: to.sheet, area: moved(used) });
  const merges = mergesIn(book, from);
  if (mergesIn(book, target).length > 0) unmerge(book, target);
  for (const area of merges) merge(book, { sheet: to.sheet, area: moved(area) }, false);
  for (const { content } of conditionsOf(book, from.sheet)) {
    const areas = content.areas.flatMap((area) => intersection(area, from.area) ?? []);
    if (areas.length === 0) continue;
    const shifted = { ...content, rule: ruleAt(content, moved(content.areas[0]!)), areas: areas.map(moved) };
    addCondition(book, to.sheet, { id: generateRandomId(), content: shifted });
  }
}

function copyStyles(book: Book, from: Place, to: Place): void {
  const styleAt = styles(book.sheet(from.sheet));
  put(book, to, (row, column) => {
    const style = styleAt(from.area.row + row, from.area.column + column);
    return Object.keys(style).length > 0 ? { s: style } : undefined;
  });
}

const mergesIn = (book: Book, { sheet, area }: Place): Area[] =>
  book.sheet(sheet).getSheet().getConfig().mergeData.map(areaOf).filter((merged) => intersection(merged, area));

/** A formula of a condition is written for the first of its cells. */
function ruleAt({ areas, rule }: ConditionalContent, first: Area): ConditionalContent["rule"] {
  if (rule.kind !== "formula") return rule;
  const [was] = areas;
  const filled = filledFrom(rule.formula, cellAddress(was!.row, was!.column));
  return { ...rule, formula: filled(cellAddress(first.row, first.column)) };
}
