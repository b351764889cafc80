import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { repair } from "../../src/cli/repair";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { book, sheet, value } from "../sharing/portable/books";

// The engine takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const PART = "xl/worksheets/sheet1.xml";

/** 80 of 100 vehicles in A1 and B1, and cells from row 2 down as files were seen to hold them. */
async function fileWith(...cells: readonly string[]): Promise<Uint8Array> {
  const parts = unzipSync(await writeWorkbook(book(sheet("Plan", [value(0, 0, 80), value(0, 1, 100)]))));
  const rows = cells.map((cell, i) => `<row r="${i + 2}">${cell.replace("<c", `<c r="A${i + 2}"`).replace("ref=\"\"", `ref="A${i + 2}"`)}</row>`);
  parts[PART] = strToU8(strFromU8(parts[PART]!).replace("</sheetData>", `${rows.join("")}</sheetData>`));
  return zipSync(parts);
}

const partOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)[PART]!);

describe("formulas stuck at #NAME?", () => {
  it.each([
    ["typed without the add-in", "<c t=\"e\" cm=\"1\"><f t=\"array\" aca=\"1\" ref=\"\" ca=\"1\">POLICY.CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>"],
    ["stored plainly", "<c><f>_xldudf_POLICY_CAPACITY_UTIL(A1,B1)</f><v>0.8</v></c>"],
    ["in small letters, as LibreOffice leaves them", "<c t=\"e\"><f t=\"array\" ref=\"\">_xldudf_policy_capacity_util(A1,B1)</f><v>#NAME?</v></c>"],
    ["of another add-in's file", "<c t=\"e\"><f>'C:\\Office\\FUNCRES.XLAM'!_xldudf_POLICY_CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>"],
    ["of a linked workbook", "<c t=\"e\"><f>[2]!_xldudf_POLICY_CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>"],
    ["of the development manifest", "<c t=\"e\"><f>POLICYDEV.CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>"],
  ])("are written as Excel stores them, with their result: %s", async (_, cell) => {
    const { report, save } = await repair(await fileWith(cell), "en");
    // 80 / 100
    expect(report.map(({ place, formula, after }) => [place, formula, after])).toEqual([
      ["Plan!A2", "=POLICY.CAPACITY_UTIL(A1,B1)", 0.8],
    ]);
    const xml = partOf(await save());
    expect(xml).toMatch(/<c r="A2" cm="1"><f t="array" ref="A2">_xldudf_POLICY_CAPACITY_UTIL\(A1,B1\)<\/f><v>0.8<\/v><\/c>/);
  });

  it("are the only ones that change", async () => {
    const plain = "<c><f>A1*2</f><v>160</v></c>";
    const { report, save } = await repair(await fileWith(plain, "<c t=\"e\"><f>POLICY.CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>"), "en");
    expect(report).toHaveLength(1);
    expect(partOf(await save())).toContain("<c r=\"A2\"><f>A1*2</f><v>160</v></c>");
  });

  it("are found to be none in a file that Excel saved with the add-in", async () => {
    const { report } = await repair(await writeWorkbook(book(sheet("Plan", [
      value(0, 0, 80), value(0, 1, 100), { row: 1, column: 0, value: 0.8, formula: "=POLICY.CAPACITY_UTIL(A1,B1)" },
    ]))), "en");
    expect(report).toEqual([]);
  });

  it("may stand behind one another in the file, shared", async () => {
    const shared = [
      "<c t=\"e\"><f t=\"shared\" ref=\"A2:A3\" si=\"0\">POLICY.CAPACITY_UTIL(A1,B1)</f><v>#NAME?</v></c>",
      "<c t=\"e\"><f t=\"shared\" si=\"0\"/><v>#NAME?</v></c>",
    ];
    const { report, save } = await repair(await fileWith(...shared), "en");
    expect(report.map(({ formula }) => formula)).toEqual(["=POLICY.CAPACITY_UTIL(A1,B1)", "=POLICY.CAPACITY_UTIL(A2,B2)"]);
    const { content } = await readWorkbook(await save());
    expect(content.sheets[0]!.cells.find(({ row }) => row === 2)?.formula).toBe("=POLICY.CAPACITY_UTIL(A2,B2)");
  });
});
