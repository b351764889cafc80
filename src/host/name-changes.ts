import {
  ICommandService,
  IUniverInstanceService,
  ObjectMatrix,
  type ICellData,
  type Injector,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import {
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IFunctionService,
  RemoveSuperTableMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { withNewTitles, type RepairedTables } from "./univer-tables";

/** A table or a name that changes means something else in formulas on every sheet: all are calculated anew. */
export function recalculateAfterNames(injector: Injector, tables: RepairedTables): void {
  const functions = injector.get(IFunctionService);
  const commands = injector.get(ICommandService);
  let changed = false;
  const forget = (): void => {
    changed = true;
    functions.deleteFormulaAstCacheKey("=");
  };
  tables.update$.subscribe(forget);
  injector.get(IDefinedNamesService).update$.subscribe(forget);
  commands.beforeCommandExecuted(({ id, params }) => {
    if (!changed || id !== SetFormulaCalculationStartMutation.id) return;
    (params as { forceCalculation?: boolean }).forceCalculation = true;
    changed = false;
  });
  injector.get(IActiveDirtyManagerService).register(RemoveSuperTableMutation.id, {
    commandId: RemoveSuperTableMutation.id,
    getDirtyData: () => ({ forceCalculation: true }),
  });
}

/** A new text in a table's header is a new name of the column in every formula, as in Excel; so is its undo. */
export function renameColumns(injector: Injector, tables: RepairedTables): void {
  injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || options?.fromFormula) return;
    const { unitId, subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const renames = tables.renames(unitId, subUnitId, cellValue ?? {});
    const book = injector.get(IUniverInstanceService).getUnit<Workbook>(unitId);
    if (!book || renames.length === 0) return;
    for (const sheet of book.getSheets()) {
      rewriteFormulas(injector, sheet, (formula, row, column) =>
        withNewTitles(formula, renames, tables.around(unitId, sheet.getSheetId(), row, column)?.[0]),
      );
    }
    for (const { name } of renames) tables.registerTable(unitId, name, tables.getTable(unitId, name)!);
  });
}

function rewriteFormulas(
  injector: Injector,
  sheet: Worksheet,
  rewritten: (formula: string, row: number, column: number) => string,
): void {
  const cells = new ObjectMatrix<ICellData>();
  sheet.getCellMatrix().forValue((row, column, cell) => {
    const formula = cell?.f && rewritten(cell.f, row, column);
    if (formula && formula !== cell.f) cells.setValue(row, column, { f: formula });
  });
  const params: ISetRangeValuesMutationParams = {
    unitId: sheet.getUnitId(),
    subUnitId: sheet.getSheetId(),
    cellValue: cells.getMatrix(),
  };
  if (cells.getSizeOf() === 0) return;
  injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
}
