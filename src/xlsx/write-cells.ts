import { areaAddress, cellAddress } from "../formulas/addresses";
import type { StoredFormula } from "../formulas/stored-formula";
import { type CellChange, type CellChanges, isSameFormat, isSameFormula } from "./cell-changes";
import type { CellContent, CellValue, DataTable } from "./content";
import { type RawCell, rawCells, type RawRow, rawRows } from "./sheet-cells";
import type { StyleEditor } from "./style-editor";
import { type Element, encodeExcelText, escapeXml } from "./xml";
import { withAttribute, xmlElement } from "./xml-editor";

/** What writing a cell needs of the rest of the workbook. */
export interface CellTargets {
  readonly styles: StyleEditor;
  stored(cell: CellContent): StoredFormula;
  /** The number that marks dynamic arrays; asked only when there is one. */
  dynamicArrayNumber(): number;
  readonly heights: RowHeights;
}

/** The new heights of rows, in points; undefined for one that is no longer set. */
export type RowHeights = ReadonlyMap<number, number | undefined>;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The inside of `sheetData` after the changes; rows without any keep their very characters. */
export function changedSheetData(text: string, data: Element, changes: CellChanges, targets: CellTargets): string {
  const write = (row: number, changed: ReadonlyMap<number, CellChange>, raw?: RawRow) => {
    return changedRow(text, row, changed, targets, raw);
  };
  return weave(text, [data.innerStart, data.innerEnd], rawRows(text, data), ({ row }) => row, changes, write);
}

function changedRow(
  text: string,
  row: number,
  changes: ReadonlyMap<number, CellChange>,
  targets: CellTargets,
  raw?: RawRow,
): string {
  const write = (_: number, change: CellChange, cell?: RawCell) => changedCell(text, change, targets, cell);
  if (!raw) {
    const tag = xmlElement("row", { r: row + 1 });
    const cells = weave(text, [0, 0], [], () => 0, changes, write);
    return `${withHeight(tag, row, targets.heights).slice(0, -2)}>${cells}</row>`;
  }
  const inner = [raw.innerStart, raw.innerEnd] as const;
  const cells = weave(text, inner, rawCells(text, raw), ({ column }) => column, changes, write);
  // The span of columns is only a hint to readers, and may no longer be right.
  const opening = text.slice(raw.start, raw.innerStart).replace(/\sspans="[^"]*"/, "");
  const tag = withHeight(opening, row, targets.heights);
  if (raw.innerEnd < raw.end) return tag + cells + text.slice(raw.innerEnd, raw.end);
  return `${tag.slice(0, -2)}>${cells}</${/^<([^\s/>]+)/.exec(tag)![1]}>`;
}

function withHeight(tag: string, row: number, heights: RowHeights): string {
  if (!heights.has(row)) return tag;
  const height = heights.get(row);
  const end = tag.endsWith("/>") ? -2 : -1;
  const sized = withAttribute(tag.slice(0, end), "ht", height);
  return withAttribute(sized, "customHeight", height === undefined ? undefined : 1) + tag.slice(end);
}

/** Goes through what stands in a text in ascending order, changes some of it and puts new things between. */
function weave<Raw extends Span, Change>(
  text: string,
  [start, end]: readonly [number, number],
  present: Iterable<Raw>,
  indexOf: (raw: Raw) => number,
  changes: ReadonlyMap<number, Change>,
  write: (index: number, change: Change, raw?: Raw) => string,
): string {
  const left = [...changes].sort(([a], [b]) => b - a);
  const pieces: string[] = [];
  let at = start;
  for (const raw of present) {
    if (left.length === 0) break;
    const index = indexOf(raw);
    if (left.at(-1)![0] > index) continue;
    pieces.push(text.slice(at, raw.start));
    at = raw.start;
    while (left.length > 0 && left.at(-1)![0] < index) pieces.push(write(...left.pop()!));
    if (left.at(-1)?.[0] !== index) continue;
    pieces.push(write(...left.pop()!, raw));
    at = raw.end;
  }
  return [...pieces, text.slice(at, end), ...left.reverse().map((change) => write(...change))].join("");
}

function changedCell(text: string, change: CellChange, targets: CellTargets, raw?: RawCell): string {
  const { row, column, before, after } = change;
  const was = Number(raw?.attributes.s ?? 0);
  const r = cellAddress(row, column);
  if (!after) return was === 0 ? "" : xmlElement("c", { r, s: was });
  const s = isSameFormat(before?.format, after.format) ? was : targets.styles.derive(was, after.format);
  const formula = formulaXml(text, change, after, targets, raw);
  const value = valueXml(after.value, after.formula !== undefined);
  const style = s === 0 ? "" : ` s="${s}"`;
  const type = value.type === undefined ? "" : ` t="${value.type}"`;
  const dynamic = formula.cm === undefined ? "" : ` cm="${escapeXml(String(formula.cm))}"`;
  const inner = formula.xml + value.xml;
  // By hand: a sheet has a million of them.
  return `<c r="${r}"${style}${type}${dynamic}${inner ? `>${inner}</c>` : "/>"}`;
}

interface WrittenFormula {
  readonly xml: string;
  readonly cm?: string | number;
}

/** A formula that has not changed keeps its very characters: it may be shared, or a what-if table. */
function formulaXml(
  text: string,
  { row, column, before }: CellChange,
  after: CellContent,
  targets: CellTargets,
  raw?: RawCell,
): WrittenFormula {
  if (raw?.formula && isSameFormula(before, after)) {
    return { xml: text.slice(raw.formula.start, raw.formula.end), cm: raw.attributes.cm };
  }
  if (after.dataTable) return { xml: dataTableXml(after, after.dataTable) };
  if (after.formula === undefined) return { xml: "" };
  const stored = targets.stored(after);
  const inner = escapeXml(encodeExcelText(stored.text));
  const { rows = 1, columns = 1 } = after.spill ?? {};
  if (!stored.dynamic && !after.legacyArray && rows * columns === 1) return { xml: `<f>${inner}</f>` };
  const ref = areaAddress({ row, column, rows, columns });
  if (after.legacyArray) return { xml: xmlElement("f", { t: "array", ref }, inner) };
  return { xml: xmlElement("f", { t: "array", ref }, inner), cm: targets.dynamicArrayNumber() };
}

const dataTableXml = ({ row, column }: CellContent, { rows, columns, input }: DataTable): string => {
  const ref = areaAddress({ row, column, rows, columns });
  return xmlElement("f", { t: "dataTable", ref, dt2D: 0, dtr: 0, r1: input });
};

/** Errors that the format knows; Excel stores its newer ones as the first of these, with a record of their own. */
const storedErrors = ["#VALUE!", "#NULL!", "#DIV/0!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"];

function valueXml(value: CellValue, isResult: boolean): { type?: string; xml: string } {
  if (value === null) return { xml: "" };
  if (typeof value === "boolean") return { type: "b", xml: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "number") return Number.isFinite(value) ? { xml: `<v>${value}</v>` } : errorXml("#NUM!");
  if (typeof value === "object") return errorXml(value.error);
  const inner = escapeText(value);
  if (isResult) return { type: "str", xml: `<v>${inner}</v>` };
  const space = /^\s|\s$/.test(value) ? " xml:space=\"preserve\"" : "";
  return { type: "inlineStr", xml: `<is><t${space}>${inner}</t></is>` };
}

function errorXml(error: string): { type: string; xml: string } {
  return { type: "e", xml: `<v>${storedErrors.includes(error) ? error : "#VALUE!"}</v>` };
}

function escapeText(text: string): string {
  return escapeXml(encodeExcelText(text));
}
