import type { Page } from "playwright-core";
import { eventually, openWorkbook, read, write } from "./opened";

const named = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((wanted) => Excel.run(async (context) => {
    const range = context.workbook.names.getItem(wanted).getRange().load("values");
    await context.sync();
    return range.values[0]![0];
  }), name);

const select = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => Excel.run(async (context) => {
    const range = context.workbook.names.getItem(wanted).getRange();
    range.worksheet.activate();
    range.select();
    await context.sync();
  }), name);

const sheets = (page: Page): Promise<number> =>
  page.evaluate(() => Excel.run(async (context) => {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    return count.value;
  }));

describe("a model", () => {
  it("is made from a template, simulated beside the page, and taken out again", async () => {
    const { page, complaints } = await openWorkbook();
    const pane = page.locator(".pane");
    await pane.getByRole("button", { name: "Find a function" }).click();
    await pane.getByRole("tab", { name: "Model" }).click();
    await pane.getByRole("button", { name: "Create in this workbook: Single-OEM stress test" }).click();
    await pane.getByRole("button", { name: /^Remove/ }).first().waitFor({ timeout: 40_000 });
    expect(await sheets(page)).toBe(5);
    expect(await named(page, "oem_checks_pass")).toBe(true);
    // 0.12 × 0.5 × 1.8 × 0.75, as the seed ledger's example works it out.
    expect(await named(page, "oem_loss_largest")).toBeCloseTo(0.081, 9);
    await pane.getByRole("button", { name: "Simulate", exact: true }).click();
    await select(page, "oem_dependence");
    await pane.getByRole("button", { name: /^Add selection .*: Uncertain inputs$/ }).click();
    await select(page, "oem_loss_largest");
    await pane.getByRole("button", { name: /^Add selection .*: Outputs$/ }).click();
    await pane.getByRole("button", { name: "Run", exact: true }).click();
    await pane.getByText("Histogram as a table").waitFor({ timeout: 40_000 });
    expect(await named(page, "oem_dependence")).toBe(0.12);
    await pane.getByRole("button", { name: "Templates", exact: true }).click();
    await pane.getByRole("button", { name: /^Remove/ }).first().click();
    await pane.getByText("This deletes the sheets", { exact: false }).waitFor();
    await pane.getByRole("button", { name: "Remove", exact: true }).last().click();
    await page.waitForFunction(() => Excel.run(async (context) => {
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      return count.value === 1;
    }));
    expect(complaints).toEqual([]);
  }, 120_000);

  it("that cannot be calculated apart goes through the sheet; stopped or cut off, its inputs are as they were", async () => {
    const { page, complaints } = await openWorkbook();
    const pane = page.locator(".pane");
    await write(page, "A1:A3", [[10], [100], ["=OFFSET(A1,0,0)*A2"]]);
    const choose = (cell: string): Promise<void> => page.evaluate((address) => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(address).select();
      await context.sync();
    }), cell);
    const add = async (cell: string, as: string): Promise<void> => {
      await choose(cell);
      await pane.getByRole("button", { name: `Add selection Sheet1!${cell}: ${as}` }).click();
    };
    await pane.getByRole("button", { name: "Find a function" }).click();
    await pane.getByRole("tab", { name: "Model" }).click();
    await pane.getByRole("button", { name: "Scenarios", exact: true }).click();
    await pane.getByText("Tornado", { exact: true }).click();
    await add("A1", "Inputs to swing");
    await add("A3", "Output that they move");
    await pane.getByRole("button", { name: "Show tornado" }).click();
    await pane.getByText("Through the sheet, the workbook is recalculated 3 times.", { exact: false }).waitFor();
    await pane.getByRole("button", { name: "Run through the sheet (slow)" }).click();
    // 9 × 100 and 11 × 100.
    await pane.getByRole("img", { name: "moves the output most: 900 to 1,100" }).waitFor({ timeout: 20_000 });
    expect(await read(page, "A1:A3")).toEqual([[10], [100], [1000]]);
    await pane.getByText("Two-way table", { exact: true }).click();
    await add("A3", "Output in the table");
    await add("A1", "Input down the rows");
    await add("A2", "Input across the columns");
    const many = Array.from({ length: 60 }, (_, i) => i + 1).join(" ");
    for (const field of [0, 1]) await pane.getByLabel("Values, separated by spaces").nth(field).fill(many);
    await pane.getByRole("button", { name: "Calculate", exact: true }).click();
    await pane.getByText("recalculated 3,600 times", { exact: false }).waitFor();
    await pane.getByRole("button", { name: "Run through the sheet (slow)" }).last().click();
    await eventually(async () => expect(await read(page, "A1:A3")).not.toEqual([[10], [100], [1000]]));
    await pane.getByRole("button", { name: "Stop", exact: true }).click();
    await pane.getByText("Stopped. The sheet is as it was.").waitFor();
    expect(await read(page, "A1:A3")).toEqual([[10], [100], [1000]]);
    await page.getByText("Kept in this browser").waitFor();
    await pane.getByRole("button", { name: "Calculate", exact: true }).click();
    await pane.getByRole("button", { name: "Run through the sheet (slow)" }).last().click();
    await eventually(async () => expect(await read(page, "A1:A3")).not.toEqual([[10], [100], [1000]]));
    await page.reload();
    await pane.getByRole("button", { name: "Put them back" }).click();
    await eventually(async () => expect(await read(page, "A1:A3")).toEqual([[10], [100], [1000]]));
    expect(complaints).toEqual([]);
  }, 120_000);
});
