import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import { isReferenceStrings } from "@univerjs/engine-formula";
import type { CellContent, NameContent, SheetContent, WorkbookContent } from "../xlsx/content";
import { coveredPlaces } from "../xlsx/covered-places";
import { spillArea } from "../xlsx/spills";
import { rangeOf } from "./areas-and-ranges";
import { cellHolding } from "./cell-value";
import { univerCondition } from "./condition-rules";
import { pixelsOf, pixelsPerPoint, styleOf } from "./content-format";
import { univerValidation } from "./validation-rules";

/** The room that a sheet shows beyond what it holds; cells outside can be referred to, and are blank. */
const leastRows = 5000;
const leastColumns = 100;
const spareRows = 200;
const spareColumns = 10;
const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The content as Univer loads it: a workbook of its own id, for Univer remembers formulas by it. */
export function univerWorkbook(content: WorkbookContent, id: string): IWorkbookData {
  const styles = new Styles();
  const sheets = content.sheets.map((sheet, i) => univerSheet(sheet, sheetId(i), styles));
  return {
    id,
    name: "",
    appVersion: "",
    locale: LocaleType.EN_US,
    styles: styles.all,
    sheetOrder: sheets.map((sheet) => sheet.id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [
      { name: "SHEET_DEFINED_NAME_PLUGIN", data: JSON.stringify(namesOf(content.names)) },
      { name: "SHEET_TABLE_PLUGIN", data: JSON.stringify(bySheet(content, tablesOf)) },
      { name: "SHEET_NOTE_PLUGIN", data: JSON.stringify(bySheet(content, notesOf)) },
      { name: "SHEET_DATA_VALIDATION_PLUGIN", data: JSON.stringify(bySheet(content, validationsOf)) },
      { name: "SHEET_CONDITIONAL_FORMATTING_PLUGIN", data: JSON.stringify(bySheet(content, conditionsOf)) },
    ],
  };
}

const sheetId = (position: number): string => `sheet-${position + 1}`;

function bySheet(content: WorkbookContent, part: (sheet: SheetContent, id: string) => object): object {
  return Object.fromEntries(content.sheets.map((sheet, i) => [sheetId(i), part(sheet, sheetId(i))]));
}

/** Each style once, under an id of its own. */
class Styles {
  readonly all: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  id(style: IStyleData): string {
    const key = JSON.stringify(style);
    const known = this.ids.get(key);
    if (known) return known;
    const id = `style-${this.ids.size + 1}`;
    this.ids.set(key, id);
    this.all[id] = style;
    return id;
  }
}

type SheetData = Partial<IWorksheetData> & { readonly id: string };

function univerSheet(sheet: SheetContent, id: string, styles: Styles): SheetData {
  const used = usedSize(sheet);
  const { rows = 0, columns = 0 } = sheet.frozen ?? {};
  return {
    id,
    name: sheet.name,
    hidden: sheet.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: Math.min(lastRow, Math.max(leastRows, used.rows + spareRows)),
    columnCount: Math.min(lastColumn, Math.max(leastColumns, used.columns + spareColumns)),
    cellData: cellsOf(sheet, styles),
    mergeData: sheet.merges.map(rangeOf),
    columnData: columnsOf(sheet),
    rowData: rowsOf(sheet),
    showGridlines: sheet.gridlinesHidden ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    ...(sheet.tabColour && { tabColor: sheet.tabColour }),
    ...(sheet.id && { custom: { [fileId]: sheet.id } }),
    freeze: { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 },
  };
}

const columnsOf = ({ columnWidths }: SheetContent): Record<string, { w: number }> =>
  Object.fromEntries(Object.entries(columnWidths).map(([i, width]) => [i, { w: pixelsOf(width) }]));

/** A height that was set is not to follow what the row holds. */
const rowsOf = ({ rowHeights = {} }: SheetContent): Record<string, object> =>
  Object.fromEntries(Object.entries(rowHeights).map(([i, height]) =>
    [i, { h: height * pixelsPerPoint, ia: BooleanNumber.FALSE }]));

/** Under this word a sheet keeps which sheet of the opened file it is. */
export const fileId = "fileId";

const validationsOf = ({ validations = [] }: SheetContent, sheet: string): object =>
  validations.map((validation, i) => univerValidation(validation, `${sheet}-validation-${i + 1}`));

const conditionsOf = ({ conditionalFormats = [] }: SheetContent, sheet: string): object =>
  conditionalFormats.map((condition, i) => univerCondition(condition, `${sheet}-condition-${i + 1}`));

function usedSize({ cells, tables, merges, columnWidths }: SheetContent): { rows: number; columns: number } {
  let rows = 0;
  let columns = Math.max(0, ...Object.keys(columnWidths).map((column) => Number(column) + 1));
  const areas = [...tables.map(({ area }) => area), ...merges];
  for (const { row, column, rows: down, columns: across } of areas) {
    rows = Math.max(rows, row + down);
    columns = Math.max(columns, column + across);
  }
  for (const { row, column, spill } of cells) {
    rows = Math.max(rows, row + (spill?.rows ?? 1));
    columns = Math.max(columns, column + (spill?.columns ?? 1));
  }
  return { rows, columns };
}

function cellsOf({ cells }: SheetContent, styles: Styles): IObjectMatrixPrimitiveType<ICellData> {
  const data: Record<number, Record<number, ICellData>> = {};
  const spilled = coveredPlaces(cells, cells.flatMap(spillArea));
  for (const cell of cells) {
    const isSpilled = cell.formula === undefined && spilled.has(cell);
    const univerCell = univerCellOf(cell, isSpilled, styles);
    if (Object.keys(univerCell).length > 0) (data[cell.row] ??= {})[cell.column] = univerCell;
  }
  return data;
}

/** A spilled value would stand in the way of the very formula that spills it. */
function univerCellOf(cell: CellContent, isSpilled: boolean, styles: Styles): ICellData {
  const { value, formula, format } = cell;
  return {
    ...(!isSpilled && cellHolding(value)),
    ...(formula !== undefined && { f: formula }),
    ...(format && { s: styles.id(styleOf(format)) }),
  };
}

function notesOf({ cells }: SheetContent): object {
  const notes: Record<number, Record<number, object>> = {};
  for (const { row, column, note } of cells) {
    if (note === undefined) continue;
    const id = `note-${row}-${column}`;
    (notes[row] ??= {})[column] = { id, row, col: column, width: 220, height: 110, note };
  }
  return notes;
}

function tablesOf({ tables }: SheetContent, sheet: string): object {
  return {
    tableFilteredOutRows: [],
    tables: tables.map(({ name, area, columns, style }, i) => ({
      id: `${sheet}-table-${i + 1}`,
      name,
      range: rangeOf(area),
      options: { showHeader: true, showFooter: false, tableStyleId: "table-default-0" },
      filters: { tableColumnFilterList: [] },
      columns: columns.map((displayName, at) => ({
        id: `${sheet}-table-${i + 1}-column-${at + 1}`,
        displayName,
        dataType: "string",
        formula: "",
        meta: {},
        style: {},
      })),
      meta: { style },
    })),
  };
}

/** Univer lists names that stand for cells only where they are written without "=". */
function namesOf(names: readonly NameContent[]): object {
  const entries = names.map(({ name, formula, comment = "" }, i) => {
    const id = `name-${i + 1}`;
    const bare = formula.replace(/^=/, "");
    const formulaOrRefString = isReferenceStrings(bare) ? bare : formula;
    return [id, { id, name, formulaOrRefString, comment, localSheetId: "AllDefaultWorkbook", hidden: false }];
  });
  return Object.fromEntries(entries);
}
