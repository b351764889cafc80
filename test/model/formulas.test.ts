import { at, faultsOf, modelOf, valueOf, workbook, type Written } from "./modelling";

const error = (code: string) => ({ error: code });

describe("operators, as Excel's documentation has them", () => {
  it.each<[string, Written]>([
    // Excel: Calculation operators and precedence; the minus of a number binds before ^.
    ["=-2^2", 4], ["=0-2^2", -4], ["=2^3^2", 64], ["=-A1^2", 9], ["=10%+1", 1.1], ["=50%%", 0.005], ["=2*3+4/2-1", 7],
    ['="3"+4', 7], ['="5%"*2', 0.1], ['="1,234"+1', 1235], ['="x"+1', error("#VALUE!")], ['=""+1', error("#VALUE!")],
    ["=TRUE+TRUE", 2], ["=A9+1", 1], ["=1/0", error("#DIV/0!")], ["=0^0", error("#NUM!")], ["=0^-1", error("#DIV/0!")],
    ["=(-8)^(1/3)", -2], ["=(-4)^0.5", error("#NUM!")], ["=1E308*10", error("#NUM!")], ["=#N/A+1/0", error("#N/A")],
    ['="a"&1.5&TRUE', "a1.5TRUE"], ['=0.1+0.2&""', "0.3"], ['=1E21&""', "1E+21"], ['=A9&"x"', "x"], ['=1/3&""', "0.333333333333333"],
    ["=+\"a\"", "a"],
    // Fifteen digits decide, and what cancels in the last operation is 0 (Microsoft: floating-point arithmetic).
    ["=0.1+0.2=0.3", true], ["=1-0.9=0.1", true], ["=0.5-0.4-0.1", 0], ["=1*(0.5-0.4-0.1)=0", false],
    ['="abc"="ABC"', true], ['="a"<"B"', true], ['=1<"a"', true], ['="z"<FALSE', true], ["=FALSE<TRUE", true], ['=1="1"', false],
    ["=A9=0", true], ['=A9=""', true], ["=A9=FALSE", true], ["=1<>2", true], ["=2>=2", true],
  ])("%s is %j", (formula, expected) => expect(valueOf(formula, { A1: 3 })).toEqual(expected));
});

const table = {
  name: "Plants", area: { row: 0, column: 0, rows: 4, columns: 3 }, columns: ["Name", "Output", "Cost #1"], totals: true,
};
const plants = {
  A1: "Name", B1: "Output", C1: "Cost #1", A2: "x", B2: 10, C2: 1, A3: "y", B3: 20, C3: 2, A4: "Total", B4: 30, C4: 3,
};

