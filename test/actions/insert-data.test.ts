import { readDataInWorkbook, readOwnTable, readRawTable } from "../../src/actions/own-data";
import { readDataNews, takeDataNews } from "../../src/actions/data-news";
import { insertTable, type TableToInsert } from "../../src/actions/insert-table";
import { traceCell } from "../../src/actions/trace-cell";
import { tables } from "../../src/reference";
import { wide } from "../../src/reference/wide";
import { readRegister, type DataRegister, type RegisteredTable } from "../../src/sharing/data/register";
import { contentOf, failingAt, openDesk, sheetNames, supports, valuesAt, write } from "./excel-desk";

const made = openDesk();

const table = tables.find(({ id }) => id === "EU_CVD")!;
const laidOut = wide(table, "en");

const line = { what: "Duties", version: "2026.1", inserted: "2026-02-03", source: "=a source", certainty: "secondary" };

const registered = (name: string, older: Partial<RegisteredTable> = {}): RegisteredTable => ({
  id: table.id, version: table.version, name, form: "table", language: "en", inserted: "2026-02-03",
  headers: laidOut.columns.map(({ header }) => header),
  rows: laidOut.rows.map((cells, i) => ({ ...laidOut.keys[i]!, cells })),
  ...older,
});

const duties: TableToInsert = {
  name: laidOut.name,
  headers: laidOut.columns.map(({ header }) => header),
  rows: laidOut.rows,
  formats: laidOut.formats,
  notes: [],
  provenance: {
    line, language: "en",
    register: (before, name) => ({ ...before, tables: [...before.tables, registered(name)] }),
  },
};

const register = (): DataRegister => readRegister(contentOf(made).customXml);
const insert = (wanted: TableToInsert = duties) => insertTable(wanted, { newSheet: "Duties" }, supports);

afterEach(() => jest.restoreAllMocks());

describe("inserting data with their provenance", () => {
  it("registers the table, and lists its source on a sheet, as text whatever it looks like", async () => {
    await insert();
    expect(register()).toMatchObject({ sources: "DataSources", tables: [{ id: "EU_CVD", name: "EuCvd" }] });
    expect(await valuesAt(made, "Sources", "A1:G2")).toEqual([
      ["Table", "What", "Where", "Version", "Inserted", "Source", "Certainty"],
      ["EuCvd", "Duties", "Duties!A1:I8", "2026.1", "2026-02-03", "=a source", "secondary"],
    ]);
  });

  it("adds a line for each further table", async () => {
    await insert();
    await insert();
    expect(await valuesAt(made, "Sources", "A2:A3")).toEqual([["EuCvd"], ["EuCvd2"]]);
    expect(contentOf(made).sheets.find(({ name }) => name === "Sources")!.tables[0]!.area.rows).toBe(3);
    expect(register().tables.map(({ name }) => name)).toEqual(["EuCvd", "EuCvd2"]);
  });

  it("begins another list where the user has written below the first", async () => {
    await insert();
    await made.run(async ({ workbook }) => {
      workbook.worksheets.getItem("Sources").getRange("A3").values = [["mine"]];
    });
    await insert();
    expect(await valuesAt(made, "Sources", "A2:A4")).toEqual([["EuCvd"], ["mine"], [""]]);
    expect(await valuesAt(made, "Sources (2)", "A2:A3")).toEqual([["EuCvd2"], [""]]);
    expect(register().sources).toBe("DataSources2");
  });

  it("spares a sheet of this name that is the user's", async () => {
    await made.run(({ workbook }) => void workbook.worksheets.add("Sources"));
    await insert();
    expect(await sheetNames(made)).toContain("Sources (2)");
  });

  it("can be plain cells under a name", async () => {
    await insert({ ...duties, plain: true });
    expect(contentOf(made).names).toMatchObject([{ name: "EuCvd" }]);
    expect(contentOf(made).sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name))).toEqual(["DataSources"]);
  });

  it("says when the host has no charts, or draws one", async () => {
    const result = await insert({ ...duties, chart: { kind: "bar", names: 0, figures: 1, row: 0, rows: 6, title: "Duties" } });
    expect(result).toMatchObject({ kind: "inserted", chart: expect.any(Boolean) });
  });

  it("is one step for undo", async () => {
    const before = contentOf(made);
    await insert();
    await made.host.engine.undo();
    expect({ ...contentOf(made), customXml: [] }).toEqual(before);
  });

  it.each([false, true])("leaves the workbook as it was when it fails midway (done: %s)", async (done) => {
    await insert();
    const before = { content: contentOf(made), sheets: await sheetNames(made) };
    let failures = 0;
    for (let number = 1; number < 60; number++) {
      failingAt(number, done);
      const outcome = await insert().catch((error: unknown) => error);
      jest.restoreAllMocks();
      if (!(outcome instanceof Error)) break;
      failures++;
      expect({ number, content: contentOf(made), sheets: await sheetNames(made) }).toEqual({ number, ...before });
    }
    expect(failures).toBeGreaterThan(8);
  }, 120_000);

  it("stops when told to, and puts back what was written", async () => {
    const before = contentOf(made);
    const watch = { isStopped: () => true, told: () => undefined };
    await expect(insert({ ...duties, watch })).rejects.toMatchObject({ what: { en: "Stopped." } });
    expect(contentOf(made)).toEqual(before);
  });
});

