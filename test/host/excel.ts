import type { Host } from "../../src/host/host";
import { headlessHost } from "../../src/host/host-headless";
import type { WorkbookContent } from "../../src/xlsx/content";

const emptyWorkbook: WorkbookContent = {
  sheets: [{ name: "Sheet1", cells: [], tables: [], merges: [], columnWidths: {} }],
  names: [],
  customXml: [],
};

type Work<T> = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T> | T;

export interface Desk {
  readonly host: Host;
  /** One `Excel.run`, given the active sheet, with a sync at its end. */
  run<T>(work: Work<T>): Promise<T>;
}

/** A host for a test file; each test begins with an empty workbook. */
export function desk(): Desk {
  const made = {} as { host: Host };
  beforeAll(async () => {
    made.host = await headlessHost({ language: "en" });
  }, 60_000);
  beforeEach(() => made.host.engine.open(emptyWorkbook));
  afterAll(() => made.host.dispose());
  return {
    get host() {
      return made.host;
    },
    run: (work) => made.host.excel.Excel.run(async (context) =>
      work(context, context.workbook.worksheets.getActiveWorksheet())),
  };
}
