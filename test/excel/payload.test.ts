import { checkPayload } from "../../src/excel/payload";

const column = (length: number, cell: unknown): unknown[][] => Array.from({ length }, () => [cell]);

describe("what Excel passes to a function", () => {
  it.each([
    ["a million small numbers", column(1_000_000, 7)],
    ["a whole column that is mostly blank, handed over as 0", column(1_048_576, 0)],
    ["a single value", 5],
  ])("may be %s", (_, value) => expect(() => checkPayload(value, "values")).not.toThrow());

  it("is refused above 4 MB, in the name of its argument", () => {
    const refused = expect.objectContaining({ code: "#VALUE!", subject: "values" });
    expect(() => checkPayload(column(1_000_000, 1 / 3), "values")).toThrow(refused);
  });
});