describe("references", () => {
  const cells = { ...plants, "Other!A1": 5, "Other!B2": 7, "My data!A1": 11 };
  const names = [
    { name: "Rate", formula: "=0.25" }, { name: "Outputs", formula: "=Sheet1!$B$2:$B$3" },
    { name: "Twice", formula: "=Rate*2" }, { name: "Add", formula: "=LAMBDA(x,y,x+y)" },
    { name: "Fact", formula: "=LAMBDA(n,IF(n<=1,1,n*Fact(n-1)))" }, { name: "Rate", formula: "=0.5", sheet: "Other" },
  ];
  it.each<[string, Written]>([
    ["=B2+$B$3+B$2", 40], ["=Other!A1", 5], ["='My data'!A1*2", 22], ["=SUM(Other!A1:B2)", 12], ["=SUM(B:B)", 60], ["=SUM(2:3)", 33],
    ["=Rate", 0.25], ["=Other!Rate", 0.5], ["=Twice+1", 1.5], ["=SUM(Outputs)", 30], ["=Add(1,2)", 3], ["=Fact(5)", 120],
    ["=SUM(Plants[Output])", 30], ["=SUM(Plants)", 33], ["=SUM(Plants[[Output]:[Cost '#1]])", 33], ["=Plants[[#Totals],[Output]]", 30],
    ["=Plants[[#Headers],[Output]]", "Output"], ["=SUM(Plants[[#All],[Output]])", 60], ["=SUM(Plants[[#Data],[#Totals],[Output]])", 60],
    ["=ROWS(B:B)", 1048576], ["=ROWS(B2:B3)", 2], ["=COLUMNS(A1:C3)", 3], ["=ROW(B3)", 3], ["=COLUMN(B3)", 2], ["=ROW()", 1],
    ["=SUM(B2:INDEX(B2:B9,2))", 30], ["=SUM({1,2;3,-4})", 2], ["=SUM(B2:B3*C2:C3)", 50], ["=SUM(B2:B3*{1,10})", 330],
    ["=Plants[Nothing]", error("#REF!")], ["=LET(x,B2,y,x*2,x+y)", 30], ["=LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(3)", 3],
  ])("%s is %j", (formula, expected) => expect(valueOf(formula, cells, { names, tables: [table] })).toEqual(expected));

  it("reads the row of a table in which the formula stands", () => {
    const content = workbook({ ...plants, D2: "=Plants[@Output]*Plants[[#This Row],[Cost '#1]]", D3: "=B3" }, { tables: [
      { ...table, area: { ...table.area, columns: 4 }, columns: [...table.columns, "D"] }] });
    expect(modelOf(content, ["B2"], ["D2"]).evaluate([Float64Array.of(1, 2)])[0].values).toEqual(Float64Array.of(1, 2));
  });

  it("reads the same range on each sheet from the first to the last, in the workbook's order", () => {
    const sheets = { "Jan!A1": 1, "Feb!A1": 2, "Feb!B1": 10, "Mar!A1": 4, "My plan!A1": 8 };
    const value = (formula: string) => valueOf(formula, sheets);
    expect(["=SUM(Jan:Mar!A1)", "=SUM(Mar:Jan!A1:B1)", "=AVERAGE(Feb:Mar!$A$1)", "=MAX('Jan:My plan'!A1,3)"].map(value))
      .toEqual([7, 17, 3, 8]);
  });

  it("leaves subtotals out of subtotals, and errors out where it is told to", () => {
    const totals = ["=A5", "=SUM(A1:A4)", "=SUBTOTAL(2,A1:A5)", "=AGGREGATE(9,0,A1:A5)", "=AGGREGATE(9,4,A1:A4)"];
    const besides = ["=AGGREGATE(9,6,C1:C3)", "=AGGREGATE(2,6,C2)", "=AGGREGATE(14,6,C1:C3*10,1)", "=AGGREGATE(9,4,C1:C3)"];
    const outputs = [...totals, ...besides].map((formula, i): [string, Written] => [`E${i + 1}`, formula]);
    const model = modelOf(workbook({
      A1: 3, A2: 5, A3: "=SUBTOTAL(9,A1:A2)", A4: 7, A5: "=SUBTOTAL(9,A1:A4)", C1: 1, C2: error("#DIV/0!"), C3: "=A1+1",
      ...Object.fromEntries(outputs),
    }), ["A1"], outputs.map(([address]) => address));
    // 3 + 5 + 7, whose subtotal 8 counts in SUM and where options leave none out; 1 and 3 + 1 beside the error.
    expect(model.evaluate([Float64Array.of(3, 10)]).map(({ values }) => [...values])).toEqual([
      [15, 22], [23, 37], [3, 3], [15, 22], [23, 37], [5, 12], [0, 0], [40, 110], [NaN, NaN],
    ]);
  });

  it("follows a spill by its anchor, by its cells and by ranges around it", () => {
    const content = workbook({ A1: 1, A2: 2, A3: 3, B1: ["=A1:A3*10", 3, 1], B2: 20, B3: 30, C1: "=SUM(B1#)", C2: "=B3", C3: "=SUM(B2:B9)" });
    const [all, one, some] = modelOf(content, ["A3"], ["C1", "C2", "C3"]).evaluate([Float64Array.of(3, 4)]);
    expect([...all.values, ...one.values, ...some.values]).toEqual([60, 70, 30, 40, 50, 60]);
  });

  it("takes the cell in the formula's own row for @, and for a range of an old formula", () => {
    const content = workbook({ A1: 1, A2: 2, B2: "=@A1:A3*2", C2: "=A1:A3" });
    expect(modelOf(content, [], ["B2", "C2"]).check().map(({ computed }) => computed)).toEqual([4, 2]);
  });
});

