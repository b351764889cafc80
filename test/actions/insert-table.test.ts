import { insertTable, type TableToInsert } from "../../src/actions/insert-table";
import { contentOf, failingAt, openDesk, sheetNames, supports, valuesAt, write } from "./excel-desk";

const made = openDesk();

const clusters: TableToInsert = {
  name: "SixClusters",
  headers: ["Cluster", "Parts_firms", "Period"],
  rows: [
    ["长三角", 5849, "2020-04"],
    ["成渝", 1398, "=1+1"],
  ],
  formats: [
    ["@", "#,##0", "@"],
    ["@", "#,##0", "@"],
  ],
  notes: ["Units: Parts_firms: firms.", "Source: a paper."],
};

const cell = { sheet: "Sheet1", address: "B3" };

afterEach(() => jest.restoreAllMocks());

describe("inserting a table", () => {
  it("makes a real table on a new sheet, with its notes below", async () => {
    const result = await insertTable(clusters, { newSheet: "Six clusters" }, supports);
    expect(result).toEqual({
      kind: "inserted",
      place: { sheet: "Six clusters", address: "A1:C3" },
      table: "SixClusters",
    });
    const sheet = contentOf(made).sheets.find(({ name }) => name === "Six clusters")!;
    expect(sheet.tables).toMatchObject([{ name: "SixClusters", columns: ["Cluster", "Parts_firms", "Period"] }]);
    expect(await valuesAt(made, "Six clusters", "A1:C6")).toEqual([
      ["Cluster", "Parts_firms", "Period"],
      ["长三角", 5849, "2020-04"],
      ["成渝", 1398, "=1+1"],
      ["", "", ""],
      ["Units: Parts_firms: firms.", "", ""],
      ["Source: a paper.", "", ""],
    ]);
  });

  it("goes to a cell of a sheet that is there", async () => {
    const result = await insertTable(clusters, cell, supports);
    expect(result).toMatchObject({ kind: "inserted", place: { sheet: "Sheet1", address: "B3:D5" } });
    expect(await valuesAt(made, "Sheet1", "B3:C4")).toEqual([
      ["Cluster", "Parts_firms"],
      ["长三角", 5849],
    ]);
  });

  it("finds other names where these are taken, whatever their case", async () => {
    await insertTable(clusters, { newSheet: "Six clusters" }, supports);
    const second = await insertTable(clusters, { newSheet: "six CLUSTERS" }, supports);
    expect(second).toMatchObject({ place: { sheet: "six CLUSTERS (2)" }, table: "SixClusters2" });
  });

  it("writes nothing over content, and counts what is in the way", async () => {
    await write(made, "C5:D5", [["mine", "=1+1"]]);
    await valuesAt(made, "Sheet1", "D5");
    const before = contentOf(made);
    expect(await insertTable(clusters, cell, supports)).toEqual({
      kind: "occupied",
      cells: 2,
      place: { sheet: "Sheet1", address: "B3:D8" },
    });
    expect(contentOf(made)).toEqual(before);
  });

  it("spares content where only its notes would stand", async () => {
    await write(made, "B8", [["mine"]]);
    expect(await insertTable(clusters, cell, supports)).toMatchObject({ kind: "occupied", cells: 1 });
  });

  it("does not cross a table whose rows are empty", async () => {
    await made.run(async ({ sync }, sheet) => {
      sheet.getRange("D7:D7").values = [["Head"]];
      sheet.tables.add("D7:D9", true);
      await sync();
    });
    expect(
      await insertTable({ ...clusters, headers: ["A", "B", "C"] }, { sheet: "Sheet1", address: "B8" }, supports),
    ).toMatchObject({ kind: "occupied" });
  });

  it("says when the sheet ends before the table does", async () => {
    const attempt = insertTable(clusters, { sheet: "Sheet1", address: "XFD1" }, supports);
    await expect(attempt).rejects.toMatchObject({ why: { en: expect.stringContaining("not enough room") } });
  });

  it.each([
    ["at a cell", cell],
    ["on a new sheet", { newSheet: "Six clusters" }],
  ])("is one step for undo %s", async (_, to) => {
    const before = { content: contentOf(made), sheets: await sheetNames(made) };
    await insertTable(clusters, to, supports);
    await made.host.engine.undo();
    expect({ content: contentOf(made), sheets: await sheetNames(made) }).toEqual(before);
  });

  it("takes thousands of rows in several requests", async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => [`row ${i}`, i, "x"]);
    const many = { ...clusters, rows, formats: rows.map(() => ["@", "0", "@"]) };
    await insertTable(many, { newSheet: "Many" }, supports);
    expect(await valuesAt(made, "Many", "A2001:B2001")).toEqual([["row 1999", 1999]]);
  }, 60_000);

  it.each([
    ["on a new sheet, a batch refused", { newSheet: "Six clusters" }, false],
    ["on a new sheet, a batch lost after it was done", { newSheet: "Six clusters" }, true],
    ["at a cell, a batch refused", cell, false],
    ["at a cell, a batch lost after it was done", cell, true],
  ] as const)(
    "leaves the workbook as it was when it fails midway: %s",
    async (_, to, done) => {
      await write(made, "A1", [["mine"]]);
      const before = { content: contentOf(made), sheets: await sheetNames(made) };
      let failures = 0;
      for (let number = 1; number < 40; number++) {
        failingAt(number, done);
        const outcome = await insertTable(clusters, to, supports).catch((error: unknown) => error);
        jest.restoreAllMocks();
        if (!(outcome instanceof Error)) break;
        failures++;
        expect({ number, content: contentOf(made), sheets: await sheetNames(made) }).toEqual({
          number,
          ...before,
        });
      }
      expect(failures).toBeGreaterThan(4);
    },
    60_000,
  );
});
