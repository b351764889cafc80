import { callsIn, withNested } from "../../src/formulas/calls";

const found = (formula: string): string[] =>
  withNested(callsIn(formula)).map(
    ({ definition, args }) => `${definition.name}(${args.map(({ text }) => text).join("|")})`,
  );

describe("the calls in a formula", () => {
  it("are found with the text of each argument", () =>
    expect(found("=POLICY.CAPACITY_UTIL(B2:B4, Sheet2!C2:C4,12)")).toEqual(["CAPACITY_UTIL(B2:B4|Sheet2!C2:C4|12)"]));

  it("keep the place of an argument left out", () =>
    expect(found("=POLICY.HHI_INDEX(A1:A4,,TRUE)")).toEqual(["HHI_INDEX(A1:A4||TRUE)"]));

  it("have no argument between empty brackets", () => expect(found("=POLICY.HHI_INDEX()")).toEqual(["HHI_INDEX()"]));

  it("are found in any case, and in the forms that files hold", () => {
    const forms = ["policy.hhi_index(A1)", "_xldudf_POLICY_HHI_INDEX(A1)", "POLICYDEV.HHI_INDEX(A1)"];
    for (const form of forms) expect(found(`=1+${form}`)).toEqual(["HHI_INDEX(A1)"]);
  });

  it("are found inside one another and inside other functions, each before those in it", () =>
    expect(found("=IFERROR(POLICY.HHI_BAND(ROUND(POLICY.HHI_INDEX(A1:A4),0)),POLICY.CONC_RATIO(A1:A4,1))")).toEqual([
      "HHI_BAND(ROUND(POLICY.HHI_INDEX(A1:A4),0))",
      "HHI_INDEX(A1:A4)",
      "CONC_RATIO(A1:A4|1)",
    ]));

  it("are found inside LET, LAMBDA and MAP", () =>
    expect(found("=LET(x,POLICY.HHI_INDEX(A1:A4),MAP(x,LAMBDA(h,POLICY.HHI_BAND(h))))")).toEqual([
      "HHI_INDEX(A1:A4)",
      "HHI_BAND(h)",
    ]));

  it("are not split at commas of arrays, of brackets or of structured references", () =>
    expect(found("=POLICY.HHI_INDEX(({1,2;3,4}),Cars[[#This Row],[a, b]])")).toEqual([
      "HHI_INDEX(({1,2;3,4})|Cars[[#This Row],[a, b]])",
    ]));

  it("are none where a text looks like a call, or no function has the name", () =>
    expect(found('="POLICY.HHI_INDEX(A1)"&POLICY.NO_SUCH(A1)&HHI_INDEX(A1)&XPOLICY.HHI_INDEX(A1)')).toEqual([]));

  it("are found in a formula that is not finished", () => {
    expect(found("=POLICY.CAPACITY_UTIL(B2,")).toEqual(["CAPACITY_UTIL(B2|)"]);
    expect(found("=POLICY.CAPACITY_UTIL")).toEqual([]);
  });

  it("say where in the formula they stand", () => {
    const formula = "=2*POLICY.HHI_INDEX( A1:A4 ) +1";
    const call = callsIn(formula)[0]!;
    expect(formula.slice(call.start, call.end)).toBe("POLICY.HHI_INDEX( A1:A4 )");
  });
});
