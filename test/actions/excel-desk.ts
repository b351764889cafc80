import type { WorkbookContent } from "../../src/xlsx/content";
import { Interpreter, type BatchAnswer } from "../../src/host/protocol";
import { desk, type Desk } from "../host/excel";

/** A workbook that the deeds find where Excel would stand. */
export function openDesk(): Desk {
  const made = desk();
  beforeAll(() => {
    (globalThis as { Excel?: unknown }).Excel = made.host.excel.Excel;
  });
  afterAll(() => {
    delete (globalThis as { Excel?: unknown }).Excel;
  });
  return made;
}

export const supports = (): boolean => true;

export const write = ({ run }: Desk, address: string, formulas: unknown[][]): Promise<void> =>
  run((_, sheet) => {
    sheet.getRange(address).formulas = formulas;
  });

export const valuesAt = ({ run }: Desk, sheet: string, address: string): Promise<unknown[][]> =>
  run(async ({ workbook, sync }) => {
    const range = workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await sync();
    return range.values;
  });

export const sheetNames = ({ run }: Desk): Promise<string[]> =>
  run(async ({ workbook, sync }) => {
    workbook.worksheets.load("items/name");
    await sync();
    return workbook.worksheets.items.map(({ name }) => name);
  });

const refused: BatchAnswer = {
  Results: [],
  TraceIds: [],
  Error: {
    Code: "GeneralException",
    Message: "the network is gone",
    ActionIndex: 0,
    Location: "",
    HttpStatusCode: 500,
  },
};

/** Lets one batch fail, the one of this number: before anything of it is done, or after all of it is. */
export function failingAt(number: number, done: boolean): () => number {
  const run = Interpreter.prototype.run;
  let count = 0;
  jest.spyOn(Interpreter.prototype, "run").mockImplementation(async function (this: Interpreter, batch) {
    if (++count !== number) return run.call(this, batch);
    if (done) await run.call(this, batch);
    return refused;
  });
  return () => count;
}

/** What of a workbook a user would miss. */
export const contentOf = ({ host }: Desk): WorkbookContent => host.engine.content();
