import { insertCells } from "../../src/actions/insert-cells";
import { sample } from "../../src/taskpane/sample";
import { openDesk, supports, valuesAt } from "../actions/excel-desk";

const made = openDesk();

/** OICA, 2024: China, and the six countries together. */
const china = 31_281_592;
const six = 31_281_592 + 10_562_188 + 8_234_681 + 6_014_691 + 4_202_642 + 4_127_252;
const world = 92_504_338;

describe("the sample", () => {
  it.each([
    ["en", "Sample", "China"],
    ["zh", "示例", "中国"],
  ] as const)("calculates in %s", async (language, sheet, name) => {
    const { sheet: newSheet, ...cells } = sample("POLICY", language);
    await insertCells(cells, { newSheet }, supports);
    const values = await valuesAt(made, sheet, "A1:C12");
    expect(values[2]).toEqual([name, china, china / world]);
    expect(values[8]![1]).toBeCloseTo(china / six, 12);
    expect(values[9]![1]).toBeGreaterThan(10_000 / 6);
    expect(values[10]![1]).toBeCloseTo(10_000 / (values[9]![1] as number), 9);
    expect(values[11]![1]).toContain("OICA");
  });

  it("has twelve rows, each cell with its format", () => {
    const { cells, formats } = sample("POLICYDEV", "en");
    expect(cells).toHaveLength(12);
    expect(formats.map((row) => row.length)).toEqual(cells.map((row) => row.length));
    expect(cells[2]![1]).toBe('=POLICYDEV.REF_VALUE("OICA_PRODUCTION",A3,,2024)');
  });
});
