import { insertTemplate } from "../../src/actions/insert-template";
import { readLoss, readTemplates, removeTemplate } from "../../src/actions/remove-template";
import { layOut, templates, type Template } from "../../src/templates";
import { contentOf, failingAt, openDesk, sheetNames, supports, valuesAt, write } from "./excel-desk";

jest.setTimeout(60_000);

const made = openDesk();
const template = templates.find(({ id }) => id === "capacity-audit")!;
const placed = layOut(template, "en");
const sheets = placed.sheets.map(({ name }) => name);

afterEach(() => jest.restoreAllMocks());

const names = (): string[] => contentOf(made).names.map(({ name }) => name);

const insert = (which: Template = template) => insertTemplate(which, "en", supports);

const checksPass = async (sheet: string): Promise<unknown> => {
  const at = placed.places.get("checks_pass")!;
  const [[value]] = await valuesAt(made, sheet, `B${at.row + 1}`);
  return value;
};

describe("inserting a template", () => {
  it("adds its sheets behind the others, with names, tables and formulas that calculate", async () => {
    const told: string[] = [];
    const result = await insertTemplate(template, "en", supports, (done, of) => told.push(`${done}/${of}`));
    expect(result).toEqual({ title: "Capacity audit", sheets, leftOut: [] });
    expect(await sheetNames(made)).toEqual(["Sheet1", ...sheets]);
    expect(told.at(-1)).toBe("9/9");
    expect(names()).toEqual(expect.arrayContaining(placed.names.map(({ name }) => name)));
    const tables = contentOf(made).sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name));
    expect(tables).toEqual(["cap_plants", "cap_benchmarks"]);
    expect(await checksPass(sheets[3]!)).toBe(true);
  });

  it("puts everything where the layout says", async () => {
    await insert();
    const content = contentOf(made);
    expect(placed.sheets.flatMap(({ charts }) => charts)).toHaveLength(2);
    for (const sheet of placed.sheets) {
      const held = content.sheets.find(({ name }) => name === sheet.name)!;
      const inCells = new Map(held.cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
      for (const { row, column, value, formula } of sheet.cells.filter((cell) => cell.formula || cell.value !== "")) {
        const found = inCells.get(`${row}:${column}`);
        const said = { row, column, content: found?.formula ?? found?.value };
        expect(said).toEqual({ row, column, content: formula ?? value });
      }
      expect(held.charts ?? []).toHaveLength(sheet.charts.length);
      expect(held.validations ?? []).toHaveLength(sheet.validations.length);
      expect(held.conditionalFormats ?? []).toHaveLength(sheet.rules.length);
      expect(held.merges).toEqual(sheet.merges);
    }
  });

  it("stands beside itself under other names", async () => {
    await insert();
    const { sheets: second } = await insert();
    expect(second).toEqual(sheets.map((name) => `${name} (2)`));
    expect(await checksPass(second[3]!)).toBe(true);
    expect(names()).toContain("cap2_days");
  });

  it.each([3, 7, 11])("leaves the workbook as it was when request %i fails", async (number) => {
    const before = contentOf(made);
    failingAt(number, true);
    await expect(insert()).rejects.toMatchObject({ what: expect.anything() });
    jest.restoreAllMocks();
    expect(contentOf(made)).toEqual(before);
  });
});

describe("removing a template", () => {
  it("takes out its sheets, names and record, and nothing else", async () => {
    await write(made, "A1", [["mine"]]);
    const before = contentOf(made);
    await insert();
    const [standing] = await readTemplates();
    expect(standing).toMatchObject({ id: template.id, sheets });
    expect(await readLoss(standing!.key)).toEqual({ changed: [], referring: [] });
    await removeTemplate(standing!.key, supports);
    expect(contentOf(made)).toEqual(before);
    expect(await readTemplates()).toEqual([]);
  });

  it("says which of its sheets were changed and which cells refer to it", async () => {
    await insert();
    const at = placed.places.get("days")!;
    const referring = [["=cap_util"], ["='Capacity checks'!B4"], ["=SUM(cap_plants[Output (vehicles)])"]];
    await made.run(({ workbook }) => {
      workbook.worksheets.getItem("Sheet1").getRange("B2:B4").formulas = referring;
      workbook.worksheets.getItem(at.sheet).getCell(at.row, at.column).values = [[200]];
    });
    const [standing] = await readTemplates();
    expect(await readLoss(standing!.key)).toEqual({
      changed: ["Capacity inputs"],
      referring: ["Sheet1!B2", "Sheet1!B3", "Sheet1!B4"],
    });
  });

  it("finds a sheet under the name that the user gave it, and takes the right one of two", async () => {
    await insert();
    await insert();
    await made.run(({ workbook }) => {
      workbook.worksheets.getItem(sheets[0]!).name = "Mine now";
    });
    const [first] = await readTemplates();
    expect(first!.sheets).toEqual(["Mine now", ...sheets.slice(1)]);
    await removeTemplate(first!.key, supports);
    expect(await sheetNames(made)).toEqual(["Sheet1", ...sheets.map((name) => `${name} (2)`)]);
    expect(names()).toContain("cap2_days");
    expect(names()).not.toContain("cap_days");
  });
});
