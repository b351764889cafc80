import { compile } from "../../src/model";
import { nativeNames } from "../../src/model/natives";
import { forms } from "../../src/model/forms";
import { placeFunctions } from "../../src/model/places";
import type { CellValue } from "../../src/xlsx/content";
import { gridOf, modelOf, valueOf, workbook } from "./modelling";
import { draws, shared, surroundings } from "./native-cases";

const error = (code: string) => ({ error: code });

const numbers = { A1: 3, A2: 1, A3: 2, B1: "c", B2: "a", B3: "b", C1: 10, C2: 20, C3: 30 };

type Case = readonly [formula: string, rows: readonly (readonly CellValue[])[]];

/** By hand, from the rules that Microsoft's page of each function states. */
const arrays: Readonly<Record<string, readonly Case[]>> = {
  FILTER: [["=FILTER(A1:B3,A1:A3>1)", [[3, "c"], [2, "b"]]], ['=FILTER(A1:A3,A1:A3>9,"none")', [["none"]]],
    ["=FILTER(A1:A3,A1:A3>9)", [[error("#CALC!")]]], ["=FILTER({1,2,3},{1,0,1})", [[1, 3]]]],
  SORT: [["=SORT(A1:B3)", [[1, "a"], [2, "b"], [3, "c"]]], ["=SORT(A1:B3,2,-1)", [[3, "c"], [2, "b"], [1, "a"]]],
    ["=SORT({3,1,2},,,TRUE)", [[1, 2, 3]]]],
  SORTBY: [["=SORTBY(B1:B3,A1:A3)", [["a"], ["b"], ["c"]]], ["=SORTBY(A1:A3,C1:C3,-1)", [[2], [1], [3]]]],
  UNIQUE: [['=UNIQUE({"a";"A";"b"})', [["a"], ["b"]]], ["=UNIQUE({1;2;1},,TRUE)", [[2]]], ["=UNIQUE({1,2,1},TRUE)", [[1, 2]]]],
  SEQUENCE: [["=SEQUENCE(2,3,10,5)", [[10, 15, 20], [25, 30, 35]]], ["=SEQUENCE(2)", [[1], [2]]], ["=SEQUENCE(0)", [[error("#VALUE!")]]]],
  TAKE: [["=TAKE(A1:B3,2)", [[3, "c"], [1, "a"]]], ["=TAKE(A1:B3,-1,1)", [[2]]]],
  DROP: [["=DROP(A1:B3,1)", [[1, "a"], [2, "b"]]], ["=DROP(A1:B3,-2,1)", [["c"]]], ["=DROP(A1:B3,3)", [[error("#CALC!")]]]],
  VSTACK: [["=VSTACK(A1:B1,9)", [[3, "c"], [9, error("#N/A")]]]], HSTACK: [["=HSTACK(A1:A2,9)", [[3, 9], [1, error("#N/A")]]]],
  CHOOSEROWS: [["=CHOOSEROWS(A1:B3,3,-3)", [[2, "b"], [3, "c"]]]], CHOOSECOLS: [["=CHOOSECOLS(A1:C3,-1,1)", [[10, 3], [20, 1], [30, 2]]]],
  TOCOL: [["=TOCOL({1,2;3,4},,TRUE)", [[1], [3], [2], [4]]]], TOROW: [["=TOROW({1,2;3,4})", [[1, 2, 3, 4]]]],
  WRAPROWS: [["=WRAPROWS({1,2,3},2)", [[1, 2], [3, error("#N/A")]]]], WRAPCOLS: [["=WRAPCOLS({1,2,3},2,0)", [[1, 3], [2, 0]]]],
  EXPAND: [["=EXPAND({1},1,2,0)", [[1, 0]]]], TRANSPOSE: [["=TRANSPOSE(A1:B2)", [[3, 1], ["c", "a"]]]],
  MAP: [["=MAP(A1:A3,C1:C3,LAMBDA(a,b,a*b))", [[30], [20], [60]]]], BYROW: [["=BYROW(A1:A3*{1,10},LAMBDA(r,SUM(r)))", [[33], [11], [22]]],
    ["=BYROW(A1:A3*{1,10},MAX)", [[30], [10], [20]]]], BYCOL: [["=BYCOL(A1:A3*{1,10},LAMBDA(c,SUM(c)))", [[6, 60]]]],
  REDUCE: [["=REDUCE(100,A1:A3,LAMBDA(t,x,t-x))", [[94]]]], SCAN: [["=SCAN(0,A1:A3,LAMBDA(t,x,t+x))", [[3], [4], [6]]]],
  MAKEARRAY: [["=MAKEARRAY(2,2,LAMBDA(r,c,r*10+c))", [[11, 12], [21, 22]]]], ISOMITTED: [["=LAMBDA(a,[b],ISOMITTED(b))(1)", [[true]]]],
  XLOOKUP: [['=XLOOKUP("b",B1:B3,A1:A3)', [[2]]], ['=XLOOKUP("z",B1:B3,A1:A3,"none")', [["none"]]], ["=XLOOKUP(25,C1:C3,A1:A3,,-1)", [[1]]],
    ["=XLOOKUP(25,C1:C3,A1:A3,,1)", [[2]]], ['=XLOOKUP("?",B1:B3,A1:A3,,2,-1)', [[2]]], ["=XLOOKUP(2,A1:A3,A1:C3)", [[2, "b", 30]]],
    ['=XLOOKUP({"a";"c"},B1:B3,C1:C3)', [[20], [10]]], ["=XLOOKUP(30,C1:C3,B1:B3,,0,2)", [["b"]]]],
  XMATCH: [["=XMATCH(20,C1:C3)", [[2]]], ["=XMATCH(25,C1:C3,-1)", [[2]]], ["=XMATCH(5,C1:C3,-1)", [[error("#N/A")]]]],
};

