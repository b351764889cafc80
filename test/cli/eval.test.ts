import { syntaxFault } from "../../src/formulas/syntax";
import { evaluated } from "../../src/cli/eval";
import { CellError, Refusal } from "../../src/refusal";

const zero = new Refusal("zero", { en: "must not add up to 0", zh: "合计不得为 0" }, "values");

describe("policy eval", () => {
  it("prints a value, a table, an error with its reason, an error that came in", () => {
    expect(evaluated(2600, "en")).toEqual({ value: 2600 });
    expect(evaluated([[1, "a"], [true, zero]], "en")).toEqual({ value: [[1, "a"], [true, { error: "#DIV/0!" }]] });
    expect(evaluated(zero, "zh")).toEqual({ error: "#DIV/0!", message: "values 合计不得为 0" });
    expect(evaluated(new CellError("#NAME?"), "en")).toEqual({ error: "#NAME?", message: "" });
  });

  it.each(["=POLICY.HHI_INDEX(", "=1+", '="a', "=)", ""])("says that %p is no formula", (formula) => {
    expect(syntaxFault(formula)).toBeDefined();
  });
});
