import { readContent } from "../../src/actions/read-content";
import { openDesk, write } from "./excel-desk";

const made = openDesk();

const content = () => made.run((context) => readContent(context));

describe("the content of a workbook", () => {
  beforeEach(async () => {
    await write(made, "A1:C3", [
      ["Plant", "Output", "Capacity"],
      ["Hefei", 80, 100],
      ["Wuhu", 60, 120],
    ]);
    await write(made, "E1", [["=POLICY.CAPACITY_UTIL(B2:B3,C2:C3,{6,12})"]]);
    await write(made, "E2", [["=SUM(B2:B3)"]]);
    await write(made, "E3", [["=1/0"]]);
    await made.run(async ({ workbook, sync }, sheet) => {
      sheet.tables.add("A1:C3", true).name = "Plants";
      workbook.names.add("share", "=0.25", "of the city");
      workbook.customXmlParts.add('<record xmlns="urn:policy:test"/>');
      sheet.getRange("B2").numberFormat = [["0.0"]];
      workbook.worksheets.add("Hidden").getRange("B5").values = [[true]];
      await sync();
      workbook.worksheets.getItem("Hidden").visibility = "Hidden";
    });
  });

  it("is what the engine holds: values, formulas, formats, tables, names, parts, hidden sheets", async () => {
    const read = await content();
    const held = made.host.engine.content();
    expect(read.names).toEqual(held.names);
    expect(read.customXml).toEqual(['<record xmlns="urn:policy:test"/>']);
    read.sheets.forEach((sheet, i) => {
      const expected = held.sheets[i]!;
      expect([sheet.name, sheet.hidden]).toEqual([expected.name, expected.hidden]);
      expect(sheet.tables.map(({ name, area, columns }) => ({ name, area, columns })))
        .toEqual(expected.tables.map(({ name, area, columns }) => ({ name, area, columns })));
      const cells = expected.cells.map(({ row, column, value, formula }) => [row, column, value, formula]);
      expect(sheet.cells.map(({ row, column, value, formula }) => [row, column, value, formula])).toEqual(cells);
    });
  });

  it("tells how far a formula spills, and takes what it fills for values", async () => {
    const [sheet] = (await content()).sheets;
    const at = (row: number, column: number) => sheet!.cells.find((cell) => cell.row === row && cell.column === column);
    // 140 / (220 × 6/12) and 140 / 220, by hand
    expect(at(0, 4)).toMatchObject({ value: 140 / 110, spill: { rows: 1, columns: 2 } });
    expect(at(0, 5)).toMatchObject({ value: 140 / 220 });
    expect(at(0, 5)?.formula).toBeUndefined();
    expect(at(2, 4)?.value).toEqual({ error: "#DIV/0!" });
    expect(at(1, 1)?.format).toEqual({ numberFormat: "0.0" });
  });

  it("reads a long sheet in parts", async () => {
    const long = Array.from({ length: 25_000 }, (_, i) => [i]);
    await made.run(({ workbook }) => {
      workbook.worksheets.add("Long").getRange(`A1:A${long.length}`).values = long;
    });
    const { cells } = (await content()).sheets.find(({ name }) => name === "Long")!;
    expect(cells).toHaveLength(long.length);
    expect(cells[24_999]).toMatchObject({ row: 24_999, column: 0, value: 24_999 });
  });
});
