import { argumentCountFault } from "../../src/formulas/argument-count";

describe("the number of arguments, which Excel checks before it takes a formula", () => {
  it.each(["=POLICY.HHI_INDEX(A1:A4)", "=POLICY.HHI_INDEX(A1:A4,,TRUE)", "=SUM(1,2,3,4)", '="POLICY.HHI_INDEX()"'])("lets %s pass", (formula) => {
    expect(argumentCountFault(formula)).toBeUndefined();
  });

  it.each([
    ["=POLICY.CAPACITY_UTIL()", "CAPACITY_UTIL takes 2–3 arguments, not 0"],
    ["=1+POLICY.CAPACITY_UTIL(A1)", "CAPACITY_UTIL takes 2–3 arguments, not 1"],
    ["=POLICY.HHI_INDEX(A1,1,TRUE,4)", "HHI_INDEX takes 1–3 arguments, not 4"],
    ["=POLICY.HHI_BAND(POLICY.HHI_INDEX(A1,1,TRUE,4))", "HHI_INDEX takes 1–3 arguments, not 4"],
    ["=POLICY.PARTS_PER_OEM(1)", "PARTS_PER_OEM takes 2 arguments, not 1"],
  ])("refuses %s", (formula, said) => expect(argumentCountFault(formula)?.en).toBe(said));
});
