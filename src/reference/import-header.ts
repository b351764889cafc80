import { figureIn, isMissingMark } from "./import-figure";
import { rawText, type RawCell, type RawTable } from "./import-raw";

/** Where the parts of a sheet are: what stands above its header, the header, and the rows. */
export interface Layout {
  /** Lines of the text above the header: a title, a unit. */
  readonly above: readonly PlacedText[];
  /** Undefined where no row is one. */
  readonly header?: readonly string[];
  readonly rows: readonly PlacedRow[];
  /** Sources and remarks below the rows. */
  readonly below: readonly PlacedText[];
  readonly emptyRows: readonly number[];
  readonly width: number;
}

export interface PlacedRow {
  /** As the file counts it. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

interface PlacedText {
  readonly row: number;
  readonly text: string;
}

/** A header further down is not looked for. */
const firstLines = 30;

const isYear = (text: string): boolean => /^(19|20)\d{2}年?$/.test(text);

const isName = (cell: RawCell): boolean => {
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return text !== "" && figureIn(text) === undefined && !isMissingMark(text);
};

const filled = (cells: readonly RawCell[]): number => cells.filter((cell) => rawText(cell) !== "").length;

/** Names in most columns, and years at most beside them. */
function isHeader(cells: readonly RawCell[], width: number): boolean {
  const names = cells.filter((cell) => rawText(cell) !== "");
  if (names.length * 2 <= width) return false;
  return names.some(isName) && names.every((cell) => isName(cell) || isYear(rawText(cell)));
}

/** The width that most of the first rows have. */
function usualWidth(rows: readonly PlacedRow[]): number {
  const widths = rows.slice(0, 200).map(({ cells }) => cells.findLastIndex((cell) => rawText(cell) !== "") + 1);
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
}

const remark = /^[[【(（*]?\s*(注|说明|资料来源|数据来源|来源|备注|source|note)/i;

const isRemark = ({ cells }: PlacedRow, width: number): boolean =>
  width > 1 && filled(cells) === 1 && remark.test(rawText(cells[0]));

const placedText = ({ row, cells }: PlacedRow): PlacedText => ({
  row,
  text: cells.map(rawText).filter(Boolean).join(" "),
});

export function layoutOf({ rows: all, firstRow }: RawTable): Layout {
  const placed = all.map((cells, i) => ({ row: firstRow + i, cells }));
  const rows = placed.filter(({ cells }) => filled(cells) > 0);
  const emptyRows = placed.filter(({ cells }) => filled(cells) === 0).map(({ row }) => row);
  const usual = usualWidth(rows);
  const at = rows.slice(0, firstLines).findIndex(({ cells }) => isHeader(cells, usual));
  const lead = at > 0 && rows.slice(0, at).every(({ cells }) => filled(cells) < usual) ? at : Math.min(at, 0);
  const found = at >= 0 && lead === at;
  const body = rows.slice(found ? at + 1 : 0);
  const end = body.findLastIndex((row) => !isRemark(row, usual)) + 1;
  const header = found ? rows[at]!.cells.map(rawText) : undefined;
  const kept = body.slice(0, end);
  return {
    above: found ? rows.slice(0, at).map(placedText) : [],
    ...(header && { header }),
    rows: kept,
    below: body.slice(end).map(placedText),
    emptyRows,
    width: widest(header ?? [], kept),
  };
}

function widest(header: readonly string[], rows: readonly PlacedRow[]): number {
  let width = header.findLastIndex((name) => name !== "") + 1;
  for (const { cells } of rows) {
    for (let at = cells.length - 1; at >= width; at--) {
      if (rawText(cells[at]) !== "") width = at + 1;
    }
  }
  return width;
}

const longestHeader = 120;

/** Names for all columns: none empty, none twice in whichever case, as Excel's tables want them. */
export function freeHeaders(header: readonly string[], width: number, numbered: (n: number) => string): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const wish = (header[i] ?? "").replace(/\s+/g, " ").trim().slice(0, longestHeader) || numbered(i + 1);
    let name = wish;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wish} ${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
