import { checkPayload } from "../../src/excel/payload";

const column = (length: number, cell: unknown): unknown[][] => Array.from({ length }, () => [cell]);

describe("what Excel passes to a function", () => {
  it.each([
    ["a million small numbers", column(1_000_000, 7)],
    ["a whole column that is mostly blank, handed over as 0", column(1_048_576, 0)],
    ["a single value", 5],
    ["150,000 numbers of one decimal place", column(150_000, 0.5)],
    ["200,000 numbers of 18 characters", column(200_000, 1 / 3)],
    ["100,000 names of ten letters", column(100_000, "Guangzhou ")],
    ["TRUE and FALSE, half a million times", column(500_000, true)],
  ])("may be %s", (_, value) => expect(() => checkPayload(value, "values")).not.toThrow());

  it.each([
    ["a million numbers of 18 characters", column(1_000_000, 1 / 3)],
    ["a table of 480 sectors in full", Array.from({ length: 480 }, () => Array<number>(480).fill(-1 / 3))],
    ["few cells of long texts", column(200, "x".repeat(32_767))],
    ["汉字, of three bytes each", column(100_000, "汽车零部件制造企业名称与代码")],
    ["formatted numbers, with all that belongs to them", column(100_000, { type: "Double", basicType: "Double", basicValue: 1.5 })],
  ])("is refused above 4 MB, in the name of its argument: %s", (_, value) => {
    const refused = expect.objectContaining({ code: "#VALUE!", subject: "values" });
    expect(() => checkPayload(value, "values")).toThrow(refused);
  });
});
