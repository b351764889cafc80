import { row, shipped } from "./shipped";

/** What a row holds, as the texts write it: "<3", "~20", 0.17. */
function held(id: string, key: string, field: string, period?: string): string | number {
  const rows = shipped(id).rows.filter((each) => each.key.en === key && each.field.name === field);
  const found = rows.find((each) => !period || each.period === period);
  if (!found) throw new Error(`${key} ${field} ${period ?? ""} is not in ${id}`);
  const value = typeof found.value === "number" ? found.value : found.value.en;
  return found.bound ? found.bound + value : value;
}

describe("the paper on the six clusters", () => {
  // Sections 1.1 to 1.6 for the counts, 2.3 for the ratio of parts firms to vehicle output.
  it.each([
    ["Yangtze River Delta", 61, 5849, 11.2],
    ["Northeast", 20, 846, "<3"],
    ["Mid-Yangtze", 53, 2346, 8.06],
    ["Beijing-Tianjin-Hebei", 52, 1178, "<3"],
    ["Pearl River Delta", 28, 1275, "<3"],
    ["Chengdu-Chongqing", 45, 1398, 6.24],
  ])("counts the firms of %s", (cluster, vehicle, parts, ratio) => {
    expect(held("SIX_CLUSTERS", cluster, "vehicle_firms")).toBe(vehicle);
    expect(held("SIX_CLUSTERS", cluster, "parts_firms")).toBe(parts);
    expect(held("SIX_CLUSTERS", cluster, "printed_ratio")).toBe(ratio);
  });

  it("implies outputs that are parts firms over ratio, and bounds where the ratio is one", () => {
    for (const each of shipped("SIX_CLUSTERS").rows.filter(({ field }) => field.name === "implied_output")) {
      const [parts, ratio] = ["parts_firms", "printed_ratio"].map((field) =>
        Number(String(held("SIX_CLUSTERS", each.key.en, field)).replace("<", "")),
      );
      expect(each.value).toBeCloseTo(parts / ratio, 1);
      expect(each.bound).toBe(held("SIX_CLUSTERS", each.key.en, "printed_ratio") === "<3" ? ">" : "");
    }
  });

  it("has 259 vehicle firms and 12,892 parts firms in all", () => {
    const sum = (field: string): number =>
      shipped("SIX_CLUSTERS")
        .rows.filter((each) => each.field.name === field)
        .reduce((total, { value }) => total + Number(value), 0);
    expect(sum("vehicle_firms")).toBe(held("CLUSTER_FACTS", "Six clusters vehicle firms", "value"));
    expect(sum("parts_firms")).toBe(held("CLUSTER_FACTS", "Six clusters parts firms", "value"));
  });

  // Section 2.2, after OICA: 52% against 75%, 73%, 68% and 62%.
  it.each([
    ["China", 0.52],
    ["South Korea", 0.75],
    ["United States", 0.73],
    ["Japan", 0.68],
    ["Europe", 0.62],
  ])("quotes the utilisation of %s", (country, share) =>
    expect(held("CAPACITY_UTIL_OICA", country, "value")).toBe(share),
  );

  it("quotes a capacity of 48.0493 million light vehicles, so about 24.99 million made", () => {
    expect(held("CAPACITY_UTIL_OICA", "China capacity", "value")).toBe(48049300);
    expect(held("CAPACITY_UTIL_OICA", "China implied output", "value")).toBe(48049300 * 0.52);
  });

  // Section 2.2, after CAAM: 98 makers, over 50 below 1,000 a month, nearly 20 at none.
  it.each([
    ["automobile makers", 98],
    ["makers below 1,000 vehicles a month", ">50"],
    ["makers at zero output", "~20"],
    ["share below 1,000 vehicles a month", ">0.51"],
  ])("counts in 2021: %s", (key, value) =>
    expect(held("LOW_OUTPUT_MAKERS", key, "value", "2021")).toBe(value),
  );
});

