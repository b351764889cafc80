import { calling, column, refusal } from "./calling";

const value = calling("REF_VALUE");
const source = calling("REF_SOURCE");

describe("REF_VALUE", () => {
  it("is the figure that was published: 52 % of China's capacity in 2020 (OICA, seed article 003)", () => {
    expect(value("CAPACITY_UTIL_OICA", "China")).toBe(0.52);
  });

  it("knows keys in Chinese, in any case, and a year as a number", () => {
    expect(value("eu_cvd", "比亚迪")).toBe(0.17);
    expect(value("OICA_PRODUCTION", "world", null, 2024)).toBe(value("OICA_PRODUCTION", "World", "value", "2024"));
  });

  it("spills over a column of keys, each with its own refusal", () => {
    const [[byd], [unknown]] = value("EU_CVD", column(["BYD", "BYDD"])) as [[unknown], [never]];
    expect(byd).toBe(0.17);
    expect(refusal(unknown)).toBe("#N/A key “BYDD” is not in EU_CVD; nearest: BYD");
  });

  it("refuses what is inferred, and a number of which only a bound is known", () => {
    expect(refusal(value("SIX_CLUSTERS", "Northeast", "printed_ratio"))).toMatch(/^#N\/A .*only known to be/);
    expect(refusal(value("SIX_CLUSTERS", "Northeast", "definition"))).toMatch(/^#N\/A/);
  });

  it.each([
    ["an unknown table", ["EU_CV", "BYD"], /^#N\/A table “EU_CV” is no reference table; nearest: EU_CVD/],
    ["an unknown field", ["EU_CVD", "BYD", "rate"], /^#N\/A field/],
    ["an unknown period", ["EU_CVD", "BYD", null, "1999"], /^#N\/A period/],
    ["TRUE for a table", [true, "BYD"], /^#VALUE! table must be text/],
  ])("refuses %s", (_, args, said) => expect(refusal(value(...args))).toMatch(said));
});

describe("REF_SOURCE", () => {
  it("cites, and says how sure the figure is", () => {
    expect(source("EU_CVD", "BYD")).toMatch(/Reg \(EU\) 2024\/2754.*Status: secondary/);
  });

  it("answers a Chinese key in Chinese", () => expect(source("EU_CVD", "比亚迪")).toMatch(/来源：/));

  it("cites also what REF_VALUE does not hand out as a number", () => {
    expect(source("SIX_CLUSTERS", "Northeast")).toMatch(/inferred/);
  });
});
