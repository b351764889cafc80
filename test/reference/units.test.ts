import { measureOf, mixedUnits, unitFault, unitIn, units } from "../../src/reference";
import { conversion } from "../../src/reference";

const factor = (from: string, to: string): number | undefined => conversion(measureOf(from)!, measureOf(to)!);

describe("a unit", () => {
  it.each([
    ["万辆", "vehicles", 1e4],
    ["10,000 vehicles", "辆", 1e4],
    ["亿元", "万元", 1e4],
    ["bn yuan", "亿元", 10],
    ["百万美元", "US dollars", 1e6],
    ["%", "share", 0.01],
    ["万人", "people", 1e4],
    ["万吨", "kg", 1e7],
    ["GWh", "万千瓦时", 100],
    ["亿度", "GWh", 100],
    ["辆/月", "vehicles a year", 12],
    ["months", "years", 1 / 12],
    ["tCO₂e", "kg CO2", 1000],
    ["吨二氧化碳/吨", "kg CO2e/kg", 1],
    ["kg CO2 per kWh", "t CO2/MWh", 1],
    ["家/万辆年产量", "firms per 10,000 vehicles a year", 1],
    ["元/辆", "万元/辆", 1e-4],
    ["kWh/100 km", "千瓦时/公里", 0.01],
    ["euros a t CO2e", "euros per t CO2e", 1],
  ])("%s is so many %s", (from, to, expected) => expect(factor(from, to)).toBeCloseTo(expected, 9));

  it.each([["万辆", "万元"], ["yuan", "euro"], ["t", "tCO2"], ["years", "share"], ["日元", "元"]])(
    "leads no way from %s to %s",
    (from, to) => expect(factor(from, to)).toBeUndefined(),
  );

  it.each(["", "0", "0 vehicles", "万", "million", "10,000", "apples", "per vehicle /", "元辆", "年份", "vehicle maker group"])(
    "is not read from “%s”",
    (text) => expect(measureOf(text)).toBeUndefined(),
  );

  it("means the same in the vocabulary of data in English, in Chinese and by name", () => {
    for (const [name, { en, zh }] of Object.entries(units)) {
      const [named, english, chinese] = [name, en.split(", in")[0]!, zh.split("，币种")[0]!].map(measureOf);
      if (named && english) expect([name, english]).toEqual([name, named]);
      if (named && chinese) expect([name, chinese]).toEqual([name, named]);
    }
  });

  it("is known for whatever is measured", () => {
    const unread = Object.keys(units).filter((name) => !measureOf(name)).sort();
    expect(unread).toEqual(
      ["HHI points", "ad valorem", "any unit", "chains", "cities", "clusters", "creditors", "multiple", "number", "parks",
        "parts firms per vehicle firm", "piles", "projects", "rank", "same unit", "text", "types", "unit not stated"],
    );
  });
});

describe("a heading", () => {
  it.each([
    ["产量（万辆）", "万辆"],
    ["Output, 10,000 vehicles", "10,000 vehicles"],
    ["Output (10k vehicles)", "10k vehicles"],
    ["财政收入(亿元)", "亿元"],
    ["Revenue [bn yuan]", "bn yuan"],
    ["单位：万元", "万元"],
    ["投资额，单位:亿元", "亿元"],
    ["Sales in million vehicles", "million vehicles"],
    ["利用率（%）", "%"],
    ["同比增速%", "%"],
    ["年末就业人数（万人）", "万人"],
    ["GDP亿元", "亿元"],
    ["Vehicles", "Vehicles"],
    ["产能（含在建）（万辆/年）", "万辆/年"],
    ["用电量（亿kWh）", "亿kWh"],
    ["Workers, 10,000 persons", "10,000 persons"],
    ["千克二氧化碳当量／千瓦时", "千克二氧化碳当量／千瓦时"],
  ])("“%s” states %s", (text, unit) => expect(unitIn(text)?.text).toBe(unit));

  it.each(["", "企业", "产量", "Plant (Hefei)", "2024年", "Region, province", "2024", "OEM"])("“%s” states none", (text) =>
    expect(unitIn(text)).toBeUndefined(),
  );
});

describe("a stated unit", () => {
  const fault = (meant: string, stated: string) => unitFault(measureOf(meant)!, measureOf(stated)!);

  it("is the one that is meant, or a factor away, or another thing", () => {
    expect(fault("vehicles", "辆")).toEqual({ kind: "same" });
    expect(fault("vehicles", "万辆")).toEqual({ kind: "scale", factor: 1e4 });
    expect(fault("share", "%")).toEqual({ kind: "scale", factor: 0.01 });
    expect(fault("vehicles", "万元")).toEqual({ kind: "other" });
  });

  it("may leave out that it is one of a year", () => {
    expect(fault("vehicles/yr", "万辆")).toEqual({ kind: "scale", factor: 1e4 });
    expect(fault("vehicles/month", "辆")).toEqual({ kind: "same" });
    expect(fault("vehicles/yr", "辆/月")).toEqual({ kind: "scale", factor: 12 });
    expect(fault("per year", "%")).toEqual({ kind: "scale", factor: 0.01 });
    expect(fault("years", "%")).toEqual({ kind: "other" });
  });

  it("of a length of time may say within what: 250 days a year are 250 days, and 21 days a month 12 × 21", () => {
    expect(fault("days", "days a year")).toEqual({ kind: "same" });
    expect(fault("days", "天每年")).toEqual({ kind: "same" });
    expect(fault("days", "天/月")).toEqual({ kind: "scale", factor: 12 });
    expect(fault("days", "share")).toEqual({ kind: "other" });
  });

  it("may be of any currency where money is meant, but not of two", () => {
    expect(fault("money", "欧元")).toEqual({ kind: "same" });
    expect(fault("money/vehicle", "万元/辆")).toEqual({ kind: "scale", factor: 1e4 });
    expect(fault("yuan", "euro")).toEqual({ kind: "other" });
  });

  it("is told where it does not go with what it is added to", () => {
    const stated = ["亿元", "万元", "亿元", "bn yuan"].map((text) => unitIn(text)!);
    expect(mixedUnits(stated).map(({ text }) => text)).toEqual(["万元", "bn yuan"]);
    expect(mixedUnits([])).toEqual([]);
  });
});
