import { catalogue, find, unitWarnings, type StatedArgument } from "../../src/functions";
import { unitIn, units } from "../../src/reference";

interface Written {
  readonly heading?: string;
  readonly numbers: readonly number[];
}

const cells = (heading: string, ...numbers: number[]): Written => ({ heading, numbers });

const argument = (written: Written | number | undefined): StatedArgument =>
  typeof written === "object"
    ? { stated: unitIn(written.heading ?? ""), numbers: written.numbers, isLiteral: false }
    : { numbers: written === undefined ? [] : [written], isLiteral: true };

const factors = (name: string, ...args: (Written | number | undefined)[]) =>
  unitWarnings(find(name)!, Object.keys(find(name)!.parameters).map((_, i) => argument(args[i]))).map((warning) =>
    warning && (warning.factor ?? "other"));

const warned = (name: string, ...args: (Written | number | undefined)[]) =>
  factors(name, ...args).filter((factor) => factor !== undefined);

describe("the units of a call", () => {
  it("are declared for every number that goes in or comes out", () => {
    for (const { name, parameters, returns } of catalogue) {
      for (const [parameter, { type, unit }] of Object.entries({ ...parameters, returns })) {
        const isKnown = type === "number" ? Object.hasOwn(units, unit ?? "") : unit === undefined;
        expect([name, parameter, isKnown]).toEqual([name, parameter, true]);
      }
    }
  });

  it("are 10,000 vehicles where vehicles are meant", () => {
    expect(factors("LOW_OUTPUT_SHARE", cells("月产量（万辆）", 0.02, 3))).toEqual([1e4, undefined]);
    expect(factors("PARTS_RATIO", cells("企业数（家）", 600), cells("产量（万辆）", 200))).toEqual([undefined, 1e4, undefined]);
  });

  it("may be any, as long as all numbers of a kind share one", () => {
    expect(warned("CAPACITY_UTIL", cells("产量（万辆）", 80), cells("产能（万辆）", 100))).toEqual([]);
    expect(warned("CAPACITY_UTIL", cells("产量（万辆）", 80), cells("产能（辆）", 1e6))).toEqual([1e4]);
    expect(warned("CAPACITY_UTIL", cells("产量（万辆）", 80), cells("产能", 100))).toEqual([1e4]);
    expect(warned("IDLE_CAPACITY", cells("产量（万辆）", 80), 100)).toEqual([]);
    expect(warned("PARTS_RATIO", cells("家", 600), cells("产量（万辆）", 200), 1)).toEqual([]);
  });

  it("must fit where one is made of two others", () => {
    const [fixed, price, cost] = [cells("亿元", 30), cells("万元/辆", 15), cells("万元/辆", 13)];
    expect(warned("BREAKEVEN_UTIL", fixed, price, cost, cells("辆", 2e5))).toEqual([1e-4, 1e-4]);
    expect(warned("BREAKEVEN_UTIL", fixed, price, cost, cells("万辆", 20))).toEqual([]);
  });

  it("must not mix 万元 and 亿元", () => {
    expect(factors("FISCAL_EXPOSURE", cells("亿元", 2), cells("万元", 15000), cells("亿元", 3), cells("亿元", 25)).slice(0, 4))
      .toEqual([1e8, 1e4, 1e8, 1e8]);
    expect(warned("FISCAL_EXPOSURE", cells("亿元", 2), cells("亿元", 1.5), cells("亿元", 3), cells("亿元", 25))).toEqual([]);
  });

  it("must not mix currencies, people and vehicles, or the units of two sides of a comparison", () => {
    expect(warned("LOCAL_SOURCING", cells("万元", 2), cells("万欧元", 3))).toEqual(["other"]);
    expect(warned("IDLE_CAPACITY", cells("人", 2), cells("辆", 3))).toEqual(["other"]);
    expect(warned("CAGR_RATE", cells("万辆", 150), cells("辆", 3570000), 3)).toEqual([1e-4]);
  });

  it("are shares where 12 is given for 0.12", () => {
    expect(warned("IDLE_CAPACITY", 5, 10, 80)).toEqual([0.01]);
    expect(warned("PRIOR_VALUE", 23, 22.3)).toEqual([0.01]);
    expect(warned("PRIOR_VALUE", 23, 1.2)).toEqual([]);
    expect(warned("GUARANTEE_LOSS", 1000, 8, 0.6)).toEqual([0.01]);
    expect(warned("LANDED_COST", 20000, cells("关税（%）", 10))).toEqual([0.01]);
    expect(warned("LANDED_COST", 20000, cells("关税（%）", 0.1))).toEqual([]);
  });

  it("are months where years are given", () => {
    expect(warned("GUARANTEE_LOSS", 1000, 0.08, 0.6, cells("期限（月）", 36))).toEqual([1 / 12].map((x) => Number(x.toPrecision(12))));
  });

  it("tell a percentage in round numbers: 4.35 is 435 %, though 4.35 × 100 is 434.99999999999994", () => {
    const [, , share] = unitWarnings(find("IDLE_CAPACITY")!, [argument(5), argument(10), argument(4.35)]);
    expect(share).toEqual({
      text: {
        en: "A share is meant: 4.35 is 435 %. If 4.35 % is meant, divide by 100.",
        zh: "此处应为比例：4.35 即 435%。若实为 4.35%，请除以 100。",
      },
      factor: 0.01,
    });
  });

  it("are not shares in percent where even a percentage cannot be that large", () => {
    expect(warned("GUARANTEE_LOSS", 1000, 100, 0.6)).toEqual([0.01]);
    expect(warned("GUARANTEE_LOSS", 1000, 101, 0.6)).toEqual([]);
  });

  it("are told in words with what to do", () => {
    const [warning] = unitWarnings(find("LOW_OUTPUT_SHARE")!, [argument(cells("月产量（万辆）", 3))]);
    expect(warning!.text).toEqual({
      en: "Its heading says “万辆”; vehicles a month are meant: multiply by 10,000, or give all such numbers in one unit.",
      zh: "其标题单位为“万辆”，此处应为辆/月：请乘以 10,000，或使同类数据单位一致。",
    });
    const [, capacity] = unitWarnings(find("CAPACITY_UTIL")!, [argument(cells("万辆", 80)), argument(cells("辆", 1e6))]);
    expect(capacity).toBeUndefined();
    const [made] = unitWarnings(find("CAPACITY_UTIL")!, [argument(cells("辆", 8e5)), argument(cells("万辆", 100))]);
    expect(made).toBeUndefined();
  });
});
