import { goTo, openWorkbook, ready, write } from "./opened";

describe("the page", () => {
  it("asks nobody but its own server, and complains of nothing", async () => {
    const { page, asked, complaints } = await openWorkbook();
    await write(page, "A1", [["=POLICY.HHI_INDEX({1,2,3})"]]);
    await page.locator(".pane").getByRole("button", { name: "Find a function" }).click();
    await page.locator(".pane").getByRole("tab", { name: "Data" }).click();
    await page.locator(".pane-row").first().click();
    const { origin } = new URL(page.url());
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("changes language everywhere, and remembers it", async () => {
    const { page } = await openWorkbook();
    await page.locator("#bar").getByRole("button", { name: "中文" }).click();
    await page.locator("#bar").getByRole("button", { name: "保存" }).waitFor();
    await page.locator(".pane").getByRole("heading", { name: "产业政策", exact: true }).waitFor();
    await goTo(page, "B2");
    await page.keyboard.type("=POLICY.CAPACITY_U");
    await page.getByText("产能利用率").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.title()).toBe("产业政策工作台");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.reload();
    await ready(page);
    await page.locator("#bar").getByRole("button", { name: "保存" }).waitFor();
    await page.locator(".pane").getByRole("button", { name: "Switch to English" }).click();
    await page.locator("#bar").getByRole("button", { name: "Save" }).waitFor();
  });

  it("speaks the language of the browser on the first visit", async () => {
    const { page } = await openWorkbook({ locale: "zh-CN" });
    await page.locator("#bar").getByRole("button", { name: "保存" }).waitFor();
  });

  it("is dark where the user or the system wants it", async () => {
    const { page } = await openWorkbook({ colorScheme: "light" });
    const ground = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.querySelector(".pane")!).backgroundColor);
    const light = await ground();
    const isDark = (dark: boolean): Promise<unknown> =>
      page.waitForFunction(
        ([was, other]) => (getComputedStyle(document.querySelector(".pane")!).backgroundColor !== was) === other,
        [light, dark] as const,
      );
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await isDark(true);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "As the system" }).click();
    await isDark(false);
    await page.emulateMedia({ colorScheme: "dark" });
    await isDark(true);
  });

  it.each([900, 720, 390])("fits a window %i pixels wide", async (width) => {
    const { page } = await openWorkbook({ viewport: { width, height: 800 } });
    const widths = await page.evaluate(() => [document.body.scrollWidth, innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
    const inSight = await page.locator("#bar button").evaluateAll((buttons) =>
      buttons.every((button) => button.getBoundingClientRect().right <= innerWidth));
    expect(inSight).toBe(true);
  });

  it("closes the pane and opens it again", async () => {
    const { page } = await openWorkbook();
    const shown = page.getByRole("button", { name: "Task pane" });
    await shown.click();
    await page.locator("#pane").waitFor({ state: "hidden" });
    await shown.click();
    await page.locator("#pane").waitFor();
  });
});
