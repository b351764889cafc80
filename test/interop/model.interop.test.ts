import { parseCell } from "../../src/formulas/addresses";
import { compile } from "../../src/model";
import type { CellContent, CellValue, SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { draws, inputs, sharedFormulas, surroundings } from "../model/native-cases";
import { isThere, recalculated, spreadsheets } from "./spreadsheets";

const libreOffice = spreadsheets.find(({ name }) => name === "LibreOffice")!;

/** The formulas stand down column M, one below another, in one sheet for each case of the inputs. */
const FORMULAS = 12;
const place = (row: number) => ({ row, column: FORMULAS });

const sheetOf = (name: string, given: readonly number[]): SheetContent => {
  const cells: CellContent[] = Object.entries(surroundings).map(([address, value]) => {
    const at = inputs.findIndex((input) => input === address);
    return { ...parseCell(address)!, value: at < 0 ? value : given[at] };
  });
  const formulas = sharedFormulas.map((formula, row): CellContent =>
    ({ ...place(row), value: null, formula, spill: { rows: 1, columns: 1 } }));
  return { name, cells: [...cells, ...formulas], tables: [], merges: [], columnWidths: {} };
};

const content: WorkbookContent = {
  sheets: draws[0].map((_, i) => sheetOf(`Case${i}`, draws.map((column) => column[i]))), names: [], customXml: [],
};

const spill = { rows: 1, columns: 1 };

/** What the program found, in formulas as they were written. */
async function found(): Promise<WorkbookContent> {
  const back = (await readWorkbook(recalculated(libreOffice, await writeWorkbook(content)))).content;
  const sheets = content.sheets.map((sheet, i) => {
    const values = new Map(back.sheets[i].cells.map(({ row, column, value }) => [`${row},${column}`, value]));
    return { ...sheet, cells: sheet.cells.map((cell) =>
      (cell.formula ? { ...cell, spill, value: values.get(`${cell.row},${cell.column}`) ?? null } : cell)) };
  });
  return { ...content, sheets };
}

const given = isThere(libreOffice) ? describe : describe.skip;

given("models, calculated by LibreOffice", () => {
  let shown: WorkbookContent;
  const valueAt = (sheet: number, row: number): CellValue =>
    shown.sheets[sheet].cells.find((cell) => cell.row === row && cell.column === FORMULAS)!.value;

  beforeAll(async () => { shown = await found(); });

  const modelOf = (sheet: string) => {
    const compiled = compile(shown, {
      inputs: inputs.map((address) => ({ sheet, ...parseCell(address)! })),
      outputs: sharedFormulas.map((_, row) => ({ sheet, ...place(row) })),
    });
    if (compiled.kind === "model") return compiled.model;
    throw new Error(compiled.cells.map(({ formula, why }) => `${formula}: ${why.en}`).join("\n"));
  };

  /** It stores the TRUE of an array formula as 1, and errors for which Excel has other codes as #VALUE!. */
  const asStored = (value: CellValue, like: CellValue): CellValue => {
    if (typeof value === "object" && typeof like === "object" && like?.error === "#VALUE!") return like;
    return typeof value === "boolean" && typeof like === "number" ? Number(value) : value;
  };

  it.each(content.sheets.map(({ name }) => name))("show in %s what the model calculates from the same inputs", (sheet) => {
    const differences = modelOf(sheet).check().filter((each) => asStored(each.computed, each.shown) !== each.shown);
    expect(differences.map((each) =>
      `${sharedFormulas[each.place.row]} is ${JSON.stringify(each.shown)}, computed ${JSON.stringify(each.computed)}`)).toEqual([]);
  });

  it("show for other inputs what the model calculates for them all at once", () => {
    const outputs = modelOf("Case0").evaluate(draws.map((column) => Float64Array.from(column)));
    const wrong = outputs.flatMap(({ values }, row) => [...values].flatMap((value, i) => {
      const expected = valueAt(i, row);
      const number = typeof expected === "number" || typeof expected === "boolean" ? Number(expected) : NaN;
      const near = Object.is(value, number) || Math.abs(value - number) <= 1e-9 * Math.abs(number) || value === number;
      return near ? [] : [`${sharedFormulas[row]} in case ${i} is ${JSON.stringify(expected)}, computed ${value}`];
    }));
    expect(wrong).toEqual([]);
  });
});

/** A quarter of months with subtotals in them, and what a year's sheet makes of it. */
const monthly = (first: number): WorkbookContent => {
  const month = (name: string, at: number): SheetContent => {
    const written: Record<string, CellValue> = {
      A1: first * at, A2: 20 + at, A3: "=SUBTOTAL(9,A1:A2)", A4: 5, A5: 0.5 * at, A6: "=SUBTOTAL(9,A4:A5)",
      A7: "text", B1: "=A1/(A2-22)", B2: 3, B3: 8, B4: at,
    };
    const cells = Object.entries(written).map(([address, value]): CellContent => typeof value === "string" && value[0] === "="
      ? { ...parseCell(address)!, value: null, formula: value } : { ...parseCell(address)!, value });
    return { name, cells, tables: [], merges: [], columnWidths: {} };
  };
  const year = yearly.map((formula, row): CellContent => ({ row, column: 0, value: null, formula }));
  return {
    sheets: [
      month("Jan", 1), month("Feb", 2), month("Mar", 3),
      { name: "Year", cells: year, tables: [], merges: [], columnWidths: {} },
    ],
    names: [], customXml: [],
  };
};

const yearly = [
  "=SUBTOTAL(9,Jan!A1:A7)", "=SUBTOTAL(1,Jan!A1:A7,Feb!A1:A2)", "=SUBTOTAL(2,Jan!A1:A7)", "=SUBTOTAL(3,Jan!A1:A8)",
  "=SUBTOTAL(4,Feb!A1:A6)", "=SUBTOTAL(5,Feb!A1:A6)", "=SUBTOTAL(6,Jan!A1:A4)", "=SUBTOTAL(7,Jan!A1:A7)",
  "=SUBTOTAL(8,Jan!A1:A7)", "=SUBTOTAL(10,Jan!A1:A7)", "=SUBTOTAL(11,Jan!A1:A7)",
  "=AGGREGATE(9,6,Feb!B1:B4)", "=AGGREGATE(4,6,Feb!B1:B4)", "=AGGREGATE(2,6,Feb!B1:B4)", "=AGGREGATE(9,4,Jan!A1:A7)",
  "=AGGREGATE(9,0,Jan!A1:A7)", "=AGGREGATE(1,2,Feb!B1:B4)", "=AGGREGATE(12,6,Feb!B1:B4)", "=AGGREGATE(14,6,Feb!B1:B4,2)",
  "=AGGREGATE(15,6,Feb!B1:B4,1)", "=AGGREGATE(16,6,Feb!B1:B4,0.5)", "=AGGREGATE(17,4,Jan!A1:A6,1)", "=AGGREGATE(9,4,Feb!B1:B4)",
  "=SUM(Jan:Mar!A1:A2)", "=AVERAGE(Jan:Mar!A1,Jan!A5)", "=MAX(Jan:Feb!A1:A2)", "=MIN(Jan:Mar!A4:A5)", "=COUNT(Jan:Mar!A1:A7)",
  "=COUNTA(Jan:Mar!A7:A9)", "=STDEV.S(Jan:Mar!A1)", "=PRODUCT(Feb:Mar!A5)", "=SUM(Jan:Mar!A1)/SUM(Jan!A1)",
];

given("subtotals and references through sheets, calculated by LibreOffice", () => {
  const firsts = [12, 31] as const;
  const places = yearly.map((_, row) => ({ sheet: "Year", row, column: 0 }));
  const shownFor = async (first: number): Promise<WorkbookContent> =>
    (await readWorkbook(recalculated(libreOffice, await writeWorkbook(monthly(first))))).content;

  it("are what the model calculates, for the inputs as they stand and for others", async () => {
    const [shown, other] = [await shownFor(firsts[0]), await shownFor(firsts[1])];
    const inputs = ["Jan", "Feb", "Mar"].map((sheet) => ({ sheet, row: 0, column: 0 }));
    const compiled = compile(shown, { inputs, outputs: places });
    if (compiled.kind !== "model") throw new Error(compiled.cells.map(({ formula, why }) => `${formula}: ${why.en}`).join("\n"));
    const draws = inputs.map((_, i) => Float64Array.from(firsts, (first) => first * (i + 1)));
    const results = compiled.model.evaluate(draws);
    const valueAt = ({ sheets }: WorkbookContent, row: number): unknown =>
      sheets.find(({ name }) => name === "Year")!.cells.find((cell) => cell.row === row)!.value;
    // One alone asks for the error of Feb!B1.
    expect(yearly.filter((_, row) => typeof valueAt(shown, row) !== "number")).toEqual(["=AGGREGATE(9,4,Feb!B1:B4)"]);
    const wrong = yearly.flatMap((formula, row) => [shown, other].flatMap((content, draw) => {
      const expected = valueAt(content, row);
      const value = results[row].values[draw];
      const isSame = typeof expected === "number" ? Math.abs(value - expected) <= 1e-9 * Math.abs(expected) : Number.isNaN(value);
      return isSame ? [] : [`${formula} is ${JSON.stringify(expected)}, computed ${value}`];
    }));
    expect(wrong).toEqual([]);
  });
});
