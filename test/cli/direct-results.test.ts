import { directResults } from "../../src/cli/direct-results";
import { book, formula, planOf, sheet, value } from "../sharing/portable/books";

const resultsOf = (...formulas: string[]) => {
  const direct = directResults(planOf(formulas));
  return direct.content.sheets[0]!.cells.filter(({ column }) => column === 4);
};

describe("formulas that need no engine", () => {
  it("are one call of ours on entered cells and literals, on any sheet", () => {
    // 30 / 120; of shares 3, 4 and 5 twelfths: (9 + 16 + 25) / 144.
    const cells = resultsOf("=POLICY.CAPACITY_UTIL(A1,$B$1,12)", "=policy.HHI_INDEX(rates!A1:A3,1)");
    expect(cells.map((cell) => cell.formula)).toEqual([undefined, undefined]);
    expect(cells.map((cell) => cell.value)).toEqual([0.25, expect.closeTo(50 / 144, 12)]);
  });

  it("may be stored as arrays of one cell, as Excel stores every formula of an add-in", () => {
    const stored = { value: 0, spill: { rows: 1, columns: 1 } };
    const cell = formula(0, 4, "=POLICY.CAPACITY_UTIL(A1,B1)", stored);
    const direct = directResults(book(sheet("Plan", [value(0, 0, 30), value(0, 1, 120), cell])));
    expect(direct.content.sheets[0]!.cells.at(-1)).toEqual({ ...cell, formula: undefined, value: 0.25 });
    expect(direct.withFormulas(direct.content).sheets[0]!.cells.at(-1)).toEqual({ ...cell, value: 0.25 });
  });

  it("show the error that a refusal is", () => {
    expect(resultsOf("=POLICY.HHI_INDEX({0,0})")[0]!.value).toEqual({ error: "#DIV/0!" });
  });

  it("are none where anything else is calculated, empty or many", () => {
    const others = [
      "=POLICY.CAPACITY_UTIL(A1,B1)*2", "=POLICY.CAPACITY_UTIL(A1*2,B1)", "=POLICY.HHI_INDEX(A1:A99)",
      "=POLICY.CAPACITY_UTIL(E1,B1)", "=POLICY.HHI_BAND(A1:A2)", "=SUM(A1:A9)", "=POLICY.HHI_INDEX(Elsewhere!A1:A3)",
    ];
    expect(resultsOf(...others).map((cell) => cell.formula)).toEqual(others);
  });

  it("do not read what another formula spills", () => {
    const spilling = formula(0, 0, "={1;2}", { value: 1, spill: { rows: 2, columns: 1 } });
    const reading = formula(0, 4, "=POLICY.HHI_INDEX(A2:A3)");
    const { content } = directResults(book(sheet("Plan", [spilling, value(1, 0, 2), value(2, 0, 3), reading])));
    expect(content.sheets[0]!.cells.at(-1)).toEqual(reading);
  });

  it("come back among the results", () => {
    const direct = directResults(planOf(["=POLICY.CAPACITY_UTIL(A1,B1)"]));
    expect(direct.withFormulas(direct.content).sheets[0]!.cells.at(-1)).toEqual(
      { row: 0, column: 4, formula: "=POLICY.CAPACITY_UTIL(A1,B1)", value: 0.25 },
    );
  });
});
