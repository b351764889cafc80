import { labelledBlock } from "../../src/formulas/labelled-block";
import { qualified } from "../../src/formulas/write-call";
import { find } from "../../src/functions";

describe("a call laid out with labels", () => {
  it("has the title beside the formula, and each number in a labelled cell that the formula reads", () => {
    const block = labelledBlock("POLICY", find("HHI_INDEX")!, ["B2:B5", "1", ""], "D14", "en");
    expect(block).toEqual([
      ["Herfindahl–Hirschman index", "=POLICY.HHI_INDEX(B2:B5,E15)"],
      ["10000, or 1 for an index from 0 to 1", 1],
      [expect.stringMatching(/^Source: Hirschman \(1964\)/), ""],
    ]);
  });

  it("keeps a text a text", () => {
    const block = labelledBlock("POLICY", find("HHI_BAND")!, ["B2", '"2023"'], "A1", "zh");
    expect(block[0]![1]).toBe("=POLICY.HHI_BAND(B2,B2)");
    expect(block[1]![1]).toBe('="2023"');
  });
});

describe("a text meant from another sheet", () => {
  const from = (text: string) => qualified(text, (address) => `Plan!${address}`);

  it("names the sheet of its cells, and leaves names, tables and other sheets alone", () =>
    expect(from('SUM(B2:B5,$C$1,D:D)*Rate+Cars[Output]+Other!A1&"B2"')).toBe(
      'SUM(Plan!B2:B5,Plan!$C$1,Plan!D:D)*Rate+Cars[Output]+Other!A1&"B2"',
    ));
});
