import { ICommandService, type Injector } from "@univerjs/core";
import {
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  ICalculateFormulaService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type CalculateFormulaService,
  type ErrorValueObject,
} from "@univerjs/engine-formula";
import { FormulaCalculationSessionService, TriggerCalculationController } from "@univerjs/sheets-formula";
import type { Answer, Outcome } from "../functions";
import { CellError, Refusal } from "../refusal";
import { RefusedValue } from "./univer-functions";

/** Where a formula without a cell of its own is thought to stand. */
export interface Place {
  readonly unitId: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The parts of Univer that are asked for what they do not tell: held by the tests of this engine. */
interface Waiting {
  readonly _waitingCommandQueue: readonly unknown[];
}

/** Univer's calculation: it waits 0.1 s for further changes, then calculates with pauses for the page. */
export class Calculation {
  constructor(private readonly injector: Injector) {}

  private get isSettled(): boolean {
    const trigger = this.injector.get(TriggerCalculationController) as unknown as Waiting;
    if (trigger._waitingCommandQueue.length > 0) return false;
    const session = this.injector.get(FormulaCalculationSessionService);
    const { started, stopped, completed, resultApplied } = session.state;
    return !started || (resultApplied && (stopped || completed));
  }

  /** A command just given may reach its listeners only after this turn of the event loop. */
  async settled(): Promise<void> {
    await turn();
    while (!this.isSettled) await this.nextChange();
  }

  private nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const commands = this.injector.get(ICommandService);
      const listening = commands.onCommandExecuted(() => {
        listening.dispose();
        void turn().then(resolve);
      });
    });
  }

  /** Only when settled: Univer calculates a formula by itself with the same tools as a pass. */
  async evaluate(formulas: readonly string[], at: Place): Promise<Outcome[]> {
    const runtime = this.injector.get(IFormulaRuntimeService);
    const service = this.injector.get(ICalculateFormulaService) as CalculateFormulaService;
    this.injector.get(IFormulaCurrentConfigService).loadDataLite();
    forgetCells();
    try {
      const outcomes: Outcome[] = [];
      for (const formula of formulas) {
        runtime.reset();
        runtime.setCurrent(at.row, at.column, at.rowCount, at.columnCount, at.sheetId, at.unitId);
        const value = await service.calculate(formula);
        outcomes.push(value ? outcomeOf(value as BaseValueObject) : unreadable);
      }
      return outcomes;
    } finally {
      forgetCells();
      runtime.reset();
    }
  }
}

/** What is remembered of cells, to read them once: a pass forgets it at its end, a single formula does not. */
function forgetCells(): void {
  FORMULA_REF_TO_ARRAY_CACHE.clear();
  CELL_INVERTED_INDEX_CACHE.clear();
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const unreadable = new Refusal("invalid", { en: "is not one that can be read", zh: "无法识别" }, "formula");

function outcomeOf(value: BaseValueObject): Outcome {
  if (value.isReferenceObject()) {
    return outcomeOf((value as unknown as BaseReferenceObject).toArrayValueObject());
  }
  if (!value.isArray()) return answerOf(value);
  const cells = (value as ArrayValueObject).getArrayValue();
  const rows = cells.map((row) => row.map((held) => answerOf(held as BaseValueObject)));
  return rows.length === 1 && rows[0]!.length === 1 ? rows[0]![0]! : rows;
}

/** A blank cell that a formula only refers to counts as 0, as in Excel. */
function answerOf(value: BaseValueObject | null | undefined): Answer {
  if (!value || value.isNull()) return 0;
  if (value instanceof RefusedValue) return value.refusal;
  if (value.isError()) return new CellError((value as ErrorValueObject).getErrorType());
  return value.isLambda() ? new CellError("#CALC!") : value.getValue();
}
