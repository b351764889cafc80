import { columnName, covers, type Area } from "../formulas/addresses";
import type { CellContent, CellFormat, SheetContent } from "../xlsx/content";
import { giveLook, pointsPerCharacter } from "./cell-looks";
import { placeIn } from "./places";
import { type Watch, watchedFrom, writeInParts } from "./write-cells";

/** A sheet of so many cells at once is written in one piece; what stands far from the rest, in a piece of its own. */
const FAR = 100;

/** Puts the cells of a sheet on an empty one, values, formulas and number formats, and says how many rows they took. */
export async function writeSheetContent(
  context: Excel.RequestContext,
  { name, cells, columnWidths }: SheetContent,
  watch?: Watch,
): Promise<number> {
  const spills = cells.flatMap(({ row, column, formula, spill }): Area[] =>
    (formula !== undefined && spill ? [{ row, column, ...spill }] : []));
  const written = cells.filter((cell) => cell.formula !== undefined || !spills.some((area) => isInside(cell, area)));
  let done = 0;
  for (const piece of piecesOf(written)) {
    const { rows, formats, area } = gridOf(piece);
    const place = { sheet: name, address: `${columnName(area.column)}${area.row + 1}` };
    await writeInParts(context, place, rows, formats, watchedFrom(done, watch));
    done += rows.length;
  }
  const sheet = context.workbook.worksheets.getItem(name);
  for (const { row, column, format } of written) if (isLook(format)) giveLook(sheet.getCell(row, column), format);
  for (const column of Object.keys(columnWidths)) {
    sheet.getCell(0, Number(column)).format.columnWidth = columnWidths[Number(column)]! * pointsPerCharacter;
  }
  await context.sync();
  return done;
}

/** Gives a copy the looks of its sheet: formats, merged cells and conditions as Excel pastes them, and the widths. */
export async function copyLooks(context: Excel.RequestContext, from: string, to: string): Promise<void> {
  const { worksheets } = context.workbook;
  const [source, copy] = [worksheets.getItem(from), worksheets.getItem(to)];
  const used = source.getUsedRangeOrNullObject().load("address,columnIndex,columnCount");
  const frozen = source.freezePanes.getLocationOrNullObject().load("address");
  source.load("tabColor,showGridlines");
  await context.sync();
  copy.tabColor = source.tabColor;
  copy.showGridlines = source.showGridlines;
  if (!frozen.isNullObject) copy.freezePanes.freezeAt(placeIn("", frozen.address).address);
  if (!used.isNullObject) {
    const { address } = placeIn("", used.address);
    copy.getRange(address).copyFrom(source.getRange(address), "Formats");
    await copyWidths(context, source, copy, used.columnIndex + used.columnCount);
  }
  await context.sync();
}

/** A sheet whose rows are coloured to the last column is not one that has so many widths. */
const MOST_WIDTHS = 500;

async function copyWidths(
  context: Excel.RequestContext,
  source: Excel.Worksheet,
  copy: Excel.Worksheet,
  columns: number,
): Promise<void> {
  const formats = Array.from({ length: Math.min(columns, MOST_WIDTHS) }, (_, column) =>
    source.getCell(0, column).format.load("columnWidth"));
  await context.sync();
  formats.forEach(({ columnWidth }, column) => { copy.getCell(0, column).format.columnWidth = columnWidth; });
}

/** Number formats are written with the cells. */
const isLook = (format: CellFormat | undefined): format is CellFormat =>
  format !== undefined && Object.keys(format).some((field) => field !== "numberFormat");

const isInside = ({ row, column }: CellContent, area: Area): boolean => covers(area, row, column);

/** Columns that lie far beyond those before them begin a new piece. */
function piecesOf(cells: readonly CellContent[]): CellContent[][] {
  const pieces: CellContent[][] = [];
  let last = -Infinity;
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    if (cell.column - last > FAR) pieces.push([]);
    last = cell.column;
    pieces.at(-1)!.push(cell);
  }
  return pieces;
}

function gridOf(cells: readonly CellContent[]) {
  const row = Math.min(...cells.map((cell) => cell.row));
  const column = Math.min(...cells.map((cell) => cell.column));
  const height = cells.reduce((most, cell) => Math.max(most, cell.row), row) - row + 1;
  const width = cells.reduce((most, cell) => Math.max(most, cell.column), column) - column + 1;
  const blank = <T>(value: T): T[][] => Array.from({ length: height }, () => new Array<T>(width).fill(value));
  const [rows, formats] = [blank<unknown>(""), blank("General")];
  for (const cell of cells) {
    rows[cell.row - row]![cell.column - column] = writtenCell(cell);
    formats[cell.row - row]![cell.column - column] = formatOf(cell);
  }
  return { rows, formats, area: { row, column } };
}

const writtenCell = ({ value, formula }: CellContent): unknown =>
  formula ?? (typeof value === "object" ? (value?.error ?? "") : value);

/** A text that looks like a formula stays one in a cell of texts. */
const formatOf = ({ value, formula, format }: CellContent): string =>
  formula === undefined && typeof value === "string" && value.startsWith("=") ? "@" : (format?.numberFormat ?? "General");
