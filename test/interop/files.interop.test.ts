import { unzipSync } from "fflate";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { pythonWithOpenpyxl, runScript } from "./python";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const cell = (row: number, column: number, value: CellContent["value"], more: Partial<CellContent> = {}): CellContent => {
  return { row, column, value, ...more };
};

/** Utilisation by hand: 80 / 100 = 0.8 and 60 / 120 = 0.5; together 140 / 220. */
const plants: SheetContent = {
  name: "Plants",
  cells: [
    cell(0, 0, "Output", { format: { bold: true, fill: "#ddebf7" } }), cell(0, 1, "Capacity"), cell(0, 2, "Use"),
    cell(1, 0, 80), cell(1, 1, 100),
    cell(1, 2, 0.8, { formula: "=T[[#This Row],[Output]]/T[[#This Row],[Capacity]]", format: { numberFormat: "0.0%" } }),
    cell(2, 0, 60), cell(2, 1, 120),
    cell(2, 2, 0.5, { formula: "=T[[#This Row],[Output]]/T[[#This Row],[Capacity]]" }),
    cell(4, 0, 140, { formula: "=SUM(T[Output])" }),
    cell(4, 1, 280, { formula: "=SUM(A2:A3*2)" }),
    cell(4, 2, 140 / 220, { formula: "=SUM(T[Output])/SUM(T[Capacity])", note: "weighted\nby capacity" }),
    cell(5, 0, " 合肥 <&> \"x\" "), cell(5, 1, true), cell(5, 2, { error: "#DIV/0!" }, { formula: "=1/0" }),
    cell(6, 0, 3, { formula: "=share*4" }),
  ],
  tables: [{
    name: "T", area: { row: 0, column: 0, rows: 3, columns: 3 }, columns: ["Output", "Capacity", "Use"],
    style: "TableStyleMedium2",
  }],
  merges: [{ row: 8, column: 0, rows: 2, columns: 2 }],
  columnWidths: { 0: 24 },
  frozen: { rows: 1, columns: 1 },
};

const content: WorkbookContent = {
  sheets: [plants, { name: "说明", cells: [cell(0, 0, "hidden")], tables: [], merges: [], columnWidths: {}, hidden: true }],
  names: [{ name: "share", formula: "=0.75" }, { name: "outputs", formula: "=Plants!$A$2:$A$3" }],
  customXml: ["<passport xmlns=\"urn:policy\"/>"],
};

const valueAt = (sheet: SheetContent, row: number, column: number) => {
  return sheet.cells.find((each) => each.row === row && each.column === column)?.value ?? null;
};

/** Programs calculate a formula that has no result, and mostly keep one that has. */
const withoutResults = (sheet: SheetContent): SheetContent => {
  return { ...sheet, cells: sheet.cells.map((each) => (each.formula ? { ...each, value: null } : each)) };
};

function expectSameValues(found: SheetContent, expected: readonly CellContent[]): void {
  for (const { row, column, value } of expected) {
    const present = valueAt(found, row, column);
    if (typeof value === "number") expect(present).toBeCloseTo(value, 12);
    else expect([row, column, present]).toEqual([row, column, value]);
  }
}

/** Gnumeric does not know references to the columns of a table. */
const withoutTables = (sheet: SheetContent): SheetContent => {
  return { ...sheet, tables: [], cells: sheet.cells.filter(({ formula }) => !formula?.includes("T[")) };
};

const cases = spreadsheets.filter(isThere).map((program) => {
  return [program.name, program, program.name === "Gnumeric" ? withoutTables(plants) : plants] as const;
});

describe.each(cases)("a workbook of ours in %s", (_, program, sheet) => {
  const through = async (edited: SheetContent) => {
    const book = await writeWorkbook({ ...content, sheets: [edited, content.sheets[1]] });
    return readWorkbook(recalculated(program, book));
  };

  it("has the same values as results of ours and when it is calculated anew", async () => {
    expectSameValues((await through(sheet)).content.sheets[0], sheet.cells);
    expectSameValues((await through(withoutResults(sheet))).content.sheets[0], sheet.cells);
  });

  it("has the same sheets, names and merged cells", async () => {
    const { sheets, names } = (await through(sheet)).content;
    expect(sheets.map(({ name }) => name)).toEqual(["Plants", "说明"]);
    expect(names.map(({ name }) => name)).toEqual(expect.arrayContaining(["share", "outputs"]));
    expect(sheets[0].merges).toEqual(plants.merges);
  });

  it("takes an edit in place of the file that the program saved, and calculates with it", async () => {
    const saved = await through(sheet);
    const [first, ...others] = saved.content.sheets;
    const cells = first.cells.map((each) => (each.row === 1 && each.column === 0 ? { ...each, value: 50 } : each));
    const sheets = [withoutResults({ ...first, cells }), ...others];
    const edited = await writeWorkbook({ ...saved.content, sheets }, saved);
    const [again] = (await readWorkbook(recalculated(program, edited))).content.sheets;
    // 2 * (50 + 60)
    expect(valueAt(again, 4, 1)).toBe(220);
  });
});

