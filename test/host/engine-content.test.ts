import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { Refusal } from "../../src/refusal";
import type { CellContent, ChartContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { put, sheetOf, valueAt } from "./cells";

jest.setTimeout(60_000);

const sheet = (name: string, cells: CellContent[] = [], more: Partial<SheetContent> = {}): SheetContent => ({
  name, cells, tables: [], merges: [], columnWidths: {}, ...more,
});
const book = (...sheets: SheetContent[]): WorkbookContent => ({ sheets, names: [], customXml: [] });

const areas = [{ row: 1, column: 1, rows: 2, columns: 1 }];

const chart: ChartContent = {
  id: "rId7", name: "Output", type: "ColumnClustered", title: "='产出 2020'!$A$1", legend: "right",
  anchor: { from: { row: 3, column: 3, x: 1.5, y: 2 }, to: { row: 12, column: 8, x: 0, y: 0 } },
  valueAxis: { title: "10k", minimum: 0 },
  series: [{ name: "Output", categories: "='产出 2020'!$A$2:$A$3", values: "='产出 2020'!$B$2:$B$3", colour: "#257d8c" }],
};

const rules: Pick<SheetContent, "validations" | "conditionalFormats"> = {
  validations: [
    { areas: [{ row: 1, column: 0, rows: 2, columns: 1 }], type: "list", first: "合肥,南京", alert: { style: "stop" } },
    {
      areas, type: "decimal", comparison: "greaterThan", first: "0", required: true,
      prompt: { title: "Output", message: "in 10k" }, alert: { style: "warning", title: "Output", message: "is too small" },
    },
    { areas: [{ row: 20, column: 0, rows: 1, columns: 1 }], type: "custom", first: "=LEN(A21)<3" },
  ],
  conditionalFormats: [
    { areas, rule: { kind: "cell", comparison: "between", first: "1", second: "2", look: { colour: "#9c0006", fill: "#ffc7ce" } } },
    { areas, rule: { kind: "cell", comparison: "greaterThan", first: "=$B$3", look: { bold: true } }, stops: true },
    { areas, rule: { kind: "formula", formula: "=$B2>1", look: { italic: true, underline: true, strike: true } } },
    { areas, rule: { kind: "text", condition: "beginsWith", text: "合", look: { bold: true } } },
    { areas, rule: { kind: "rank", rank: 10, percent: true, bottom: true, look: { bold: true } } },
    { areas, rule: { kind: "bar", colour: "#638ec6", minimum: { by: "num", value: "0" }, maximum: { by: "max" } } },
    { areas, rule: { kind: "scale", points: [{ by: "min", colour: "#ff0000" }, { by: "percentile", value: "90", colour: "#00ff00" }] } },
  ],
};

/** Every part of a workbook, with the values that its formulas have. */
const full: WorkbookContent = {
  sheets: [
    sheet("产出 2020", [
      { row: 0, column: 0, value: "City", format: { bold: true, fill: "#ddeeff" } },
      { row: 0, column: 1, value: "Output (10k)", format: { bold: true, fill: "#ddeeff" } },
      { row: 1, column: 0, value: "合肥" },
      { row: 1, column: 1, value: 1.12345678901234, format: { numberFormat: "#,##0.00", horizontal: "right" } },
      { row: 2, column: 0, value: "2019-03", note: "a text, not a date" },
      { row: 2, column: 1, value: 2 },
      { row: 4, column: 0, value: true },
      { row: 4, column: 1, value: { error: "#N/A" } },
      { row: 5, column: 0, value: null, format: { italic: true, colour: "#cc0000" } },
      { row: 5, column: 1, value: null, format: { fontSize: 14, wrap: true } },
      { row: 6, column: 0, value: "merged", format: { horizontal: "center", vertical: "top" } },
      { row: 9, column: 0, value: null, format: { underline: true, strike: true, font: "Georgia", vertical: "center" } },
      { row: 9, column: 1, value: null, format: { borderTop: "thin", borderRight: "medium #808080", borderBottom: "double" } },
    ], {
      ...rules,
      charts: [chart],
      rowHeights: { 0: 30, 8: 12.75 },
      tabColour: "#257d8c",
      gridlinesHidden: true,
      tables: [{
        name: "Output_2020",
        area: { row: 0, column: 0, rows: 3, columns: 2 },
        columns: ["City", "Output (10k)"],
        style: "TableStyleMedium4",
      }],
      merges: [{ row: 6, column: 0, rows: 2, columns: 2 }],
      columnWidths: { 0: 20.71, 3: 9 },
      frozen: { rows: 1, columns: 1 },
    }),
    sheet("Model", [
      { row: 0, column: 0, value: 3.12345678901234, formula: "=SUM(Output_2020[Output (10k)])" },
      { row: 0, column: 1, value: 0.5, formula: "=POLICY.CAPACITY_UTIL(1,2)" },
      { row: 0, column: 2, value: { error: "#DIV/0!" }, formula: "=1/0" },
      { row: 1, column: 0, value: 1, formula: "=SEQUENCE(2,2)", spill: { rows: 2, columns: 2 } },
      { row: 1, column: 1, value: 2 },
      { row: 2, column: 0, value: 3, format: { bold: true } },
      { row: 2, column: 1, value: 4 },
      { row: 3, column: 0, value: 0.25, formula: "=Share" },
      { row: 3, column: 1, value: "", formula: '=""' },
    ]),
    sheet("Notes", [], { hidden: true }),
  ],
  names: [
    { name: "Share", formula: "=0.25", comment: "of the province" },
    { name: "Cities", formula: "='产出 2020'!$A$2:$A$3" },
    { name: "Half", formula: "=LAMBDA(x,x/2)" },
  ],
  customXml: ["<policy/>"],
};

let engine: Engine;
beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterAll(() => engine.dispose());

describe("the content of a workbook", () => {
  it("comes out as it went in", async () => {
    await engine.open(full);
    expect(engine.content()).toEqual(full);
    await engine.open(engine.content());
    expect(engine.content()).toEqual(full);
  });

  it("is calculated anew: what a formula was worth in the file does not count", async () => {
    await engine.open(book(sheet("S", [{ row: 0, column: 0, value: 99, formula: "=1+1" }])));
    expect(valueAt(engine, "A1", "S")).toBe(2);
  });

  it("has no undo into the workbook before", async () => {
    await put(engine, "A2", [[5]], "S");
    await engine.open(book(sheet("T")));
    expect(await engine.undo()).toBe(false);
  });

  it("reads what has been typed and set since", async () => {
    await engine.open(book(sheet("S")));
    await put(engine, "A1", [[1, "=A1*2"]], "S");
    sheetOf(engine, "S").getRange("A1").setBackgroundColor("rgb(1,2,255)").setFontWeight("bold");
    await engine.calculated();
    expect(engine.content().sheets[0]!.cells).toEqual([
      { row: 0, column: 0, value: 1, format: { bold: true, fill: "#0102ff" } },
      { row: 0, column: 1, value: 2, formula: "=A1*2" },
    ]);
  });

  it("has each copy of a formula that was filled down", async () => {
    await engine.open(book(sheet("S", [1, 2, 3].map((value, row) => ({ row, column: 0, value })))));
    await put(engine, "B1", [["=A1*2"]], "S");
    await sheetOf(engine, "S").getRange("B1:B1").autoFill(sheetOf(engine, "S").getRange("B1:B3"));
    await engine.calculated();
    const filled = engine.content().sheets[0]!.cells.filter(({ column }) => column === 1);
    expect(filled.map(({ formula, value }) => [formula, value]))
      .toEqual([["=A1*2", 2], ["=A2*2", 4], ["=A3*2", 6]]);
  });

  it("has room beyond its last cell, however far that is", async () => {
    await engine.open(book(sheet("S", [{ row: 20_000, column: 300, value: 7 }])));
    expect(engine.value("S", 20_000, 300)).toBe(7);
    expect(sheetOf(engine, "S").getMaxRows()).toBeGreaterThan(20_001);
  });
});

describe("content that no workbook can hold", () => {
  const table = { name: "T", area: { row: 0, column: 0, rows: 2, columns: 1 }, columns: ["A"] };
  const tables = (...names: string[]) => ({ tables: names.map((name) => ({ ...table, name })) });
  const cell = (one: Partial<CellContent>): WorkbookContent =>
    book(sheet("S", [{ row: 0, column: 0, value: null, ...one }]));

  it.each<[string, WorkbookContent]>([
    ["no sheet", book()],
    ["no sheet to show", book(sheet("S", [], { hidden: true }))],
    ["two sheets of one name", book(sheet("Data"), sheet("DATA"))],
    ["a sheet without a name", book(sheet(""))],
    ["a sheet with a colon in its name", book(sheet("a:b"))],
    ["a row before the first", cell({ row: -1 })],
    ["a row after Excel's last", cell({ row: 1_048_576 })],
    ["half a column", cell({ column: 0.5 })],
    ["a number that is none", cell({ value: NaN })],
    ["a formula without its sign", cell({ formula: "1+1" })],
    ["a spill over the edge", cell({ formula: "=A1", spill: { rows: 2_000_000, columns: 1 } })],
    ["overlapping tables", book(sheet("S", [], tables("T", "U")))],
    ["two tables of one name", book(sheet("S", [], tables("T")), sheet("R", [], tables("t")))],
    ["a table of other columns", book(sheet("S", [], { tables: [{ ...table, columns: ["A", "B"] }] }))],
    ["overlapping merges", book(sheet("S", [], { merges: [table.area, table.area] }))],
  ])("is refused for %s, and the present workbook stays as it was", async (_, content) => {
    await engine.open(full);
    await expect(engine.open(content)).rejects.toBeInstanceOf(Refusal);
    expect(engine.content()).toEqual(full);
  });
});
