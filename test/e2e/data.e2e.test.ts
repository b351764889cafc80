import type { Page } from "playwright-core";
import { eventually, openWorkbook, read, ready, write } from "./opened";

const pane = (page: Page) => page.locator(".pane");

/** In GB18030, by Python's codec: 城市,产量（万辆） / 合肥,"1,200" / 芜湖,约20 / 滁州,1.2亿 / 安庆,5 */
const dirty = Buffer.from("s8fK0Cyy+sG/o6jN8sG+o6kNCrrPt8osIjEsMjAwIg0Kzt+6/izUvDIwDQqz/NbdLDEuMtLaDQqwssfsLDUNCg==", "base64");

async function importFile(page: Page): Promise<void> {
  await pane(page).getByRole("button", { name: "Insert reference data" }).click();
  await pane(page).getByRole("button", { name: "Add your own data" }).click();
  const chooser = page.waitForEvent("filechooser");
  await pane(page).getByRole("button", { name: /^From a file/ }).click();
  await (await chooser).setFiles({ name: "各市.csv", mimeType: "text/csv", buffer: dirty });
  await pane(page).getByText("row 3: not a number, kept as missing (“约20”)").waitFor();
  await pane(page).getByRole("textbox", { name: /Source/ }).fill("City yearbook");
  await pane(page).getByRole("button", { name: "Insert table" }).click();
  await pane(page).getByText("Inserted the table").waitFor();
}

describe("own data", () => {
  it("are imported, survive a reload, and are what a cell is traced to", async () => {
    const { page, complaints } = await openWorkbook();
    await importFile(page);
    // 1.2亿 are 12,000万.
    const rows = [["城市", "产量（万辆）"], ["合肥", 1200], ["芜湖", ""], ["滁州", 12_000], ["安庆", 5]];
    await eventually(async () => expect(await read(page, "各市!A1:B5")).toEqual(rows));
    await page.reload();
    await ready(page);
    expect(await read(page, "各市!A1:B5")).toEqual(rows);
    await write(page, "E1", [["=SUM('各市'!B2:B5)"]]);
    await page.evaluate(() => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("E1").select();
      await context.sync();
    }));
    await pane(page).getByRole("tab", { name: "Data" }).click();
    await pane(page).getByText("In this workbook").waitFor();
    await pane(page).getByRole("button", { name: "Trace selected cell" }).click();
    await pane(page).getByText(/Your own table “各市”\. Source: City yearbook\./).waitFor();
    expect(complaints).toEqual([]);
  }, 120_000);
});
