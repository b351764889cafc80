import fc from "fast-check";
import { storedFormula, typedFormula } from "../../src/formulas/stored-formula";
import { storedNames } from "../../src/formulas/stored-names";

const functions = storedNames(["CAPACITY_UTIL", "HHI_INDEX", "PARTS_RATIO"]);
const stored = (formula: string, around = {}) => storedFormula(formula, { functions, ...around }).text;
const typed = (formula: string) => typedFormula(formula, functions);
const dynamic = (formula: string, around = {}) => storedFormula(formula, { functions, ...around }).dynamic;

describe("a call of one of our functions", () => {
  const file = "_xldudf_POLICY_CAPACITY_UTIL(A2,B2)";

  it("is stored as Excel stores it and shown as it was typed", () => {
    expect(stored("=POLICY.CAPACITY_UTIL(A2,B2)")).toBe(file);
    expect(typed(file)).toBe("=POLICY.CAPACITY_UTIL(A2,B2)");
  });

  it.each([
    "_xldudf_policy_capacity_util(A2,B2)",
    "policy.capacity_util(A2,B2)",
    "POLICYDEV.CAPACITY_UTIL(A2,B2)",
    "_xldudf_POLICYDEV_CAPACITY_UTIL(A2,B2)",
    "'C:\\Program Files\\FUNCRES.XLAM'!_xldudf_POLICY_CAPACITY_UTIL(A2,B2)",
    "FUNCRES.XLAM!_xldudf_POLICY_CAPACITY_UTIL(A2,B2)",
    "[2]!_xldudf_POLICY_CAPACITY_UTIL(A2,B2)",
    "[2]!POLICY.CAPACITY_UTIL(A2,B2)",
  ])("is known in the form %s", (form) => {
    expect(typed(form)).toBe("=POLICY.CAPACITY_UTIL(A2,B2)");
    expect(stored(form)).toBe(file);
  });

  it("is found inside other calls, several times, and beside references to other sheets", () => {
    const formula = "=IF('Plan 2025'!A1>0,POLICY.HHI_INDEX(Data!A1:A4)/policy.capacity_util(1,2),0)";
    const inFile = "IF('Plan 2025'!A1>0,"
      + "_xldudf_POLICY_HHI_INDEX(Data!A1:A4)/_xldudf_POLICY_CAPACITY_UTIL(1,2),0)";
    expect(stored(formula)).toBe(inFile);
    expect(typed(inFile)).toBe(formula.replace("policy.capacity_util", "POLICY.CAPACITY_UTIL"));
  });

  it("stays apart from text and names that only look like one", () => {
    for (const formula of [
      "=\"POLICY.HHI_INDEX(A1)\"&'POLICY.HHI_INDEX(1)'!A1",
      "=POLICY.HHI_INDEX",
      "=POLICY.HHI_INDEX+1",
      "=MYPOLICY.HHI_INDEX(A1)",
      "=POLICY.NOT_OURS(A1)",
      "=_xldudf_CONTOSO_ADD(1,2)",
    ]) {
      expect(stored(formula)).toBe(formula.slice(1));
      expect(typed(formula)).toBe(formula);
    }
  });

  it("is stored as a dynamic array even when it answers with one cell", () => {
    expect(dynamic("=POLICY.CAPACITY_UTIL(A2,B2)")).toBe(true);
    expect(dynamic("=1+ROUND(POLICY.CAPACITY_UTIL(A2,B2),2)")).toBe(true);
  });
});

