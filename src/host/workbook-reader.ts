import {
  BooleanNumber,
  type ICellData,
  type Injector,
  type IRange,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { DataValidationModel } from "@univerjs/data-validation";
import { FormulaDataModel, IDefinedNamesService, LexerTreeBuilder } from "@univerjs/engine-formula";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetsNoteModel } from "@univerjs/sheets-note";
import { TableManager } from "@univerjs/sheets-table";
import { listed } from "../xlsx/content";
import type {
  Area, CellContent, CellValue, ConditionalContent, NameContent, SheetContent, TableContent, ValidationContent,
} from "../xlsx/content";
import { areaOf } from "./areas-and-ranges";
import { valueIn } from "./cell-value";
import type { ChartStore } from "./chart-store";
import { conditionOf } from "./condition-rules";
import { charactersOf, formatOf, hexColour, pixelsPerPoint } from "./content-format";
import { fileId } from "./content-to-univer";
import { validationOf } from "./validation-rules";

/** Reads what Univer holds of the open workbook: its cells, and what formulas spill beside them. */
export class WorkbookReader {
  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
    private readonly charts: ChartStore,
  ) {}

  value(sheet: string, row: number, column: number): CellValue {
    return this.valueAt(this.named(sheet), row, column);
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    const id = this.named(sheet).getSheetId();
    return this.formulas.getFormulaStringByCell(row, column, id, this.unitId) ?? undefined;
  }

  spillOf(sheet: string, row: number, column: number): Area | undefined {
    const found = this.spills(this.named(sheet)).find(({ range }) => isInside(range, row, column));
    return found && areaOf(found.range);
  }

  sheets(): SheetContent[] {
    return this.workbook.getSheets().map((sheet) => this.sheet(sheet));
  }

  names(): NameContent[] {
    const names = Object.values(this.injector.get(IDefinedNamesService).getDefinedNameMap(this.unitId) ?? {});
    return names.map(({ name, formulaOrRefString, comment }) => ({
      name,
      formula: formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`,
      ...(comment && { comment }),
    }));
  }

  sheetId(sheet: string): string {
    return this.named(sheet).getSheetId();
  }

  private get unitId(): string {
    return this.workbook.getUnitId();
  }

  private get formulas(): FormulaDataModel {
    return this.injector.get(FormulaDataModel);
  }

  private named(sheet: string): Worksheet {
    const found = this.workbook.getSheetBySheetName(sheet);
    if (!found) throw new Error(`This workbook has no sheet ${sheet}.`);
    return found;
  }

  private valueAt(sheet: Worksheet, row: number, column: number): CellValue {
    return valueIn(sheet.getCellRaw(row, column)) ?? valueIn(this.spilledCell(sheet, row, column));
  }

  private spilledCell(sheet: Worksheet, row: number, column: number): Nullable<ICellData> {
    return this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheet.getSheetId()]?.[row]?.[column];
  }

  /** Univer keeps the area of a formula that may not spill, and of one that is gone. */
  private spills(sheet: Worksheet): { row: number; column: number; range: IRange }[] {
    const rows = this.formulas.getArrayFormulaRange()[this.unitId]?.[sheet.getSheetId()] ?? {};
    return Object.entries(rows).flatMap(([row, columns]) =>
      (Object.entries(columns ?? {}) as [string, IRange][]).flatMap(([column, range]) => {
        const anchor = sheet.getCellRaw(Number(row), Number(column));
        const isHeld = Boolean(anchor?.f ?? anchor?.si) && anchor?.v !== "#SPILL!";
        return range && isHeld ? [{ row: Number(row), column: Number(column), range }] : [];
      }),
    );
  }

  private sheet(sheet: Worksheet): SheetContent {
    const { mergeData, columnData, custom } = sheet.getConfig();
    const id = custom?.[fileId] as string | undefined;
    return {
      name: sheet.getName(),
      ...(id && { id }),
      cells: this.cells(sheet),
      tables: this.tables(sheet),
      merges: mergeData.map(areaOf),
      columnWidths: Object.fromEntries(
        Object.entries(columnData).flatMap(([i, column]) => (column?.w ? [[i, charactersOf(column.w)]] : [])),
      ),
      ...lookOf(sheet),
      ...listed("charts", this.charts.content(sheet.getSheetId())),
      ...listed("validations", this.validations(sheet)),
      ...listed("conditionalFormats", this.conditions(sheet)),
    };
  }

  private validations(sheet: Worksheet): ValidationContent[] {
    const rules = this.injector.get(DataValidationModel).getRules(this.unitId, sheet.getSheetId());
    return rules.map((rule) => validationOf(rule)).filter((found) => found !== undefined);
  }

  private conditions(sheet: Worksheet): ConditionalContent[] {
    const rules = this.injector.get(ConditionalFormattingRuleModel).getSubunitRules(this.unitId, sheet.getSheetId());
    return (rules ?? []).map(conditionOf).filter((found) => found !== undefined);
  }

  private tables(sheet: Worksheet): TableContent[] {
    const tables = this.injector.get(TableManager).getTablesBySubunitId(this.unitId, sheet.getSheetId());
    return tables.map((table) => {
      const { name, range, columns, meta } = table.getTableInfo();
      const style = meta?.style as string | undefined;
      const header = ({ displayName }: { displayName: string }, i: number): string =>
        String(valueIn(sheet.getCellRaw(range.startRow, range.startColumn + i)) ?? displayName);
      return { name, area: areaOf(range), columns: columns.map(header), ...(style && { style }) };
    });
  }

  private cells(sheet: Worksheet): CellContent[] {
    const cells = new CellMap();
    const formulas = this.formulasOf(sheet);
    sheet.getCellMatrix().forValue((row, column, cell) => {
      cells.add(row, column, this.cell(cell, formulas(row, column)));
    });
    for (const { row, column, range } of this.spills(sheet)) {
      const { rows, columns } = areaOf(range);
      cells.add(row, column, { spill: { rows, columns } });
      each(range, (r, c) => cells.add(r, c, { value: this.valueAt(sheet, r, c) }));
    }
    const notes = this.injector.get(SheetsNoteModel).getSheetNotes(this.unitId, sheet.getSheetId());
    notes?.forEach(({ row, col, note }) => cells.add(row, col, { note }));
    return cells.sorted();
  }

  /** A formula filled down is held once, with the distances of its copies. */
  private formulasOf(sheet: Worksheet): (row: number, column: number) => string | undefined {
    const held = this.formulas.getSheetFormulaData(this.unitId, sheet.getSheetId()) ?? {};
    const words = this.injector.get(LexerTreeBuilder);
    return (row, column) => {
      const { f: formula, x = 0, y = 0 } = held[row]?.[column] ?? {};
      return formula && (x !== 0 || y !== 0) ? words.moveFormulaRefOffset(formula, x, y) : formula;
    };
  }

  private cell(cell: Nullable<ICellData>, formula: string | undefined): Partial<CellContent> {
    const style = cell?.s && this.workbook.getStyles().getStyleByCell(cell);
    const format = style ? formatOf(style) : undefined;
    return { value: valueIn(cell), ...(formula && { formula }), ...(format && { format }) };
  }
}

type Look = Pick<SheetContent, "frozen" | "hidden" | "tabColour" | "gridlinesHidden" | "rowHeights">;

function lookOf(sheet: Worksheet): Look {
  const { freeze, hidden, tabColor, showGridlines } = sheet.getConfig();
  const { xSplit: columns, ySplit: rows } = freeze;
  const tabColour = hexColour(tabColor);
  const rowHeights = heightsOf(sheet);
  return {
    ...(Object.keys(rowHeights).length > 0 && { rowHeights }),
    ...((rows > 0 || columns > 0) && { frozen: { rows, columns } }),
    ...(hidden === BooleanNumber.TRUE && { hidden: true }),
    ...(tabColour && { tabColour }),
    ...(showGridlines === BooleanNumber.FALSE && { gridlinesHidden: true }),
  };
}

/** Of rows that do not follow what they hold. */
function heightsOf(sheet: Worksheet): Record<number, number> {
  const rows = Object.entries(sheet.getConfig().rowData);
  return Object.fromEntries(rows.flatMap(([i, row]) =>
    (row?.h !== undefined && row.ia === BooleanNumber.FALSE ? [[i, row.h / pixelsPerPoint]] : [])));
}

/** The cells of a sheet, put together from their several sources; what would say nothing is left out. */
class CellMap {
  private readonly cells = new Map<number, CellContent>();

  add(row: number, column: number, part: Partial<CellContent>): void {
    const key = row * 16_384 + column;
    const known = this.cells.get(key);
    const said = part.value !== null || Object.keys(part).length > 1;
    if (known || said) this.cells.set(key, { row, column, value: null, ...known, ...part });
  }

  sorted(): CellContent[] {
    return [...this.cells].sort(([one], [other]) => one - other).map(([, cell]) => cell);
  }
}

const isInside = (range: IRange, row: number, column: number): boolean =>
  row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;

function each(range: IRange, visit: (row: number, column: number) => void): void {
  for (let row = range.startRow; row <= range.endRow; row++) {
    for (let column = range.startColumn; column <= range.endColumn; column++) visit(row, column);
  }
}
