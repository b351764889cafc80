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
