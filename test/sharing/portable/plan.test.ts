import { portablePlan } from "../../../src/sharing/portable/plan";
import type { Grid } from "../../../src/sharing/portable/plan-options";
import type { Recipient } from "../../../src/sharing/portable/recipient";
import { sheet, book, formula, planOf } from "./books";

const planned = (text: string, recipient: Recipient, measured = new Map<string, Grid>()) =>
  portablePlan(planOf([text]), { recipient, language: "en", measured });

const converted = (text: string, recipient: Recipient = "excel365"): string | undefined => planned(text, recipient).cells[0]?.converted;

const why = (text: string, recipient: Recipient = "excel365"): string | undefined => planned(text, recipient).cells[0]?.why?.en;

describe("a formula written without the add-in", () => {
  it.each([
    ["=POLICY.PRIOR_VALUE(A1,0.1)", "=A1/(1+0.1)"],
    ["=policy.prior_value( A1 , 0.1 )", "=A1/(1+0.1)"],
    ["=_xldudf_POLICY_PRIOR_VALUE(A1,0.1)", "=A1/(1+0.1)"],
    ["=[2]!_xldudf_POLICY_PRIOR_VALUE(A1,0.1)", "=A1/(1+0.1)"],
    ["='C:\\Office\\FUNCRES.XLAM'!_xldudf_POLICY_PRIOR_VALUE(A1,0.1)", "=A1/(1+0.1)"],
    ["=POLICYDEV.PRIOR_VALUE(A1,0.1)", "=A1/(1+0.1)"],
  ])("is found in every form that files hold: %s", (text, native) => expect(converted(text)).toBe(native));

  it.each([
    ["=2^POLICY.PRIOR_VALUE(A1,0.1)", "=2^(A1/(1+0.1))"],
    ["=-POLICY.PRIOR_VALUE(A1,0.1)%", "=-(A1/(1+0.1))%"],
    ["=A2/POLICY.PRIOR_VALUE(A1+B1,0.1)", "=A2/((A1+B1)/(1+0.1))"],
    ["=ROUND(POLICY.PRIOR_VALUE(A1,0.1),1)", "=ROUND(A1/(1+0.1),1)"],
    ["=POLICY.PRIOR_VALUE(POLICY.PRIOR_VALUE(A1,0.1),0.2)", "=(A1/(1+0.1))/(1+0.2)"],
  ])("keeps the order of operations: %s", (text, native) => expect(converted(text)).toBe(native));

  it("fills in what is left out, in the middle too", () => {
    // TARGET_ATTAINMENT(actual, target, [baseline]=0, [elapsed]=1)
    expect(converted("=POLICY.TARGET_ATTAINMENT(2,4,,0.5)")).toBe("=(2-0)/(4-0)/0.5");
  });

  it("leaves alone what only looks like a call", () => {
    expect(planned("=\"POLICY.PRIOR_VALUE(A1,0.1)\"&A1", "excel2016").cells).toEqual([]);
    expect(converted("=POLICY.PRIOR_VALUE(A1,0.1)&\"POLICY.HHI_INDEX(A1)\"")).toBe("=(A1/(1+0.1))&\"POLICY.HHI_INDEX(A1)\"");
  });

  it("calculates an expression once: in LET, or in a cell of the helper sheet", () => {
    const text = "=POLICY.CAPEX_INTENSITY(RAND(),MAX(B1:B9))";
    expect(converted(text)).toMatch(/^=LET\(investment_1,RAND\(\),capacity_1,MAX\(B1:B9\),/);
    const { cells, content } = planned(text, "excel2016");
    expect(cells[0]!.converted).toBe("=IF((PortableCells!$B$3<0)+(PortableCells!$B$4<0),#NUM!,PortableCells!$B$3/PortableCells!$B$4)");
    const helper = content.sheets.find(({ name }) => name === "PortableCells")!;
    expect(helper.cells.flatMap(({ formula: text }) => text ?? [])).toEqual(["=RAND()", "=MAX(Plan!B1:B9)"]);
    expect(helper.hidden).toBe(true);
  });

  it("does not repeat a name that is taken", () => {
    expect(converted("=LET(investment_1,5,POLICY.CAPEX_INTENSITY(RAND()*investment_1,2))")).toContain("LET(investment_2,RAND()*investment_1,");
  });

  it("spreads over ranges by itself where it can, and by MAP or helper cells where MAX would make one of many", () => {
    expect(converted("=SUM(POLICY.PRIOR_VALUE(A1:A9,0.1))")).toBe("=SUM(A1:A9/(1+0.1))");
    expect(converted("=SUM(POLICY.IDLE_CAPACITY(A1:A9,B1:B9))")).toMatch(/^=SUM\(MAP\(A1:A9,B1:B9,LAMBDA\(output_1,capacity_1,/);
    expect(converted("=SUM(POLICY.IDLE_CAPACITY(A1:A9,B1:B9))", "excel2016")).toBe("=SUM(PortableCells!$B$3:$B$11)");
  });

  it("lays out in cells what must be a range and is none", () => {
    const nine: Grid = Array.from({ length: 9 }, (_, i) => [i]);
    const { cells, wanted } = planned("=POLICY.HHI_INDEX(A1:A9*2,1,TRUE)", "excel2016", new Map([["Plan!A1:A9*2", nine]]));
    expect(wanted).toEqual([]);
    expect(cells[0]!.converted).toContain("COUNTIF(PortableCells!$B$3:$B$11,\">0\")");
    expect(planned("=POLICY.HHI_INDEX(A1:A9*2,1,TRUE)", "excel2016").wanted).toEqual(["Plan!A1:A9*2"]);
  });

  it.each([
    ["=POLICY.HHI_INDEX((A1:A3,A5:A6))", "excel365", /in several parts/],
    ["=POLICY.HHI_INDEX(Plan:Rates!A1:A3)", "excel365", /several sheets/],
    ["=POLICY.NET_LARGEST_COMP(A1:C3)", "excel365", /search of the graph/],
    ["=SUM(BYROW(A1:B9,LAMBDA(r,POLICY.HHI_INDEX(r,1,TRUE))))", "excel365", /LET or LAMBDA binds/],
    ["=LET(v,A1:A9,POLICY.HHI_INDEX(v))", "excel2016", /LET/],
    ["=MAP(A1:A9,POLICY.PRIOR_VALUE)", "excel365", /passed by its name/],
  ] as const)("becomes its value, and says why: %s for %s", (text, recipient, reason) => {
    expect(converted(text, recipient)).toBeUndefined();
    expect(why(text, recipient)).toMatch(reason);
  });

  it("knows that LET may bind cells", () => {
    expect(converted("=LET(v,A1:A9,POLICY.NET_DENSITY(v))")).toMatch(/^=LET\(v,A1:A9,IF\(ROWS\(v\)/);
  });
});

describe("reference data", () => {
  it("becomes a constant that cites its row", () => {
    const source: Grid = [["Regulation (EU) 2024/2754"]];
    const { cells } = planned("=POLICY.REF_VALUE(\"EU_CVD\",\"BYD\")", "excel2016", new Map([["POLICY.REF_SOURCE(\"EU_CVD\",\"BYD\")", source]]));
    expect(cells[0]).toMatchObject({ tier: "constant", after: { note: "Regulation (EU) 2024/2754" } });
    expect(cells[0]!.after.formula).toBeUndefined();
  });
});

describe("the recipient's program", () => {
  const spilling = book(sheet("Plan", [
    formula(0, 0, "=POLICY.PRIOR_VALUE(C1:C3,0.1)", { value: 1, spill: { rows: 3, columns: 1 } }),
    { row: 1, column: 0, value: 2 }, { row: 2, column: 0, value: 3 },
    formula(0, 1, "=SUM(A1#)", { value: 6 }),
    formula(5, 1, "=SORT(C1:C3)", { value: 1 }),
  ]));

  it("has formulas that spill, or gets blocks of their present size", () => {
    const [block, sum] = portablePlan(spilling, { recipient: "excel2016", language: "en" }).cells;
    expect(block!.after).toMatchObject({ formula: "=C1:C3/(1+0.1)", spill: { rows: 3, columns: 1 }, legacyArray: true });
    expect(sum).toMatchObject({ converted: "=SUM(A1:A3)" });
    expect(portablePlan(spilling, { recipient: "excel365", language: "en" }).cells).toHaveLength(1);
  });

  it("is said not to have what the user's own formulas need", () => {
    const { foreign } = portablePlan(spilling, { recipient: "libreoffice", language: "en" });
    expect(foreign.map(({ formula: text }) => text)).toEqual(["=SORT(C1:C3)"]);
  });

  it("gets a fixed range for the spill of a formula that became a value", () => {
    const content = book(sheet("Plan", [
      formula(0, 0, "=POLICY.NET_BETWEENNESS(C1:E3)", { value: 1, spill: { rows: 3, columns: 1 } }),
      formula(0, 1, "=SUM($A$1#)", { value: 6 }),
    ]));
    expect(portablePlan(content, { recipient: "excel365", language: "en" }).cells[1]!.converted).toBe("=SUM($A$1:$A$3)");
  });

  it("may not be trusted with tables by name", () => {
    const table = { name: "Makers", area: { row: 0, column: 0, rows: 4, columns: 2 }, columns: ["Output", "Share"] };
    const content = book(sheet("Plan", [formula(1, 1, "=POLICY.PRIOR_VALUE([@Output],0.1)+POLICY.HHI_INDEX(Makers[Output],1)")], { tables: [table] }));
    const text = (recipient: Recipient) => portablePlan(content, { recipient, language: "en" }).cells[0]!.converted;
    expect(text("libreoffice")).toBe("=($A2/(1+0.1))+IF(MIN($A$2:$A$4)<0,#NUM!,SUMSQ($A$2:$A$4)/SUM($A$2:$A$4)^2*1)");
    expect(text("excel2016")).toContain("([@Output])/(1+0.1)");
  });
});

describe("names and table columns", () => {
  it("are written natively too, and a formula whose name could not be becomes its value", () => {
    const content = {
      ...planOf(["=UTIL(A1,B1)"]),
      names: [{ name: "UTIL", formula: "=LAMBDA(a,b,POLICY.CAPEX_INTENSITY(a,b))" }, { name: "Prior", formula: "=POLICY.PRIOR_VALUE(Plan!$A$1,0.1)" }],
    };
    const modern = portablePlan(content, { recipient: "excel365", language: "en" });
    expect(modern.content.names.map(({ formula: text }) => text)).toEqual([
      "=LAMBDA(a,b,IF((a<0)+(b<0),#NUM!,a/b))", "=Plan!$A$1/(1+0.1)",
    ]);
    expect(modern.cells).toEqual([]);
    const old = portablePlan(content, { recipient: "excel2016", language: "en" });
    expect(old.cells[0]!.why!.en).toContain("UTIL");
  });
});
