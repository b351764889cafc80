import fc from "fast-check";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import type { Engine } from "../../src/host/engine";
import { compile } from "../../src/model";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { cellAddress } from "../../src/formulas/addresses";

jest.setTimeout(120_000);

let engine: Engine;
beforeAll(async () => { engine = await createHeadlessEngine({ language: "en" }); });
afterAll(() => engine.dispose());

const INPUTS = 4;

/** Cells above the one a formula stands in: numbers to begin with, then other formulas. */
const above = (row: number): fc.Arbitrary<string> => fc.nat(row - 1).map((at) => cellAddress(at, 0));

const range = (row: number): fc.Arbitrary<string> =>
  fc.tuple(fc.nat(row - 1), fc.nat(row - 1)).map(([a, b]) => `${cellAddress(Math.min(a, b), 0)}:${cellAddress(Math.max(a, b), 0)}`);

const literal = fc.constantFrom("0.5", "2", "3", "10", "-1.25", "100");

const operand = (row: number): fc.Arbitrary<string> => fc.oneof({ weight: 3, arbitrary: above(row) }, literal);

/** What the engine is known to calculate as Excel does. */
const formula = (row: number): fc.Arbitrary<string> => {
  const [x, y, cells] = [operand(row), operand(row), range(row)];
  const two = (write: (a: string, b: string) => string) => fc.tuple(x, y).map(([a, b]) => write(a, b));
  return fc.oneof(
    fc.tuple(x, fc.constantFrom("+", "-", "*", "/"), y).map(([a, operator, b]) => `=(${a}${operator}${b})/3`),
    fc.tuple(x, fc.constantFrom("<", ">", "<=", ">=", "<>"), y, above(row)).map(([a, operator, b, c]) => `=IF(${a}${operator}${b},${c}/2,${a})`),
    fc.tuple(fc.constantFrom("SUM", "AVERAGE", "MIN", "MAX", "COUNT"), cells).map(([name, list]) => `=${name}(${list})/2`),
    two((a, b) => `=MAX(MIN(${a},${b}),-50)`), two((a, b) => `=IFERROR(${a}/${b},7)`), two((a, b) => `=ROUND(${a}/7,2)+${b}`),
    two((a, b) => `=ABS(${a})^0.5-INT(${b})`), two((a, b) => `=AND(${a}>0,${b}>0)*${a}`),
    cells.map((list) => `=SUMIF(${list},">1")`), cells.map((list) => `=SUMPRODUCT(${list},${list})/100`),
    fc.tuple(x, cells).map(([rate, list]) => `=NPV(ABS(${rate})/50,${list})`),
    above(row).map((a) => `=POLICY.CAPACITY_UTIL(ABS(${a}),150)`),
  );
};

function workbook(numbers: readonly number[], texts: readonly string[], name: string): SheetContent {
  const cells: CellContent[] = [
    ...numbers.map((value, row) => ({ row, column: 0, value })),
    ...texts.map((text, i) => ({ row: INPUTS + i, column: 0, value: null, formula: text })),
  ];
  return { name, cells, tables: [], merges: [], columnWidths: {} };
}

const codeOf = (value: CellValue): string => (typeof value === "object" && value ? value.error : "");

function agree(one: number, other: CellValue): boolean {
  if (codeOf(other)) return Number.isNaN(one);
  const number = Number(other);
  return Math.abs(one - number) <= 1e-9 * Math.max(1e-6, Math.abs(number));
}

const given = fc.array(fc.integer({ min: -300, max: 300 }).map((n) => n / 8), { minLength: INPUTS, maxLength: INPUTS });
const formulas = fc.tuple(...Array.from({ length: 12 }, (_, i) => formula(INPUTS + i)));

async function calculated(cases: readonly (readonly number[])[], texts: readonly string[]): Promise<WorkbookContent> {
  await engine.open({ sheets: cases.map((each, i) => workbook(each, texts, `S${i}`)), names: [], customXml: [] });
  await engine.calculated();
  return engine.content();
}

function differences(
  content: WorkbookContent, cases: readonly (readonly number[])[], texts: readonly string[],
): string[] {
  const compiled = compile(content, {
    inputs: cases[0].map((_, row) => ({ sheet: "S0", row, column: 0 })),
    outputs: texts.map((_, i) => ({ sheet: "S0", row: INPUTS + i, column: 0 })),
  });
  if (compiled.kind !== "model") throw new Error(JSON.stringify(compiled.cells));
  const draws = cases[0].map((_, input) => Float64Array.from(cases, (each) => each[input]));
  return compiled.model.evaluate(draws).flatMap(({ values }, i) => cases.flatMap((_, draw) => {
    const expected = engine.value(`S${draw}`, INPUTS + i, 0);
    return agree(values[draw], expected) ? [] : [`${texts[i]} is ${JSON.stringify(expected)}, computed ${values[draw]}`];
  }));
}

describe("models of a dozen random formulas", () => {
  it("give for all draws at once what the embedded engine gives for each of them", async () => {
    await fc.assert(fc.asyncProperty(given, given, formulas, async (first, second, texts) => {
      const cases = [first, second, first.map((value, i) => (i % 2 ? value : 0))];
      expect(differences(await calculated(cases, texts), cases, texts)).toEqual([]);
    }), { numRuns: 15 });
  });
});
