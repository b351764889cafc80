import { columnName, parseArea, type Area } from "../formulas/addresses";
import { storedFormula } from "../formulas/stored-formula";
import type { CellContent, CellValue, NameContent, SheetContent, TableContent, WorkbookContent } from "../xlsx/content";
import { placeIn } from "./places";

/** An answer above 5 MB fails in Excel on the web; so many cells stay well below it. */
const cellsAtOnce = 20_000;
const spillsAtOnce = 500;

/** What the whole workbook holds, hidden sheets too, in few requests: contents and number formats, no looks. */
export async function readContent(context: Excel.RequestContext): Promise<WorkbookContent> {
  const { worksheets, customXmlParts, names } = context.workbook;
  worksheets.load("items/name");
  customXmlParts.load("items/id");
  loadNames(names);
  await context.sync();
  for (const sheet of worksheets.items) loadNames(sheet.names);
  const parts = customXmlParts.items.map((part) => part.getXml());
  await context.sync();
  const sheets: SheetContent[] = [];
  for (const sheet of worksheets.items) sheets.push(await readSheet(context, sheet));
  return {
    sheets,
    names: [...namesOf(names), ...worksheets.items.flatMap((sheet) => namesOf(sheet.names, sheet.name))],
    customXml: parts.map(({ value }) => value),
  };
}

const loadNames = (names: Excel.NamedItemCollection): unknown =>
  names.load("items/name,items/formula,items/comment,items/visible");

const namesOf = ({ items }: Excel.NamedItemCollection, sheet?: string): NameContent[] =>
  items
    .filter(({ visible }) => visible)
    .map(({ name, formula, comment }) => ({
      name,
      formula: String(formula),
      ...(comment && { comment }),
      ...(sheet !== undefined && { sheet }),
    }));

/** One sheet, hidden or not. */
export async function readSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SheetContent> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  sheet.load("name,visibility");
  sheet.tables.load("items/name,items/showHeaders,items/showTotals");
  await context.sync();
  const cells = used.isNullObject ? [] : await readCells(context, sheet, areaOf(used));
  return {
    name: sheet.name,
    cells: await withSpills(context, sheet, cells),
    tables: await readTables(context, sheet),
    merges: [],
    columnWidths: {},
    ...(sheet.visibility !== "Visible" && { hidden: true }),
  };
}

const areaOf = ({ address }: Excel.Range): Area => parseArea(placeIn("", address).address)!;

async function readCells(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area): Promise<CellContent[]> {
  const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / area.columns));
  const cells: CellContent[] = [];
  for (let from = 0; from < area.rows; from += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, area.rows - from);
    const range = sheet.getRangeByIndexes(area.row + from, area.column, rows, area.columns);
    range.load("values,valueTypes,formulas,numberFormat");
    await context.sync();
    for (const cell of cellsIn(range, area.row + from, area.column)) cells.push(cell);
  }
  return cells;
}

function cellsIn(range: Excel.Range, row: number, column: number): CellContent[] {
  const { values, valueTypes, formulas, numberFormat } = range;
  return values.flatMap((line: readonly unknown[], i) =>
    line.flatMap((value, j) => {
      const written: unknown = formulas[i]![j];
      const formula = typeof written === "string" && written.startsWith("=") ? written : undefined;
      const held = valueOf(value, valueTypes[i]![j]!);
      if (held === null && formula === undefined) return [];
      const format = String(numberFormat[i]![j]);
      return [{
        row: row + i,
        column: column + j,
        value: held,
        ...(formula !== undefined && { formula }),
        ...(format !== "General" && { format: { numberFormat: format } }),
      }];
    }),
  );
}

function valueOf(value: unknown, type: string): CellValue {
  if (type === "Empty") return null;
  return type === "Error" ? { error: String(value) } : (value as CellValue);
}

/** Formulas that may fill several cells say how far they do; what they fill is no formula of its own. */
async function withSpills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly CellContent[],
): Promise<CellContent[]> {
  const dynamic = cells.filter(({ formula }) => formula !== undefined && storedFormula(formula).dynamic);
  const spills = new Map<CellContent, Area>();
  for (let from = 0; from < dynamic.length; from += spillsAtOnce) {
    const part = dynamic.slice(from, from + spillsAtOnce);
    const ranges = part.map(({ row, column }) =>
      sheet.getRange(columnName(column) + (row + 1)).getSpillingToRangeOrNullObject().load("address"),
    );
    await context.sync();
    part.forEach((cell, i) => {
      const { row, column } = cell;
      spills.set(cell, ranges[i]!.isNullObject ? { row, column, rows: 1, columns: 1 } : areaOf(ranges[i]!));
    });
  }
  const filled = filledPlaces(spills);
  return cells.map((cell) => {
    const spill = spills.get(cell);
    if (spill) return { ...cell, spill: { rows: spill.rows, columns: spill.columns } };
    return filled.has(placeKey(cell.row, cell.column)) ? { ...cell, formula: undefined } : cell;
  });
}

const placeKey = (row: number, column: number): string => `${row},${column}`;

function filledPlaces(spills: ReadonlyMap<CellContent, Area>): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const [cell, { rows, columns }] of spills) {
    for (let at = 1; at < rows * columns; at++) {
      filled.add(placeKey(cell.row + Math.floor(at / columns), cell.column + (at % columns)));
    }
  }
  return filled;
}

async function readTables(context: Excel.RequestContext, { tables }: Excel.Worksheet): Promise<TableContent[]> {
  const read = tables.items.map((table) => ({
    table,
    range: table.getRange().load("address"),
    columns: table.columns.load("items/name"),
  }));
  await context.sync();
  return read.map(({ table, range, columns }) => ({
    name: table.name,
    area: areaOf(range),
    columns: columns.items.map(({ name }) => name),
    ...(!table.showHeaders && { headless: true }),
    ...(table.showTotals && { totals: true }),
  }));
}
