import fc from "fast-check";
import { portable } from "../../src/cli/portable";
import { restore } from "../../src/cli/restore";
import { recipients } from "../../src/sharing/portable/recipient";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { CellContent, WorkbookContent } from "../../src/xlsx/content";
import { filledFrom } from "../../src/formulas/shifted-formula";
import { cellAddress } from "../../src/formulas/addresses";
import { formula, planOf } from "../sharing/portable/books";
import { hard, spilling } from "./portable-formulas";

// The engine takes seconds to load on a busy machine.
jest.setTimeout(120_000);

const formulasOf = ({ sheets }: WorkbookContent): Record<string, string> => Object.fromEntries(
  sheets.flatMap(({ name, cells }) => cells.flatMap(({ row, column, formula: text }) =>
    (text === undefined ? [] : [[`${name}!${cellAddress(row, column)}`, text]]))));

const copyOf = async (content: WorkbookContent, recipient: (typeof recipients)[number]): Promise<Uint8Array> =>
  (await portable(await writeWorkbook(content), { recipient, language: "en" })).save();

describe("a portable copy restored", () => {
  it.each(recipients)("for %s has the formulas of the workbook it was made from, and nothing else", async (recipient) => {
    const book = planOf(hard, spilling);
    const { report, save } = await restore(await copyOf(book, recipient));
    expect(report.left).toEqual([]);
    const { content } = await readWorkbook(await save());
    expect(formulasOf(content)).toEqual(formulasOf(book));
    expect(content.sheets.map(({ name }) => name)).toEqual(["Plan", "Rates"]);
    expect(content.customXml).toEqual([]);
  });
});

/** As a spreadsheet inserts rows above one: all below moves, and references to it follow. */
function withRowsInserted(content: WorkbookContent, above: number, count: number): WorkbookContent {
  const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`;
  const reference = new RegExp(String.raw`"(?:[^"]|"")*"|((?:'[^']+'|[A-Za-z_]\w*)!)?${cell}(?::${cell})?\b(?!\()`, "g");
  const moved = (text: string, home: string): string => text.replace(reference, (all: string, sheet?: string) => {
    if (all.startsWith('"') || (sheet ?? `${home}!`).replace(/'/g, "") !== "Plan!") return all;
    const corner = (_: string, column: string, row: string) =>
      column + (Number(row) > above ? Number(row) + count : row);
    return (sheet ?? "") + all.slice(sheet?.length ?? 0).replace(/([A-Z]+\$?)(\d+)/g, corner);
  });
  return {
    ...content,
    sheets: content.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell): CellContent => ({
        ...cell,
        row: sheet.name === "Plan" && cell.row >= above ? cell.row + count : cell.row,
        ...(cell.formula !== undefined && { formula: moved(cell.formula, sheet.name) }),
      })),
    })),
  };
}

describe("after the recipient worked with it", () => {
  const book = planOf(["=POLICY.HHI_INDEX($A$1:A9,1)", "=POLICY.PRIOR_VALUE(A2,0.1)", "=POLICY.NET_LARGEST_COMP(A1:C3)+A9",
    "=POLICY.CAPEX_INTENSITY(SUM(A1:A9),MAX(B1:B9))"], [formula(20, 4, "=POLICY.PRIOR_VALUE(A2,0.1)")]);

  it("finds formulas and values whose rows have moved, with the references that moved", async () => {
    const { content } = await readWorkbook(await copyOf(book, "excel2016"));
    const { report, save } = await restore(await writeWorkbook(withRowsInserted(content, 1, 2)));
    expect(report.left).toEqual([]);
    const { content: restored } = await readWorkbook(await save());
    // Two rows above the second: what was A2 is A4, and ranges across them have grown.
    expect(formulasOf(restored)).toEqual({
      "Plan!E1": "=POLICY.HHI_INDEX($A$1:A11,1)",
      "Plan!E4": "=POLICY.PRIOR_VALUE(A4,0.1)",
      "Plan!E5": "=POLICY.NET_LARGEST_COMP(A1:C5)+A11",
      "Plan!E6": "=POLICY.CAPEX_INTENSITY(SUM(A1:A11),MAX(B1:B11))",
      "Plan!E23": "=POLICY.PRIOR_VALUE(A4,0.1)",
    });
  });

  it("finds formulas by what they say where the report was deleted", async () => {
    const { content } = await readWorkbook(await copyOf(book, "excel365"));
    const bare = { ...content, sheets: content.sheets.filter(({ name }) => name !== "Conversion report") };
    const { report, save } = await restore(await writeWorkbook(withRowsInserted(bare, 1, 2)));
    const formulas = formulasOf((await readWorkbook(await save())).content);
    expect(formulas).toMatchObject({
      "Plan!E1": "=POLICY.HHI_INDEX($A$1:A11,1)", "Plan!E4": "=POLICY.PRIOR_VALUE(A4,0.1)",
    });
    // A value says nothing by which it could be found again.
    expect(report.left.map(({ place }) => place)).toEqual(["Plan!E3"]);
  });

  it("reads the report where the part for programs was lost", async () => {
    const { content } = await readWorkbook(await copyOf(book, "excel2016"));
    const { report } = await restore(await writeWorkbook({ ...content, customXml: [] }));
    expect([report.restored.length, report.left.length]).toEqual([5, 0]);
  });

  it("lists what was replaced, and does not touch it", async () => {
    const { content } = await readWorkbook(await copyOf(book, "excel2016"));
    const [plan, ...others] = content.sheets;
    const cells = plan!.cells.map((cell) => {
      if (cell.column !== 4) return cell;
      if (cell.row === 0) return { ...cell, formula: undefined, value: 0.5 };
      return cell.row === 1 ? { ...cell, formula: "=A2*2" } : cell;
    });
    const changed = { ...content, sheets: [{ ...plan!, cells }, ...others] };
    const { report, save } = await restore(await writeWorkbook(changed));
    expect(report.left.map(({ place }) => place)).toEqual(["Plan!E1", "Plan!E2"]);
    expect(formulasOf((await readWorkbook(await save())).content)["Plan!E2"]).toBe("=A2*2");
  });

  it("is told from a workbook that is no portable copy", async () => {
    await expect(restore(await writeWorkbook(book))).rejects.toThrow("is no portable copy");
  });
});

const patterns = [
  "=POLICY.PRIOR_VALUE(A1,0.1)*$B$2", "=POLICY.HHI_INDEX($A$1:$A$9,,TRUE)", "=POLICY.CAPEX_INTENSITY(SUM(A1:B1),2)",
];

describe("restoring", () => {
  it("undoes the making of a portable copy, wherever its formulas stand", async () => {
    const place = fc.tuple(fc.nat(300), fc.integer({ min: 6, max: 9 }));
    const places = fc.uniqueArray(place, { minLength: 1, maxLength: 30, selector: String });
    const recipient = fc.constantFrom(...recipients);
    await fc.assert(fc.asyncProperty(places, recipient, async (where, program) => {
      const cells = where.map(([row, column], i) => {
        const text = filledFrom(patterns[i % patterns.length]!, "C1")(cellAddress(row + 10, column));
        return formula(row + 10, column, text);
      });
      const book = planOf([], cells);
      const { save } = await restore(await copyOf(book, program));
      expect(formulasOf((await readWorkbook(await save())).content)).toEqual(formulasOf(book));
    }), { numRuns: 4 });
  });
});
