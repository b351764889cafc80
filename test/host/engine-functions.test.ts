import type { Definition, Outcome } from "../../src/functions";
import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { CellError, Refusal } from "../../src/refusal";
import { put, sheetOf, valueAt } from "./cells";

jest.setTimeout(60_000);

/** Takes what it is given as it is. */
const parameter = { shape: "range", optional: true, bounds: {}, read: (argument: unknown) => argument };

type Given = Readonly<Record<"one" | "two" | "three", unknown>>;

/** A function that the catalogue has not, to see what comes in and what goes out. */
const double = (name: string, evaluate: (given: Given) => Outcome): Definition =>
  ({ name, parameters: { one: parameter, two: parameter, three: parameter }, evaluate }) as unknown as Definition;

const answers: Record<string, Outcome> = {
  date: "2019-03",
  percent: "5%",
  list: "{1,2}",
  formula: "=A1",
  yes: true,
  small: 1e-300,
  table: [
    ["2019-03", 1.5],
    [false, new CellError("#N/A")],
    [new Refusal("zero", { en: "is 0", zh: "为零" }), ""],
  ],
  refused: new Refusal("missing", { en: "is missing", zh: "缺失" }, "one"),
};

let engine: Engine;
beforeAll(async () => {
  const functions = [
    double("ECHO", ({ one, two, three }) => JSON.stringify([one, two, three])),
    double("ANSWER", ({ one }) => answers[String(one)]!),
  ];
  engine = await createHeadlessEngine({ language: "en", functions });
  await put(engine, "A1", [[1, "x", true], ["=1/0", '=""', 2.5]]);
});
afterAll(() => engine.dispose());

const heard = async (args: string): Promise<unknown> =>
  JSON.parse((await engine.evaluate(`=POLICY.ECHO(${args})`)) as string);

describe("what one of our functions is given", () => {
  it.each([
    ["A1", [1, null, null]],
    ["A9", [null, null, null]],
    ["1,,2", [1, null, 2]],
    ["", [null, null, null]],
    [",,", [null, null, null]],
    ['"a",TRUE,-1.50', ["a", true, -1.5]],
    ["#N/A", [{ code: "#N/A" }, null, null]],
    ["{1,2;3,4}", [[[1, 2], [3, 4]], null, null]],
    ["A1:C3", [[[1, "x", true], [{ code: "#DIV/0!" }, "", 2.5], [null, null, null]], null, null]],
    ["A1:A2*2", [[[2], [{ code: "#DIV/0!" }]], null, null]],
    ["Z99:Z100", [[[null], [null]], null, null]],
    ['INDIRECT("A1:B1")', [[[1, "x"]], null, null]],
    ["LAMBDA(x,x)", [{ code: "#VALUE!" }, null, null]],
  ])("for (%s) is %j", async (args, given) => expect(await heard(args)).toEqual(given));

  it("ends with the cells in use, for whole columns, whole rows and a million cells", async () => {
    const column = [[1], [{ code: "#DIV/0!" }]];
    expect(await heard("A:A")).toEqual([column, null, null]);
    expect(await heard("A1:A1048576")).toEqual([column, null, null]);
    expect(await heard("1:1")).toEqual([[[1, "x", true]], null, null]);
    expect(await heard("A:A,B:B")).toEqual([column, [["x"], [""]], null]);
  });

  it("is the same in lower case and inside LET, MAP and BYROW", async () => {
    expect(await engine.evaluate("=policy.echo(5)")).toBe("[5,null,null]");
    expect(await engine.evaluate("=LET(v,A1:B1,POLICY.ECHO(v))")).toBe('[[[1,"x"]],null,null]');
    expect(await engine.evaluate("=MAP({1,2},LAMBDA(v,POLICY.ECHO(v)))"))
      .toEqual([["[1,null,null]", "[2,null,null]"]]);
    expect(await engine.evaluate("=BYROW({1,2;3,4},LAMBDA(r,POLICY.ECHO(r)))"))
      .toEqual([["[[[1,2]],null,null]"], ["[[[3,4]],null,null]"]]);
  });

  it("may not be more than it takes: Excel would not let that be typed", async () => {
    const refusal = (await engine.evaluate("=POLICY.ECHO(1,2,3,4)")) as Refusal;
    expect([refusal.code, refusal.message("en")]).toEqual(["#VALUE!", "ECHO takes 3 arguments, not 4"]);
  });
});

describe("what one of our functions answers", () => {
  it("stays what it is in a cell: a text like a date, a percentage or a formula is a text", async () => {
    const kinds = ["date", "percent", "list", "formula", "yes", "small"];
    await put(engine, "E1", [kinds.map((kind) => `=POLICY.ANSWER("${kind}")`)]);
    const cells = engine.values("Sheet1", { row: 0, column: 4, rows: 1, columns: 6 });
    expect(cells).toEqual([kinds.map((kind) => answers[kind])]);
    await put(engine, "E2", [kinds.map(() => "=ISTEXT(E1)")]);
    expect(valueAt(engine, "E2")).toBe(true);
  });

  it("fills a range cell by cell, errors included, unless something stands there", async () => {
    await put(engine, "E5", [['=POLICY.ANSWER("table")']]);
    const spilled = () => engine.values("Sheet1", { row: 4, column: 4, rows: 3, columns: 2 });
    const all = [["2019-03", 1.5], [false, { error: "#N/A" }], [{ error: "#DIV/0!" }, ""]];
    expect(spilled()).toEqual(all);
    await put(engine, "F7", [["in the way"]]);
    expect(valueAt(engine, "E5")).toEqual({ error: "#SPILL!" });
    expect(engine.spillOf("Sheet1", 4, 4)).toBeUndefined();
    await engine.undo();
    await engine.calculated();
    expect(spilled()).toEqual(all);
  });

  it("is an error as Excel has it where it is refused, and the engine remembers why", async () => {
    const after = ["=ERROR.TYPE(E10)", '=IFERROR(E10,"none")', "=E10+1", "=1/0"];
    await put(engine, "E10", [['=POLICY.ANSWER("refused")', ...after]]);
    expect(engine.values("Sheet1", { row: 9, column: 4, rows: 1, columns: 4 }))
      .toEqual([[{ error: "#N/A" }, 7, "none", { error: "#N/A" }]]);
    expect(engine.refusalAt("Sheet1", 9, 4)?.message("zh")).toBe("one 缺失");
    expect(engine.refusalAt("Sheet1", 9, 8)).toBeUndefined();
    sheetOf(engine).getRange("E10").setValue("=1/0" as never);
    await engine.calculated();
    expect(engine.refusalAt("Sheet1", 9, 4)).toBeUndefined();
  });
});

describe("a sheet of ten thousand formulas", () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => row);
  const cells = rows.flatMap((row) => [
    { row, column: 0, value: row + 1 },
    { row, column: 1, value: null, formula: `=A${row + 1}*2` },
  ]);

  it("is calculated, and again after an edit", async () => {
    const sheet = { name: "Sheet1", cells, tables: [], merges: [], columnWidths: {} };
    await engine.open({ sheets: [sheet], names: [], customXml: [] });
    expect(valueAt(engine, "B10000")).toBe(20_000);
    await put(engine, "A1", [[21]]);
    expect(valueAt(engine, "B1")).toBe(42);
  });
});