describe("where a cell comes from", () => {
  it("is told down to the row of the inserted table", async () => {
    await insert();
    await made.run(async ({ workbook }) => {
      workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=Duties!B2*2"]];
    });
    const step = await traceCell({ sheet: "Sheet1", address: "A1" }, "en");
    expect(step).toMatchObject({ shown: 0.34, from: [{ sheet: "Duties", address: "B2", origin: { kind: "bundled" } }] });
  });
});

/** As if the workbook came from an older version, in which BYD paid 16 % and Geely 19 %. */
async function insertOlder(): Promise<void> {
  const older = laidOut.rows.map((cells) => (cells[0] === "BYD" ? [cells[0], 0.16, ...cells.slice(2)]
    : cells[0] === "Geely" ? [cells[0], 0.19, ...cells.slice(2)] : cells));
  await insert({
    ...duties, rows: older,
    provenance: {
      ...duties.provenance!,
      register: (before, name) => ({
        ...before,
        tables: [registered(name, { version: "2025.9", rows: older.map((cells, i) => ({ ...laidOut.keys[i]!, cells })) })],
      }),
    },
  });
}

describe("newer data", () => {
  it("are told with the formulas that rest on them, then written where the user has not edited", async () => {
    await insertOlder();
    await made.run(async ({ workbook }) => {
      workbook.worksheets.getItem("Duties").getRange("B3").values = [[0.2]];
      workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=Duties!B2*2"]];
    });
    expect(await readDataInWorkbook()).toMatchObject({ newer: 1 });
    const news = await readDataNews();
    // Regulation (EU) 2024/2754: BYD 17.0 %, Geely 18.8 %.
    expect(news.tables[0]!.changes).toMatchObject([
      { key: "BYD", was: 0.16, now: 0.17, state: "free" }, { key: "Geely", was: 0.19, now: 0.188, held: 0.2, state: "edited" },
    ]);
    expect(news.dependents).toEqual([{ sheet: "Sheet1", address: "A1", shown: 0.32, then: 0.34 }]);

    const before = contentOf(made);
    failingAt(8, true);
    await expect(takeDataNews(supports)).rejects.toBeInstanceOf(Error);
    jest.restoreAllMocks();
    expect(contentOf(made)).toEqual(before);

    expect(await takeDataNews(supports)).toMatchObject({ written: 1, kept: [{ key: "Geely" }] });
    expect(await valuesAt(made, "Duties", "B2:B3")).toEqual([[0.17], [0.2]]);
    expect(await readDataInWorkbook()).toMatchObject({ newer: 0 });
  });
});

describe("own data", () => {
  it("are read from a place with dates and shares as what they are", async () => {
    await write(made, "B2:D3", [["City", "Month", "Share"], ["Hefei", 45536, 0.5]]);
    await made.run((_, sheet) => {
      sheet.getRange("C3:D3").numberFormat = [["yyyy-mm", "0%"]];
    });
    expect(await readRawTable({ sheet: "Sheet1", address: "B2:D3" })).toEqual({
      name: "Sheet1", firstRow: 2, rows: [["City", "Month", "Share"], ["Hefei", "2024-09", { fraction: 0.5 }]],
    });
  });

  it("are listed with where they stand, and read again", async () => {
    const own = { title: "Firms", source: "Yearbook", origin: "firms.csv", inserted: "2026-02-03", columns: [] };
    await insertTable(
      {
        name: "Own", headers: ["City", "Output"], rows: [["Hefei", 5]], formats: [["@", "0"]], notes: [],
        provenance: { line, language: "zh", register: (before, name) => ({ ...before, own: [...before.own, { ...own, name }] }) },
      },
      { newSheet: "Firms" },
      supports,
    );
    expect((await readDataInWorkbook()).own).toEqual([{ table: { ...own, name: "Own" }, place: { sheet: "Firms", address: "A1:B2" } }]);
    expect(await readOwnTable("Own")).toMatchObject({ headers: ["City", "Output"], rows: [["Hefei", 5]] });
    await made.run(({ workbook }) => workbook.worksheets.getItem("Firms").delete());
    expect((await readDataInWorkbook()).own).toMatchObject([{ place: undefined }]);
    await expect(readOwnTable("Own")).rejects.toMatchObject({ what: { en: "The table is no longer in this workbook." } });
  });
});
