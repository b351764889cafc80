import { tables } from "../../src/reference";
import { wide, type Cell } from "../../src/reference/wide";
import { shipped } from "./shipped";

/** The cells of one line by header. */
function line(id: string, key: string): Record<string, Cell> {
  const { columns, rows } = wide(shipped(id), "en");
  const cells = rows.find(([first]) => first === key) ?? [];
  return Object.fromEntries(columns.map(({ header }, i) => [header, cells[i]]));
}

const notes = (id: string): string =>
  wide(shipped(id), "en")
    .notes.map(({ en }) => en)
    .join("\n");

describe("the six clusters on a sheet", () => {
  it("show each cluster in one line, with what is derived and inferred named in the header", () => {
    // Ledger 1.4: 61 vehicle firms, 5,849 parts firms, 11.2, 522.2, 95.9; period not stated.
    expect(line("SIX_CLUSTERS", "Yangtze River Delta")).toMatchObject({
      Members: "Shanghai, Jiangsu, Zhejiang, Anhui",
      Vehicle_firms: 61,
      Parts_firms: 5849,
      Printed_ratio: 11.2,
      Implied_output_derived: 522.2,
      Parts_per_vehicle_firm_derived: 95.9,
      Definition_inferred: "parts firms above designated size per 10,000 vehicles made in a year",
      Period: "not stated",
      Certainty: "as printed",
    });
  });

  it("keep a bound as text, so that no sum takes it for a figure", () => {
    expect(line("SIX_CLUSTERS", "Northeast")).toMatchObject({
      Printed_ratio: "<3",
      Implied_output_derived: ">282",
    });
  });

  it("put the names right and say what was printed", () => {
    expect(line("SIX_CLUSTERS", "Beijing-Tianjin-Hebei").Printed_name).toBe(
      "Area of Beijing ferry look forward to",
    );
    expect(notes("SIX_CLUSTERS")).toContain("“Chongqing of Sichuan” is Chengdu-Chongqing");
  });

  it("are there in Chinese under the same headers", () => {
    const [en, zh] = (["en", "zh"] as const).map((language) => wide(shipped("SIX_CLUSTERS"), language));
    expect(zh.columns).toEqual(en.columns);
    expect(zh.rows[0].slice(0, 4)).toEqual([
      "长三角",
      "Yangtze River Delta region",
      "上海、江苏、浙江、安徽",
      61,
    ]);
  });
});

describe("a table on a sheet", () => {
  it("has a unit for each column of one unit, and a unit column where they are mixed", () => {
    const { columns } = wide(shipped("OICA_PRODUCTION"), "en");
    expect(columns[1]).toEqual({
      field: "value",
      header: "Value",
      title: { en: "Value", zh: "数值" },
      unit: { en: "vehicles", zh: "辆" },
    });
    expect(columns.map(({ header }) => header)).not.toContain("Unit");
    expect(line("CASE_NIO_HEFEI", "stake acquired")).toMatchObject({ Value: 0.241, Unit: "share" });
  });

  it("has years as numbers when all its periods are years", () => {
    expect(line("OICA_PRODUCTION", "China").Period).toBe(2024);
    expect(line("EU_CVD", "MFN duty on cars").Period).toBe("2024");
  });

  it("formats numbers by their unit and texts as text, so that 2020-04 stays what it is", () => {
    const { columns, rows, formats } = wide(shipped("CASE_NIO_HEFEI"), "en");
    const at = (header: string): number => columns.findIndex((column) => column.header === header);
    const i = rows.findIndex(([key]) => key === "stake acquired");
    expect([rows[i][at("Period")], formats[i][at("Period")]]).toEqual(["2020-04", "@"]);
    expect([rows[i][at("Value")], formats[i][at("Value")]]).toEqual([0.241, "0.0%"]);
  });

  it("shows an inferred figure as inferred", () => {
    const { Value, Certainty } = line(
      "CLUSTER_FACTS",
      "Yangtze River Delta industrial parks above 10 bn yuan",
    );
    expect([Value, Certainty]).toEqual(["inferred >100", "inferred"]);
  });

  it("labels a single source", () => {
    expect(line("CAPACITY_UTIL_NBS", "automobile manufacturing").Certainty).toBe("single source");
    expect(notes("CAPACITY_UTIL_NBS")).toContain("single source = one secondary text only");
  });

  it("says beside it why 49.5% and 72.2% are both right", () => {
    for (const id of ["CAPACITY_UTIL_NBS", "CAPACITY_UTIL_NAMEPLATE", "CAPACITY_UTIL_OICA"]) {
      expect(notes(id)).toContain("49.5% (nameplate) and 72.2% (NBS) are both right");
    }
  });

  it.each([
    ["EU_CVD", "the duties are countervailing"],
    ["TARIFF_OTHER", "Verify before use"],
    ["CASE_NIO_HEFEI", "65 days from framework to final deal; 64 days went by"],
    ["HENAN", "a slip for billion"],
    ["HHI_THRESHOLD", "Never a limit for the fragility of a city"],
    ["CBAM_SCOPE", "Vehicles are not covered"],
  ])("%s states its correction or caution", (id, text) => expect(notes(id)).toContain(text));
});

describe("every table on a sheet", () => {
  const all = tables.flatMap((table) => (["en", "zh"] as const).map((language) => wide(table, language)));

  it("is a full rectangle with as many formats as cells", () => {
    for (const { columns, rows, formats } of all) {
      for (const cells of [...rows, ...formats]) expect(cells).toHaveLength(columns.length);
      expect(formats).toHaveLength(rows.length);
    }
  });

  it("has a name and headers that structured references can carry", () => {
    for (const { name, columns } of all) {
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      for (const { header } of columns) expect(header).toMatch(/^[A-Za-z0-9]+(_[A-Za-z0-9]+)*$/);
      expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(tables.length);
  });

  it("holds numbers and texts only, and no text that would be a formula", () => {
    for (const cell of all.flatMap(({ rows }) => rows.flat())) {
      expect(typeof cell === "string" || Number.isFinite(cell)).toBe(true);
      expect(String(typeof cell === "string" ? cell : "")).not.toMatch(/^[=+\-@]/);
    }
  });

  it("gives period, place, source, where and when it was seen, and certainty in every line", () => {
    for (const { columns, rows } of all) {
      for (const header of ["Period", "Geography", "Source", "Seen", "Checked", "Certainty"]) {
        const at = columns.findIndex((column) => column.header === header);
        for (const cells of rows) expect(cells[at]).not.toBe("");
      }
    }
  });

  it("holds every row of the table once", () => {
    for (const table of tables) {
      const { rows } = wide(table, "en");
      const lines = new Set(table.rows.map(({ key, period }) => `${key.en}|${period}`));
      expect(rows).toHaveLength(lines.size);
    }
  });
});