describe("functions of arrays", () => {
  const cases = Object.values(arrays).flat();
  it.each(cases)("%s", (formula, rows) => expect(gridOf(formula, numbers)).toEqual(rows));
});

describe("what Excel calculates and others do not", () => {
  it.each<[string, CellValue]>([
    // Microsoft's pages of SUM, PERCENTRANK.INC, TIME, WEEKNUM, XIRR, XNPV, RATE, MROUND, DATEDIF.
    ['=SUM("5",15,TRUE)', 21], ["=PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},2)", 0.333], ["=PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},8)", 0.666],
    ["=PERCENTRANK.INC({13,12,11,8,4,3,2,1,1,1},5)", 0.583], ["=TIME(12.9,0,0)", 0.5], ["=WEEKNUM(40977,2)", 11], ["=WEEKNUM(DATE(2024,12,31),2)", 53],
    ["=ROUND(XIRR({-10000;2750;4250;3250;2750},{39448;39508;39751;39859;39904},0.1),6)", 0.373363],
    ["=ROUND(XNPV(0.09,{-10000;2750;4250;3250;2750},{39448;39508;39751;39859;39904}),2)", 2086.65],
    ["=ROUND(RATE(48,-200,8000),9)", 0.007701472], ["=INDEX({1,2;3,4},3,1)", error("#REF!")], ["=MROUND(5,-2)", error("#NUM!")],
    ["=DATE(2008,-3,2)", 39327], ["=DATE(1900,3,1)", 61], ["=DAY(60)", 29], ['=TEXT(1234.567,"$#,##0.00")', "$1,234.57"], ['=TEXT(0.285,"0.0%")', "28.5%"],
    ['=TEXT(12345678,"0.00E+00")', "1.23E+07"], ['=TEXT(5,"0;;z")', "5"], ["=IRR({1,2,3})", error("#NUM!")],
    ["=VLOOKUP(2,{1,10;3,30},2,)", error("#N/A")], ["=MATCH(2,{3,2,1},-1)", 2], ["=AND({TRUE,FALSE})", false],
    ["=MINVERSE({1,2;2,4})", error("#NUM!")], ["=ROUND(NORM.S.INV(0.908789),4)", 1.3333], ["=COUNT(1,\"2\",\"x\",)", 3],
  ])("%s is %j", (formula, expected) => expect(valueOf(formula)).toEqual(expected));
});

describe("functions of Excel's own", () => {
  it("are each among the cases that LibreOffice calculates or those calculated by hand", () => {
    const tested = new Set([...Object.keys(shared), ...Object.keys(arrays)]);
    const all = [...nativeNames, ...Object.keys(forms), ...Object.keys(placeFunctions)];
    expect(all.filter((name) => !tested.has(name))).toEqual([]);
  });

  it("calculate for many draws what they calculate for each", () => {
    const formulas = [...Object.values(shared).flat()];
    const cells = Object.fromEntries(formulas.map((formula, i) => [`M${i + 1}`, [formula, 1, 1] as const]));
    const outputs = Object.keys(cells);
    const together = modelOf(workbook({ ...surroundings, ...cells }), ["A1", "A2", "A3"], outputs)
      .evaluate(draws.map((column) => Float64Array.from(column)));
    for (let draw = 0; draw < 4; draw++) {
      const alone = modelOf(workbook({ ...surroundings, ...cells }), ["A1", "A2", "A3"], outputs)
        .evaluate(draws.map((column) => Float64Array.of(column[draw])));
      alone.forEach(({ values: [value] }, i) => {
        const all = together[i].values[draw];
        if (!Object.is(value, all)) expect([formulas[i], all]).toEqual([formulas[i], expect.closeTo(value, 10)]);
      });
    }
  });

  it("take lists whose length changes from draw to draw", () => {
    const cells = { A1: 1, A2: 2, A3: 3, B1: 1.5, C1: ["=FILTER(A1:A3,A1:A3>B1,0)", 2, 1] as const, C2: 3,
      D1: "=SUM(C1#)", D2: "=ROWS(C1#)", D3: "=SUM(C1:C9)", D4: "=SUM(SORT(C1#,,-1)*2)", D5: "=MAX(MAP(C1#,LAMBDA(x,x*B1)))", D6: "=C2" };
    const outputs = modelOf(workbook(cells), ["B1"], ["D1", "D2", "D3", "D4", "D5", "D6"]).evaluate([Float64Array.of(0, 1.5, 2.5, 9)]);
    expect(outputs.map(({ values }) => [...values])).toEqual([
      [6, 5, 3, 0], [3, 2, 1, 1], [6, 5, 3, 0], [12, 10, 6, 0], [0, 4.5, 7.5, 0], [2, 3, 0, 0],
    ]);
  });

  it("call a LAMBDA that calls itself, in each draw as often as that draw needs", () => {
    const names = [{ name: "Fact", formula: "=LAMBDA(n,IF(n<=1,1,n*Fact(n-1)))" }];
    const model = modelOf(workbook({ A1: 3, B1: "=Fact(A1)" }, { names }), ["A1"], ["B1"]);
    expect([...model.evaluate([Float64Array.of(1, 3, 5)])[0].values]).toEqual([1, 6, 120]);
  });

  it("refuse what they cannot be given", () => {
    const content = workbook({ A1: 1, B1: "=SUMIFS(A1)" });
    const at = (column: number) => ({ sheet: "Sheet1", row: 0, column });
    expect(compile(content, { inputs: [at(0)], outputs: [at(1)] }).kind).toBe("uncompiled");
  });
});
