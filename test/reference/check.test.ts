import { checkAll, checkPackage, type Finding } from "../../src/reference/check";
import type { DataPackage, Descriptor, Resource, WrittenRow } from "../../src/reference/descriptor";
import { packages } from "../../src/reference/packages";
import { schemas } from "../../src/reference/schemas";

const trade = packages.find(({ descriptor }) => descriptor.name === "trade")!;
const duties = trade.files["eu_cvd.csv"];

const check = (from: DataPackage, schema = schemas.trade): string[] =>
  checkPackage(from, schema).map(({ where, message }: Finding) => `${where}: ${message}`);

/** The trade package with another first row in its table of duties. */
const withRow = (change: Partial<Record<string, string>>): DataPackage => ({
  ...trade,
  files: { ...trade.files, "eu_cvd.csv": [{ ...duties[0], ...change } as WrittenRow, ...duties.slice(1)] },
});

const withDescriptor = (change: Partial<Descriptor>): DataPackage => ({
  ...trade,
  descriptor: { ...trade.descriptor, ...change },
});

const withTable = (change: Partial<Resource>): DataPackage => {
  const [first, ...others] = trade.descriptor.resources;
  return withDescriptor({ resources: [{ ...first, ...change }, ...others] });
};

describe("the data packages", () => {
  it("are sound", () => expect(checkAll()).toEqual([]));

  it("name their tables with words that a formula can carry", () => {
    for (const { descriptor } of packages) {
      for (const { name } of descriptor.resources) expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
    }
  });
});

describe("the check of a row notices", () => {
  it.each([
    ["an empty cell", { geography: "" }, "geography is empty"],
    ["a stray space", { key: "BYD " }, "key starts or ends with a space"],
    ["a formula", { note: "=1+1 verify before use" }, "note looks like a formula"],
    ["an unknown unit", { unit: "percent" }, "unit “percent” is not in the vocabulary"],
    ["an unknown place", { geography: "Utopia" }, "geography “Utopia” is not in the vocabulary"],
    [
      "a figure that was only remembered",
      { certainty: "recalled" },
      "certainty is no word for how sure a figure is",
    ],
    ["an unknown bound", { bound: "≪" }, "bound is not in the vocabulary"],
    ["a period of its own kind", { period: "last year" }, "period is not a period"],
    [
      "a date that is not ISO",
      { seen: "lexaris.io 30/10/2024" },
      "seen must name each text with its ISO date or “undated”",
    ],
    ["a number that is none", { value: "17 %" }, "value is not a number"],
    [
      "a text without its Chinese",
      { unit: "text", value: "seventeen" },
      "valueZh belongs to every text and to no number",
    ],
    [
      "a bounded text",
      { unit: "text", value: "many", valueZh: "很多", bound: ">" },
      "bound cannot bound a text",
    ],
    ["a note in one language", { noteZh: "" }, "noteZh must be said in both languages or in none"],
    [
      "a bound without its reason",
      { bound: ">", note: "", noteZh: "" },
      "note must say why the figure is bounded",
    ],
    [
      "a single source without its label",
      { certainty: "single source", note: "", noteZh: "" },
      "note must say why",
    ],
    [
      "a derivation without its arithmetic",
      { certainty: "derived", note: "Verify before use.", noteZh: "请核实。" },
      "note must state the arithmetic",
    ],
    [
      "a duty without its warning",
      { note: "Printed 17.0%.", noteZh: "原文为17.0%。" },
      "note of a duty must say: verify before use",
    ],
    ["a field of no table", { field: "rate" }, "field “rate” is not a field of the table"],
    [
      "a source that is not listed",
      { source: "reg-2754;hearsay" },
      "source “hearsay” is not a source of the package",
    ],
    [
      "an address that is there twice",
      { key: "Geely", keyZh: "吉利" },
      "key is there twice with this field and period",
    ],
  ])("%s", (_, change, message) => {
    expect(check(withRow(change)).join("\n")).toContain(
      `trade, eu_cvd.csv line ${message.startsWith("key is there") ? 3 : 2}: ${message}`,
    );
  });

  it("one key with two Chinese names", () => {
    const again = { ...duties[0], keyZh: "BYD汽车", period: "2023" };
    const faults = check({ ...trade, files: { ...trade.files, "eu_cvd.csv": [...duties, again] } });
    expect(faults).toEqual(["trade, eu_cvd.csv line 9: keyZh is “比亚迪” elsewhere"]);
  });

  it("other columns", () => {
    const short = Object.fromEntries(Object.entries(duties[0]).filter(([column]) => column !== "note"));
    expect(check({ ...trade, files: { ...trade.files, "eu_cvd.csv": [short] } })[0]).toContain(
      "must have the columns key, keyZh",
    );
  });

  it("a file without rows", () => {
    expect(check({ ...trade, files: { ...trade.files, "eu_cvd.csv": [] } })).toEqual([
      "trade, eu_cvd.csv line 1: has no rows",
    ]);
  });
});

describe("the check of a descriptor notices", () => {
  it.each([
    ["a missing title", { titleZh: "" }, "trade: titleZh is missing"],
    ["a missing version", { version: "" }, "trade: version is missing"],
    ["a name that is no folder", { name: "Trade Data" }, "Trade Data: its name must be lower case letters"],
    ["a date that is none", { checked: "2026-13-40" }, "trade: checked: “2026-13-40” is not an ISO date"],
    ["a missing licence", { licenses: [] }, "trade: has no licence"],
    [
      "a source in one language",
      { sources: [...trade.descriptor.sources, { id: "un", title: "UN", titleZh: "" }] },
      "trade: source un: titleZh is missing",
    ],
    [
      "a source listed twice",
      { sources: [...trade.descriptor.sources, trade.descriptor.sources[0]] },
      "trade: source reg-2754 is there twice",
    ],
  ])("%s", (_, change, message) => expect(check(withDescriptor(change))).toContain(message));

  it.each([
    ["a name with a hyphen", { name: "eu-cvd" }, "trade, EU-CVD: its name must be words joined by _"],
    ["a missing description", { descriptionZh: "" }, "trade, EU_CVD: descriptionZh is missing"],
    [
      "a field without a title",
      { fields: [{ name: "value", title: "Value", titleZh: "" }] },
      "trade, EU_CVD: value: titleZh is missing",
    ],
    [
      "a table without a schema",
      { schema: undefined },
      "trade, EU_CVD: must name schema.json as its schema",
    ],
    ["a file that is not there", { path: "gone.csv" }, "trade, EU_CVD: gone.csv is not there"],
    [
      "a note in one language",
      { notes: [{ en: "A note.", zh: "" }] },
      "trade, EU_CVD: a note is not in both languages",
    ],
    [
      "a header that structured references cannot name",
      { key: { name: "Maker (group)", title: "Maker", titleZh: "企业" } },
      "trade, EU_CVD: “Maker (group)” cannot be the header of a column",
    ],
    [
      "a header that is there twice",
      { key: { name: "Note", title: "Note", titleZh: "说明" } },
      "trade, EU_CVD: two columns have the header “Note”",
    ],
  ])("%s", (_, change, message) => expect(check(withTable(change))).toContain(message));

  it("a schema that is not that of the rows", () => {
    const message = "trade, schema.json: must list the columns of every table and its key";
    expect(check(trade, { fields: [{ name: "key" }], primaryKey: ["key"] })).toEqual([message]);
    expect(checkPackage(trade)).toEqual([{ where: "trade, schema.json", message: message.slice(20) }]);
  });
});
