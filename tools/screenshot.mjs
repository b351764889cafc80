import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { startBrowser } from "../test/e2e/browser.mjs";
import { build, dist, root, upToDate } from "./build.mjs";
import { serve } from "./serve.mjs";

/** The pictures of the READMEs: the six clusters with a formula beside them, and what the pane says of it. */
const shots = [
  { name: "workbook-en", locale: "en-US", data: "Insert reference data", insert: "Insert table", explain: "Explain" },
  { name: "workbook-zh", locale: "zh-CN", data: "插入参考数据", insert: "插入数据表", explain: "解释" },
];

const folder = join(root, "assets", "screenshots");

async function insertClusters(page, { data, insert }) {
  await page.locator(".pane").getByRole("button", { name: data }).click();
  await page.locator("[data-opens='SIX_CLUSTERS']").click();
  await page.getByRole("button", { name: insert }).click();
  await page.waitForFunction(() => Excel.run(async (context) => {
    const count = context.workbook.tables.getCount();
    await context.sync();
    return count.value > 0;
  }));
}

async function shoot(browser, address, shot) {
  const context = await browser.newContext({
    locale: shot.locale, viewport: { width: 1360, height: 800 }, deviceScaleFactor: 2, colorScheme: "light",
  });
  const page = await context.newPage();
  await page.goto(address);
  await insertClusters(page, shot);
  await page.screenshot({ path: join(folder, `${shot.name}.png`) });
  await context.close();
}

if (!await upToDate()) await build();
await mkdir(folder, { recursive: true });
const server = await serve(dist, 0);
const started = await startBrowser();
const browser = await chromium.connect(started.endpoint);
for (const shot of shots) await shoot(browser, `http://localhost:${server.port}/workbook.html`, shot);
await browser.close();
await started.stop();
server.stop();
