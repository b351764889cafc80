import { parseStructRef } from "@borgar/fx/xlsx";
import { absoluteAddress, type Area, areaAddress, covers, parseArea } from "./addresses";
import { onSheet, sheetAndAddress } from "./sheet-names";
import {
  closing, isFunction, isOperator, isReference, isStructured, nextIndex, textOf, type Token, tokensOf,
} from "./tokens";
import { reasons, Unportable } from "./unportable";
import type { Located, Locating } from "./workroom";

const locatedText = ({ sheet, area }: Located, home?: string): string =>
  sheet === home ? absoluteAddress(area) : onSheet(sheet, absoluteAddress(area));

/** Whether `A1#` or `@A1:A9` may stand in a formula: errors, `#N/A`, begin with the same sign. */
export const mayHoldSigns = /@|#(?![A-Z])/i;

/** A formula whose references the recipient's program can read: spills, `@` and tables by name become plain ranges. */
export function portableReferences(text: string, room: Locating): string {
  const tokens = tokensOf(text);
  if (!tokens.some((token) => isOperator(token, "#") || isOperator(token, "@") || isStructured(token))) return text;
  const pieces = tokens.map(({ value }) => value);
  tokens.forEach((token, at) => {
    if (isStructured(token) && !room.structured) pieces[at] = tableRange(token.value, room, room.cell?.sheet);
    if (isOperator(token, "#")) replaceSpill(tokens, pieces, at, room);
    if (isOperator(token, "@") && !room.dynamic) pickOne(tokens, pieces, at, room);
  });
  return pieces.join("");
}

function tableRange(reference: string, room: Locating, home: string | undefined): string {
  const located = room.area(reference);
  if (!located) throw new Unportable(reasons.newer(reference));
  const isThisRow = parseStructRef(reference)?.sections?.some((section) => section.toLowerCase() === "this row");
  const text = locatedText(located, home);
  return isThisRow ? text.replace(/\$(\d)/g, "$1") : text;
}

function replaceSpill(tokens: readonly Token[], pieces: string[], at: number, room: Locating): void {
  const anchor = tokens[at - 1];
  const reference = isReference(anchor) ? anchor!.value : undefined;
  const first = reference === undefined ? undefined : room.area(reference);
  if (first && room.dynamic && !room.isFixed(first)) return;
  const area = reference === undefined ? undefined : room.area(`${reference}#`);
  if (!area || !reference) throw new Unportable(reasons.spilled);
  pieces[at - 1] = spillText(reference, area.area);
  pieces[at] = "";
}

/** The range keeps what is absolute in the reference to its first cell. */
function spillText(reference: string, { row, column, rows, columns }: Area): string {
  const { sheet, address } = sheetAndAddress(reference);
  const [, fixedColumn = "", fixedRow = ""] = /^(\$?)[A-Z]+(\$?)\d+$/i.exec(address) ?? [];
  const range = areaAddress({ row, column, rows, columns })
    .replace(/([A-Z]+)(\d+)/g, (_, letters: string, digits: string) => fixedColumn + letters + fixedRow + digits);
  return sheet === undefined ? range : onSheet(sheet, range);
}

/** `@A1:A9` in row 3 is A3; before one value it says nothing. */
function pickOne(tokens: readonly Token[], pieces: string[], at: number, room: Locating): void {
  const operand = nextIndex(tokens, at);
  const reference = tokens[operand];
  pieces[at] = "";
  if (isFunction(reference) || isOperator(reference, "(")) {
    const end = closing(tokens, isFunction(reference) ? operand + 1 : operand);
    pieces[at] = "INDEX(";
    pieces[end] += ",1,1)";
    return;
  }
  const located = isReference(reference) ? room.area(reference!.value) : undefined;
  if (!located) throw new Unportable(reasons.intersection);
  const { area } = located;
  if (area.rows * area.columns === 1) return;
  const one = room.cell && crossing(area, room.cell);
  if (!one) throw new Unportable(reasons.intersection);
  pieces[operand] = locatedText({ sheet: located.sheet, area: one }, room.cell?.sheet).replaceAll("$", "");
}

function crossing(area: Area, { row, column }: { row: number; column: number }): Area | undefined {
  const one = { rows: 1, columns: 1 };
  if (area.columns === 1 && covers(area, row, area.column)) return { ...one, row, column: area.column };
  if (area.rows === 1 && covers(area, area.row, column)) return { ...one, row: area.row, column };
  return undefined;
}

/** The same expression meant from another sheet; what means the row of its table becomes the cell it is now. */
export function movedToHelper(text: string, room: Locating): string {
  const home = room.cell?.sheet;
  if (home === undefined) throw new Unportable(reasons.place);
  return textOf(tokensOf(text).map((token) => {
    if (!isReference(token)) return token;
    const { value } = token;
    if (isStructured(token)) return isOfRow(value) ? { ...token, value: tableRange(value, room, undefined) } : token;
    return isCells(value) && !value.includes("!") ? { ...token, value: onSheet(home, value) } : token;
  }));
}

const isCells = (reference: string): boolean =>
  parseArea(sheetAndAddress(reference).address) !== undefined || /^\$?[A-Z]*\d*:\$?[A-Z]*\d*$/i.test(reference);

const isOfRow = (reference: string): boolean => {
  const { table, sections = [] } = parseStructRef(reference) ?? {};
  return !table || sections.some((section) => section.toLowerCase() === "this row");
};
