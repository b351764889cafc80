import { calling, column, refusal } from "./calling";

const value = calling("REF_VALUE");
const source = calling("REF_SOURCE");
const convert = calling("UNIT_CONVERT");

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

describe("UNIT_CONVERT", () => {
  it("knows the units of both languages", () => {
    expect(convert(1, "万辆", "vehicles")).toBe(10000);
    expect(convert(2.5, "GWh", "万千瓦时")).toBe(250);
    expect(convert(1, "t CO2e/MWh", "kg CO2e/kWh")).toBe(1);
  });

  it("takes each row's own units", () => {
    const from = column(["万辆", "万辆", "辆", "t"]);
    const to = column(["vehicles", "万辆", "万辆", "kg"]);
    expect(convert(column([2, 2, 2, 2]), from, to)).toEqual([[20000], [2], [0.0002], [2000]]);
  });

  it("gives back what went there and back", () => {
    const back = convert(convert(12.3, "亿元", "万元"), "万元", "亿元");
    expect(back).toBeCloseTo(12.3, 12);
  });

  it("spills over a column", () => {
    expect(convert(column([1, 20]), "%", "share")).toEqual([[0.01], [0.2]]);
    expect(convert(1, column(["万元", "亿元"]), "元")).toEqual([[1e4], [1e8]]);
  });

  it("refuses what is no unit, or measures another thing", () => {
    expect(refusal(convert(1, "apples", "t"))).toBe(
      "#VALUE! from must be a unit such as 10,000 vehicles or 亿元, not “apples”");
    expect(refusal(convert(1, "万辆", "万元"))).toBe("#VALUE! to measures another thing than “万辆”");
    expect(refusal(convert(1, "yuan", "euro"))).toMatch(/^#VALUE! to measures/);
  });
});