describe("Excel's own newer functions", () => {
  it.each([
    ["=STDEV.S(B1:B5)", "_xlfn.STDEV.S(B1:B5)"],
    ["=SORT(FILTER(A1:A9,A1:A9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>0))"],
    ["=NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"],
    ["=SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["=ROWS(Data!$A$1#)", "ROWS(_xlfn.ANCHORARRAY(Data!$A$1))"],
    ["=@B2:B4+1", "_xlfn.SINGLE(B2:B4)+1"],
    ["=@INDEX(A1:A3,2)*2", "_xlfn.SINGLE(INDEX(A1:A3,2))*2"],
    ["=@A1#", "_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))"],
    ["=BYROW(A1:B9,SUM)", "_xlfn.BYROW(A1:B9,_xleta.SUM)"],
  ])("%s is stored as %s", (formula, inFile) => {
    expect(stored(formula)).toBe(inFile);
    expect(typed(inFile)).toBe(formula);
  });

  it("are left as they are when Excel has some that this list has not", () => {
    expect(typed("_xlfn.TOMORROW(A1)")).toBe("=_xlfn.TOMORROW(A1)");
    expect(stored("=_xlfn.TOMORROW(A1)")).toBe("_xlfn.TOMORROW(A1)");
  });

  it("are shown in capitals, also where LibreOffice has stored them in small letters", () => {
    expect(typed("_xlfn.lambda(_xlpm.x,_xlpm.x*2)(3)")).toBe("=LAMBDA(x,x*2)(3)");
  });

  it("keep their prefix when they are stored twice", () => {
    expect(stored("=_xlfn.LET(_xlpm.x,1,_xlpm.x)")).toBe("_xlfn.LET(_xlpm.x,1,_xlpm.x)");
  });
});

/** The stored forms are those of workbooks saved by Excel for Mac 16.115. */
describe("the names that LET and LAMBDA bind", () => {
  it.each([
    ["=LET(x,A1*10,x+1)", "_xlfn.LET(_xlpm.x,A1*10,_xlpm.x+1)"],
    ["=LET(f,LAMBDA(t,t*3),f(2))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.t,_xlpm.t*3),_xlpm.f(2))"],
    ["=LAMBDA(a,[b],a+IF(ISOMITTED(b),10,b))(1)",
      "_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+IF(_xlfn.ISOMITTED(_xlpm.b),10,_xlpm.b))(1)"],
    ["=LAMBDA(x,LET(y,x*2,z,y+1,y*z))(3)",
      "_xlfn.LAMBDA(_xlpm.x,_xlfn.LET(_xlpm.y,_xlpm.x*2,_xlpm.z,_xlpm.y+1,_xlpm.y*_xlpm.z))(3)"],
    ["=LET(产能,B2,产量,A2,产量/产能)", "_xlfn.LET(_xlpm.产能,B2,_xlpm.产量,A2,_xlpm.产量/_xlpm.产能)"],
    ["=LET(r,1,c,2,r+c)", "_xlfn.LET(_xlpm.r,1,_xlpm.c,2,_xlpm.r+_xlpm.c)"],
    ["=MAP(A1:A3,LAMBDA(v,POLICY.CAPACITY_UTIL(v,100)))",
      "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xldudf_POLICY_CAPACITY_UTIL(_xlpm.v,100)))"],
  ])("%s is stored as %s", (formula, inFile) => {
    expect(stored(formula)).toBe(inFile);
    expect(typed(inFile)).toBe(formula);
  });

  it("mean nothing outside their LET, nor in the value that they are given", () => {
    expect(stored("=LET(rate,rate*2,rate)+rate")).toBe("_xlfn.LET(_xlpm.rate,rate*2,_xlpm.rate)+rate");
  });

  it("leave texts and sheets of the same name alone", () => {
    expect(stored("=LET(x,1,\"x\"&x&x!A1)")).toBe("_xlfn.LET(_xlpm.x,1,\"x\"&_xlpm.x&x!A1)");
  });
});

describe("references to the columns of a table", () => {
  it.each([
    ["=[@Output]/[@Capacity]", "Clusters[[#This Row],[Output]]/Clusters[[#This Row],[Capacity]]"],
    ["=[@[Output, units]]*2", "Clusters[[#This Row],[Output, units]]*2"],
    ["=SUM([Output])", "SUM(Clusters[Output])"],
    ["=Other[@Output]", "Other[[#This Row],[Output]]"],
    ["=SUM(Other[[#Headers],[Output]])", "SUM(Other[[#Headers],[Output]])"],
  ])("%s in the table Clusters is stored as %s", (formula, inFile) => {
    expect(stored(formula, { table: "Clusters" })).toBe(inFile);
  });

  it("are shown in the long form, which every engine reads", () => {
    expect(typed("Clusters[[#This Row],[Output]]*2")).toBe("=Clusters[[#This Row],[Output]]*2");
  });

  it("stay as typed where there is no table to name", () => expect(stored("=[@Output]")).toBe("[@Output]"));
});

/** Excel reads SUM(A1:A3*2), stored plainly, as SUM(@A1:A3*2), which is #VALUE!. */
describe("the dynamic form", () => {
  const names = new Map([["rate", "=Data!$B$1"], ["prices", "=Data!$B$1:$B$9"], ["grow", "=LAMBDA(x,x*2)"]]);

  it.each([
    "=A1*2", "=SUM(A1:A3)", "=SUM(A1:A3,C1:C3)/COUNT(A:A)", "=IF(A1>0,SUM(Clusters[Output]),0)",
    "=SUMIF(A1:A3,B1,C1:C3)", "=SUMIFS(C1:C3,A1:A3,B1,B1:B3,\">0\")", "=VLOOKUP(A1,Data!A1:C9,3,FALSE)",
    "=INDEX(B1:B9,MATCH(A1,A1:A9,0))", "=SUMPRODUCT((A1:A3>1)*B1:B3)", "=rate*2", "=SUM({1,2,3})",
    "=Clusters[[#This Row],[Output]]*2", "=\"a\"&A1", "=NPV(rate,A1:A9)", "=LARGE(A1:A9,2)", "=SUM(prices)",
  ])("is not needed by %s", (formula) => expect(dynamic(formula, { names })).toBe(false));

  it.each([
    "=A1:A3*2", "=SUM(A1:A3*2)", "=SUM(IF(A1:A3>0,1))", "=SORT(A1:A3)", "=A1#", "=LET(x,1,x)", "=prices*2",
    "=unknown+1", "=GROW(2)", "=SUMIF(A1:A3,B1:B3,C1:C3)", "=ROW(A1:A3)", "={1,2}", "=TRANSPOSE(A1:A3)",
    "=Clusters[Output]*2", "=@B2:B4", "=SUMPRODUCT(IF(A1:A3>0,1,0))",
  ])("is needed by %s", (formula) => expect(dynamic(formula, { names })).toBe(true));
});

const { formula: anyFormula } = fc.letrec<{ formula: string; call: string; leaf: string }>((tie) => ({
  leaf: fc.constantFrom(
    "A1", "$B$2:C9", "'POLICY.HHI_INDEX(1)'!A1", "Data!A:A", "1.5", "\"POLICY.HHI_INDEX(\"", "TRUE", "#N/A", "rate",
    "Clusters[Output]", "Clusters[[#This Row],[Output]]", "{1,2;3,4}", "A1#",
  ),
  call: fc.tuple(
    fc.constantFrom("SUM", "POLICY.HHI_INDEX", "POLICY.CAPACITY_UTIL", "STDEV.S", "SORT", "XLOOKUP", "OTHER.ADDIN"),
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }),
  ).map(([name, args]) => `${name}(${args.join(",")})`),
  formula: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    tie("leaf"),
    tie("call"),
    fc.tuple(tie("formula"), fc.constantFrom("+", "*", "&", ">="), tie("formula")).map((parts) => `(${parts.join("")})`),
    fc.tuple(tie("formula"), tie("formula")).map(([value, body]) => `LET(x_1,${value},IF(x_1>0,${body},x_1))`),
    fc.tuple(tie("formula")).map(([body]) => `MAP(A1:A3,LAMBDA(v,v*${body}))`),
  ),
}));

describe("any formula", () => {
  it("is shown after it was stored as it was typed", () => {
    fc.assert(fc.property(anyFormula, (formula) => {
      expect(typed(stored(`=${formula}`))).toBe(`=${formula}`);
    }));
  });

  it("is stored once more in the same form", () => {
    fc.assert(fc.property(anyFormula, (formula) => {
      expect(stored(`=${stored(`=${formula}`)}`)).toBe(stored(`=${formula}`));
    }));
  });
});