describe("a model", () => {
  const cells = { A1: 2, A2: 3, A3: 4, B1: "=A1*A2", B2: "=IF(B1>6,B1,-B1)", B3: "=1/(A1-2)", B4: "=A3&\"\"", C1: "=A3*2" };

  it("calculates every draw as the sheet would", () => {
    const model = modelOf(workbook(cells), ["A1"], ["B1", "B2", "B3", "A2"]);
    const [b1, b2, b3, a2] = model.evaluate([Float64Array.of(1, 2, 3)]);
    expect([...b1.values]).toEqual([3, 6, 9]);
    expect([...b2.values]).toEqual([-3, -6, 9]);
    expect(b3).toEqual({ values: Float64Array.of(-1, NaN, 1), errors: { "#DIV/0!": 1 } });
    expect([...a2.values]).toEqual([3, 3, 3]);
  });

  it("calculates a span of the draws", () => {
    const draws = [Float64Array.from({ length: 5000 }, (_, i) => i)];
    const model = modelOf(workbook(cells), ["A1"], ["B1"]);
    expect([...model.evaluate(draws, { from: 2047, to: 2050 })[0].values]).toEqual([6141, 6144, 6147]);
    expect(model.evaluate(draws)[0].values).toEqual(draws[0].map((x) => 3 * x));
  });

  it("names its cone and the inputs that count for nothing", () => {
    const model = modelOf(workbook(cells), ["A1", "A3", "D9"], ["B2"]);
    expect(model.cone).toEqual([at("B1"), at("B2")]);
    expect(model.unused).toEqual([at("A3"), at("D9")]);
  });

  it("leaves aside the formula of an input", () => {
    expect([...modelOf(workbook(cells), ["B1"], ["B2"]).evaluate([Float64Array.of(7)])[0].values]).toEqual([7]);
  });

  it("tells where the sheet shows something else than it calculates", () => {
    const content = workbook(cells);
    const shown = content.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) =>
      (cell.formula === "=A1*A2" ? { ...cell, value: 6 } : cell.formula?.startsWith("=IF") ? { ...cell, value: 5 } : cell)) }));
    const model = modelOf({ ...content, sheets: shown }, ["A1"], ["B2"]);
    expect(model.base).toEqual([5]);
    expect(model.check()).toEqual([{ place: at("B2"), shown: 5, computed: -6 }]);
  });

  it("takes what does not depend on an input from the sheet", () => {
    const content = workbook({ A1: 1, B1: "=NOW()", C1: "=A1+B1*0" });
    expect([...modelOf(content, ["A1"], ["C1"]).evaluate([Float64Array.of(5)])[0].values]).toEqual([5]);
  });

  it("follows chains that are longer than the stack", () => {
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`A${i + 2}`, `=A${i + 1}+1`]));
    expect([...modelOf(workbook({ A1: 0, ...chain }), ["A1"], ["A20001"]).evaluate([Float64Array.of(1)])[0].values]).toEqual([20_001]);
  });
});

describe("what is not compiled is named", () => {
  it.each([
    ["=OFFSET(A1,1,0)", /OFFSET chooses its cells/], ["=INDIRECT(\"A\"&A1)", /INDIRECT chooses/], ["=RAND()*A1", /RAND draws new numbers/],
    ["=A1+TODAY()", /TODAY changes with the clock/], ["=CUBEVALUE(A1)", /CUBEVALUE is not among/], ["=A1+Nowhere", /name Nowhere/],
    ["=A1+[1]X!A1", /not in this workbook/], ["=A1+Missing!A1", /Missing!A1 is not in this workbook/], ["=A1+", /cannot be read/],
    ["=ROUND(A1)", /ROUND has too few/], ["=SUBTOTAL(109,A1)", /SUBTOTAL\(109\) asks which rows are hidden/],
    ["=AGGREGATE(9,5,A1)", /AGGREGATE\(9,5\) asks which rows/], ["=SUBTOTAL(A1,A1)", /chosen by another cell/],
    ["=A1+SUM(Sheet1:Nowhere!A1)", /runs through several sheets/],
    ["=LARGE(Sheet1:Two!A1,1)", /runs through several sheets/],
  ])("%s", (formula, why) => {
    const [fault, ...more] = faultsOf(workbook({ A1: 1, B1: formula, "Two!A1": 2 }), ["A1"], ["B1"]);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ place: at("B1"), formula });
    expect(fault.why.en).toMatch(why);
  });

  it("a circle, with the cells on it", () => {
    const [fault] = faultsOf(workbook({ A1: "=B1+1", B1: "=C1", C1: "=A1" }), ["D1"], ["A1"]);
    expect(fault.why.en).toMatch("Sheet1!A1 → Sheet1!B1 → Sheet1!C1 → Sheet1!A1");
  });

  it("a sheet that there is not", () => {
    expect(faultsOf(workbook({ A1: 1 }), ["Nowhere!A1"], ["A1"])[0].why.en).toMatch("no sheet");
  });
});
