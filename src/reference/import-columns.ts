import { figureIn, isCode, isMissingMark, type Figure } from "./import-figure";
import { isPercent, looksLikeFormula, rawText, type RawCell } from "./import-raw";
import type { ImportNote, NoteKind } from "./import-report";
import { commonUnit, headerUnit, inColumn, isConverted, stated, type ColumnUnit } from "./import-units";

export interface ImportedColumn {
  readonly header: string;
  readonly kind: "number" | "text";
  /** Empty for texts, and where nobody says what the numbers count. */
  readonly unit: string;
  /** How a spreadsheet shows its cells. */
  readonly format: string;
}

export interface ReadColumn {
  readonly column: ImportedColumn;
  readonly cells: readonly (string | number)[];
  readonly notes: readonly ImportNote[];
}

interface PlacedCell {
  readonly row: number;
  readonly cell: RawCell;
}

interface SaidUnits {
  /** By the file, of this column. */
  readonly stated?: string;
  /** By a line above the header. */
  readonly above?: ColumnUnit;
}

/** What a column is, and its cells as that: numbers where most of what is filled in is one, else texts. */
export function readColumn(cells: readonly PlacedCell[], header: string, said: SaidUnits): ReadColumn {
  const read = cells.map(({ cell }) => readCell(cell));
  return isNumeric(read, header) ? numberColumn(cells, read, header, said) : textColumn(cells, header);
}

interface Read {
  readonly kind: "figure" | "missing" | "text" | "code";
  readonly figure?: Figure;
}

const missing: Read = { kind: "missing" };
const someText: Read = { kind: "text" };
const someCode: Read = { kind: "code" };

function readCell(cell: RawCell): Read {
  if (typeof cell === "number") return { kind: "figure", figure: { number: cell } };
  if (isPercent(cell)) return { kind: "figure", figure: figureIn(rawText(cell))! };
  const text = rawText(cell);
  if (isMissingMark(text)) return missing;
  if (isCode(text)) return someCode;
  const figure = figureIn(text);
  return figure ? { kind: "figure", figure } : someText;
}

const dated = /年月|月份|日期|时间|季度|period|date|month|quarter/i;
const coded = /代码|编码|编号|邮编|电话|\b(id|code|zip|phone)\b/i;

const enough = 0.6;

function isNumeric(read: readonly Read[], header: string): boolean {
  if (dated.test(header) || coded.test(header) || read.some(({ kind }) => kind === "code")) return false;
  const figures = read.filter(({ kind }) => kind === "figure").length;
  const rest = read.filter(({ kind }) => kind === "text").length;
  return figures > 0 && figures >= enough * (figures + rest);
}

type Told = { [Kind in NoteKind]?: { rows: number[]; examples: string[] } };

/** Gathers what is to be reported, by kind. */
function tell(told: Told, kind: NoteKind, row: number, text: string): void {
  const note = (told[kind] ??= { rows: [], examples: [] });
  note.rows.push(row);
  if (note.examples.length < 3) note.examples.push(text.slice(0, 40));
}

const notesOf = (told: Told, column: string): ImportNote[] =>
  Object.entries(told).map(([kind, { rows, examples }]) => ({ kind: kind as NoteKind, column, rows, examples }));

function unitOf(read: readonly Read[], header: string, said: SaidUnits): ColumnUnit {
  const figures = read.flatMap(({ figure }) => figure ?? []);
  const own = (said.stated && stated(said.stated)) || headerUnit(header);
  if (own) return own;
  const common = commonUnit(figures);
  return said.above && !common.text ? said.above : common;
}

function numberColumn(
  cells: readonly PlacedCell[],
  read: readonly Read[],
  header: string,
  said: SaidUnits,
): ReadColumn {
  const unit = unitOf(read, header, said);
  const told: Told = {};
  const values = cells.map(({ row, cell }, i) => {
    const { kind, figure } = read[i]!;
    const text = rawText(cell);
    if (kind === "missing") {
      if (text !== "") tell(told, "missing", row, text);
      return "";
    }
    const value = figure && inColumn(figure, unit);
    if (value === undefined) tell(told, figure ? faultOf(figure, unit) : "notNumber", row, text);
    else if (isConverted(figure!, unit)) tell(told, "converted", row, text);
    return value ?? "";
  });
  const column = { header, kind: "number", unit: unit.text, format: formatOf(values, unit) } as const;
  return { column, cells: values, notes: notesOf(told, header) };
}

const faultOf = ({ unit: own }: Figure, column: ColumnUnit): NoteKind =>
  column.asFraction && !own ? "noPercent" : "otherUnit";

function formatOf(values: readonly (string | number)[], unit: ColumnUnit): string {
  if (unit.asFraction) return "0.0##%";
  const numbers = values.filter((value) => typeof value === "number");
  const whole = numbers.every(Number.isInteger);
  if (whole && unit.text === "" && numbers.every((value) => value >= 1900 && value <= 2100)) return "0";
  return whole ? "#,##0" : "General";
}

const longestText = 32_767;

function textColumn(cells: readonly PlacedCell[], header: string): ReadColumn {
  const told: Told = {};
  const texts = cells.map(({ row, cell }) => {
    const text = rawText(cell);
    if (looksLikeFormula(text) && !isMissingMark(text)) tell(told, "formula", row, text);
    if (text.length > longestText) tell(told, "tooLong", row, text);
    return text.slice(0, longestText);
  });
  return { column: { header, kind: "text", unit: "", format: "@" }, cells: texts, notes: notesOf(told, header) };
}
