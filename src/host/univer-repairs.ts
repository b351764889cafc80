import { IUniverInstanceService, type Injector, type Workbook } from "@univerjs/core";
import {
  FormulaDataModel,
  IDefinedNamesService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  ISuperTableService,
  Lexer,
  LexerTreeBuilder,
  ReferenceNodeFactory,
  type ISuperTable,
} from "@univerjs/engine-formula";
import { valueIn } from "./cell-value";
import { recalculateAfterNames, renameColumns } from "./name-changes";
import { RepairedLexer, SteadyInterpreter } from "./repaired-reading";
import { QuickFormulaData, repairShared } from "./repaired-stores";
import { RepairedTables } from "./univer-tables";

/** After Univer's plugins and before the first workbook: from then on Univer holds its services fast. */
export function installRepairs(injector: Injector): void {
  repairShared();
  const tables = new RepairedTables((unitId, table) => headersOf(injector, unitId, table));
  injector.replace([ISuperTableService, { useValue: tables }]);
  replaceReading(injector, tables);
  injector.replace([FormulaDataModel, {
    useFactory: (instances: IUniverInstanceService, trees: LexerTreeBuilder) =>
      new QuickFormulaData(instances, trees),
    deps: [IUniverInstanceService, LexerTreeBuilder],
  }]);
  recalculateAfterNames(injector, tables);
  renameColumns(injector, tables);
}

type Config = IFormulaCurrentConfigService;
type Runtime = IFormulaRuntimeService;

function replaceReading(injector: Injector, tables: RepairedTables): void {
  injector.replace([Lexer, {
    useFactory: (names: IDefinedNamesService, trees: LexerTreeBuilder, config: Config) =>
      new RepairedLexer(names, trees, config, tables),
    deps: [IDefinedNamesService, LexerTreeBuilder, IFormulaCurrentConfigService],
  }]);
  injector.replace([Interpreter, {
    useFactory: (runtime: Runtime) => new SteadyInterpreter(runtime),
    deps: [IFormulaRuntimeService],
  }]);
  injector.replace([ReferenceNodeFactory, {
    useFactory: (config: Config, runtime: Runtime, functions: IFunctionService) =>
      new ReferenceNodeFactory(config, runtime, functions, byPosition(tables)),
    deps: [IFormulaCurrentConfigService, IFormulaRuntimeService, IFunctionService],
  }]);
}

function byPosition(tables: RepairedTables): ISuperTableService {
  const getTableMap = { value: (unitId: string) => tables.byPosition(unitId) };
  return Object.create(tables, { getTableMap }) as RepairedTables;
}

function headersOf(injector: Injector, unitId: string, { sheetId, range }: ISuperTable): string[] {
  const sheet = injector.get(IUniverInstanceService).getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId);
  const { startRow, startColumn, endColumn } = range;
  return Array.from({ length: endColumn - startColumn + 1 }, (_, i) =>
    String(valueIn(sheet?.getCellRaw(startRow, startColumn + i)) ?? ""),
  );
}
