import { makePortable } from "../../src/actions/portable";
import { repairFormulas, stuckIn } from "../../src/actions/repair-formulas";
import { restoreFormulas } from "../../src/actions/restore-formulas";
import { portable } from "../../src/cli/portable";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import { formula, planOf, sheet } from "../sharing/portable/books";
import { failingAt, openDesk, sheetNames, supports, valuesAt } from "./excel-desk";

jest.setTimeout(60_000);

describe("a portable copy in sheets of the workbook", () => {
  const desk = openDesk();
  afterEach(() => jest.restoreAllMocks());

  beforeEach(async () => {
    await desk.host.engine.open(planOf([
      "=POLICY.CAPACITY_UTIL(A1,B1)", "=POLICY.HHI_INDEX(A1:A9*2,1,TRUE)", "=POLICY.REF_VALUE(\"EU_CVD\",C1)", "=SUM(Rates!A1:A3)",
    ]));
    await desk.host.engine.calculated();
  });

  it("calculates the same without our functions, from its own sheets", async () => {
    const outcome = await makePortable({ recipient: "excel365", into: "sheets", language: "en" }, supports);
    expect(outcome.kind).toBe("made");
    expect(await sheetNames(desk)).toEqual([
      "Plan", "Rates", "Plan (portable)", "Rates (portable)", "PortableCells (portable)", "Conversion report (portable)",
    ]);
    expect(await valuesAt(desk, "Plan (portable)", "E1:E4")).toEqual(await valuesAt(desk, "Plan", "E1:E4"));
    const formulas = desk.host.engine.content().sheets[2]!.cells.flatMap(({ formula: text }) => text ?? []);
    expect(formulas.at(-1)).toBe("=SUM('Rates (portable)'!A1:A3)");
    expect(formulas.join()).not.toContain("POLICY");
  });

  it("looks as its sheets do", async () => {
    await desk.run(async ({ sync }, plan) => {
      plan.getRange("A1:B1").format.fill.color = "#FFC000";
      plan.getRange("E1:E9").numberFormat = "0.0%" as never;
      plan.getRange("E1").format.font.bold = true;
      plan.getRange("E1").format.borders.getItem("EdgeBottom").style = "Continuous";
      plan.getRange("B1").format.columnWidth = 120;
      plan.getRange("G12:H12").merge();
      plan.getRange("G12").values = [["Total"]];
      plan.tabColor = "#00B050";
      plan.freezePanes.freezeRows(1);
      const condition = plan.getRange("A1:A9").conditionalFormats.add("Custom");
      condition.custom.rule.formula = "=$B1>100";
      condition.custom.format.fill.color = "#FF0000";
      await sync();
    });
    await makePortable({ recipient: "excel365", into: "sheets", language: "en" }, supports);
    const { sheets } = desk.host.engine.content();
    const [plan, , copy] = sheets;
    const looks = (cells = plan!.cells) => cells.filter(({ format }) => format)
      .map(({ row, column, format }) => ({ row, column, format }));
    expect(looks().length).toBeGreaterThan(10);
    expect(looks(copy!.cells)).toEqual(looks());
    expect([copy!.merges, copy!.tabColour, copy!.frozen]).toEqual([plan!.merges, "#00b050", { rows: 1, columns: 0 }]);
    // 120 points at 5.25 to a character.
    expect(copy!.columnWidths[1]).toBeCloseTo(plan!.columnWidths[1]!, 1);
    expect(copy!.conditionalFormats).toEqual(plan!.conditionalFormats);
    expect(copy!.conditionalFormats).toHaveLength(1);
    const heading = sheets.at(-1)!.cells.find(({ row, column }) => row === 3 && column === 0)!;
    expect(heading.format).toMatchObject({ bold: true });
  });

  it("leaves the workbook as it was when it fails", async () => {
    failingAt(9, true);
    await expect(makePortable({ recipient: "excel2016", into: "sheets", language: "en" }, supports)).rejects.toThrow();
    jest.restoreAllMocks();
    expect(await sheetNames(desk)).toEqual(["Plan", "Rates"]);
  });

  it("is not made where it would give other results", async () => {
    await desk.host.engine.open(planOf(["=POLICY.STD_CAPACITY(A1,D1)"]));
    const outcome = await makePortable({ recipient: "excel365", into: "sheets", language: "en" }, supports);
    expect(outcome).toMatchObject({ kind: "differs", differences: [{ sheet: "Plan", cell: "E1" }] });
    expect(await sheetNames(desk)).toEqual(["Plan", "Rates"]);
  });
});

describe("a portable copy that came back", () => {
  const desk = openDesk();

  it("gets its formulas again, and loses the report", async () => {
    const book = planOf(["=POLICY.CAPACITY_UTIL(A1,B1)"], [
      formula(20, 6, "=POLICY.NET_BETWEENNESS({0,1,1;1,0,0;1,0,0})", { spill: { rows: 3, columns: 1 } }),
    ]);
    const copy = await portable(await writeWorkbook(book), { recipient: "excel2016", language: "en" });
    await desk.host.engine.open((await readWorkbook(await copy.save())).content);
    const { restored, left } = await restoreFormulas(supports);
    expect([restored.length, left]).toEqual([2, []]);
    const { sheets, customXml } = desk.host.engine.content();
    expect(sheets.map(({ name }) => name)).toEqual(["Plan", "Rates"]);
    expect(customXml).toEqual([]);
    expect(sheets[0]!.cells.flatMap(({ formula: text }) => text ?? [])).toEqual([
      "=POLICY.CAPACITY_UTIL(A1,B1)", "=POLICY.NET_BETWEENNESS({0,1,1;1,0,0;1,0,0})",
    ]);
    // Node 1 lies on the only path between 2 and 3, of one pair: 1.
    expect(await valuesAt(desk, "Plan", "G21:G23")).toEqual([[1], [0], [0]]);
  });
});

describe("formulas stuck at #NAME?", () => {
  const desk = openDesk();

  it("are entered anew", async () => {
    await desk.host.engine.open(planOf(["=[2]!_xldudf_POLICY_CAPACITY_UTIL(A1,B1)", "=POLICY.CAPACITY_UTIL(A2,B2)"]));
    const { repaired } = await repairFormulas(supports);
    expect(repaired).toEqual([{ sheet: "Plan", address: "E1", formula: "=POLICY.CAPACITY_UTIL(A1,B1)" }]);
    // 30 / 120
    expect(await valuesAt(desk, "Plan", "E1")).toEqual([[0.25]]);
  });

  it("are those that show it, and those that bear a name of files", () => {
    const cells = [
      formula(0, 0, "=POLICY.CAPACITY_UTIL(B1,C1)", { value: { error: "#NAME?" } }),
      formula(1, 0, "=policy.capacity_util(B1,C1)", { value: 0.5 }),
      formula(2, 0, "=POLICY.CAPACITY_UTIL(B1,C1)", { value: 0.5 }),
      formula(3, 0, "=OTHER.FUNCTION(B1)", { value: { error: "#NAME?" } }),
    ];
    expect(stuckIn(sheet("Plan", cells)).map(({ address }) => address)).toEqual(["A1", "A2"]);
  });
});