describe("Anhui", () => {
  // Gasgoo: 1.503 million and 252,000 in 2021, 3.57 million and 1.684 million in 2024.
  it.each([
    ["Anhui vehicle output", "2021", 1503000],
    ["Anhui NEV output", "2021", 252000],
    ["Anhui vehicle output", "2024", 3570000],
    ["Anhui NEV output", "2024", 1684000],
  ])("%s in %s", (key, period, value) => expect(held("ANHUI", key, "value", period)).toBe(value));

  it("grew by 33.4% and 88.4% a year, the NEV share from 16.8% to 47.2%", () => {
    expect(held("ANHUI", "Anhui growth of vehicle output", "value")).toBeCloseTo(
      (3570 / 1503) ** (1 / 3) - 1,
      4,
    );
    expect(held("ANHUI", "Anhui growth of NEV output", "value")).toBeCloseTo((1684 / 252) ** (1 / 3) - 1, 4);
    expect(held("ANHUI", "Anhui NEV share of vehicle output", "value", "2021")).toBeCloseTo(252 / 1503, 4);
    expect(held("ANHUI", "Anhui NEV share of vehicle output", "value", "2024")).toBeCloseTo(1684 / 3570, 4);
  });

  it("has more than 100 bn yuan of exports and ranks first in 2025", () => {
    expect(held("ANHUI", "Anhui vehicle exports by value", "value")).toBe(">100");
    expect(held("ANHUI", "Anhui national rank in NEV output", "value", "2025")).toBe(1);
  });
});

describe("Henan", () => {
  // People's Daily Online, 12 Nov 2024.
  it.each([
    ["Henan vehicle makers", 17],
    ["Henan parts firms above designated size", ">600"],
    ["Henan NEV output target", ">1500000"],
    ["Henan NEV cluster target", 300],
    ["Henan growth of vehicle exports by value", 0.223],
    ["Henan growth of EV exports by value", 0.67],
    ["Henan component types among national leaders", ">10"],
  ])("%s", (key, value) => expect(held("HENAN", key, "value")).toBe(value));

  it("exported 23 bn yuan after 18.8 a year before, 5.2 of EVs after 3.1", () => {
    expect(held("HENAN", "Henan vehicle exports by value", "value", "2024-01..09")).toBe(23);
    expect(held("HENAN", "Henan vehicle exports by value", "value", "2023-01..09")).toBeCloseTo(
      23 / 1.223,
      3,
    );
    expect(held("HENAN", "Henan EV exports by value", "value", "2023-01..09")).toBeCloseTo(5.2 / 1.67, 3);
    expect(held("HENAN", "Henan EV contribution to export growth", "value")).toBeCloseTo(
      (5.2 - 5.2 / 1.67) / (23 - 23 / 1.223),
      3,
    );
  });

  it("made 401,000 NEVs in three quarters, and needed 2.8 times the year's pace to reach its target", () => {
    // en.dahe.cn, 18 Nov 2024, by its Chinese text.
    expect(held("HENAN", "Henan NEV output", "value")).toBe(401000);
    expect(held("HENAN", "Henan NEV output, pro rata", "value")).toBe(Math.round((401000 * 12) / 9));
    expect(held("HENAN", "Henan growth needed to reach the NEV target", "value")).toBe(">1.805");
    expect(row("HENAN", "Henan NEV output").note.en).toContain("mistranslation");
  });

  it("keeps the yuan of the cluster target and names the slip in the dollars", () => {
    expect(row("HENAN", "Henan NEV cluster target").note.en).toContain("a slip for billion");
  });
});

