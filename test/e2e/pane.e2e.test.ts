import type { Page } from "playwright-core";
import { tables } from "../../src/reference";
import { wide } from "../../src/reference/wide";
import { choose, save } from "./files";
import { eventually, openWorkbook, read, ready, write } from "./opened";

const pane = (page: Page) => page.locator(".pane");

async function openData(page: Page): Promise<void> {
  await pane(page).getByRole("button", { name: "Insert reference data" }).click();
}

async function insertTable(page: Page, title: string): Promise<void> {
  const before = await tableCount(page);
  await pane(page).locator(".pane-row", { has: page.getByText(title, { exact: true }) }).click();
  await pane(page).getByRole("button", { name: "Insert table" }).click();
  await eventually(async () => expect(await tableCount(page)).toBe(before + 1));
  await pane(page).getByText("Inserted the table").waitFor();
}

const tableCount = async (page: Page): Promise<number> => Object.keys(await tablesOf(page)).length;

/** Every table of the workbook with its cells, by name; the list of their sources is no data. */
const tablesOf = (page: Page): Promise<Record<string, unknown[][]>> =>
  page.evaluate(() => Excel.run(async (context) => {
    const all = context.workbook.tables.load("items/name");
    await context.sync();
    const ranges = all.items.map((table) => table.getRange().load("values"));
    await context.sync();
    const named = all.items.map(({ name }, i) => [name, ranges[i]!.values] as const);
    return Object.fromEntries(named.filter(([name]) => name !== "DataSources"));
  }));

const expected = (): unknown[][][] => tables.map((table) => {
  const { columns, rows } = wide(table, "en");
  return [columns.map(({ header }) => header), ...rows.map((row) => [...row])];
});

describe("the task pane", () => {
  it("inserts every reference table, and a reload, a file and its reopening keep them all", async () => {
    const { page, complaints } = await openWorkbook();
    await openData(page);
    for (const { title } of tables) {
      await insertTable(page, title.en);
      await pane(page).getByRole("button", { name: "Back" }).click();
    }
    const inserted = await tablesOf(page);
    expect(Object.values(inserted)).toEqual(expected());

    await page.reload();
    await ready(page);
    expect(await tablesOf(page)).toEqual(inserted);

    const file = await save(page);
    const other = await openWorkbook();
    await choose(other.page, { ...file, name: "tables.xlsx" });
    await other.page.locator("input[value='tables.xlsx']").waitFor();
    expect(await tablesOf(other.page)).toEqual(inserted);
    expect([...complaints, ...other.complaints]).toEqual([]);
  }, 240_000);

  it("inserts in one step of undo", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1", [["mine"]]);
    await openData(page);
    await insertTable(page, tables[0]!.title.en);
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(async () => expect(await tablesOf(page)).toEqual({}));
    expect(await read(page, "Sheet1!A1")).toEqual([["mine"]]);
    await page.getByRole("button", { name: "Redo" }).click();
    await eventually(async () => expect(Object.values(await tablesOf(page))).toEqual([expected()[0]]));
  });

  it("refuses to overwrite, and offers a way out", async () => {
    const { page } = await openWorkbook();
    await write(page, "B2", [["mine"]]);
    await openData(page);
    await pane(page).locator(".pane-row").first().click();
    await pane(page).getByRole("radio", { name: "At Sheet1!A1" }).check();
    await pane(page).getByRole("button", { name: "Insert table" }).click();
    await pane(page).getByRole("button", { name: "Use new sheet" }).click();
    await pane(page).getByText("Inserted the table").waitFor();
    expect(await read(page, "Sheet1!A1:B2")).toEqual([["", ""], ["", "mine"]]);
  });
});
