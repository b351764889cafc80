import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { address, newContext } from "./opened";

const dist = resolve(__dirname, "../../dist");

/** In thousands of bytes, packed as a web server would. */
const packed = async (path: string): Promise<number> =>
  gzipSync(await readFile(resolve(dist, path)), { level: 9 }).length / 1000;

const { origin } = new URL(address);
const pane = `${origin}/taskpane.html`;
const isScript = (url: string): boolean => url.startsWith(origin) && url.endsWith(".js");

/** As much of office.js as the pane asks for before it shows anything. */
function standInForOffice(): void {
  const office = {
    onReady: () => Promise.resolve({ host: "Excel", platform: "OfficeOnline" }),
    HostType: { Excel: "Excel" },
    actions: { associate: () => undefined },
    addin: { onVisibilityModeChanged: () => Promise.resolve(() => undefined) },
    context: { requirements: { isSetSupported: () => true }, displayLanguage: "en-US" },
  };
  Object.assign(window, { Office: office });
}

/** What the pane asks for until nothing more comes. */
async function scriptsOf(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => void (isScript(request.url()) && asked.push(request.url())));
  await page.goto(pane, { waitUntil: "networkidle" });
  await page.locator(".pane-name").waitFor();
  return asked;
}

/** Whether the pane is not seen when this one script does not come. */
async function isNeeded(context: BrowserContext, script: string): Promise<boolean> {
  const page = await context.newPage();
  await page.route(script, (route) => route.abort());
  const failed = new Promise<boolean>((resolve) => {
    page.on("pageerror", () => resolve(true));
    if (script === `${origin}/taskpane.js`) resolve(true);
  });
  await page.goto(pane);
  const seen = page.locator(".pane-name").waitFor().then(() => false);
  // Losing the race, it waits until the page is closed.
  seen.catch(() => undefined);
  const needed = await Promise.race([failed, seen]);
  await page.close();
  return needed;
}

describe("what is loaded", () => {
  it("is under 60 kB for what Excel needs to calculate", async () => {
    expect(await packed("functions.js")).toBeLessThan(60);
  });

  it("is under 200 kB for the pane to be seen for the first time", async () => {
    const context = await newContext();
    await context.addInitScript(standInForOffice);
    const scripts = await scriptsOf(context);
    const needed = await Promise.all(scripts.map((script) => isNeeded(context, script)));
    const counted = scripts.filter((_, i) => needed[i]);
    const sizes = await Promise.all(counted.map((url) => packed(new URL(url).pathname.slice(1))));
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200);
  });
});
