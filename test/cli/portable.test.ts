import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { checkOutput, portable } from "../../src/cli/portable";
import { printedPlan } from "../../src/cli/portable-report";
import { recipients } from "../../src/sharing/portable/recipient";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { unpack } from "../../src/xlsx/archive";
import { formula, planOf } from "../sharing/portable/books";
import { richParts, zipped } from "../xlsx/rich-workbook";

// The engine takes seconds to load on a busy machine.
jest.setTimeout(120_000);

const hard = [
  "=2^POLICY.GROWTH_CONTRIB(A1,B1,A2,B2)",
  "=POLICY.HHI_INDEX(A1:A9,,TRUE)",
  "=ROUND(POLICY.HHI_INDEX(A1:A9)/POLICY.HHI_INDEX($B$1:$B$9,1),2)&\"POLICY.HHI_INDEX(A1:A9)\"",
  "=POLICY.HHI_INDEX(A1:A9*2,1,TRUE)",
  "=LET(v,A1:A9,POLICY.ENTROPY_INDEX(v)+POLICY.HHI_INDEX(v))",
  "=SUM(MAP(A1:A9,LAMBDA(x,POLICY.PRIOR_VALUE(x,0.1))))",
  "=POLICY.CAPEX_INTENSITY(SUM(A1:A9)*POLICY.CAPACITY_UTIL(A1,B1),MAX(B1:B9))",
  "=SUM(POLICY.IDLE_CAPACITY(A1:A9,B1:B9))",
  "=SUM(POLICY.IDLE_CAPACITY(A1:A3,{200,300}))",
  "=POLICY.HHI_INDEX((A1:A3,A5:A6))",
  "=POLICY.REF_VALUE(\"EU_CVD\",C1)+1",
  "=POLICY.NET_DENSITY({0,1,1;1,0,0;1,0,0})",
  "=POLICY.HHI_INDEX(Rates!A1:A3)",
  "=POLICY.ENTROPY_INDEX(OFFSET(A1,0,0,5,1))",
  "=POLICY.PROJECT_NPV(0.1,A1:A9-100)",
  "=POLICY.EFFECTIVE_COUNT(A1:A9,RANDBETWEEN(2,2))",
  "=POLICY.LOW_OUTPUT_SHARE(IF(A1:A9>3,A1:A9,0),5)",
  "=POLICY.PRIOR_VALUE(@A1:A9,0.1)",
  "=SUM(POLICY.TOPSIS_SCORE(A1:B9*1,{2,1}))",
  "=SUM(POLICY.RELATEDNESS_DENSITY(A1:B9))",
  "=POLICY.UNIT_CONVERT(A1,\"kg\",\"t\")",
];

const spilling = [
  formula(20, 6, "=POLICY.PRIOR_VALUE(A1:A9,0.1)", { spill: { rows: 9, columns: 1 } }),
  formula(20, 7, "=POLICY.ENTROPY_INDEX(G21#)"),
  formula(40, 6, "=POLICY.LQ_MATRIX(A1:B3)", { spill: { rows: 3, columns: 2 } }),
  formula(50, 6, "=POLICY.NET_BETWEENNESS({0,1,1;1,0,0;1,0,0})", { spill: { rows: 3, columns: 1 } }),
  formula(50, 8, "=SUM(G51#)"),
];

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