describe("the Hefei-NIO deal", () => {
  // Gasgoo for the money of 2019 and 2020, CnEVPost for the terms.
  it.each([
    ["strategic investment in NIO China", 7],
    ["NIO net loss", 11.4],
    ["NIO share price, low", 1.19],
    ["stake acquired", 0.241],
    ["repurchased 3.305%", 5.5],
    ["repurchased 1.418%", 2.5],
    ["redemption trigger: deliveries below", 20000],
    ["reported return", "<=5.5"],
  ])("%s", (key, value) => expect(held("CASE_NIO_HEFEI", key, "value")).toBe(value));

  it("took 64 days, where the article prints 65", () => {
    const days = (Date.UTC(2020, 3, 29) - Date.UTC(2020, 1, 25)) / 86_400_000;
    expect(held("CASE_NIO_HEFEI", "days from framework agreement to final deal", "value")).toBe(days);
    expect(row("CASE_NIO_HEFEI", "days from framework agreement to final deal").note.en).toContain(
      "prints 65 days",
    );
  });
});

describe("figures beyond the articles", () => {
  it.each([
    ["OICA_PRODUCTION", "China", "2024", 31281592],
    ["OICA_PRODUCTION", "World", "2020", 77438570],
    ["OICA_PRODUCTION", "Argentina", "2024", 506571],
    ["CAAM", "vehicle output", "2025", 34531000],
    ["CAAM", "NEV exports", "2025-01..10", 2010000],
    ["CAPACITY_UTIL_NBS", "automobile manufacturing", "2024", 0.722],
    ["CAPACITY_UTIL_NAMEPLATE", "all makers", "2024", 0.495],
    ["EU_CVD", "Geely", "from 2024-10-30", 0.188],
    ["EU_CVD", "Tesla (Shanghai)", "from 2024-10-30", 0.078],
    ["TARIFF_OTHER", "Canada quota rate", "2026-01", 0.061],
    ["CBAM_FREE_SHARE", "2034", "2034", 0],
    ["GRID_FACTOR", "Yunnan", "2022", 0.1073],
    ["DISCOUNT_RATE_UK", "years 31-75", "2025-12", 0.03],
    ["CASE_HOZON", "claims filed", "2025", 26.58],
    ["CASE_HOZON", "sales", "2024", 64549],
  ])("%s, %s, %s", (id, key, period, value) => expect(held(id, key, "value", period)).toBe(value));

  it("hold the limits of both merger guidelines and the range of the life-cycle study", () => {
    expect(["moderate_from", "high_above"].map((field) => held("HHI_THRESHOLD", "2023", field))).toEqual([
      1000, 1800,
    ]);
    expect(["moderate_from", "high_above"].map((field) => held("HHI_THRESHOLD", "2010", field))).toEqual([
      1500, 2500,
    ]);
    const lca = "BEV against gasoline car, China";
    expect(["low", "high"].map((field) => held("LCA", lca, field))).toEqual([-0.45, -0.37]);
  });

  it("leave out what was only remembered, superseded or translated by one text", () => {
    const absent = [
      ["CAAM", "NEV output", "2024"],
      ["CAAM", "NEV exports", "2023"],
      ["CBAM_FREE_SHARE", "2032", "2032"],
      ["CAPACITY_UTIL_NBS", "automobile manufacturing", "2025Q2"],
      ["GRID_FACTOR", "China", "2023"],
      ["PROVINCE_CITY", "Anhui vehicle output", "2025"],
    ];
    for (const [id, key, period] of absent)
      expect(() => held(id, key, "value", period)).toThrow("is not in");
    const duties = shipped("EU_CVD").rows.map(({ key }) => key.en);
    expect(duties.filter((key) => /provisional/i.test(key))).toEqual([]);
  });

  it("show sources that disagree side by side", () => {
    expect(row("TARIFF_OTHER", "Brazil SKD/CKD kits").note.en).toContain(
      "14%, 18% and 16%, or the rate on built-up cars",
    );
    expect(row("CASE_NIO_HEFEI", "strategic investment in NIO China").note.en).toContain("11.26 bn");
    expect(row("CASE_HOZON", "sales", "2022").note.en).toContain("152,100");
  });
});
