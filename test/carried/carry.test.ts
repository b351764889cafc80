import { carriedSimulation, type CarryWish } from "../../src/carried/carry";
import { compile, setupXml, type SimulationSetup } from "../../src/model";
import { withoutSimulation } from "../../src/sharing/portable/simulated-inputs";
import { writeWorkbook } from "../../src/xlsx";
import type { CellContent, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { strFromU8, unzipSync } from "fflate";

const sheetOf = (name: string, cells: readonly CellContent[]): SheetContent =>
  ({ name, cells, tables: [], merges: [], columnWidths: {} });

const at = (row: number, column: number, value: CellContent["value"], formula?: string): CellContent =>
  ({ row, column, value, ...(formula && { formula }) });

/** A price of 3 and a volume that is twice a cell, and what they bring. */
const model = sheetOf("Model", [at(1, 0, "price"), at(1, 1, 3), at(2, 1, 20, "=2*B5"), at(3, 1, 60, "=B2*B3"), at(4, 1, 10)]);

const place = (row: number) => ({ sheet: "Model", row, column: 1 });

const setup: SimulationSetup = {
  inputs: [
    { place: place(1), name: "Price", distribution: { kind: "uniform", min: 2, max: 4 } },
    { place: place(2), name: "Volume", distribution: { kind: "bernoulli", probability: 0.5 } },
  ],
  outputs: [{ place: place(3), name: "Revenue" }],
  draws: 100,
  seed: 7,
  method: "plain",
};

const bookOf = (kept?: SimulationSetup, sheets = [model]): WorkbookContent =>
  ({ sheets, names: [], customXml: kept ? [setupXml(kept)] : [] });

const wish: CarryWish = { recipient: "excel2016", language: "en" };

function carriedBy(book: WorkbookContent, asked: CarryWish = wish, copy = book) {
  const carried = carriedSimulation(book, copy, asked);
  if (carried?.kind !== "carried") throw new Error(JSON.stringify(carried));
  return carried;
}

function whyLeft(book: WorkbookContent, copy = book, asked: CarryWish = wish): string | undefined {
  const carried = carriedSimulation(book, copy, asked);
  return carried?.kind === "left" ? carried.why.en : undefined;
}

const cellIn = ({ sheets }: WorkbookContent, sheet: string, row: number, column: number): CellContent | undefined =>
  sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column);

