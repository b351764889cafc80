import { isSameName } from "../../formulas/same-name";
import type { Book, Place } from "./book";
import { plain, put } from "./cells";
import { entryOf } from "./entry";

/** Headers are texts, none is blank and no two are alike: Excel writes what that takes into the cells. */
export function writeHeaders(book: Book, { sheet, area }: Place): void {
  const header = { ...area, rows: 1 };
  const held = book.engine.values(book.name(sheet), header)[0]!;
  const given = held.map((value) => String(plain(value)));
  const names: string[] = [];
  for (const [column, name] of given.entries()) {
    names.push(freeHeader(name || `Column${column + 1}`, names, given));
  }
  put(book, { sheet, area: header }, (_row, column) =>
    (names[column] === held[column] ? undefined : entryOf(`'${names[column]}`, false)?.cell));
}

function freeHeader(name: string, before: readonly string[], given: readonly string[]): string {
  const isTaken = (other: string): boolean => before.some((known) => isSameName(known, other));
  if (!isTaken(name)) return name;
  let number = 2;
  const next = (): string => `${name}${number}`;
  while (isTaken(next()) || given.some((other) => isSameName(other, next()))) number++;
  return next();
}
