import type { CellPlace, OutputDraws } from "../model";
import { rangeOf } from "./cell-places";
import { Problem } from "./problem";
import { changing, type Supports } from "./run";
import type { Watch } from "./write-cells";

/**
 * The outputs as the host itself calculates them, one draw after the other: slow, and the way for models that cannot be
 * calculated apart. The inputs are put back whatever happens; a stopped run gives nothing.
 */
export function runThroughHost(
  inputs: readonly CellPlace[],
  outputs: readonly CellPlace[],
  draws: readonly Float64Array[],
  watch: Watch,
  supports: Supports,
): Promise<readonly OutputDraws[] | undefined> {
  return changing(supports, async (context, remember) => {
    const cells = inputs.map((place) => rangeOf(context, place).load("formulas"));
    await context.sync();
    const before = cells.map(({ formulas }) => formulas as unknown[][]);
    const restore = async (): Promise<void> => {
      cells.forEach((cell, i) => (cell.formulas = before[i]!));
      await context.sync();
    };
    remember(restore);
    const count = draws[0]?.length ?? 0;
    const results = outputs.map(() => ({ values: new Float64Array(count), errors: {} as Record<string, number> }));
    let draw = 0;
    for (; draw < count && !watch.isStopped(); draw++) {
      cells.forEach((cell, i) => (cell.values = [[draws[i]![draw]!]]));
      const shown = await settled(context, outputs);
      shown.forEach((value, i) => keep(results[i]!, draw, value));
      watch.told(draw + 1);
    }
    await restore();
    return draw < count ? undefined : results;
  });
}

const rounds = 200;
const longestPause = 50;

/** Custom functions answer later than the cells around them: until then they show that they are busy. */
async function settled(context: Excel.RequestContext, outputs: readonly CellPlace[]): Promise<unknown[]> {
  for (let round = 0; round < rounds; round++) {
    const ranges = outputs.map((place) => rangeOf(context, place).load("values"));
    const { application } = context.workbook;
    application.load("calculationState");
    await context.sync();
    const values = ranges.map(({ values }) => values[0]![0] as unknown);
    if (application.calculationState === "Done" && !values.includes("#BUSY!")) return values;
    await new Promise((resolve) => setTimeout(resolve, Math.min(2 ** round, longestPause)));
  }
  throw stillBusy;
}

const stillBusy = new Problem(
  { en: "The run was given up, and the inputs are as they were.", zh: "运行已放弃，输入已恢复原值。" },
  { en: "The workbook did not finish calculating within ten seconds.", zh: "工作簿在十秒内未完成计算。" },
  { en: "Set calculation to automatic, or make the model smaller.", zh: "请将计算设为自动，或缩小模型。" },
);

interface Kept {
  readonly values: Float64Array;
  readonly errors: Record<string, number>;
}

function keep({ values, errors }: Kept, draw: number, value: unknown): void {
  if (typeof value === "number" || typeof value === "boolean" || value === "") {
    values[draw] = Number(value);
    return;
  }
  values[draw] = NaN;
  const code = typeof value === "string" && value.startsWith("#") ? value : "#VALUE!";
  errors[code] = (errors[code] ?? 0) + 1;
}
