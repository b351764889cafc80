import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

let browser: Browser | undefined;
const contexts = new Set<BrowserContext>();

/** The page's address; all it loads has to come from there. */
export const address = process.env.E2E_ADDRESS!;

export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  browser ??= await chromium.connect(process.env.E2E_BROWSER!);
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 }, ...options });
  contexts.add(context);
  return context;
}

/** Each test leaves a browser that has seen nothing. */
afterEach(async () => {
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
});

afterAll(async () => {
  await browser?.close();
});

export interface Opened {
  readonly page: Page;
  /** What the page said in the console as an error, or threw. */
  readonly complaints: string[];
  /** Every address that the page asked for. */
  readonly asked: string[];
}

/** A tab of its own, with the workbook ready to work in. */
export async function openWorkbook(given?: BrowserContext | BrowserContextOptions): Promise<Opened> {
  const isContext = given !== undefined && "newPage" in given;
  const context = isContext ? given : await newContext(given);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await ready(page);
  return { page, complaints, asked };
}

export async function ready(page: Page): Promise<void> {
  await page.locator(".bar").waitFor();
  await page.locator(".pane").waitFor({ state: "attached" });
}

/** Reads through Excel's own library, as any code on the page can. */
export const read = (page: Page, place: string, of: "values" | "formulas" | "text" = "values"): Promise<unknown[][]> =>
  page.evaluate(([at, property]) => Excel.run(async (context) => {
    const [sheet, cells] = at!.includes("!") ? at!.split("!") : [undefined, at];
    const sheets = context.workbook.worksheets;
    const range = (sheet ? sheets.getItem(sheet) : sheets.getActiveWorksheet()).getRange(cells);
    range.load(property);
    await context.sync();
    return range[property as "values"];
  }), [place, of]);

export const write = (page: Page, place: string, formulas: readonly (readonly unknown[])[]): Promise<void> =>
  page.evaluate(([at, given]) => Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(at).formulas = given as unknown[][];
    await context.sync();
  }), [place, formulas] as const);

/** Moves to a cell by the name box above the sheet, as users of Excel do. */
export async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.locator("#sheet [data-u-comp='defined-name'] input");
  await box.fill(cell);
  await box.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id.startsWith("__editor"));
}

/** Types into a cell and presses Enter. */
export async function type(page: Page, cell: string, text: string): Promise<void> {
  await goTo(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Calculation follows a moment after the key. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + 10_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
