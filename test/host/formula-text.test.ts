import { embedded, readable, type TableNames } from "../../src/host/formula-text";

describe("a formula said so that Univer reads it", () => {
  it.each([
    ["=A1+SUM(B1:B3)", "=A1+SUM(B1:B3)"],
    ["=1E-3", "=0.001"],
    ["=1.50*.5", "=1.5*0.5"],
    ["=007", "=7"],
    ["=A1*1e-9-2.0", "=A1*1e-9-2"],
    ["=1E+3%", "=1000%"],
    ["=12345678901234567890", "=12345678901234567000"],
    ["=IF(A1>=0.50,\"1.50\",'1E3'!B2)", "=IF(A1>=0.5,\"1.50\",'1E3'!B2)"],
  ])("%s has its numbers as JavaScript writes them", (given, said) => expect(readable(given)).toBe(said));

  it("has #NUM! for a number too large to hold, as Excel refuses it", () =>
    expect(readable("=1E400+1")).toBe("=#NUM!+1"));

  it.each([
    ["=A1#", "=ANCHORARRAY(A1)"],
    ["=SUM(Sheet2!$B$1#)*2", "=SUM(ANCHORARRAY(Sheet2!$B$1))*2"],
    ["=@B2:B4+1", "=SINGLE(B2:B4)+1"],
    ["=@A1#", "=SINGLE(ANCHORARRAY(A1))"],
    ["=@INDEX(A1:A9,1.0)&\"#\"", "=SINGLE(INDEX(A1:A9,1))&\"#\""],
    ["=@(A1:A3)", "=SINGLE((A1:A3))"],
  ])("%s calls a function that means it", (given, said) => expect(readable(given)).toBe(said));

  it("has a name apart from its sign", () => {
    expect(readable("=-Rate+LET(x,2,-x)-A1-y")).toBe("=-(Rate)+LET(x,2,-(x))-A1-y");
  });

  it("keeps error values, whose # is no operator", () => expect(readable("=#REF!+#N/A")).toBe("=#REF!+#N/A"));

  it.each([
    ['={1,2;"a","b"}', '={1,2;"a","b"}'],
    ["={1E-3,-.5}", "={0.001,-0.5}"],
    ['={"a,b";"c;d"}', '=VSTACK("a,b","c;d")'],
    ['=SUM({1,"x,y";3,4})', '=SUM(VSTACK(HSTACK(1,"x,y"),HSTACK(3,4)))'],
    ['={"a,b",2}', '=HSTACK("a,b",2)'],
  ])("%s keeps its cells whole", (given, said) => expect(readable(given)).toBe(said));

  it.each(["=SUM(1.50", '="1.50', "=1.5e", "", "=", "1.50 + ("])("%j, unfinished, does no harm", (given) => {
    expect(() => readable(given)).not.toThrow();
  });
});

describe("the tables of a formula", () => {
  const tables: TableNames = {
    none: false,
    has: (name) => name === "Sales",
    say: (reference) => `<${reference}>`,
  };

  it("are said where they stand, bare names too", () => {
    expect(readable("=SUM(Sales[Qty])*Table1[#All]", tables)).toBe("=SUM(<Sales[Qty]>)*<Table1[#All]>");
    expect(readable("=ROWS(Sales)+Other", tables)).toBe("=ROWS(<Sales[]>)+Other");
  });
});

describe("a name's formula inside another formula", () => {
  it.each([
    ["=0.10+1", "(0.1+1)"],
    ["=0.250", "0.25"],
    ["Data!$A$1:$A$4", "Data!$A$1:$A$4"],
    ["=LAMBDA(x,x*1.50)", "LAMBDA(x,x*1.5)"],
    ["=-2", "(-2)"],
  ])("%s stands as %s", (formula, inside) => expect(embedded(formula)).toBe(inside));
});
