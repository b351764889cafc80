import { eventually, openWorkbook, write } from "./opened";

const addChart = (): Promise<void> => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3")).title.text = "Output";
  await context.sync();
});

describe("a chart on the page", () => {
  it("appears, says what it shows, follows its cells, and goes with its deed", async () => {
    const { page, complaints } = await openWorkbook();
    await write(page, "A1:B3", [["", "Cars"], ["North", 80], ["South", 90]]);
    await page.evaluate(addChart);
    const chart = page.getByRole("img", { name: "Column chart: Output. Cars: North 80, South 90" });
    await chart.waitFor();
    await eventually(async () => expect(await chart.locator("svg path").count()).toBeGreaterThan(2));
    await write(page, "B2", [["=100+20"]]);
    await page.getByRole("img", { name: "North 120" }).waitFor();
    const undo = page.locator("#bar").getByRole("button", { name: "Undo" });
    await undo.click();
    await undo.click();
    await page.locator(".chart-frame").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});

describe("a sheet out of sight", () => {
  it("takes a larger font, which would make its row higher", async () => {
    const { page, complaints } = await openWorkbook();
    const size = await page.evaluate(() => Excel.run(async (context) => {
      const cell = context.workbook.worksheets.add("Other").getRange("A1");
      cell.values = [["Hello"]];
      await context.sync();
      cell.format.font.size = 20;
      cell.format.font.load("size");
      await context.sync();
      return cell.format.font.size;
    }));
    expect(size).toBe(20);
    expect(complaints).toEqual([]);
  });
});