const libreOffice = cases.filter(([name]) => name === "LibreOffice");

describe.each(libreOffice)("what %s keeps of a workbook of ours", (_, program) => {
  it("is its table, notes, formats, widths and hidden sheets", async () => {
    const back = await readWorkbook(recalculated(program, await writeWorkbook(content)));
    const [sheet, hidden] = back.content.sheets;
    expect(sheet.tables[0]).toMatchObject({ name: "T", area: plants.tables[0].area, columns: plants.tables[0].columns });
    expect(sheet.cells.find(({ note }) => note)?.note).toBe("weighted\nby capacity");
    expect(sheet.cells[0].format).toMatchObject({ bold: true, fill: "#ddebf7" });
    expect(sheet.cells.find(({ row, column }) => row === 1 && column === 2)?.format?.numberFormat).toBe("0.0%");
    expect(sheet.columnWidths[0]).toBeCloseTo(24, 0);
    expect(hidden.hidden).toBe(true);
  });
});

const python = pythonWithOpenpyxl();

(python ? describe : describe.skip)("openpyxl", () => {
  it("reads of our workbooks the results, formulas, tables, names and notes", async () => {
    const withOurs = {
      ...content,
      sheets: [{ ...plants, cells: [...plants.cells, cell(7, 0, 0.8, { formula: "=POLICY.CAPACITY_UTIL(80,100)" })] }],
    };
    const script = `
import json, openpyxl
values = openpyxl.load_workbook(path, data_only=True)["Plants"]
book = openpyxl.load_workbook(path)
sheet = book["Plants"]
names = book.defined_names
names = list(names) if hasattr(names, "keys") else [each.name for each in names.definedName]
print(json.dumps({
    "results": [values[each].value for each in ("C2", "A5", "B6", "C6", "A7", "A8")],
    "stored": getattr(sheet["A8"].value, "text", sheet["A8"].value), "plain": sheet["A5"].value, "note": sheet["C5"].comment.text,
    "table": sheet.tables["T"].ref, "names": names, "frozen": sheet.freeze_panes, "bold": sheet["A1"].font.b,
}))`;
    expect(JSON.parse(runScript(python!, script, await writeWorkbook(withOurs)).printed)).toEqual({
      results: [0.8, 140, true, "#DIV/0!", 3, 0.8], stored: "=_xldudf_POLICY_CAPACITY_UTIL(80,100)",
      plain: "=SUM(T[Output])", note: "weighted\nby capacity", table: "A1:C3", names: ["share", "outputs"],
      frozen: "B2", bold: true,
    });
  });

  it("makes workbooks whose charts, rules, lists and pictures survive an edit of ours, byte for byte", async () => {
    const { book } = runScript(python!, `
import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
book = openpyxl.Workbook()
sheet = book.active
for row in [["Year", "Output"], [2023, 80], [2024, 90], [2025, "=B3*2"]]:
    sheet.append(row)
chart = BarChart()
chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=4), titles_from_data=True)
sheet.add_chart(chart, "E2")
sheet.conditional_formatting.add("B2:B4", ColorScaleRule(start_type="min", start_color="FF0000", end_type="max", end_color="00FF00"))
rule = DataValidation(type="list", formula1='"80,90"')
rule.add("B2")
sheet.add_data_validation(rule)
sheet.add_table(Table(displayName="Years", ref="A1:B4"))
book.save(path)`);
    const file = await readWorkbook(book);
    const [sheet] = file.content.sheets;
    expect(sheet.cells.find(({ row, column }) => row === 3 && column === 1)).toMatchObject({ formula: "=B3*2", value: null });
    const cells = sheet.cells.map((each) => (each.row === 1 && each.column === 1 ? { ...each, value: 85 } : each));
    const edited = await writeWorkbook({ ...file.content, sheets: [{ ...sheet, cells }] }, file);
    const parts = unzipSync(edited);
    const changed = [...file.parts].filter(([path, bytes]) => Buffer.compare(bytes, parts[path]) !== 0);
    expect(changed.map(([path]) => path)).toEqual(["xl/worksheets/sheet1.xml"]);
    const { printed } = runScript(python!, `
import openpyxl
sheet = openpyxl.load_workbook(path).active
print(sheet["B2"].value, len(sheet._charts), len(sheet.conditional_formatting), sheet.data_validations.count, sheet.tables["Years"].ref)`,
    edited);
    expect(printed.trim()).toBe("85 1 1 1 A1:B4");
  });
});
