const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { chromium } = require("playwright-core");

const folder = join(__dirname, "../assets/icons");

/** Small sizes have a drawing of their own, laid on whole pixels. */
const product = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128].map((size) => ({
  drawing: size <= 24 ? `icon-${size}` : "icon",
  name: "icon",
  size,
}));

const commands = ["function", "data", "template", "scenarios", "simulate", "check", "portable", "passport", "help"].flatMap(
  (name) => [16, 32, 80].map((size) => ({ drawing: size === 16 ? `${name}-16` : name, name, size })),
);

async function draw() {
  const browser = await chromium.launch(process.env.CHROME_PATH ? { executablePath: process.env.CHROME_PATH } : { channel: "chrome" });
  const page = await browser.newPage();
  for (const { drawing, name, size } of [...product, ...commands]) {
    const svg = readFileSync(join(folder, `${drawing}.svg`), "utf8").replace("<svg ", `<svg width="${size}" height="${size}" `);
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`);
    writeFileSync(join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
}

draw();
