import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** The page under test is our own; containers and some CI machines allow no sandbox. */
const args = ["--no-sandbox", "--disable-gpu"];

const none = `No browser was found for the end-to-end tests.
Install Chrome, Edge or Chromium, or name one: CHROME_PATH=/path/to/chrome npm run test:e2e
On Linux x64 "npm ci" brings one along (the optional package @sparticuz/chromium).`;

function fromEnvironment() {
  const path = process.env.CHROME_PATH;
  if (!path) return undefined;
  if (existsSync(path)) return { executablePath: path };
  throw new Error(`CHROME_PATH is ${path}, and there is no such file.`);
}

function fromPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["google-chrome", "chromium", "chromium-browser", "microsoft-edge"];
  const path = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  return path && { executablePath: path };
}

/** It unpacks itself, with its own libraries when it believes to be on Lambda, into a folder that no other run uses. */
async function fromPackage() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = await mkdtemp(join(tmpdir(), "policy-e2e-"));
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs20.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const cleanUp = () => rm(folder, { recursive: true, force: true });
    return { executablePath: await packaged.executablePath(), cleanUp };
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

async function launched(found) {
  if (!found) return undefined;
  const { cleanUp = () => undefined, ...where } = found;
  const server = await chromium.launchServer({ ...where, args, headless: true });
  return { endpoint: server.wsEndpoint(), stop: () => server.close().then(cleanUp) };
}

/** An installed browser that cannot be started is passed over, unless the user named it. */
async function attempt(found) {
  try {
    return await launched(found);
  } catch {
    return undefined;
  }
}

export async function startBrowser() {
  const named = fromEnvironment();
  if (named) return launched(named);
  const started = await attempt({ channel: "chrome" })
    ?? await attempt({ channel: "msedge" })
    ?? await attempt(fromPath())
    ?? await launched(await fromPackage());
  if (!started) throw new Error(none);
  return started;
}
