import { Problem, problemOf } from "./problem";

/** As `Office.context.requirements.isSetSupported`; only a door can ask it. */
export type Supports = (requirementSet: string, version: string) => boolean;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

export async function reading<T>(batch: Batch<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw problemOf(error);
  }
}

/** What puts back one thing that a deed has changed. */
type Undo = (context: Excel.RequestContext) => void | Promise<void>;

/** Notes how to put each change back, before it is made. */
export type Remember = (undo: Undo) => void;

/**
 * A deed that changes the workbook: one step for the user's undo where the host can,
 * and if it fails midway, what was done so far is put back, the last change first.
 */
export async function changing<T>(
  supports: Supports,
  deed: (context: Excel.RequestContext, remember: Remember) => Promise<T>,
): Promise<T> {
  const batch: Batch<T> = async (context) => {
    const undos: Undo[] = [];
    try {
      return await deed(context, (undo) => undos.unshift(undo));
    } catch (error) {
      await putBack(context, undos, error);
      throw error;
    }
  };
  try {
    return await (supports("ExcelApi", "1.20") ? Excel.run({ mergeUndoGroup: true }, batch) : Excel.run(batch));
  } catch (error) {
    throw problemOf(error);
  }
}

async function putBack(context: Excel.RequestContext, undos: readonly Undo[], cause: unknown): Promise<void> {
  let left = false;
  for (const undo of undos) {
    try {
      await undo(context);
      await context.sync();
    } catch {
      left = true;
    }
  }
  if (left) throw halfDone(cause);
}

const halfDone = (cause: unknown): Problem =>
  new Problem(
    { en: "It stopped halfway, and not everything could be put back.", zh: "操作中途停止，且未能全部还原。" },
    problemOf(cause).why,
    { en: "Press Ctrl+Z to go back to where you were.", zh: "请按 Ctrl+Z 恢复到之前的状态。" },
  );
