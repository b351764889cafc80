import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { unzipSync } from "fflate";
import { checkEnding } from "../../src/cli/book-file";
import { calc, exitCode, registerCalc } from "../../src/cli/calc";
import { printedReport } from "../../src/cli/calc-report";
import { saidOf } from "../../src/cli/system-error";
import { writeWholeFile } from "../../src/cli/whole-file";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellContent, WorkbookContent } from "../../src/xlsx/content";
import { richParts, zipped } from "../xlsx/rich-workbook";

// The engine takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const workbook = (...cells: CellContent[]): WorkbookContent => {
  return { sheets: [{ name: "Plan", cells, tables: [], merges: [], columnWidths: {} }], names: [], customXml: [] };
};
const at = (row: number, column: number, value: CellContent["value"], more: Partial<CellContent> = {}): CellContent => {
  return { row, column, value, ...more };
};
const calculated = async (...cells: CellContent[]) => calc(await writeWorkbook(workbook(...cells)), { language: "en" });
const saved = async (...cells: CellContent[]) => {
  const { content } = await readWorkbook(await (await calculated(...cells)).save());
  return new Map(content.sheets[0].cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
};

describe("a workbook calculated anew", () => {
  const cells = [
    at(0, 0, 80), at(0, 1, 100),
    at(1, 0, 0.5, { formula: "=POLICY.CAPACITY_UTIL(A1,B1)" }),
    at(2, 0, 0.8, { formula: "=POLICY.CAPACITY_UTIL(A1,B1)" }),
    at(3, 0, 1, { formula: "=POLICY.CAPACITY_UTIL(A1,0)" }),
    at(4, 0, 7, { formula: "=A2*10" }),
  ];

  it("says of each cell with a function of ours what it held and what it gives", async () => {
    const { report } = await calculated(...cells);
    // 80 / 100, and 80 / 0.
    expect(report.ours.map(({ cell, before, after, changed }) => [cell, before, after, changed])).toEqual([
      ["A2", 0.5, 0.8, true], ["A3", 0.8, 0.8, false], ["A4", 1, { error: "#DIV/0!" }, true],
    ]);
    expect(report.ours[2].reason).toMatch(/^capacity /);
    expect([report.formulas, report.changed]).toEqual([4, 3]);
  });

  it("is saved with the new results, those of other formulas too", async () => {
    const after = await saved(...cells);
    expect(after.get("1,0")?.value).toBe(0.8);
    expect(after.get("4,0")?.value).toBe(8);
    expect(after.get("3,0")?.value).toEqual({ error: "#DIV/0!" });
    expect(after.get("1,0")?.formula).toBe("=POLICY.CAPACITY_UTIL(A1,B1)");
  });

  it("keeps results that differ in the last digits only, and the bytes of a file that is right", async () => {
    const right = [at(0, 0, 0.1), at(0, 1, 0.2), at(1, 0, 0.3, { formula: "=A1+B1" })];
    const bytes = await writeWorkbook(workbook(...right));
    const { report, save } = await calc(bytes, { language: "en" });
    expect(report.changed).toBe(0);
    expect(await save()).toEqual(bytes);
  });

  it("writes what a formula spills now, and takes away what it spilled before", async () => {
    const after = await saved(
      at(0, 0, 3), at(1, 0, 2),
      at(0, 2, 9, { formula: "=SORT(A1:A2)", spill: { rows: 3, columns: 1 } }), at(1, 2, 9), at(2, 2, 9),
    );
    expect([0, 1, 2].map((row) => after.get(`${row},2`)?.value)).toEqual([2, 3, undefined]);
    expect(after.get("0,2")?.spill).toEqual({ rows: 2, columns: 1 });
  });

  it("leaves the totals of a table out of its columns", async () => {
    const content = workbook(at(0, 0, "X"), at(1, 0, 1), at(2, 0, 2), at(3, 0, 3), at(5, 0, null, { formula: "=SUM(T[X])" }));
    const table = { name: "T", area: { row: 0, column: 0, rows: 4, columns: 1 }, columns: ["X"], totals: true };
    const sheets = content.sheets.map((sheet) => ({ ...sheet, tables: [table] }));
    const { save } = await calc(await writeWorkbook({ ...content, sheets }), { language: "en" });
    const { content: { sheets: [sheet] } } = await readWorkbook(await save());
    expect(sheet.cells.find(({ row }) => row === 5)?.value).toBe(3);
    expect(sheet.tables[0]).toMatchObject({ totals: true, area: table.area });
  });
});

describe("what is not calculated here", () => {
  it.each([
    ["another workbook", "=[1]Rates!$A$1", /another workbook/],
    ["a function of Excel's that there is not", "=CUBEVALUE(\"a\",\"b\")", /CUBEVALUE/],
    ["a function of another add-in", "=_xldudf_CONTOSO_ADD(1,2)", /_XLDUDF_CONTOSO_ADD/],
    ["an operator", "=SUM(C1#)", /uses #/],
  ])("keeps its saved value, with which others are calculated: %s", async (_, formula, why) => {
    const cells = [at(0, 0, 7.1, { formula }), at(1, 0, 1, { formula: "=A1*2" }), at(0, 2, 1)];
    const { report } = await calculated(...cells);
    expect(report.kept).toEqual([expect.objectContaining({ sheet: "Plan", cell: "A1" })]);
    expect(report.kept[0].why.en).toMatch(why);
    const after = await saved(...cells);
    expect([after.get("0,0")?.value, after.get("1,0")?.value]).toEqual([7.1, 14.2]);
  });

  it("is a formula of old Excel that would now spill over its neighbours", async () => {
    const parts = richParts();
    const sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
      + "<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1:A2*2</f><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>3</v></c></row>"
      + "</sheetData></worksheet>";
    const { report, save } = await calc(zipped({ ...parts, "xl/worksheets/sheet2.xml": sheet }), { language: "en" });
    expect(report.kept.map(({ cell }) => cell)).toContain("B1");
    const { content } = await readWorkbook(await save());
    expect(content.sheets[1].cells.find(({ row, column }) => row === 1 && column === 1)).toBeUndefined();
  });
});

it("all that a file holds beside cells survives", async () => {
  const bytes = zipped(richParts());
  const { save, report } = await calc(bytes, { language: "en" });
  const [before, after] = [unzipSync(bytes), unzipSync(await save())];
  expect(Object.keys(before).filter((path) => Buffer.compare(before[path], after[path]) !== 0)).toEqual([]);
  expect(report.kept.map(({ cell }) => cell)).toEqual(["C9"]);
  expect(report.warnings.map(({ en }) => en).join()).toMatch(/other workbooks/);
});

describe("the report", () => {
  it("is printed with the places, the values old and new, and the reasons, in either language", async () => {
    const { report } = await calculated(at(0, 0, 1, { formula: "=POLICY.CAPACITY_UTIL(8,0)" }), at(1, 0, 2, { formula: "=1+1" }));
    const [line, sum] = printedReport(report, "en").split("\n");
    expect(line).toMatch(/^Plan!A1 {2}1 → #DIV\/0! {2}=POLICY\.CAPACITY_UTIL\(8,0\) {2}capacity .+/);
    expect(sum).toBe("2 formulas, 1 with POLICY functions; 1 results changed, 1 POLICY errors, 0 kept.");
    expect(printedReport(report, "zh")).toMatch(/共 2 个公式，其中 1 个使用 POLICY 函数/);
  });

  it("ends in 1 when a function of ours gives an error, and in 0 when results have only changed", async () => {
    expect(exitCode((await calculated(at(0, 0, 1, { formula: "=POLICY.CAPACITY_UTIL(8,0)" }))).report)).toBe(1);
    expect(exitCode((await calculated(at(0, 0, 1, { formula: "=POLICY.CAPACITY_UTIL(8,10)" }))).report)).toBe(0);
    expect(exitCode((await calculated(at(0, 0, 1, { formula: "=1/0" }))).report)).toBe(0);
  });
});

describe("policy calc", () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-calc-"));
  const book = join(folder, "book.xlsx");
  beforeAll(async () => {
    writeFileSync(book, await writeWorkbook(workbook(at(0, 0, 1, { formula: "=POLICY.CAPACITY_UTIL(8,10)" }))));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => jest.restoreAllMocks());

  /** Runs the command in this process and answers with what it printed and its exit code. */
  async function run(...words: string[]): Promise<{ printed: string; code: unknown }> {
    let printed = "";
    const ended = new Promise((end) => {
      jest.spyOn(process, "exit").mockImplementation(((code: number) => end(code)) as never);
      jest.spyOn(process.stdout, "write").mockImplementation(((text: string, done?: () => void) => {
        printed += text;
        done?.();
        return true;
      }) as never);
    });
    await registerCalc(new Command()).parseAsync(words, { from: "user" });
    return { code: await ended, printed };
  }

  it("prints JSON and writes nothing when it is not told where", async () => {
    const { printed, code } = await run(book, "--json");
    expect(JSON.parse(printed)).toEqual({
      ours: [{
        sheet: "Plan", cell: "A1", formula: "=POLICY.CAPACITY_UTIL(8,10)", before: 1, after: 0.8, changed: true,
      }],
      kept: [], formulas: 1, changed: 1, warnings: [],
    });
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  });

  it("writes the new results where it is told, and leaves the input as it was", async () => {
    const input = readFileSync(book);
    const out = join(folder, "out.xlsx");
    await run(book, "--out", out);
    expect((await readWorkbook(readFileSync(out))).content.sheets[0].cells[0].value).toBe(0.8);
    expect(readFileSync(book).equals(input)).toBe(true);
  });

  it("fails in words on what it cannot read, and touches nothing", async () => {
    const text = join(folder, "text.xlsx");
    writeFileSync(text, "Year,Output");
    await expect(run(text, "--out", text)).rejects.toThrow(/text.xlsx: The workbook was not opened. The file is not an Excel/);
    await expect(run(text, "--lang", "zh")).rejects.toThrow(/工作簿未打开。该文件不是 Excel 工作簿。/);
    await expect(run(join(folder, "none.xlsx"))).rejects.toThrow(/ENOENT/);
    expect(readFileSync(text, "utf8")).toBe("Year,Output");
  });
});

describe("the file that is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-calc-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("takes the place of another whole, and leaves nothing beside it", async () => {
    const path = join(folder, "book.xlsx");
    writeFileSync(path, "old");
    await writeWholeFile(path, Uint8Array.from([1, 2]));
    expect([...readFileSync(path)]).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  });

  it("is not begun where it cannot be finished", async () => {
    const path = join(folder, "none", "book.xlsx");
    const error: unknown = await writeWholeFile(path, new Uint8Array()).catch((thrown: unknown) => thrown);
    expect(saidOf(error)).toBe(`${path}: there is no such file or folder`);
    expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  });

  it("must be named as Excel wants it for its macros", () => {
    expect(() => checkEnding("out.xlsx", true)).toThrow(/must end in .xlsm/);
    expect(() => checkEnding("out.xlsm", false)).toThrow(/must not end in .xlsm/);
    expect(() => checkEnding("out.XLSM", true)).not.toThrow();
  });
});

