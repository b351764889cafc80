import { check } from "../../src/sharing/check";
import { registerXml } from "../../src/sharing/data/register";
import { keyOf, type Finding } from "../../src/sharing/finding";
import { runXml } from "../../src/sharing/run-record";
import type { SheetContent, WorkbookContent } from "../../src/xlsx/content";
import { sheet, workbook } from "./sheets";

const found = (content: WorkbookContent, rule: string): Finding[] =>
  check(content).findings.filter((finding) => finding.rule === rule);
const places = (content: WorkbookContent, rule: string): string[] =>
  found(content, rule).map(({ sheet: name, address }) => `${name}!${address}`);
const model = (cells: Parameters<typeof sheet>[1], more: Partial<SheetContent> = {}): WorkbookContent =>
  workbook(sheet("Model", cells, more));

describe("the check of a workbook", () => {
  it("finds nothing in a model that is in order", () => {
    const content = model({
      A1: "Output (source: OICA)", B1: 80, C1: 90, D1: 100,
      A2: "Double", B2: "=B1*2", C2: "=C1*2", D2: "=D1*2",
    });
    expect(check(content).findings).toEqual([]);
  });

  it("names errors in blocks of cells that touch", () => {
    const content = model({ B2: { error: "#N/A" }, B3: { error: "#N/A" }, C2: { error: "#N/A" }, C3: { error: "#N/A" }, E9: { error: "#REF!" } });
    expect(places(content, "error")).toEqual(["Model!B2:C3", "Model!E9"]);
  });

  it("finds formulas that differ from their row, and offers that of the row", () => {
    const content = model({ B2: "=B1*2", C2: "=C1*2", D2: "=D1*3", E2: "=E1*2", F2: "=F1*2" });
    const [finding] = found(content, "differs");
    expect(finding).toMatchObject({ sheet: "Model", address: "D2" });
    expect(finding!.fix!.cells).toEqual([{ address: "D2", formula: "=D1*2" }]);
  });

  it("finds the inputs of a run through the sheet that was cut off, with what they held", () => {
    const run = runXml([{ place: { sheet: "Model", row: 1, column: 2 }, formula: 80 }]);
    const [finding] = found({ ...model({ C2: 96 }), customXml: [run] }, "unfinished-run");
    expect(finding).toMatchObject({ sheet: "Model", address: "C2", level: "error", about: "80" });
    expect(finding!.what.en).toMatch(/before it, this input held 80/);
  });

  it("finds a number typed over a formula of a column", () => {
    const content = model({ C2: "=A2+B2", C3: "=A3+B3", C4: 17, C5: "=A5+B5", C6: "=A6+B6" });
    const [finding] = found(content, "typed-over");
    expect(finding).toMatchObject({ address: "C4", level: "warning" });
    expect(finding!.fix!.cells).toEqual([{ address: "C4", formula: "=A4+B4" }]);
  });

  it("takes a column of inputs among formulas for one, and a number below a row of inputs for typed over", () => {
    const inputs = { B1: "=A1*2", C1: "=B1*2", D1: 5, E1: "=D1*2", F1: "=E1*2", B2: "=A2*2", C2: "=B2*2", D2: 6, E2: "=D2*2", F2: "=E2*2" };
    expect(places(model(inputs), "typed-over")).toEqual([]);
    expect(places(model({ C1: 1, D1: 2, E1: 3, B2: "=B1*2", C2: "=C1*2", D2: 7, E2: "=E1*2" }), "typed-over")).toEqual(["Model!D2"]);
  });

  it("takes a column of totals for no breach of the rows that it crosses", () => {
    const row = (at: number) => ({
      [`B${at}`]: `=A${at}*2`, [`C${at}`]: `=B${at}*2`, [`D${at}`]: `=SUM(A${at}:C${at})`, [`E${at}`]: `=D${at}*2`, [`F${at}`]: `=E${at}*2`,
    });
    const content = model({ ...row(1), ...row(2), ...row(3) });
    expect(places(content, "differs")).toEqual([]);
  });

  it.each([
    ["=B1*0.37", ["0.37"]], ["=ROUND(B1,3)+B1^3", []], ["=B1/10000*12", []], ["=INDEX(A1:F9,4,5)", []],
    ["=POLICY.HHI_INDEX(A1:A4,10000)", []], ["=POLICY.CAPACITY_UTIL(A1,B1,9)", ["9"]], ["=\"0.37\"&B1", []],
  ])("asks of %s where its numbers come from", (formula, numbers) => {
    const said = found(model({ D5: formula }), "constant").map(({ what }) => what.en);
    expect(said).toEqual(numbers.length > 0 ? [`The formula in D5 holds the number ${numbers.join()}`] : []);
  });

  it("finds arguments in another unit than is meant, and offers to convert them", () => {
    const content = model({
      A1: "Output (万辆)", B1: "Capacity (vehicles)", C1: "Use",
      A2: 12, B2: 200000, C2: "=POLICY.CAPACITY_UTIL(A2,B2)", A3: 9, B3: 150000, C3: "=POLICY.CAPACITY_UTIL(A3,B3)",
    });
    const [finding] = found(content, "unit");
    expect(finding).toMatchObject({ address: "C2:C3", what: { en: "C2:C3: the unit of CAPACITY_UTIL, output" } });
    // 万辆 are 10,000 vehicles.
    expect(finding!.fix!.cells).toEqual([
      { address: "C2", formula: "=POLICY.CAPACITY_UTIL(A2*10000,B2)" }, { address: "C3", formula: "=POLICY.CAPACITY_UTIL(A3*10000,B3)" },
    ]);
  });

  it("finds sums of numbers in different units", () => {
    const rows = { A1: "Tax (万元)", B1: "Loans (亿元)", A2: 100, B2: 2 };
    expect(places(model({ ...rows, C2: "=A2+B2" }), "mixed-units")).toEqual(["Model!C2"]);
    expect(places(model({ ...rows, C2: "=SUM(A2:B2)" }), "mixed-units")).toEqual(["Model!C2"]);
    expect(places(model({ ...rows, C2: "=A2+B2*10000" }), "mixed-units")).toEqual([]);
    expect(places(model({ ...rows, B1: "Loans (万元)", C2: "=A2+B2" }), "mixed-units")).toEqual([]);
  });

  it("adds up within one pair of brackets only, and takes the sign of an exponent for none", () => {
    const rows = { A1: "Tax (万元)", B1: "Loans (亿元)", C1: "Rate (share)", A2: 100, B2: 2, C2: 0.1 };
    for (const sound of ["=(A2-1)/B2-C2", "=A2*(1-C2)+B2*C2", "=(1+C2)^-A2"]) {
      expect(places(model({ ...rows, D2: sound }), "mixed-units")).toEqual([]);
    }
    expect(places(model({ ...rows, D2: "=(A2-B2)*C2" }), "mixed-units")).toEqual(["Model!D2"]);
  });

  it("takes a fraction that is shown as a percentage for a share", () => {
    const shown = { value: 0.05, format: { numberFormat: "0.0%" } };
    const rows = { A1: "Growth (%)", B1: "Trend (share)", A2: shown, B2: 0.03 };
    expect(places(model({ ...rows, C2: "=A2-B2" }), "mixed-units")).toEqual([]);
    expect(places(model({ ...rows, A2: 5, C2: "=A2-B2" }), "mixed-units")).toEqual(["Model!C2"]);
  });

  it("reads the unit of a line of years at its beginning, and none from another table above", () => {
    const line = { A4: "Output", B4: "万辆", D4: 12, E4: 13, A5: "Capacity", B5: "vehicles", D5: 200000, E5: 200000 };
    const years = { D3: 2024, E3: 2025 };
    const use = { D6: "=POLICY.CAPACITY_UTIL(D4,D5)", E6: "=POLICY.CAPACITY_UTIL(E4,E5)" };
    expect(places(model({ ...line, ...years, ...use }), "unit")).toEqual(["Model!D6:E6"]);
    const apart = { D1: "Tests (hours)", D4: 12, D5: 20, D6: "=POLICY.CAPACITY_UTIL(D4,D5)" };
    expect(places(model(apart), "unit")).toEqual([]);
  });

  it("warns of volatile functions, and of whole columns handed to ours", () => {
    const content = model({ A1: "=TODAY()", A2: "=POLICY.HHI_INDEX(C:C)", A3: "=SUM(C:C)" });
    expect(places(content, "volatile")).toEqual(["Model!A1"]);
    expect(places(content, "whole-column")).toEqual(["Model!A2"]);
  });

  it("counts the levels of a chain of our functions, through native formulas, names, nesting and other sheets", () => {
    const step = (from: string): string => `=POLICY.CAPACITY_UTIL(${from},2)`;
    const content: WorkbookContent = {
      ...workbook(
        sheet("Model", { A1: 1, A2: step("A1"), A3: "=A2*2", A4: step("first") }),
        sheet("Next", { A1: "=POLICY.CAPACITY_UTIL(POLICY.CAPACITY_UTIL(Model!A4,2),2)" }),
      ),
      names: [{ name: "first", formula: "=Model!$A$3" }],
    };
    // A2, A4, and the two calls in Next!A1.
    const [finding] = found(content, "slow-chain");
    expect(finding!.what.en).toBe("A1 ends a chain of 4 functions of ours; 1 cell stands in chains of 4 or more");
    expect(finding!.sheet).toBe("Next");
    const short = workbook(sheet("Model", { A1: 1, A2: step("A1"), A3: step("A2"), A4: step("A3") }));
    expect(found(short, "slow-chain")).toEqual([]);
  });

  it("does not lose itself in a circle", () => {
    const content = model({ A1: "=POLICY.CAPACITY_UTIL(A2,1)", A2: "=POLICY.CAPACITY_UTIL(A1,1)" });
    expect(found(content, "slow-chain")).toEqual([]);
  });

  it("finds what leaves the workbook, and what its reader does not see", () => {
    const content = workbook(
      sheet("Model", { A1: "='[Rates.xlsx]2024'!B2", A2: "=[1]Data!A1", A3: "=T[Output]" }),
      sheet("Old", {}, { hidden: true }),
    );
    expect(places(content, "external-link")).toEqual(["Model!A1", "Model!A2"]);
    expect(places(content, "hidden-sheet")).toEqual(["Old!"]);
  });

  it("finds personal data in cells and notes, and no money or years", () => {
    const content = model({
      A1: "contact: li.ming@hefei.example", A2: "13812345678", A3: { value: "x", note: "ask 15900001111" },
      // GB 11643-1999, the example of its annex: 11010519491231002X.
      A4: "11010519491231002X", B1: 13812345678, B2: "2024-2025", B3: "110105194912310021",
    });
    expect(places(content, "personal-data")).toEqual(["Model!A1", "Model!A2:A3", "Model!A4"]);
  });

  it("asks for the source of typed numbers on which formulas rest", () => {
    expect(places(model({ A1: 1, A2: 2, C1: "=SUM(A1:A2)", F1: 7 }), "no-source")).toEqual(["Model!A1:A2"]);
    const years = { A1: 2024, B1: 2025, C1: 2026, A2: "=A1*2", B2: "=B1*2", C2: "=C1*2" };
    expect(places(model(years), "no-source")).toEqual([]);
    const spill = { A1: { formula: "=UNIQUE(F1:F2)", value: 3, spill: { rows: 2, columns: 1 } }, A2: 5, C1: "=SUM(A1:A2)" };
    expect(places(model(spill), "no-source")).toEqual([]);
    expect(places(model({ A1: 1, A2: 2, B1: "来源：OICA", C1: "=SUM(A1:A2)" }), "no-source")).toEqual([]);
    expect(places(model({ A1: { value: 1, note: "Source: CAAM" }, C1: "=A1" }), "no-source")).toEqual([]);
    const table = { name: "T", area: { row: 0, column: 0, rows: 3, columns: 1 }, columns: ["Output"] };
    expect(places(model({ A1: "Output", A2: 1, A3: 2, C1: "=SUM(T[Output])" }, { tables: [table] }), "no-source"))
      .toEqual(["Model!A2:A3"]);
  });

  it("tells of inserted tables of which there is a newer version", () => {
    const table = { name: "Duties", area: { row: 0, column: 0, rows: 2, columns: 2 }, columns: ["Maker", "Value"] };
    const registered = {
      id: "EU_CVD", version: "2000.1", name: "Duties", form: "table", language: "en", inserted: "2026-01-01",
      headers: ["Maker", "Value"], rows: [{ key: "BYD", period: "2024", cells: ["BYD", 0.17] }],
    } as const;
    const content = model({ A1: "Maker", B1: "Value", A2: "BYD", B2: 0.17 }, { tables: [table] });
    const customXml = [registerXml({ sources: "", tables: [registered], own: [] })];
    expect(places({ ...content, customXml }, "stale-data")).toEqual(["Model!A1:B2"]);
    expect(places(content, "stale-data")).toEqual([]);
  });

  it("sets aside what the author accepts, with the reason, until the formula changes", () => {
    const content = model({ A1: "=TODAY()" });
    const [finding] = found(content, "volatile");
    const reasons = new Map([[keyOf(finding!), "it dates the print"]]);
    expect(check(content, reasons)).toMatchObject({ findings: [], ignored: [{ reason: "it dates the print" }] });
    expect(check(model({ A1: "=TODAY()+1" }), reasons).ignored).toEqual([]);
  });

  it("puts the worst first", () => {
    const content = model({ A1: "=B1*0.3", A2: "=TODAY()", A3: "=POLICY.HHI_INDEX(C:C)", A4: { error: "#REF!" } });
    expect(check(content).findings.map(({ level }) => level)).toEqual(["error", "warning", "note", "note"]);
  });
});
