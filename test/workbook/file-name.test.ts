import { endingOf, fileName } from "../../src/workbook/file-name";

describe("the name of a file", () => {
  it.each([
    ["Anhui 2025", "Anhui 2025.xlsx"],
    ["安徽模型.xlsx", "安徽模型.xlsx"],
    ["old.xls", "old.xlsx"],
    ["a/b:c", "a b c.xlsx"],
    ["  spaced  ", "spaced.xlsx"],
  ])("makes %j %j", (wish, name) => expect(fileName(wish, ".xlsx")).toBe(name));

  it("keeps the ending that macros need", () => expect(fileName("macros.xlsx", ".xlsm")).toBe("macros.xlsm"));

  it.each(["", "   ", ".xlsx", "///"])("does not take %j for a name", (wish) => {
    expect(fileName(wish, ".xlsx")).toBeUndefined();
  });

  it("tells files that may hold macros by their ending", () => {
    expect(endingOf("Model.XLSM")).toBe(".xlsm");
    expect(endingOf("Model.xlsx")).toBe(".xlsx");
  });
});
