import {
  CommandType,
  generateRandomId,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICommandInfo,
  type IMutation,
  type IMutationInfo,
  type Injector,
  type IRange,
  type Workbook,
} from "@univerjs/core";
import { EffectRefRangId, handleDefaultRangeChangeWithEffectRefCommands, SheetInterceptorService } from "@univerjs/sheets";
import type { Area } from "../formulas/addresses";
import { isSameName } from "../formulas/same-name";
import { parseReference, referenceFormula } from "../formulas/sheet-references";
import type { ChartContent, Corner } from "../xlsx/chart-content";
import { areaOf, rangeOf } from "./areas-and-ranges";
import { withReferences, type Held, type HeldChart } from "./held-charts";

interface ChartsChange {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly charts: readonly HeldChart[];
}

const setCharts = "policy.mutation.set-charts";

/** The charts of the open workbook; changes to them are steps of Univer's undo like any other. */
export class ChartStore {
  private readonly bySheet = new Map<string, readonly HeldChart[]>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly injector: Injector) {
    const mutation: IMutation<ChartsChange> = {
      id: setCharts,
      type: CommandType.MUTATION,
      handler: (_accessor, change) => this.apply(change),
    };
    injector.get(ICommandService).registerCommand(mutation);
  }

  /** From the first workbook on: before it Univer has no sheets to speak of. */
  followCells(): void {
    this.injector.get(SheetInterceptorService).interceptCommand({ getMutations: (info) => this.following(info) });
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  list(sheet: string): readonly HeldChart[] {
    return this.bySheet.get(sheet) ?? [];
  }

  /** Replaces the charts of a sheet, as a step of undo. */
  change(sheet: string, charts: readonly HeldChart[]): void {
    const { redos, undos } = this.steps(sheet, charts);
    this.injector.get(ICommandService).syncExecuteCommand(setCharts, redos[0]!.params as ChartsChange);
    const unitID = this.workbook.getUnitId();
    this.injector.get(IUndoRedoService).pushUndoRedo({ unitID, undoMutations: undos, redoMutations: redos });
  }

  edit(sheet: string, key: string, change: (chart: HeldChart) => HeldChart): void {
    this.change(sheet, this.list(sheet).map((chart) => (chart.key === key ? change(chart) : chart)));
  }

  remove(sheet: string, key: string): void {
    this.change(sheet, this.list(sheet).filter((chart) => chart.key !== key));
  }

  /** Those of a workbook that is opened; what was open before is forgotten. */
  load(contents: readonly (readonly ChartContent[] | undefined)[]): void {
    this.bySheet.clear();
    this.workbook.getSheets().forEach((sheet, i) => {
      const charts = (contents[i] ?? []).map((chart) =>
        ({ ...withReferences(chart, (said) => this.holding(said)), key: generateRandomId() }));
      if (charts.length > 0) this.bySheet.set(sheet.getSheetId(), charts);
    });
    this.tell();
  }

  content(sheet: string): ChartContent[] {
    return this.list(sheet).map(({ key: _key, ...chart }) => withReferences(chart, (held) => this.said(held)));
  }

  /** A formula that is nothing but cells of a sheet of this workbook is held as those cells. */
  holding(said: string): Held {
    const reference = said.startsWith("=") ? parseReference(said) : undefined;
    const sheet = reference && this.workbook.getSheets().find((each) => isSameName(each.getName(), reference.sheet));
    return reference && sheet ? { sheet: sheet.getSheetId(), area: reference.area } : said;
  }

  /** The text of what is held, with the sheet's present name. */
  said(held: Held): string {
    if (typeof held === "string") return held;
    const sheet = this.workbook.getSheetBySheetId(held.sheet);
    return sheet ? referenceFormula({ sheet: sheet.getName(), area: held.area }) : "=#REF!";
  }

  private get workbook(): Workbook {
    return this.injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  private apply({ unitId, subUnitId, charts }: ChartsChange): boolean {
    if (unitId !== this.workbook.getUnitId()) return false;
    this.bySheet.set(subUnitId, charts);
    this.tell();
    return true;
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }

  private steps(sheet: string, charts: readonly HeldChart[]): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
    const step = (of: readonly HeldChart[]): IMutationInfo => ({
      id: setCharts,
      params: { unitId: this.workbook.getUnitId(), subUnitId: sheet, charts: of },
    });
    return { redos: [step(charts)], undos: [step(this.list(sheet))] };
  }

  /** What becomes of charts and their cells when rows, columns or cells move. */
  private following(info: ICommandInfo): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
    const steps = { redos: [] as IMutationInfo[], undos: [] as IMutationInfo[] };
    if (!movers.has(info.id)) return steps;
    for (const [sheet, charts] of this.bySheet) {
      const moved = charts.map((chart) => movedChart(chart, sheet, this.mover(info)));
      if (JSON.stringify(moved) === JSON.stringify(charts)) continue;
      const { redos, undos } = this.steps(sheet, moved);
      steps.redos.push(...redos);
      steps.undos.push(...undos);
    }
    return steps;
  }

  private mover(info: ICommandInfo): Move {
    const { subUnitId = this.workbook.getActiveSheet().getSheetId() } = (info.params ?? {}) as { subUnitId?: string };
    return (sheet, area) => {
      if (sheet !== subUnitId) return area;
      const range: IRange | null = handleDefaultRangeChangeWithEffectRefCommands(rangeOf(area), info);
      return range ? areaOf(range) : undefined;
    };
  }
}

const movers = new Set<string>(Object.values(EffectRefRangId));

/** Where cells are afterwards; undefined for those that are gone. */
type Move = (sheet: string, area: Area) => Area | undefined;

function movedChart(chart: HeldChart, sheet: string, move: Move): HeldChart {
  const held = (one: Held): Held => {
    if (typeof one === "string") return one;
    const area = move(one.sheet, one.area);
    return area ? { ...one, area } : "=#REF!";
  };
  // A corner whose cell is gone stays where it was on the sheet.
  const corner = (one: Corner): Corner => {
    const { row, column } = move(sheet, { row: one.row, column: one.column, rows: 1, columns: 1 }) ?? one;
    return { ...one, row, column };
  };
  const { anchor } = chart;
  const moved = { ...anchor, from: corner(anchor.from), ...("to" in anchor && { to: corner(anchor.to) }) };
  return { ...withReferences(chart, held), key: chart.key, anchor: moved };
}
