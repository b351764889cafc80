import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { catalogue } from "../../src/functions";
import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { univerFunctions } from "../../src/host/univer-functions";
import { CellError } from "../../src/refusal";
import { cellOf, put, sheetOf, valueAt } from "./cells";

/** What Univer 0.25.1 gets wrong, repaired; and at the end what is left of it, and what users meet. */

jest.setTimeout(60_000);

let engine: Engine;
beforeEach(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterEach(() => engine.dispose());

const error = (code: string) => ({ error: code });
const column = (rows: readonly unknown[]): unknown[][] => rows.map((value) => [value]);
const down = (at: { row: number; column: number }, rows: number) =>
  engine.values("Sheet1", { ...at, rows, columns: 1 }).flat();

describe("a sorted range", () => {
  it("is not sorted for the other formulas that read it", async () => {
    await put(engine, "A1", [[3, 10], [1, 20], [2, 30]]);
    await put(engine, "D1", [["=SORT(A1:A3)", "=SORTBY(A1:B3,B1:B3,-1)", "", "=NPV(0.1,A1:A3)", "=A1:A3"]]);
    expect(down({ row: 0, column: 3 }, 3)).toEqual([1, 2, 3]);
    expect(down({ row: 0, column: 4 }, 3)).toEqual([2, 1, 3]);
    expect(valueAt(engine, "G1")).toBeCloseTo(3 / 1.1 + 1 / 1.1 ** 2 + 2 / 1.1 ** 3, 12);
    expect(down({ row: 0, column: 7 }, 3)).toEqual([3, 1, 2]);
  });
});

describe("a number in a formula", () => {
  it.each([
    ["=ISNUMBER(1E-3)", true],
    ["=1E-3*2", 0.002],
    ["=1.5e3", 1500],
    ["=SUM(1.50,.5)", 2],
    ["=INDEX({1.50,2},1)", 1.5],
    ["=1=1.0", true],
    ["=1E-308", 1e-308],
    ["=1E308", 1e308],
    ["=1E400", new CellError("#NUM!")],
    ["=007+1", 8],
  ])("%s is %p however it is written", async (formula, value) => {
    expect(await engine.evaluate(formula)).toEqual(value);
  });
});

describe("an array constant", () => {
  it("may hold commas and semicolons in its texts", async () => {
    await put(engine, "A1", [['={"a,b","c;d";1,TRUE}']]);
    const cells = engine.values("Sheet1", { row: 0, column: 0, rows: 2, columns: 2 });
    expect(cells).toEqual([["a,b", "c;d"], [1, true]]);
  });
});

describe("the spill operator", () => {
  it("means all cells of the spill, as it grows and shrinks", async () => {
    await put(engine, "A1", [["=SEQUENCE(C1)", "=SUM(A1#)", 3]]);
    expect(valueAt(engine, "B1")).toBe(6);
    await put(engine, "C1", [[4]]);
    expect(valueAt(engine, "B1")).toBe(10);
    await put(engine, "C1", [[2]]);
    expect(valueAt(engine, "B1")).toBe(3);
  });

  it("spills itself, on another sheet too", async () => {
    await put(engine, "A1", [["=SEQUENCE(2,2)"]]);
    await put(engine, "A1", [["=Sheet1!A1#*10"]], "Other");
    expect(engine.values("Other", { row: 0, column: 0, rows: 2, columns: 2 })).toEqual([[10, 20], [30, 40]]);
  });

  it("is #REF! for a cell that does not spill", async () => {
    await put(engine, "A1", [[5, "=A1#"]]);
    expect(valueAt(engine, "B1")).toEqual(error("#REF!"));
  });
});

describe("the operator of implicit intersection", () => {
  it("takes the cell of the formula's own row, and the first of an array", async () => {
    await put(engine, "A1", column([10, 20, 30]));
    await put(engine, "C2", [["=@A1:A3", "=@{7,8}", "=@A3+1"]]);
    expect(engine.values("Sheet1", { row: 1, column: 2, rows: 1, columns: 3 })).toEqual([[20, 7, 31]]);
    expect(await cellOf(engine, "=@A1:A3")).toEqual(error("#VALUE!"));
  });
});

describe("a reference", () => {
  it("to a cell beyond the rows and columns that the sheet shows is blank", async () => {
    expect(await cellOf(engine, "=B900000+1")).toBe(1);
    expect(await cellOf(engine, "=SUM(XFD1)")).toBe(0);
  });

  it("beyond Excel's last row is no cell", async () => {
    expect(await engine.evaluate("=A1048577")).toBeInstanceOf(CellError);
  });
});

describe("a structured reference", () => {
  const sales = [["Year", "Unit price (%)", "Qty"], [2020, 5, 2], [2021, 6, 3], [2022, 7, 4]];
  const area = { startRow: 0, startColumn: 0, endRow: 3, endColumn: 2 };
  const sheet = () => sheetOf(engine, "Data");

  beforeEach(async () => {
    await put(engine, "A1", sales, "Data");
    await sheet().addTable("Sales_2024.v1", area, "sales");
    await engine.calculated();
  });

  it.each([
    ["=SUM(Sales_2024.v1[Qty])", 9],
    ["=SUM(sales_2024.V1[[unit price (%)]:[QTY]])", 27],
    ["=SUM(Sales_2024.v1[[#Headers],[#Data],[Qty]])", 9],
    ["=INDEX(Sales_2024.v1[#Headers],1,2)", "Unit price (%)"],
    ["=OFFSET(Sales_2024.v1[[#Headers],[Qty]],2,-1)", 6],
    ["=XLOOKUP(2021,Sales_2024.v1[Year],Sales_2024.v1[Qty])", 3],
    ["=SUM(TAKE(Sales_2024.v1[Qty],2))", 5],
    ["=ROWS(Sales_2024.v1)", 3],
    ["=ROWS(Sales_2024.v1[#All])", 4],
    ["=@Sales_2024.v1[Qty]", new CellError("#VALUE!")],
    ["=POLICY.HHI_INDEX(Sales_2024.v1[Qty],1)", (4 + 9 + 16) / 81],
  ])("%s reads the table, whatever its names", async (formula, value) => {
    expect(await engine.evaluate(formula)).toEqual(value);
  });

  it("to an unknown column, or to totals, is #REF!, and to an unknown table #NAME?", async () => {
    expect(await engine.evaluate("=SUM(Sales_2024.v1[Price])")).toEqual(new CellError("#REF!"));
    expect(await engine.evaluate("=Sales_2024.v1[#Totals]")).toEqual(new CellError("#REF!"));
    expect(await engine.evaluate("=SUM(Sales[Qty])")).toEqual(new CellError("#NAME?"));
  });

  it("to this row may leave out its table inside it", async () => {
    await sheet().setTableRange("sales", { ...area, endColumn: 3 });
    const formulas = ["=[@[Unit price (%)]]*[@Qty]", "=Sales_2024.v1[@Qty]*10", "=SUM([Qty])"];
    await put(engine, "D1", column(["Value", ...formulas]), "Data");
    expect(engine.values("Data", { row: 1, column: 3, rows: 3, columns: 1 }).flat()).toEqual([10, 30, 9]);
  });

  it("follows the table as it grows, from any sheet", async () => {
    await put(engine, "A1", [["=SUM(Sales_2024.v1[Qty])"]]);
    await sheet().setTableRange("sales", { ...area, endRow: 4 });
    await put(engine, "A5", [[2023, 8, 10]], "Data");
    expect(valueAt(engine, "A1")).toBe(19);
    await put(engine, "C5", [[100]], "Data");
    expect(valueAt(engine, "A1")).toBe(109);
  });

  it("follows a table that is renamed, and errs where the table is gone", async () => {
    await put(engine, "A1", [["=SUM(Sales_2024.v1[Qty])"]]);
    await sheet().setTableName("sales", "Sold");
    await engine.calculated();
    expect([engine.formula("Sheet1", 0, 0), valueAt(engine, "A1")]).toEqual(["=SUM(Sold[Qty])", 9]);
    await sheet().removeTable("sales");
    await engine.calculated();
    expect(valueAt(engine, "A1")).toMatchObject({ error: expect.any(String) });
  });

  it("is rewritten when a header is edited, and back when that is undone", async () => {
    await put(engine, "A1", [["=SUM(Sales_2024.v1[qty])"]]);
    await put(engine, "C1", [["Pieces sold"]], "Data");
    expect(engine.formula("Sheet1", 0, 0)).toBe("=SUM(Sales_2024.v1[Pieces sold])");
    expect(valueAt(engine, "A1")).toBe(9);
    expect(engine.content().sheets[1]!.tables[0]!.columns).toEqual(["Year", "Unit price (%)", "Pieces sold"]);
    await engine.undo();
    await engine.calculated();
    expect([engine.formula("Sheet1", 0, 0), valueAt(engine, "A1")]).toEqual(["=SUM(Sales_2024.v1[Qty])", 9]);
  });
});

describe("a defined name", () => {
  const book = () => engine.api.getActiveWorkbook()!;

  it("stands for its formula as a whole, in any case, after any sign", async () => {
    book().insertDefinedName("TaxRate", "=0.1+0.2");
    book().insertDefinedName("Twice", "=LAMBDA(x,x*2.0)");
    const formulas = ["=TaxRate*10", "=-taxrate", "=Twice(TaxRate)", "=SUM(MAP({1,2},Twice))"];
    await put(engine, "A1", column(formulas));
    const expected = [3, -0.3, 0.6, 6].map((value) => expect.closeTo(value, 12));
    expect(down({ row: 0, column: 0 }, 4)).toEqual(expected);
  });

  it("has its new value in every formula, and #NAME? when it is gone", async () => {
    book().insertDefinedName("Levy", "=2");
    await put(engine, "A1", column(["=levy*10", "=1+LEVY"]));
    book().getDefinedName("Levy")!.setFormula("5");
    await engine.calculated();
    expect(down({ row: 0, column: 0 }, 2)).toEqual([50, 6]);
    book().deleteDefinedName("Levy");
    await engine.calculated();
    expect(down({ row: 0, column: 0 }, 2)).toEqual([error("#NAME?"), error("#NAME?")]);
  });

  it("means in each workbook what it means there", async () => {
    const sheet = { name: "S", tables: [], merges: [], columnWidths: {} };
    const cells = [{ row: 0, column: 0, value: null, formula: "=Levy*2" }];
    for (const base of [3, 4]) {
      const names = [{ name: "Levy", formula: `=${base}` }];
      await engine.open({ sheets: [{ ...sheet, cells }], names, customXml: [] });
      expect(valueAt(engine, "A1", "S")).toBe(base * 2);
    }
  });

  it("may stand beside a table, which Node 20 lacks a method for", async () => {
    await put(engine, "A1", [["Qty"], [1], [2]]);
    await sheetOf(engine).addTable("Sold", { startRow: 0, endRow: 2, startColumn: 0, endColumn: 0 }, "t");
    expect(() => book().insertDefinedName("Levy", "=2")).not.toThrow();
    expect(() => book().insertDefinedName("sold", "=2")).toThrow();
  });
});

describe("a variable of LET or LAMBDA", () => {
  it("is bound anew at each calculation", async () => {
    await put(engine, "A1", [["Qty"], [1], [3]]);
    await sheetOf(engine).addTable("Sold", { startRow: 0, endRow: 2, startColumn: 0, endColumn: 0 }, "t");
    engine.api.getActiveWorkbook()!.insertDefinedName("Above", "=LAMBDA(q,FILTER(q,q>1))");
    const formulas = ["=LET(q,Sold[Qty],SUM(FILTER(q,q>1)))", "=SUM(Above(Sold[Qty]))", "=LET(q,A2,q*10)"];
    await put(engine, "C1", [formulas]);
    const values = () => engine.values("Sheet1", { row: 0, column: 2, rows: 1, columns: 3 });
    const evaluated = () => Promise.all([formulas.map((formula) => engine.evaluate(formula))].flat());
    expect([values(), await evaluated()]).toEqual([[[3, 3, 10]], [3, 3, 10]]);
    await sheetOf(engine).setTableRange("t", { startRow: 0, endRow: 3, startColumn: 0, endColumn: 0 });
    await put(engine, "A2", [[2], [3], [7]]);
    expect([values(), await evaluated()]).toEqual([[[12, 12, 20]], [12, 12, 20]]);
  });
});

describe("a long formula", () => {
  /** Found by trying random ends until two formulas had one sum. */
  const long = (end: string): string => `${"long ".repeat(15)}${end}`;
  const texts = ["BRoMWF", "2v7Sif"].map(long);
  const formulas = texts.map((text) => `="${text}"`);

  /** The sum under which Univer would store it. */
  const sum = (formula: string): number =>
    [...formula].reduce((so, far) => (far.charCodeAt(0) + (so << 6) + (so << 16) - so) | 0, 0);

  it("is never taken for another", async () => {
    expect(sum(formulas[0]!)).toBe(sum(formulas[1]!));
    await put(engine, "A1", [formulas]);
    expect(engine.values("Sheet1", { row: 0, column: 0, rows: 1, columns: 2 })).toEqual([texts]);
  });

  it("has the new value of a name in it", async () => {
    engine.api.getActiveWorkbook()!.insertDefinedName("Levy", "=2");
    await put(engine, "A1", [[`=0${"+Levy".repeat(20)}`]]);
    engine.api.getActiveWorkbook()!.getDefinedName("Levy")!.setFormula("5");
    await engine.calculated();
    expect(valueAt(engine, "A1")).toBe(100);
  });
});

describe("a value", () => {
  it("is read in full precision, whatever its format", async () => {
    await put(engine, "A1", [["=1/3", "=12%", "=1E15+0.3", 0.1234567890123456]]);
    sheetOf(engine).getRange("A1:D1").setNumberFormat("0%");
    await engine.calculated();
    expect(engine.values("Sheet1", { row: 0, column: 0, rows: 1, columns: 4 })).toEqual([
      [1 / 3, 0.12, 1e15 + 0.3, 0.1234567890123456],
    ]);
  });

  it("that has been spilled is read as one", async () => {
    await put(engine, "A1", [["=SEQUENCE(2,2)/3"]]);
    expect(valueAt(engine, "B2")).toBe(4 / 3);
    expect(engine.spillOf("Sheet1", 1, 1)).toEqual({ row: 0, column: 0, rows: 2, columns: 2 });
    expect(engine.formula("Sheet1", 1, 1)).toBeUndefined();
  });
});

describe("an error", () => {
  it("goes through every comparison with it, the second too", async () => {
    await put(engine, "A1", column(["=1/0", 5]));
    const formulas = ["=A1>0", "=A1>0", "=AND(B9<1,A1>0)*B9", "=A1=5", "=OR(A2=5,A1>0)", "=SUM(--(A1:A2>0))"];
    await put(engine, "B1", column(formulas));
    const cells = engine.values("Sheet1", { row: 0, column: 1, rows: formulas.length, columns: 1 });
    expect(cells).toEqual(formulas.map(() => [error("#DIV/0!")]));
  });
});

describe("a calculation", () => {
  it("gives all other formulas their values when a function throws", async () => {
    const evaluate = () => {
      throw new TypeError("broken");
    };
    const broken = { ...catalogue[0]!, name: "BREAK", parameters: {}, evaluate };
    const own = await createHeadlessEngine({ language: "en", functions: [broken] });
    await put(own, "A1", [["=1+1", "=POLICY.BREAK()", "=2+2"]]);
    const cells = own.values("Sheet1", { row: 0, column: 0, rows: 1, columns: 3 });
    expect(cells).toEqual([[2, error("#VALUE!"), 4]]);
    own.dispose();
  });

  it("never waits for one of our functions", () => {
    const entries = univerFunctions(catalogue, () => undefined);
    expect(entries.filter(([Function, name]) => new Function(name).isAsync())).toEqual([]);
  });

  it("is asked whether it waits by a member that Univer does not promise", () => {
    const trigger = engine.univer.__getInjector().get(TriggerCalculationController);
    expect(trigger).toHaveProperty("_waitingCommandQueue", []);
  });
});

describe("what is left", () => {
  it("functions that Univer lacks are #NAME?", async () =>
    expect(await cellOf(engine, "=GROUPBY(A1:A2,B1:B2,SUM)")).toEqual(error("#NAME?")));

  // Users drag the table's corner, or insert a row inside it.
  it("a table does not grow when something is typed below it", async () => {
    await put(engine, "A1", column(["Qty", 1, 2]));
    await sheetOf(engine).addTable("Sold", { startRow: 0, endRow: 2, startColumn: 0, endColumn: 0 }, "t");
    await put(engine, "A4", [[10]]);
    expect(await cellOf(engine, "=SUM(Sold[Qty])")).toBe(3);
  });
});
