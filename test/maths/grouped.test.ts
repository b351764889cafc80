import { grouped } from "../../src/maths/grouped";

describe("grouped", () => {
  it("puts items of one key together, keys and items in the order in which they came", () => {
    const groups = grouped(["pear", "fig", "plum", "kiwi", "date", "fog"], (word) => word.length);
    expect([...groups]).toEqual([[4, ["pear", "plum", "kiwi", "date"]], [3, ["fig", "fog"]]]);
  });

  it("has no group where there is nothing", () => {
    expect(grouped([], String).size).toBe(0);
  });
});
