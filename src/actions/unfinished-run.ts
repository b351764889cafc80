import { runIn, runNamespace, runXml, type HeldInput } from "../sharing/run-record";
import { placeOf, rangeOf } from "./cell-places";
import { writtenPlace } from "./places";
import { Problem } from "./problem";
import { changeRecord, recordXml } from "./records";
import { changing, reading, type Remember, type Supports } from "./run";

/** An input of a run that was cut off: what its cell held before, and holds now; nothing where its sheet is gone. */
export interface CutOffInput {
  readonly place: string;
  readonly before: HeldInput["formula"];
  readonly now?: HeldInput["formula"];
}

/** Runs of this pane itself put their inputs back. */
let underWay = 0;

const forgotten: Remember = () => undefined;

const drop = (context: Excel.RequestContext, remember: Remember): Promise<void> =>
  changeRecord(context, remember, runNamespace, () => undefined);

/**
 * Keeps in the workbook what inputs hold while something changes them: should this pane go in the middle, the next one
 * can put them back.
 */
export async function holding<T>(
  context: Excel.RequestContext,
  remember: Remember,
  inputs: readonly HeldInput[],
  run: () => Promise<T>,
): Promise<T> {
  const release = async (): Promise<void> => {
    inputs.forEach(({ place, formula }) => (rangeOf(context, place).formulas = [[formula]]));
    await context.sync();
    await drop(context, forgotten);
  };
  if (await held(context)) throw another;
  remember(release);
  await changeRecord(context, forgotten, runNamespace, () => runXml(inputs));
  underWay++;
  try {
    const result = await run();
    await release();
    return result;
  } finally {
    underWay--;
  }
}

const another = new Problem(
  { en: "The run was not started.", zh: "运行未启动。" },
  { en: "Another run through the sheet has not ended: its inputs are not put back.", zh: "另一次通过工作表的运行尚未结束，其输入未恢复。" },
  { en: "Wait for it; if it was cut off, reopen this pane, which offers to put them back.", zh: "请等待其结束；如已中断，请重新打开本窗格以恢复输入。" },
);

async function held(context: Excel.RequestContext): Promise<readonly HeldInput[] | undefined> {
  const xml = await recordXml(context, runNamespace);
  return xml === undefined ? undefined : runIn([xml]);
}

/** The inputs as they stand, each with its cell where that is still there. */
async function found(context: Excel.RequestContext, inputs: readonly HeldInput[]) {
  const sheets = inputs.map(({ place }) => context.workbook.worksheets.getItemOrNullObject(place.sheet));
  await context.sync();
  const cells = inputs.map(({ place }, i) =>
    sheets[i]!.isNullObject ? undefined : rangeOf(context, place).load("formulas"));
  await context.sync();
  return inputs.map((input, i) => ({ ...input, cell: cells[i] }));
}

/** What one cell, whose formulas are loaded, holds. */
export const formulaIn = (cell: Excel.Range): HeldInput["formula"] => cell.formulas[0]![0] as HeldInput["formula"];

/** The inputs of a run that was cut off, by this pane's end or the workbook's. */
export const readUnfinishedRun = (): Promise<readonly CutOffInput[] | undefined> =>
  reading(async (context) => {
    const inputs = underWay > 0 ? undefined : await held(context);
    return inputs && (await found(context, inputs)).map(({ place, formula, cell }) =>
      ({ place: writtenPlace(placeOf(place)), before: formula, ...(cell && { now: formulaIn(cell) }) }));
  });

/** Puts the inputs back as they were before the run. */
export const putInputsBack = (supports: Supports): Promise<void> =>
  changing(supports, async (context, remember) => {
    const inputs = await found(context, (await held(context)) ?? []);
    const gone = inputs.filter(({ cell }) => !cell).map(({ place }) => place.sheet);
    if (gone.length > 0) throw sheetsGone([...new Set(gone)]);
    for (const { cell, formula } of inputs) {
      const now = cell!.formulas;
      remember(() => void (cell!.formulas = now));
      cell!.formulas = [[formula]];
    }
    await context.sync();
    await drop(context, remember);
  });

const sheetsGone = (names: readonly string[]): Problem =>
  new Problem(
    { en: "Nothing was put back.", zh: "未恢复任何输入。" },
    { en: `These sheets are gone or renamed: ${names.join(", ")}.`, zh: `以下工作表已删除或改名：${names.join("、")}。` },
    { en: "Give them their names again, or keep the inputs as they are.", zh: "请恢复其名称，或保留现值。" },
  );

/** Takes the inputs as they stand for what is meant. */
export const keepInputs = (supports: Supports): Promise<void> =>
  changing(supports, drop);

/** What the pane asks of a workbook when it opens; loaded once it is seen. */
export const runDeeds = { readUnfinishedRun, putInputsBack, keepInputs };

export type RunDeeds = typeof runDeeds;
