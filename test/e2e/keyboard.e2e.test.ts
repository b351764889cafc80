import type { Page } from "playwright-core";
import { eventually, openWorkbook, read, write } from "./opened";

/** The accessible name of what has the keyboard, or the start of its text. */
const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const element = document.activeElement as HTMLElement;
  const labels = (element as HTMLInputElement).labels ?? [];
  const name = element.getAttribute("aria-label") ?? (labels[0]?.textContent || element.innerText);
  return name.replace(/\s+/g, " ").trim();
});

/** Presses a key until something of this name has the keyboard. */
async function reach(page: Page, name: string | RegExp, key = "Tab"): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (typeof name === "string" ? now.startsWith(name) : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`${key} did not lead to ${String(name)}, but to: ${seen.join(" | ")}`);
}

const inSheet = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.getElementById("sheet")!.contains(document.activeElement));

describe("with the keyboard alone", () => {
  it("F6 leads from the bar to the sheet, to the pane and back", async () => {
    const { page } = await openWorkbook();
    await page.getByLabel("File name").focus();
    await page.keyboard.press("F6");
    expect(await inSheet(page)).toBe(true);
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.getElementById("pane")!.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("F6");
    expect(await focused(page)).toBe("File name");
    await page.keyboard.press("Shift+F6");
    await page.keyboard.press("Shift+F6");
    expect(await inSheet(page)).toBe(true);
  });

  it("a function is found, filled in and inserted", async () => {
    const { page } = await openWorkbook();
    await page.getByRole("button", { name: "Find a function" }).waitFor();
    await write(page, "A1:B1", [[80, 100]]);
    await page.getByLabel("File name").focus();
    await page.keyboard.press("F6");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F6");
    await reach(page, "Find a function");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+/");
    await page.keyboard.type("capacity util");
    await page.locator("[data-opens='CAPACITY_UTIL']").first().waitFor();
    await reach(page, /CAPACITY_UTIL/);
    await page.keyboard.press("Enter");
    await reach(page, "Insert…");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Use C1: output" }).waitFor();
    await reach(page, "output");
    await page.keyboard.type("A1");
    await reach(page, "capacity");
    await page.keyboard.type("B1");
    await reach(page, "Next");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.locator("button:enabled", { hasText: "Insert at C1" }).waitFor();
    await reach(page, "Insert at C1", "Tab");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await read(page, "C1", "formulas")).toEqual([["=POLICY.CAPACITY_UTIL(A1,B1)"]]));
    expect(await read(page, "C1")).toEqual([[0.8]]);
  });

  it("the pane is made wider and narrower, between 320 and 480 pixels", async () => {
    const { page } = await openWorkbook();
    const divider = page.getByRole("separator", { name: "Width of the task pane" });
    const width = (): Promise<number> => page.locator("#pane").evaluate((pane) => pane.clientWidth);
    await divider.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(360);
    await page.keyboard.press("Home");
    expect(await width()).toBe(480);
    await page.keyboard.press("End");
    expect(await width()).toBe(320);
    await page.reload();
    await divider.waitFor();
    expect(await width()).toBe(320);
  });

  it("undo and save have Excel's shortcuts", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1", [["a change"]]);
    await page.getByLabel("File name").focus();
    await page.keyboard.press("F6");
    await page.keyboard.press("Control+z");
    await eventually(async () => expect(await read(page, "A1")).toEqual([[""]]));
    await page.keyboard.press("Control+y");
    await eventually(async () => expect(await read(page, "A1")).toEqual([["a change"]]));
  });

  it("what is typed into the pane stays out of the sheet", async () => {
    const { page } = await openWorkbook();
    await page.locator(".pane").getByRole("button", { name: "Find a function" }).click();
    await page.keyboard.press("Control+/");
    await page.keyboard.type("shares");
    await page.keyboard.press("Enter");
    expect(await read(page, "A1:B3")).toEqual([["", ""], ["", ""], ["", ""]]);
  });
});
