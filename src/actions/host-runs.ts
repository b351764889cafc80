import type { CellPlace, OutputDraws, Question } from "../model";
import { rangeOf } from "./cell-places";
import { Problem } from "./problem";
import { changing, type Supports } from "./run";
import { formulaIn, holding } from "./unfinished-run";
import type { Watch } from "./write-cells";

/** What the slow way needs: someone who watches, and knows of the recalculations so far. */
export interface ThroughSheet {
  readonly watch: Watch;
  readonly supports: Supports;
}

/**
 * Puts a question to the host itself, one recalculation after the other: slow, and the way for models that cannot be
 * calculated apart. The inputs are put back whatever happens, by the next pane if this one goes; a stopped run gives
 * nothing.
 */
export function throughSheet<T>(
  question: Question<T>,
  inputs: readonly CellPlace[],
  outputs: readonly CellPlace[],
  { watch, supports }: ThroughSheet,
): Promise<T | undefined> {
  return changing(supports, async (context, remember) => {
    const cells = inputs.map((place) => rangeOf(context, place).load("formulas"));
    context.workbook.application.load("calculationMode");
    await context.sync();
    if (context.workbook.application.calculationMode === "Manual") throw isManual;
    const held = inputs.map((place, i) => ({ place, formula: formulaIn(cells[i]!) }));
    return holding(context, remember, held, () =>
      asked(question, watch, (row) => {
        cells.forEach((cell, i) => (cell.values = [[Number.isFinite(row[i]) ? row[i]! : missing]]));
        return settled(context, outputs);
      }));
  });
}

/** For what is no number: sent as it is, it would leave the cell of the case before. */
const missing = "#N/A";

/** One case after the other; undefined once it is stopped. */
async function asked<T>(
  question: Question<T>,
  watch: Watch,
  shown: (inputs: readonly number[]) => Promise<readonly unknown[]>,
): Promise<T | undefined> {
  let done = 0;
  let step = question.next();
  while (!step.done) {
    const columns = step.value;
    const rows: (readonly unknown[])[] = [];
    for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
      if (watch.isStopped()) return undefined;
      rows.push(await shown(columns.map((column) => column[i]!)));
      watch.told(++done);
    }
    step = question.next(outputsIn(rows));
  }
  return step.value;
}

const rounds = 200;
const longestPause = 50;

/** Custom functions answer later than the cells around them: until then they show that they are busy. */
async function settled(context: Excel.RequestContext, outputs: readonly CellPlace[]): Promise<unknown[]> {
  for (let round = 0; round < rounds; round++) {
    const ranges = outputs.map((place) => rangeOf(context, place).load("values,formulas"));
    const { application } = context.workbook;
    application.load("calculationState");
    await context.sync();
    const values = ranges.map(shownIn);
    if (application.calculationState === "Done" && !values.includes("#BUSY!")) return values;
    await new Promise((resolve) => setTimeout(resolve, Math.min(2 ** round, longestPause)));
  }
  throw stillBusy;
}

/** An empty cell counts as 0, a formula that gives an empty text does not. */
function shownIn({ values, formulas }: Excel.Range): unknown {
  const value: unknown = values[0]![0];
  return value === "" && formulas[0]![0] !== "" ? "#VALUE!" : value;
}

const stillBusy = new Problem(
  { en: "The run was given up, and the inputs are as they were.", zh: "运行已放弃，输入已恢复原值。" },
  { en: "The workbook did not finish calculating within ten seconds.", zh: "工作簿在十秒内未完成计算。" },
  { en: "Set calculation to automatic, or make the model smaller.", zh: "请将计算设为自动，或缩小模型。" },
);

const isManual = new Problem(
  { en: "The run was not started.", zh: "运行未启动。" },
  { en: "The workbook is calculated by hand (F9).", zh: "工作簿为手动计算（F9）。" },
  { en: "Set calculation to automatic, then try again.", zh: "请将计算设为自动后重试。" },
);

/** What the sheet showed, row by row, as columns of the outputs. */
const outputsIn = (rows: readonly (readonly unknown[])[]): OutputDraws[] =>
  (rows[0] ?? []).map((_, output) => {
    const shown = rows.map((row) => row[output]);
    const errors: Record<string, number> = {};
    for (const code of shown.flatMap((value) => codeOf(value) ?? [])) errors[code] = (errors[code] ?? 0) + 1;
    return { values: Float64Array.from(shown, (value) => (codeOf(value) ? NaN : Number(value))), errors };
  });

/** The error that a value stands for: a text is none that can be reckoned with. */
function codeOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean" || value === "") return undefined;
  return typeof value === "string" && value.startsWith("#") ? value : "#VALUE!";
}
