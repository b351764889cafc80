import { strToU8, zipSync } from "fflate";
import { importedTable } from "../../../src/reference/import-table";
import { ownTables } from "../../../src/sharing/data/own-file";
import { writeWorkbook } from "../../../src/xlsx";
import type { CellContent, WorkbookContent } from "../../../src/xlsx/content";

const read = (name: string, bytes: Uint8Array) => ownTables({ name, bytes });

const cell = (row: number, column: number, value: CellContent["value"], numberFormat?: string): CellContent => ({
  row, column, value, ...(numberFormat && { format: { numberFormat } }),
});

const sheet = (name: string, cells: CellContent[]): WorkbookContent["sheets"][number] => ({
  name, cells, tables: [], merges: [], columnWidths: {},
});

describe("a CSV file", () => {
  it("is one table, named for the file", async () => {
    const [table] = await read("各市产量.csv", Buffer.from("市,产量\n合肥,5\n"));
    expect(table).toEqual({ name: "各市产量", firstRow: 1, rows: [["市", "产量"], ["合肥", "5"]] });
  });
});

describe("a workbook", () => {
  const workbook = {
    sheets: [
      sheet("Empty", []),
      sheet("产量", [
        cell(3, 1, "月份"), cell(3, 2, "日期"), cell(3, 3, "产量（辆）"), cell(3, 4, "利用率"),
        // By Python's calendar 1 September 2024 is 45,536 days after 30 December 1899, and the 30th 45,565.
        cell(4, 1, 45536, "yyyy\"年\"m\"月\""), cell(4, 2, 45565, "yyyy-mm-dd"), cell(4, 3, 1200, "#,##0"), cell(4, 4, 0.495, "0.0%"),
        cell(5, 3, { error: "#N/A" }),
      ]),
      sheet("Notes", [cell(0, 0, "Source: a yearbook")]),
    ],
    names: [],
    customXml: [],
  } satisfies WorkbookContent;

  it("offers each sheet with content; rows keep the numbers that the sheet gives them", async () => {
    const tables = await read("book.xlsx", await writeWorkbook(workbook));
    expect(tables.map(({ name, firstRow }) => [name, firstRow])).toEqual([["产量", 4], ["Notes", 1]]);
  });

  it("keeps dates as texts and shares as shares", async () => {
    const [raw] = await read("book.xlsx", await writeWorkbook(workbook));
    const table = importedTable(raw!, "en");
    expect(table.rows).toEqual([["2024-09", "2024-09-30", 1200, 0.495], ["", "", "", ""]]);
    expect(table.columns.map(({ unit }) => unit)).toEqual(["", "", "辆", "%"]);
  });

  it("without content is refused", async () => {
    const bytes = await writeWorkbook({ ...workbook, sheets: [sheet("Empty", [])] });
    await expect(read("book.xlsx", bytes)).rejects.toThrow("No sheet of the workbook has content.");
  });
});

describe("a Data Package", () => {
  const zipped = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

  const descriptor = {
    title: "Clusters",
    sources: [{ title: "A yearbook" }],
    resources: [
      { name: "firms", path: "data/firms.csv", schema: { fields: [{ name: "city" }, { name: "output", unit: "万辆" }] } },
      { name: "elsewhere", path: "https://example.org/data.csv" },
      { name: "missing", path: "data/none.csv" },
    ],
  };

  it("gives the tables that lie in it, with the units and sources that it states", async () => {
    const files = { "p/datapackage.json": JSON.stringify(descriptor), "p/data/firms.csv": "city,output\nHefei,137\n" };
    const tables = await read("p.zip", zipped(files));
    expect(tables).toHaveLength(1);
    expect(importedTable(tables[0]!, "en")).toMatchObject({
      title: "firms", source: "A yearbook", columns: [{ unit: "" }, { unit: "万辆" }], rows: [["Hefei", 137]],
    });
  });

  it.each([
    ["no file of its own", JSON.stringify({ resources: [{ path: "https://example.org/a.csv" }] }), "no CSV files"],
    ["a broken descriptor", "{", "cannot be read"],
  ])("with %s is refused", async (_, text, why) => {
    await expect(read("p.zip", zipped({ "datapackage.json": text }))).rejects.toThrow(why);
  });
});

describe("other files", () => {
  it("are refused with the reason: an old .xls, a zip of something else", async () => {
    await expect(read("a.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"))).rejects.toThrow("Excel 97 to 2003");
    await expect(read("a.zip", zipSync({ "a.txt": strToU8("x") }))).rejects.toThrow("was not opened");
  });
});
