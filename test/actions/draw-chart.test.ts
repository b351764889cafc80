import { insertTable, type TableToInsert } from "../../src/actions/insert-table";
import { notImplemented } from "../../src/host/api-error";
import { Charts } from "../../src/host/objects/charts";
import { contentOf, failingAt, openDesk, sheetNames, supports, write } from "./excel-desk";

const made = openDesk();

const output: TableToInsert = {
  name: "Output",
  headers: ["City", "Vehicles", "Period"],
  rows: [
    ["Hefei", 80, "2023"],
    ["Hefei", 100, "2024"],
    ["Hefei", 120, "2025"],
    ["Wuhan", 50, "2025"],
  ],
  formats: Array.from({ length: 4 }, () => ["@", "#,##0", "@"]),
  notes: ["Source: a paper."],
  chart: { kind: "line", names: 2, figures: 1, row: 0, rows: 3, title: "Output of Hefei" },
};

const cell = { sheet: "Sheet1", address: "B3" };
const newSheet = { newSheet: "Output" };

const chartsOn = (sheet: string) => contentOf(made).sheets.find(({ name }) => name === sheet)!.charts ?? [];

/** A chart of the user's own. */
const drawOwn = (): Promise<void> =>
  made.run((_, sheet) => {
    sheet.getRange("P1:P3").values = [[1], [2], [3]];
    sheet.charts.add("Line", sheet.getRange("P1:P3")).name = "Mine";
  });

afterEach(() => jest.restoreAllMocks());

describe("a table with a chart", () => {
  it("gets a native chart of the planned rows, beside it", async () => {
    // The table is A1:C5; Hefei's years are rows 2 to 4; the chart begins one column after the table, at E1.
    expect(await insertTable(output, newSheet, supports)).toMatchObject({ kind: "inserted", chart: true });
    const [chart, ...more] = chartsOn("Output");
    expect(more).toEqual([]);
    expect(chart).toMatchObject({
      type: "Line",
      title: "Output of Hefei",
      anchor: { from: { row: 0, column: 4 }, to: { row: 18, column: 12 } },
      series: [{ categories: "=Output!$C$2:$C$4", values: "=Output!$B$2:$B$4" }],
    });
    expect(chart!.legend).toBeUndefined();
  });

  it("compares things as columns", async () => {
    const bars = { ...output.chart!, kind: "bar", names: 0, row: 1 } as const;
    await insertTable({ ...output, chart: bars }, cell, supports);
    expect(chartsOn("Sheet1")).toMatchObject([
      { type: "ColumnClustered", series: [{ categories: "=Sheet1!$B$5:$B$7", values: "=Sheet1!$C$5:$C$7" }] },
    ]);
  });

  it.each([
    ["at a cell", cell],
    ["on a new sheet", newSheet],
  ])("is one step for undo %s, and the user's own chart stays", async (_, to) => {
    await drawOwn();
    const before = { content: contentOf(made), sheets: await sheetNames(made) };
    await insertTable(output, to, supports);
    await made.host.engine.undo();
    expect({ content: contentOf(made), sheets: await sheetNames(made) }).toEqual(before);
  });

  it.each([
    ["at a cell, a batch refused", cell, false],
    ["at a cell, a batch lost after it was done", cell, true],
    ["on a new sheet, a batch lost after it was done", newSheet, true],
  ] as const)(
    "leaves the workbook as it was when it fails midway: %s",
    async (_, to, done) => {
      await write(made, "A1", [["mine"]]);
      await drawOwn();
      const before = { content: contentOf(made), sheets: await sheetNames(made) };
      let failures = 0;
      for (let number = 1; number < 40; number++) {
        failingAt(number, done);
        const outcome = await insertTable(output, to, supports).catch((error: unknown) => error);
        jest.restoreAllMocks();
        if (!(outcome instanceof Error)) break;
        failures++;
        expect({ number, content: contentOf(made), sheets: await sheetNames(made) }).toEqual({ number, ...before });
      }
      expect(failures).toBeGreaterThan(6);
    },
    60_000,
  );

  it.each([
    ["any", false],
    ["some", true],
  ])("comes without its chart where the host lacks %s of what charts need", async (_, draws) => {
    const add = Charts.prototype.add;
    jest.spyOn(Charts.prototype, "add").mockImplementation(async function (this: Charts, ...given) {
      if (draws) await add.apply(this, given);
      throw notImplemented("ChartCollection.add");
    });
    expect(await insertTable(output, newSheet, supports)).toMatchObject({ kind: "inserted", chart: false });
    expect(chartsOn("Output")).toEqual([]);
  });
});
