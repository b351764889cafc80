import { readFileSync } from "node:fs";
import { pages, withTable } from "../../src/cli/docs";

describe("policy docs", () => {
  it.each(pages)("%s holds the table of functions as it is now", (file, language) => {
    const page = readFileSync(file, "utf8");
    expect(withTable(page, language)).toBe(page);
  });

  it("will not guess where the table goes", () => {
    expect(() => withTable("# A page", "en")).toThrow("no place for the table");
  });
});
