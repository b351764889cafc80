import { callText, typedArgument } from "../../src/formulas/write-call";
import { find } from "../../src/functions";

const hhi = find("HHI_INDEX")!;
const { values, scale } = hhi.parameters as Record<string, typeof hhi.returns>;
const text = find("HHI_BAND")!.returns;
const typed = (parameter: typeof hhi.returns, said: string) => typedArgument(parameter, said);

describe("a call in writing", () => {
  it("holds the arguments in their order", () =>
    expect(callText("POLICY", hhi, ["B2:B5", "1", "TRUE"])).toBe("=POLICY.HHI_INDEX(B2:B5,1,TRUE)"));

  it("keeps the place of one left out in the middle, and drops those at the end", () => {
    expect(callText("POLICY", hhi, ["B2:B5", "", "TRUE"])).toBe("=POLICY.HHI_INDEX(B2:B5,,TRUE)");
    expect(callText("POLICYDEV", hhi, ["B2:B5", "", ""])).toBe("=POLICYDEV.HHI_INDEX(B2:B5)");
  });
});

describe("what a user types for a number", () => {
  it.each([
    [" B2:B5 ", "B2:B5"],
    ["12,000", "12000"],
    ["-1,234,567.5", "-1234567.5"],
    ["５％", "5%"],
    ["Ｂ２：Ｂ５", "B2:B5"],
    ["=SUM(B2:B5)", "SUM(B2:B5)"],
    ["SUM(B2,B5)", "SUM(B2,B5)"],
    ["产量", "产量"],
    ["", ""],
  ])("%s is written %s", (said, written) => expect(typed(values!, said)).toEqual({ text: written }));

  it.each(["B2,C2", "1,5"])("%s is refused: it is in several parts", (said) =>
    expect(typed(values!, said)).toMatchObject({ fault: { en: expect.stringContaining("several parts") } }),
  );

  it.each(["SUM(B2", "B2)", '"abc', "="])("%s is refused: it is not complete", (said) =>
    expect(typed(values!, said)).toMatchObject({ fault: { en: expect.stringContaining("not complete") } }),
  );
});

describe("what a user types for a text", () => {
  it.each([
    ["长三角", '"长三角"'],
    ["SIX_CLUSTERS", '"SIX_CLUSTERS"'],
    ['say "so", please', '"say ""so"", please"'],
    ['"each"', '"each"'],
    ["B2", "B2"],
    ["Cars[Maker]", "Cars[Maker]"],
    ["=Maker", "Maker"],
  ])("%s is written %s", (said, written) => expect(typed(text, said)).toEqual({ text: written }));

  it("a number among choices stays one, any other choice is a text", () => {
    expect(typed(scale!, "10000")).toEqual({ text: "10000" });
    expect(typed(scale!, "each")).toEqual({ text: '"each"' });
  });
});
