import { explainCell } from "../../src/actions/explain-cell";
import { previewFormula } from "../../src/actions/preview-formula";
import { find } from "../../src/functions";
import { CellError } from "../../src/refusal";
import { contentOf, openDesk, write } from "./excel-desk";

const made = openDesk();

const at = (address: string) => ({ sheet: "Sheet1", address });
const preview = (name: string, ...texts: string[]) => previewFormula(find(name)!, texts, at("H1"));

beforeEach(async () => {
  await write(made, "A1:B3", [
    ["Output", "Capacity"],
    [80, 100],
    ["", 100],
  ]);
});

describe("the preview of a formula", () => {
  it("is calculated from the cells, and writes nothing", async () => {
    const before = contentOf(made);
    const report = await preview("CAPACITY_UTIL", "A2:A3", "B2:B3");
    expect(report.outcome).toBe(0.4);
    expect(contentOf(made)).toEqual(before);
  });

  it("says of each argument what it reads and how much of it is empty", async () => {
    const { args } = await preview("CAPACITY_UTIL", "A2:A3", "Sheet1!B2:B3", "6");
    expect(args.map(({ place, value, cells, empty }) => ({ place, value, cells, empty }))).toEqual([
      { place: "Sheet1!A2:A3", value: [[80], [""]], cells: 2, empty: 1 },
      { place: "Sheet1!B2:B3", value: [[100], [100]], cells: 2, empty: 0 },
      { place: undefined, value: 6, cells: 0, empty: 0 },
    ]);
  });

  it("warns of a unit that a heading or a label says", async () => {
    await write(made, "A1:D3", [
      ["产量（万辆）", "产能（辆）", "Support", "万元"],
      [80, 1e6, "Tax (bn yuan)", 3],
      [20, 1e6, "Tax", 3],
    ]);
    const { args } = await preview("CAPACITY_UTIL", "A2:A3", "B2:B3");
    expect(args.map(({ unit }) => unit?.factor)).toEqual([1e4, undefined, undefined]);
    const money = await preview("FISCAL_BREAKEVEN", "D3", "D2");
    expect(money.args.map(({ unit }) => unit?.factor)).toEqual([1e4, 1e9, undefined, undefined]);
  });

  it("says of each argument what is wrong with it", async () => {
    await write(made, "C1:C2", [[-1], ["=1/0"]]);
    const { args } = await preview("CAPACITY_UTIL", "C1", "C2", "13");
    const [below, error, above] = args.map(({ fault }) => fault);
    expect(below).toMatchObject({ subject: "output", fragment: { en: "must not be below 0" } });
    expect(error).toEqual(new CellError("#DIV/0!"));
    expect(above).toMatchObject({ subject: "months", fragment: { en: "must not be above 12" } });
  });

  it("says which cell is at fault", async () => {
    await write(made, "C1:D2", [
      [1, 2],
      [3, "many"],
    ]);
    const { args } = await preview("HHI_INDEX", "C1:D2");
    expect(args[0]).toMatchObject({ fault: { subject: "values" }, faultAt: "D2" });
  });

  it("gives the refusal of the whole where the parts are well", async () => {
    await write(made, "C1", [[0]]);
    const { args, outcome } = await preview("CAPACITY_UTIL", "A2", "C1");
    expect(args.every(({ fault }) => !fault)).toBe(true);
    expect(outcome).toMatchObject({ code: "#DIV/0!", subject: "capacity" });
  });

  it("says what is needed and not there", async () => {
    const { args, outcome } = await preview("CAPACITY_UTIL", "A2:A3");
    expect(args[1]!.fault).toMatchObject({ subject: "capacity", fragment: { en: "is needed" } });
    expect(outcome).toBeUndefined();
  });

  it("calculates our functions in one another", async () => {
    const report = await preview("HHI_BAND", "POLICY.HHI_INDEX({30;30;20;20})");
    expect(report.outcome).toBe("high");
    expect(report.nested[0]!.outcome).toBeCloseTo(2600, 9);
  });

  it("reads names and columns of tables", async () => {
    await made.run(async ({ workbook, sync }, sheet) => {
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Plants";
      workbook.names.add("OutputNow", sheet.getRange("A2:A2"));
      await sync();
    });
    expect((await preview("CAPACITY_UTIL", "Plants[Output]", "Plants[Capacity]")).outcome).toBe(0.4);
    expect((await preview("CAPACITY_UTIL", "OutputNow", "100")).outcome).toBe(0.8);
  });

  it.each([
    ["A2*2", "Excel will calculate it."],
    ["Gone!A1", "There is no sheet of this name."],
    ["NoName", "There is no range of this name."],
    ["NoTable[Output]", "There is no such table or column."],
    ["A:A", "These are too many cells to look at: choose only the filled part of the columns."],
  ])("leaves %s untold, and says why", async (text, why) => {
    const { args, outcome } = await preview("CAPACITY_UTIL", text, "100");
    expect(args[0]!.untold!.en).toBe(why);
    expect(outcome).toBeUndefined();
  });
});

describe("the explanation of a cell", () => {
  it("holds its calls, what they read, and what the cell shows", async () => {
    await write(made, "D1", [["=ROUND(policy.capacity_util(A2:A3,B2:B3),1)&POLICY.HHI_BAND(2600)"]]);
    const { formula, value, calls } = await explainCell(at("D1"));
    expect(formula).toContain("capacity_util");
    expect(value).toBe("0.4high");
    expect(calls.map(({ definition, outcome }) => [definition.name, outcome])).toEqual([
      ["CAPACITY_UTIL", 0.4],
      ["HHI_BAND", "high"],
    ]);
  });

  it("says why a cell shows an error", async () => {
    await write(made, "D1", [["=POLICY.CAPACITY_UTIL(A2,A3)"]]);
    const { value, calls } = await explainCell(at("D1"));
    expect(value).toEqual(new CellError("#DIV/0!"));
    expect(calls[0]!.outcome).toMatchObject({
      subject: "capacity",
      fragment: { en: "must not add up to 0" },
    });
  });

  it("holds no call where there is none", async () => {
    expect((await explainCell(at("A1"))).calls).toEqual([]);
    expect((await explainCell(at("H9"))).calls).toEqual([]);
  });
});
