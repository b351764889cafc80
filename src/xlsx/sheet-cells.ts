import { parseCell } from "../formulas/addresses";
import { type Attributes, closeOf, type Element, innerText, TagScanner } from "./xml";

/** A row as it stands in the text of a sheet. */
export interface RawRow {
  readonly row: number;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

/** A cell as it stands in the text of a sheet. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  readonly formula?: RawFormula;
  /** The text of `<v>`, or of `<is>` without its phonetic guides. */
  readonly value?: string;
}

export interface RawFormula {
  readonly attributes: Attributes;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The rows of a sheet in the order of the file; a row that does not say its number follows the one before. */
export function* rawRows(text: string, sheetData: Element): Generator<RawRow> {
  const scanner = new TagScanner(text, sheetData.innerStart, sheetData.innerEnd);
  let row = -1;
  while (scanner.next()) {
    if (scanner.name !== "row" || scanner.kind === "close") continue;
    const { r } = scanner.attributes;
    row = r === undefined ? row + 1 : Number(r) - 1;
    const { start, end: innerStart } = scanner;
    if (scanner.kind === "empty") {
      yield { row, start, innerStart, innerEnd: innerStart, end: innerStart };
      continue;
    }
    const innerEnd = closeOf(text, scanner);
    scanner.end = text.indexOf(">", innerEnd) + 1;
    yield { row, start, innerStart, innerEnd, end: scanner.end };
  }
}

export function* rawCells(text: string, { row, innerStart, innerEnd }: RawRow): Generator<RawCell> {
  const scanner = new TagScanner(text, innerStart, innerEnd);
  let column = -1;
  while (scanner.next()) {
    if (scanner.name !== "c" || scanner.kind === "close") continue;
    const { start, attributes, kind, end } = scanner;
    const place = attributes.r === undefined ? { row, column: column + 1 } : parseCell(attributes.r);
    if (place?.row !== row) throw new SyntaxError(`a cell ${attributes.r} in row ${row + 1}`);
    column = place.column;
    const content = kind === "empty" ? undefined : cellContent(scanner);
    yield { row, column, start, attributes, ...content, end: content ? scanner.end : end };
  }
}

/** Reads up to the end of the cell in which the scanner stands. */
function cellContent(scanner: TagScanner): Pick<RawCell, "formula" | "value"> {
  let formula: RawFormula | undefined;
  let value: string | undefined;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.name === "c") return { formula, value };
    if (scanner.kind === "close") continue;
    if (scanner.name === "f") formula = rawFormula(scanner);
    else if (scanner.name === "v") value = leafText(scanner);
    else if (scanner.name === "is") value = richText(scanner);
  }
  throw new SyntaxError("a cell that does not end");
}

function rawFormula(scanner: TagScanner): RawFormula {
  const { start, attributes } = scanner;
  const text = leafText(scanner);
  return { attributes, text, start, end: scanner.end };
}

/** The text of an element that holds no others. */
function leafText(scanner: TagScanner): string {
  if (scanner.kind === "empty") return "";
  const innerStart = scanner.end;
  const innerEnd = closingTag(scanner);
  return innerText(scanner.text, { innerStart, innerEnd });
}

/** The text of a string of one or several runs: `<t>` elements outside phonetic guides. */
export function richText(scanner: TagScanner): string {
  const { name: owner, kind } = scanner;
  const pieces: string[] = [];
  let guides = 0;
  while (kind === "open" && scanner.next() && !(scanner.kind === "close" && scanner.name === owner)) {
    if (scanner.name === "rPh") guides += scanner.kind === "open" ? 1 : -1;
    else if (scanner.name === "t" && scanner.kind === "open" && guides === 0) pieces.push(leafText(scanner));
  }
  return pieces.join("");
}

/** Moves past the end of the element in which the scanner stands and answers where its closing tag begins. */
function closingTag(scanner: TagScanner): number {
  const { name } = scanner;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.name === name) return scanner.start;
  }
  throw new SyntaxError(`<${name}> does not end`);
}
