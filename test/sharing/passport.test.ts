import { passportOf, questionNames } from "../../src/sharing/passport";
import { answersIn, passportXml } from "../../src/sharing/passport-record";
import { answersOn, passportIn, passportSheet, withPassport } from "../../src/sharing/passport-sheet";
import { registerXml } from "../../src/sharing/data/register";
import { readWorkbook, writeWorkbook } from "../../src/xlsx";
import type { SheetContent } from "../../src/xlsx/content";
import { sheet, workbook } from "./sheets";

const content = workbook(
  sheet("Model", {
    A1: "Output (source: plan)", B1: 80, B2: "=POLICY.HHI_INDEX(B1:B1)", B3: "=POLICY.HHI_INDEX(B1)+POLICY.REF_VALUE(\"EU_CVD\",\"BYD\")",
    A5: "GRID_FACTOR", B5: "=POLICY.REF_SOURCE(A5,\"x\")", B6: { error: "#N/A" },
  }),
  sheet("Old", {}, { hidden: true }),
);
const made = passportOf(content, { purpose: "Which plant closes?", signedOn: "2026-11-30" }, "1.2.3");
const textsOf = ({ cells }: SheetContent): string => cells.map(({ value }) => String(value)).join("\n");

describe("a passport", () => {
  it("names the functions that calculate the model, with their sources, and how often", () => {
    expect(made.methods.map(({ definition: { name }, cells, first }) => [name, cells, first])).toEqual([
      ["HHI_INDEX", 2, "Model!B2"], ["REF_VALUE", 1, "Model!B3"], ["REF_SOURCE", 1, "Model!B5"],
    ]);
  });

  it("names the reference tables it reads, by text or by a cell, with their version", () => {
    expect(made.data.map(({ id }) => id)).toEqual(["EU_CVD", "GRID_FACTOR"]);
    expect(made.data.every(({ version }) => version !== "")).toBe(true);
  });

  it("names the data that stand in the workbook, bundled and the user's own", () => {
    const row = { key: "BYD", period: "2024", cells: ["BYD", 0.17] };
    const registered = {
      id: "EU_CVD", version: "2025.9", name: "Duties", form: "table", language: "en", inserted: "2026-01-01",
      headers: ["Maker", "Value"], rows: [row],
    } as const;
    const own = { name: "Plants", title: "Plants of the city", source: "survey", origin: "a.csv", inserted: "2026-02-03", columns: [] };
    const customXml = [registerXml({ sources: "", tables: [registered], own: [own] })];
    const { data } = passportOf({ ...workbook(sheet("Model", {})), customXml }, {}, "1.2.3");
    expect(data.map(({ id, version, title: { en } }) => [id, version, en])).toEqual([
      ["EU_CVD", "2025.9", expect.any(String)], ["Plants", "2026-02-03", "Plants of the city"],
    ]);
  });

  it("says what our functions have to say about their results", () => {
    const model = sheet("Model", { A1: 9, B1: 8, C1: "=POLICY.CAPACITY_UTIL(A1,B1)", C2: "=POLICY.CAPACITY_UTIL(1,2)" });
    const { guards } = passportOf(workbook(model), {}, "1");
    // 9 / 8 is above 1, 1 / 2 is not.
    expect(guards.map(({ definition: { name }, cells, first }) => [name, cells, first])).toEqual([["CAPACITY_UTIL", 1, "Model!C1"]]);
  });

  it("counts what the check finds", () => {
    expect(made).toMatchObject({ errors: 1, sheets: [{ name: "Model", formulas: 3 }, { name: "Old", hidden: true }] });
  });

  it("asks on its sheet for what is not answered, in each language", () => {
    expect(textsOf(passportSheet(made, ["en"]))).toContain("Which place, industry and years; what is left out?");
    const both = textsOf(passportSheet(made, ["zh", "en"]));
    expect(both).toContain("用途\nPurpose");
    expect(both).toContain("Hirschman (1964)");
  });

  it.each([["en"], ["zh"], ["zh", "en"]] as const)("reads answers back from its sheet (%s)", (...languages) => {
    const written = passportSheet(made, languages);
    expect(answersOn(written)).toEqual(made.answers);
    const row = written.cells.find(({ value }) => String(value).match(/Owner|责任人/))!.row;
    const cells = written.cells.map((cell) =>
      cell.row === row && cell.column === 1 ? { ...cell, value: "发展改革委" } : cell);
    expect(answersOn({ ...written, cells })).toEqual({ ...made.answers, owner: "发展改革委" });
  });

  it("takes a day that Excel made a number of for that day", () => {
    // Excel's serial number of 30 November 2026 is 46356.
    const written = passportSheet(made, ["en"]);
    const row = written.cells.find(({ value }) => value === "Signed on")!.row;
    const cells = written.cells.map((cell) =>
      cell.row === row && cell.column === 1 ? { ...cell, value: 46356 } : cell);
    expect(answersOn({ ...written, cells }).signedOn).toBe("2026-11-30");
  });

  it("keeps the answers for programs too", () => {
    expect(answersIn([passportXml(made)])).toEqual(made.answers);
    expect(questionNames.every((name) => passportXml(made).includes(`question="${name}"`))).toBe(true);
  });

  it("stands in front of the workbook once, however often it is made, and in its file", async () => {
    const once = withPassport(content, made, ["en"]);
    const twice = withPassport(once, passportOf(once, { ...made.answers, owner: "Li" }, "1.2.3"), ["en"]);
    expect(twice.sheets.map(({ name }) => name)).toEqual(["Model passport", "Model", "Old"]);
    expect(twice.customXml).toHaveLength(1);
    const back = await readWorkbook(await writeWorkbook(twice));
    expect(answersOn(passportIn(back.content.sheets)!)).toMatchObject({ owner: "Li", purpose: "Which plant closes?" });
  });
});
