import { nativeFormula, type Definition } from "../../src/functions";
import type { Parameter } from "../../src/functions/kinds";
import {
  asColumn, asRow, either, equals, isTable, labelled, literal, stacked, uniformFormula,
} from "../../src/functions/native";
import { uniform } from "../../src/maths/draws";

describe("a value in a native formula", () => {
  it.each([[true, "TRUE"], [false, "FALSE"], ['5" pipe', '"5"" pipe"'], [-0.25, "-0.25"], [1e21, "1E+21"]])(
    "is written as Excel writes it: %p", (value, written) => expect(literal(value)).toBe(written));
});

describe("a choice in a native formula", () => {
  it.each([["TRUE", "yes"], ["true", "yes"], ["FALSE", "no"], ["False", "no"]])("is settled by %s", (condition, chosen) =>
    expect(either(condition, "yes", "no")).toBe(chosen));

  it.each(["A1", "A1=TRUE", "A1<>FALSE", "TRUE=A1", "FALSE<>A1"])("is left to IF by %s", (condition) =>
    expect(either(condition, "yes", "no")).toBe(`IF(${condition},yes,no)`));

  it.each([
    ["3", "3", "TRUE"], ["3", "4", "FALSE"], ['"Sd"', "sD", "TRUE"], ['"sd"', "tail", "FALSE"],
    ["A1", "sd", 'A1&""="sd"'], ['A1&"sd"', "sd", 'A1&"sd"&""="sd"'], ['"s"&A1', "sd", '"s"&A1&""="sd"'],
  ])("between %s and the text %s is %s", (written, text, comparison) => expect(equals(written, text)).toBe(comparison));
});

describe("a list in a native formula", () => {
  it.each([
    ["A1:C1", "A1:C1", "TRANSPOSE(A1:C1)"], ["A1:A3", "TRANSPOSE(A1:A3)", "A1:A3"], ["$B$2", "$B$2", "$B$2"],
    ["'Plan 1'!A1:A3", "TRANSPOSE('Plan 1'!A1:A3)", "'Plan 1'!A1:A3"], ["5", "5", "5"],
    ["Cars[a]", "IF(ROWS(Cars[a])=1,Cars[a],TRANSPOSE(Cars[a]))", "IF(COLUMNS(Cars[a])=1,Cars[a],TRANSPOSE(Cars[a]))"],
  ])("%s is %s as a row, %s as a column", (list, row, column) => {
    expect(asRow(list)).toBe(row);
    expect(asColumn(list)).toBe(column);
  });

  it("lies as that does from which it is formed", () => expect(asRow("(A1:A3>0)*1", "A1:A3")).toBe("TRANSPOSE((A1:A3>0)*1)"));

  it.each([
    ["A1:B2", true], ["$A$1:$C$9", true], ["A1:A9", false], ["A1:C1", false], ["A1", false], ["shares", false], ["0.5", false],
    ["Sales[[a]:[b]]", true], ["Sales[[a] : [b]]", true], ["Sales[a]", false],
  ])("in %s is seen to be a table: %p", (written, seen) => expect(isTable(written)).toBe(seen));
});

describe("several results in one array formula", () => {
  it("stand below each other", () =>
    expect(stacked(["X", "Y", "Z"])).toBe("IF({1;0;0},X,IF({0;1;0},Y,IF({0;0;1},Z,#N/A)))"));

  it("stand beside their labels", () =>
    expect(labelled([["mean", "X"], ["P50", "Y"]])).toBe('IF({0,1;0,0},X,IF({0,0;0,1},Y,{"mean",0;"P50",0}))'));
});

const number = { type: "number", shape: "scalar", bounds: {}, missing: false } as const;

/** What becomes of a call of F with parameters of these rules. */
function guarded(
  rules: Readonly<Record<string, Partial<Parameter>>>, args: readonly (string | null)[],
): string | undefined {
  const parameters = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, { ...number, ...rule }]));
  const native = (written: Readonly<Record<string, string>>): string => `F(${Object.values(written).join(",")})`;
  return nativeFormula({ parameters, native } as unknown as Definition, args);
}

describe("the bounds of an argument in a native formula", () => {
  it.each<readonly [string, Partial<Parameter>, string]>([
    ["at least and at most", { bounds: { min: 0, max: 10 } }, "IF((A1<0)+(A1>10),#NUM!,F(A1))"],
    ["above", { bounds: { above: 0 } }, "IF(A1<=0,#NUM!,F(A1))"],
    ["below", { bounds: { below: 1 } }, "IF(A1>=1,#NUM!,F(A1))"],
    ["whole", { bounds: { whole: true } }, "IF(A1<>INT(A1),#NUM!,F(A1))"],
    ["whole, of a range", { bounds: { whole: true }, shape: "range" }, "F(A1)"],
    ["of a range", { bounds: { min: 0, below: 9 }, shape: "range" }, "IF((MIN(A1)<0)+(MAX(A1)>=9),#NUM!,F(A1))"],
    ["with an error of their own", { bounds: { above: 0, otherwise: "zero" } }, "IF(A1<=0,#DIV/0!,F(A1))"],
    ["none", {}, "F(A1)"],
    ["of a text", { type: "text", bounds: { min: 0 } }, "F(A1)"],
    ["with values that may be missing", { missing: true, bounds: { min: 0 } }, 'IF(A1="n/a",#N/A,IF(A1<0,#NUM!,F(A1)))'],
    ["with a range that may miss some", { missing: true, shape: "range" }, "F(A1)"],
  ])("%s", (_, rule, formula) => expect(guarded({ x: rule }, ["A1"])).toBe(formula));

  it("are looked at in the order in which the function does, each with its error", () => {
    const rules = { x: { bounds: { above: 0, otherwise: "zero" } }, y: { bounds: { min: 0 } }, z: { bounds: { max: 9 } } } as const;
    expect(guarded(rules, ["A1", "B1", "C1"])).toBe("IF(A1<=0,#DIV/0!,IF((B1<0)+(C1>9),#NUM!,F(A1,B1,C1)))");
  });

  it("are settled at once for a number that stands in the formula, and for one left out", () => {
    const rule = { x: { bounds: { min: 0, max: 10 }, missing: true } };
    expect(guarded(rule, ["5"])).toBe("F(5)");
    expect(guarded(rule, ["11"])).toBe("#NUM!");
    expect(guarded(rule, [null])).toBe("F()");
    expect(guarded({ x: { ...rule.x, default: 12, bounds: { min: 0 } } }, [null])).toBe("F(12)");
  });
});

describe("the generator as a worksheet formula", () => {
  const calculated = (formula: string): number =>
    new Function("MOD", `return ${formula}`)((x: number, by: number) => x - Math.floor(x / by) * by) as number;

  it.each([[0], [1], [2]])("gives the draws of UNIFORM_DRAWS at time %d, at the largest counters too", (time) => {
    for (const [row, column, seed] of [[1, 1, 1], [37, 5, 2026], [10_000, 50, 99_999_999]] as const) {
      expect(calculated(uniformFormula([`${row}`, `${column}`, `${seed}`], time))).toBe(uniform(row, column, seed, time));
    }
  });
});
