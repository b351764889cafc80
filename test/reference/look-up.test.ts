import { Refusal } from "../../src/refusal";
import { lookUp, rowsOn, table, tables } from "../../src/reference";
import { isLimit } from "../../src/reference/vocabulary";
import { given, shipped, why } from "./shipped";

describe("a look-up", () => {
  it("finds a value by table and key", () => expect(given("EU_CVD", "BYD")).toBe(0.17));

  it("knows a table and a key in any case, a key in Chinese too", () => {
    expect(given("eu_cvd", " byd ")).toBe(0.17);
    expect(given("EU_CVD", "比亚迪")).toBe(0.17);
    expect(given("SIX_CLUSTERS", "长三角", "parts_firms")).toBe(5849);
  });

  it("knows a field by its name and by its title in both languages", () => {
    for (const field of ["parts_firms", "Parts firms", "PARTS FIRMS", "零部件企业"]) {
      expect(given("SIX_CLUSTERS", "Northeast", field)).toBe(846);
    }
  });

  it("gives the latest period unless told another, which a cell may hold as a number", () => {
    expect(given("GRID_FACTOR", "China")).toBe(0.5366);
    expect(given("GRID_FACTOR", "China", "value", 2021)).toBe(0.5568);
    expect(given("GRID_FACTOR", "China", "", "2021")).toBe(0.5568);
    expect(given("CBAM_FREE_SHARE", 2026)).toBe(0.975);
  });

  it("gives the whole year before the quarter that ends with it", () => {
    expect(given("CAPACITY_UTIL_NBS", "automobile manufacturing")).toBe(0.722);
    expect(given("CAPACITY_UTIL_NBS", "automobile manufacturing", "value", "2024q4")).toBe(0.772);
  });

  it("finds a row that stands in two tables in both", () => {
    expect(given("ANHUI", "Anhui NEV output", "value", "2024")).toBe(1684000);
    expect(given("PROVINCE_CITY", "Anhui NEV output", "value", "2024")).toBe(1684000);
  });

  it("gives texts as texts", () =>
    expect(given("SIX_CLUSTERS", "Northeast", "members")).toBe("Jilin, Liaoning, Heilongjiang"));
});

describe("a look-up of what is not there", () => {
  it("is #N/A", () => {
    expect(given("EU_CVD", "BYDD")).toBe("#N/A");
    expect(given("EU_CVD", "BYD", "rate")).toBe("#N/A");
    expect(given("EU_CVD", "BYD", "value", 2019)).toBe("#N/A");
    expect((table("NO_SUCH") as Refusal).code).toBe("#N/A");
  });

  it("names near tables, by their names and titles", () => {
    expect((table("EUCVD") as Refusal).message("en")).toBe(
      "table “EUCVD” is no reference table; nearest: EU_CVD (EU countervailing duties on Chinese BEVs)",
    );
    expect((table("反补贴") as Refusal).message("zh")).toBe(
      "table “反补贴”不是参考数据表；相近的有：EU_CVD（欧盟对华纯电动汽车反补贴税）",
    );
  });

  it("names near keys, in both languages", () => {
    expect(why("EU_CVD", "BYDD")).toBe("key “BYDD” is not in EU_CVD; nearest: BYD");
    expect(why("EU_CVD", "比亚", undefined, undefined, "zh")).toBe(
      "key “比亚”不在 EU_CVD 中；相近的有：比亚迪",
    );
  });

  it("lists the keys there are when none is near", () => {
    expect(why("TARIFF_OTHER", "Volkswagen")).toBe(
      "key “Volkswagen” is not in TARIFF_OTHER; there are: " +
        "Canada surtax on Chinese EVs, Canada quota rate, Brazil BEV (CBU), Brazil SKD/CKD kits",
    );
  });

  it("lists the fields and the periods there are", () => {
    expect(why("HHI_THRESHOLD", "2023")).toBe(
      "field “value” is not there for “2023”; there are: moderate_from, high_above",
    );
    expect(why("GRID_FACTOR", "China", "value", 2019)).toContain(
      "period “2019” is not there for “China”; there are: 2022, 2021",
    );
  });

  it("never falls back on another period, field or key", () => {
    expect(given("CAAM", "NEV output", "value", "2024")).toBe("#N/A");
    expect(given("CBAM_FREE_SHARE", "2032")).toBe("#N/A");
  });
});

describe("a number that is only a bound", () => {
  it("is refused, with what is known", () => {
    expect(given("SIX_CLUSTERS", "Pearl River Delta", "printed_ratio")).toBe("#N/A");
    expect(why("HENAN", "Henan parts firms above designated size")).toBe(
      "key “Henan parts firms above designated size” is only known to be more than 600 firms; " +
        "ask for the field “lower_bound”",
    );
    expect(why("HENAN", "河南规模以上零部件企业", undefined, undefined, "zh")).toBe(
      "key “河南规模以上零部件企业”仅知大于 600 家；可改用字段“lower_bound”",
    );
  });

  it("is given when it is asked for as a bound", () => {
    expect(given("HENAN", "Henan parts firms above designated size", "lower_bound")).toBe(600);
    expect(given("SIX_CLUSTERS", "Pearl River Delta", "printed_ratio_upper_bound")).toBe(3);
    expect(given("SIX_CLUSTERS", "Pearl River Delta", "Implied output lower bound")).toBe(425);
    expect(given("CASE_NIO_HEFEI", "reported return", "upper_bound")).toBe(5.5);
  });

  it("is no bound on the other side, and a value is no bound", () => {
    expect(given("HENAN", "Henan parts firms above designated size", "upper_bound")).toBe("#N/A");
    expect(given("EU_CVD", "BYD", "lower_bound")).toBe("#N/A");
  });

  it("is not what is only rounded: nearly 2.5 million", () => {
    expect(given("PROVINCE_CITY", "Chongqing vehicle output")).toBe(2500000);
  });

  it("never leaves as a value, whatever the table", () => {
    for (const { id, rows } of tables) {
      for (const row of rows.filter(({ bound }) => isLimit(bound))) {
        expect(given(id, row.key.en, row.field.name, row.period)).toBe("#N/A");
      }
    }
  });
});

describe("what is inferred", () => {
  it("is refused as unverified, and is there to be read", () => {
    expect(why("SIX_CLUSTERS", "Northeast", "definition")).toContain(
      "is a reading of ours (inferred), not verified",
    );
    expect(
      given("CLUSTER_FACTS", "Yangtze River Delta industrial parks above 10 bn yuan", "lower_bound"),
    ).toBe("#N/A");
    expect(rowsOn(shipped("SIX_CLUSTERS"), "Northeast")).toHaveLength(8);
  });
});

describe("every row that may be handed out", () => {
  it("is found by its own address, in English and in Chinese", () => {
    for (const each of tables) {
      for (const row of each.rows.filter(
        ({ bound, certainty }) => !isLimit(bound) && certainty !== "inferred",
      )) {
        expect(lookUp(each, row.key.en, row.field.name, row.period)).toBe(row);
        expect(lookUp(each, row.key.zh, row.field.title.zh, row.period)).toBe(row);
      }
    }
  });
});
