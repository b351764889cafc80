import {
  generateRandomId,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  RedoCommand,
  UndoCommand,
  Univer,
  UniverInstanceType,
  type Injector,
  type IUniverConfig,
  type Plugin,
  type PluginCtor,
  type Workbook,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { ISuperTableService } from "@univerjs/engine-formula";
import { FormulaCalculationSessionService } from "@univerjs/sheets-formula";
import type { Definition, Outcome } from "../functions";
import type { Language, Refusal } from "../refusal";
import type { Area, CellValue, WorkbookContent } from "../xlsx/content";
import { Calculation } from "./calculation";
import { ChartStore } from "./chart-store";
import { checkContent } from "./content-check";
import { univerWorkbook } from "./content-to-univer";
import type { Engine } from "./engine";
import { Refusals } from "./refusals";
import { groupedUndo, type GroupedUndo } from "./undo-groups";
import { univerFunctions } from "./univer-functions";
import { repairedFunctions, type FunctionEntry } from "./univer-operators";
import { installRepairs } from "./univer-repairs";
import type { RepairedTables } from "./univer-tables";
import { WorkbookReader } from "./workbook-reader";

const localeOf: Record<Language, LocaleType> = { en: LocaleType.EN_US, zh: LocaleType.ZH_CN };

type PluginClass = PluginCtor<Plugin>;
type PluginEntry = PluginClass | readonly [PluginClass, unknown];

export interface EngineParts {
  readonly language: Language;
  readonly functions: readonly Definition[];
  readonly univer: Partial<IUniverConfig>;
  readonly plugins: (functions: readonly FunctionEntry[]) => readonly PluginEntry[];
  /** When the first workbook is on the page. */
  readonly drawn?: (injector: Injector) => Promise<void>;
}

/** Puts Univer together: its plugins, our functions in them, and its repairs before the first workbook. */
export async function univerEngine(parts: EngineParts): Promise<Engine> {
  const { language, functions, plugins, drawn } = parts;
  const refusals = new Refusals();
  const univer = new Univer({
    ...parts.univer,
    locale: localeOf[language],
    logLevel: LogLevel.SILENT,
    override: groupedUndo,
  });
  const injector = univer.__getInjector();
  const tables = () => injector.get(ISuperTableService) as RepairedTables;
  const entries = [...repairedFunctions(tables), ...univerFunctions(functions, refusals.hear)];
  for (const plugin of plugins(entries)) {
    const [pluginClass, options] = (Array.isArray(plugin) ? plugin : [plugin]) as [PluginClass, object?];
    univer.registerPlugin(pluginClass, options);
  }
  installRepairs(injector);
  const engine = new UniverEngine(univer, refusals, language);
  await drawn?.(injector);
  await engine.calculated();
  return engine;
}

/** What a workbook is before anything is in it. */
export const emptyWorkbook: WorkbookContent = {
  sheets: [{ name: "Sheet1", cells: [], tables: [], merges: [], columnWidths: {} }],
  names: [],
  customXml: [],
};

/** An engine over a Univer that has its plugins and repairs, with or without a page. */
class UniverEngine implements Engine {
  readonly api: FUniver;
  readonly charts: ChartStore;
  customXml: readonly string[] = [];
  private readonly injector: Injector;
  private readonly calculation: Calculation;
  private readonly listeners = new Set<() => void>();
  private spoken: Language;

  constructor(
    readonly univer: Univer,
    private readonly refusals: Refusals,
    language: Language,
  ) {
    this.spoken = language;
    this.injector = univer.__getInjector();
    this.charts = new ChartStore(this.injector);
    this.load(emptyWorkbook);
    this.charts.followCells();
    this.api = FUniver.newAPI(univer);
    this.calculation = new Calculation(this.injector);
    const changed = () => this.listeners.forEach((listener) => listener());
    this.injector.get(ICommandService).onMutationExecutedForCollab(changed);
    this.injector.get(FormulaCalculationSessionService).resultApplied$.subscribe(changed);
  }

  get language(): Language {
    return this.spoken;
  }

  setLanguage(language: Language): void {
    this.spoken = language;
    this.univer.setLocale(localeOf[language]);
  }

  async evaluate(formula: string): Promise<Outcome> {
    const [outcome] = await this.evaluateAll([formula]);
    return outcome!;
  }

  async evaluateAll(formulas: readonly string[]): Promise<Outcome[]> {
    await this.calculated();
    const sheet = this.workbook.getActiveSheet();
    return this.calculation.evaluate(formulas.map((formula) => (formula.startsWith("=") ? formula : `=${formula}`)), {
      unitId: this.workbook.getUnitId(),
      sheetId: sheet.getSheetId(),
      row: sheet.getRowCount(),
      column: sheet.getColumnCount(),
      rowCount: sheet.getRowCount(),
      columnCount: sheet.getColumnCount(),
    });
  }

  calculated(): Promise<void> {
    return this.calculation.settled();
  }

  value(sheet: string, row: number, column: number): CellValue {
    return this.reader.value(sheet, row, column);
  }

  values(sheet: string, { row, column, rows, columns }: Area): CellValue[][] {
    const { reader } = this;
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => reader.value(sheet, row + r, column + c)),
    );
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    return this.reader.formula(sheet, row, column);
  }

  spillOf(sheet: string, row: number, column: number): Area | undefined {
    return this.reader.spillOf(sheet, row, column);
  }

  refusalAt(sheet: string, row: number, column: number): Refusal | undefined {
    const shown = this.value(sheet, row, column);
    const code = typeof shown === "object" ? shown?.error : undefined;
    return this.refusals.at({ sheetId: this.reader.sheetId(sheet), row, column }, code);
  }

  content(): WorkbookContent {
    const { reader } = this;
    return { sheets: reader.sheets(), names: reader.names(), customXml: this.customXml };
  }

  async open(content: WorkbookContent): Promise<void> {
    checkContent(content);
    await this.calculated();
    const present = this.workbook.getUnitId();
    this.refusals.forget();
    this.load(content);
    this.injector.get(IUniverInstanceService).disposeUnit(present);
    this.customXml = content.customXml;
    this.api.getActiveWorkbook()?.getActiveSheet().getRange("A1").activate();
    await this.calculated();
  }

  undoGroup<Value>(work: () => Promise<Value>): Promise<Value> {
    return (this.injector.get(IUndoRedoService) as GroupedUndo).grouped(this.workbook, work);
  }

  undo(): Promise<boolean> {
    return this.injector.get(ICommandService).executeCommand(UndoCommand.id);
  }

  redo(): Promise<boolean> {
    return this.injector.get(ICommandService).executeCommand(RedoCommand.id);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
    this.univer.dispose();
  }

  private load(content: WorkbookContent): void {
    const data = univerWorkbook(content, `workbook-${generateRandomId(8)}`);
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    const instances = this.injector.get(IUniverInstanceService);
    instances.setCurrentUnitForType(data.id);
    instances.focusUnit(data.id);
    this.charts.load(content.sheets.map(({ charts }) => charts));
  }

  private get workbook(): Workbook {
    const instances = this.injector.get(IUniverInstanceService);
    return instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  private get reader(): WorkbookReader {
    return new WorkbookReader(this.injector, this.workbook, this.charts);
  }
}
