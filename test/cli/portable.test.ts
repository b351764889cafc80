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
import { planOf } from "../sharing/portable/books";
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

