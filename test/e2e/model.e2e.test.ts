import type { Page } from "playwright-core";
import { openWorkbook } from "./opened";

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
});