describe("a simulation in a portable copy", () => {
  it("leaves the model as it is while no draw is shown, and says where each draw comes from", () => {
    const { content, draws } = carriedBy(bookOf(setup));
    expect(draws).toBe(100);
    expect(content.sheets.map(({ name }) => name)).toEqual(["Model", "Simulation", "Simulation steps"]);
    const price = cellIn(content, "Model", 1, 1)!;
    expect(price.value).toBe(3);
    const plain = price.formula!.replaceAll("Simulation!", "").replaceAll("$", "");
    expect(plain).toMatch(/^=IF\(B7=0,D14,INDEX\(D\d+:D\d+,B7\)\)$/);
    expect(cellIn(content, "Model", 2, 1)!.formula).toContain("=0,(2*B5),INDEX(");
    expect(cellIn(content, "Model", 3, 1)).toEqual(at(3, 1, 60, "=B2*B3"));
  });

  it("has a result in every cell, so that nothing waits for a calculation", () => {
    for (const method of ["plain", "latin"] as const) {
      const { content } = carriedBy(bookOf({ ...setup, method, correlations: [[1, 0.5], [0.5, 1]] }));
      const cells = content.sheets.flatMap((sheet) => sheet.cells);
      const waiting = cells.filter(({ formula, value }) => formula && value === null);
      expect(waiting).toEqual([]);
    }
  });

  it("gives the results as Excel stores a what-if table of one input", async () => {
    const { content } = carriedBy(bookOf(setup));
    const parts = unzipSync(await writeWorkbook(content));
    const sheet = strFromU8(parts["xl/worksheets/sheet2.xml"]!);
    expect(/<f t="dataTable"[^>]*>/.exec(sheet)?.[0]).toMatch(/ref="B\d+:B\d+" dt2D="0" dtr="0" r1="B7"/);
  });

  it("gives the inputs back as they were: a number that may have been changed since, a formula", () => {
    const { content } = carriedBy(bookOf(setup));
    const typed = (cell: CellContent): CellContent =>
      (cell.row === 13 && cell.column === 3 ? { ...cell, value: 3.5 } : cell);
    const changed = { ...content, sheets: content.sheets.map((sheet) =>
      (sheet.name === "Simulation" ? { ...sheet, cells: sheet.cells.map(typed) } : sheet)) };
    const { content: back, inputs } = withoutSimulation(changed);
    const cells = model.cells.map((cell) => (cell.value === 3 ? { ...cell, value: 3.5 } : cell));
    expect(back.sheets).toEqual([{ ...model, cells }]);
    expect(inputs.map(({ formula }) => formula)).toEqual([3.5, "=2*B5"]);
    expect(withoutSimulation(bookOf()).inputs).toEqual([]);
  });

  it("gives an input back letter by letter, also where a program sets blanks between the arguments", () => {
    const formula = '=IF(B5 = 10, LEN("a, b = c")*5,\n2*B5)';
    const values = new Map([[2, at(2, 1, 40, formula)], [3, at(3, 1, 120, "=B2*B3")]]);
    const cells = model.cells.map((cell) => (cell.column === 1 && values.get(cell.row)) || cell);
    const { content } = carriedBy(bookOf(setup, [{ ...model, cells }]));
    const spaced = (cell: CellContent): CellContent =>
      (cell.row === 1 && cell.formula ? { ...cell, formula: cell.formula.replaceAll(",", " , ") } : cell);
    const sheets = content.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(spaced) }));
    for (const each of [content, { ...content, sheets }]) {
      expect(withoutSimulation(each).inputs.map((input) => input.formula)).toEqual([3, formula]);
    }
  });

  it("counts no draw that ends in an error as one beyond a threshold", () => {
    // A price of 2 to 4, and an error below 3: some of the other draws bring more than 70, others less.
    const cells = model.cells.map((cell) => (cell.row === 3 ? at(3, 1, 60, "=IF(B2<3,1/0,B2*B3)") : cell));
    const outputs = [{ ...setup.outputs[0]!, threshold: { value: 70, side: "above" } }] as const;
    const limited = { ...setup, inputs: setup.inputs.slice(0, 1), outputs };
    const { content, sheet } = carriedBy(bookOf(limited, [{ ...model, cells }]));
    const results = content.sheets.find(({ name }) => name === sheet)!.cells
      .filter(({ column, format, formula }) => column === 1 && formula && format?.numberFormat && !formula.startsWith("=Model"));
    expect(results.length).toBeGreaterThan(8);
    const places = results.map(({ row, column }) => ({ sheet, row, column }));
    const compiled = compile(content, { inputs: [], outputs: places });
    if (compiled.kind === "uncompiled") throw new Error(JSON.stringify(compiled));
    expect(compiled.model.check()).toEqual([]);
  });

  it("shows 0 for an output that is a text now, as its formula does", () => {
    const cells = model.cells.map((cell) => (cell.row === 3 ? at(3, 1, "none", '=IF(B2>=3,"none",B2*B3)') : cell));
    const { content, sheet } = carriedBy(bookOf(setup, [{ ...model, cells }]));
    const shown = content.sheets.find(({ name }) => name === sheet)!.cells.filter(({ formula }) => formula === "=N(Model!$B$4)");
    expect(shown.map(({ value }) => value)).toEqual([0]);
  });

  it("is values alone where those are asked for, and the model is not touched", () => {
    const { content } = carriedBy(bookOf(setup), { recipient: "values", language: "zh" });
    expect(content.sheets.map(({ name }) => name)).toEqual(["Model", "模拟"]);
    expect(content.sheets[0]).toBe(model);
    expect(content.sheets[1]!.cells.filter(({ formula, dataTable }) => formula ?? dataTable)).toEqual([]);
  });

  it("is as long as asked, no longer than 10,000 draws, 1,000 for LibreOffice", () => {
    const long = bookOf({ ...setup, draws: 50_000 });
    expect(carriedBy(long).draws).toBe(10_000);
    expect(carriedBy(long, { ...wish, draws: 200 }).draws).toBe(200);
    expect(carriedBy(long, { ...wish, recipient: "libreoffice" }).draws).toBe(1000);
    expect(carriedBy(bookOf(setup), { ...wish, draws: 200 }).draws).toBe(100);
  });

  it("is nothing where the workbook keeps no simulation", () => {
    expect(carriedSimulation(bookOf(), bookOf(), wish)).toBeUndefined();
    expect(carriedSimulation(bookOf({ ...setup, outputs: [] }), bookOf(), wish)).toBeUndefined();
  });

  it("is left out, with the reason, where the copy would not repeat it", () => {
    expect(whyLeft(bookOf({ ...setup, seed: 2e8 }))).toBe("its seed is above 100,000,000");
    const upsideDown = { ...setup.inputs[0]!, distribution: { kind: "uniform", min: 4, max: 2 } } as const;
    expect(whyLeft(bookOf({ ...setup, inputs: [upsideDown] }))).toBe("Price: max must be above min");

    const fixed = [{ ...model, cells: model.cells.map((cell) => (cell.row === 3 ? at(3, 1, 60) : cell)) }];
    expect(whyLeft(bookOf(setup), bookOf(setup, fixed)))
      .toBe("in the copy Revenue would be another at draw 1: it depends on a formula that became a value");

    const stale = [{ ...model, cells: model.cells.map((cell) => (cell.row === 3 ? { ...cell, value: 61 } : cell)) }];
    expect(whyLeft(bookOf(setup, stale))).toBe("calculated apart from the sheet, Model!B4 is not what the sheet shows");
  });

  it("is left out for LibreOffice where a range holds the first cell of all, which its multiple operations mistake", () => {
    const cornered = [{ ...model, cells: [...model.cells.filter(({ row }) => row !== 3), at(3, 1, 33, "=SUM(A1:B3)+B5")] }];
    const book = bookOf(setup, cornered);
    expect(whyLeft(book, book, { ...wish, recipient: "libreoffice" })).toMatch(/^Model!B4 reads a range/);
    expect(whyLeft(book)).toBeUndefined();
  });
});
