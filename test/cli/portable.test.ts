import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { checkOutput } from "../../src/cli/copy-options";
import { portable } from "../../src/cli/portable";
import { printedPlan } from "../../src/cli/portable-report";
import { recipients } from "../../src/sharing/portable/recipient";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { unpack } from "../../src/xlsx/archive";
import { formula, planOf } from "../sharing/portable/books";
import { hard, spilling } from "./portable-formulas";
import { richParts, zipped } from "../xlsx/rich-workbook";

// The engine takes seconds to load on a busy machine.
jest.setTimeout(120_000);

describe("a portable copy", () => {
  it.each(recipients)("for %s gives the same in every cell, and holds no function of ours", async (recipient) => {
    const copy = await portable(await writeWorkbook(planOf(hard, spilling)), { recipient, language: "en" });
    expect(copy.differences).toEqual([]);
    const { content } = await readWorkbook(await copy.save());
    const formulas = content.sheets.flatMap(({ cells }) => cells.flatMap(({ formula: text }) => text ?? []));
    expect(formulas.filter((text) => /POLICY\./.test(text.replace(/"[^"]*"/g, "")))).toEqual([]);
    expect(printedPlan(copy.report, "en")).toMatch(/ 0 differ\.$/);
  });

  it("gives the same for any inputs", async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 9, maxLength: 9 });
    await fc.assert(fc.asyncProperty(amounts, fc.constantFrom(...recipients), async (numbers, recipient) => {
      const content = planOf(hard);
      const cells = content.sheets[0]!.cells.map((cell) =>
        (cell.column === 0 && typeof cell.value === "number" ? { ...cell, value: numbers[cell.row]! } : cell));
      const book = { ...content, sheets: [{ ...content.sheets[0]!, cells }, content.sheets[1]!] };
      const { differences } = await portable(await writeWorkbook(book), { recipient, language: "zh" });
      expect(differences).toEqual([]);
    }), { numRuns: 3 });
  });

  it("is not made where it would give other results", async () => {
    // A blank in the place of an optional number is left out for our function, and 0 for a native formula.
    const { differences, report } = await portable(
      await writeWorkbook(planOf(["=POLICY.STD_CAPACITY(A1,D1)"])), { recipient: "excel365", language: "en" },
    );
    expect(differences.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(["Plan!E1"]);
    expect(printedPlan(report, "en")).toContain("nothing was written");
  });

  it("is made of a workbook with results that change by themselves, which are compared as they are", async () => {
    const volatile = [
      formula(0, 6, "=RAND()*100", { value: 50 }), formula(1, 6, "=NOW()"), formula(2, 6, "=G1*2", { value: 100 }),
    ];
    const book = planOf(["=POLICY.CAPACITY_UTIL(G1,B1)", "=POLICY.HHI_INDEX(A1:A9)+G2*0"], volatile);
    const copy = await portable(await writeWorkbook(book), { recipient: "excel2016", language: "en" });
    expect(copy.differences).toEqual([]);
    expect(copy.report.cells.map(({ tier }) => tier)).toEqual(["native", "native"]);
    expect(copy.report.kept.map(({ cell, why }) => [cell, why.en])).toEqual([
      ["G1", "uses RAND, which changes with every calculation"], ["G2", "uses NOW, which changes with every calculation"],
    ]);
    const { content } = await readWorkbook(await copy.save());
    const at = (row: number, column: number) =>
      Number(content.sheets[0]!.cells.find((cell) => cell.row === row && cell.column === column)!.value);
    // Of the capacity 120 in B1, and twice the number drawn.
    expect([at(0, 4), at(2, 6)]).toEqual([expect.closeTo(at(0, 6) / 120, 12), expect.closeTo(at(0, 6) * 2, 12)]);
  });

  it("keeps the result of a LAMBDA that LET names, which no engine here calls", async () => {
    const text = "=LET(f,LAMBDA(a,b,POLICY.CAPACITY_UTIL(a,b)),f(A1,B1))";
    const book = planOf([], [formula(0, 4, text, { value: 0.25 })]);
    for (const recipient of ["excel365", "excel2016"] as const) {
      const copy = await portable(await writeWorkbook(book), { recipient, language: "en" });
      const { content } = await readWorkbook(await copy.save());
      const cell = content.sheets[0]!.cells.find(({ row, column }) => row === 0 && column === 4)!;
      // 30 of 120, as Excel saved it.
      expect([recipient, cell.value, cell.formula !== undefined]).toEqual([recipient, 0.25, recipient === "excel365"]);
    }
  });

  it("leaves what dates gave where they count from 1904", async () => {
    const [date, year] = [formula(0, 6, "=DATE(2025,3,1)", { value: 44_255 }), formula(1, 6, "=YEAR(G1)", { value: 2025 })];
    const parts = unpack(await writeWorkbook(planOf(["=POLICY.CAPACITY_UTIL(A1,B1)"], [date, year])));
    const texts = [...parts].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")] as const);
    const dated = texts.map(([path, text]) =>
      [path, path === "xl/workbook.xml" ? text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>") : text]);
    const copy = await portable(zipped(Object.fromEntries(dated) as Record<string, string>), {
      recipient: "excel2016", language: "en",
    });
    const { content } = await readWorkbook(await copy.save());
    // 1 March 2025 is 45717 counted from 1900; from 1904, 1462 days less.
    const dates = content.sheets[0]!.cells.filter(({ column }) => column === 6);
    expect(dates.map(({ value: now }) => now)).toEqual([44_255, 2025]);
  });

  it("compares all pairs of a table of several columns", async () => {
    const book = planOf(["=POLICY.GINI_COEF(A1:B9)", "=POLICY.GINI_COEF(A1:B9,,TRUE)"]);
    const { differences, report } = await portable(await writeWorkbook(book), { recipient: "excel2016", language: "en" });
    expect(differences).toEqual([]);
    expect(report.cells.map(({ tier }) => tier)).toEqual(["native", "native"]);
  });

  it("keeps every part of a rich workbook that has no reason to change, byte for byte", async () => {
    const book = zipped(richParts());
    const { save, differences } = await portable(book, { recipient: "excel2016", language: "en" });
    expect(differences).toEqual([]);
    const [was, is] = [unpack(book), unpack(await save())];
    const bytes = (parts: ReadonlyMap<string, Uint8Array>, path: string) => Buffer.from(parts.get(path) ?? "");
    const changed = [...was.keys()].filter((path) => !bytes(is, path).equals(bytes(was, path)));
    const mayChange = /^(\[Content_Types\]\.xml|xl\/(workbook|styles|calcChain|worksheets\/sheet\d+)\.xml|xl\/_rels\/workbook.*)$/;
    const holdsOurs = (path: string) => bytes(was, path).includes("POLICY");
    expect(changed.filter((path) => !mayChange.test(path) && !holdsOurs(path))).toEqual([]);
  });
});

describe("the file that is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "policy-portable-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is never the workbook itself, nor another one unless that is asked for", () => {
    const [book, other] = [join(folder, "in.xlsx"), join(folder, "there.xlsx")];
    writeFileSync(book, "x");
    writeFileSync(other, "y");
    expect(() => checkOutput(book, join(folder, ".", "in.xlsx"), true)).toThrow("is the workbook itself");
    expect(() => checkOutput(book, other)).toThrow("--force");
    expect(() => checkOutput(book, other, true)).not.toThrow();
    expect(existsSync(book) && readFileSync(book, "utf8")).toBe("x");
  });
});

