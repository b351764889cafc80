import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startBrowser } from "../test/e2e/browser.mjs";

/**
 * A contestant that is asked: `ask(size, path)` gives the time of one run and the digest of its result, `stop` ends it.
 * Each has a process of its own, kept for all rounds.
 */
const file = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Answers line by line, in the order of the questions. */
function processOf(program, args, env = {}) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, ...env } });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    say: (told) => child.stdin.write(`${JSON.stringify(told)}\n`),
    hear: async () => JSON.parse((await answers.next()).value),
    stop: () => child.kill(),
  };
}

export const nodeContestants = ({ contestants }, bundle) =>
  Object.entries(contestants).map(([name, { upTo }]) => {
    const worker = processOf(process.execPath, [file("node-worker.mjs"), bundle, name]);
    const ask = (size) => (worker.say({ size }), worker.hear());
    return { name, place: "Node", upTo, ask, stop: worker.stop };
  });

export async function startedBrowser() {
  try {
    const { endpoint, stop } = await startBrowser();
    const connected = await chromium.connect(endpoint);
    return { newPage: () => connected.newPage(), stop: () => connected.close().then(stop) };
  } catch (error) {
    console.log(`Chromium is left out: ${error.message}`);
    return undefined;
  }
}

export const browserContestants = ({ contestants }, bundle, browser) =>
  Promise.all(Object.entries(contestants).map(async ([name, { upTo }]) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: readFileSync(bundle, "utf8") });
    const ask = (size) =>
      page.evaluate(([who, n]) => globalThis.bench.timed(globalThis.bench.subject, who, n), [name, size]);
    return { name, place: "Chromium", upTo, ask, stop: () => page.close() };
  }));

const pythons = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter((program) => program !== undefined);

function pythonWith(modules) {
  return pythons.find((program) => {
    try {
      execFileSync(program, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}

/** One thread, like a custom function. */
const oneThread = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

export const peers = ({ peers: told = {} }) =>
  Object.entries(told).flatMap(([name, { needs, code, upTo }]) => {
    const python = pythonWith(needs);
    if (!python) {
      console.log(`${name} is left out: no Python here has ${needs.join(" and ")}`);
      return [];
    }
    const worker = processOf(python, [file("peer.py")], oneThread);
    worker.say({ code });
    return [{ name, place: "Python", upTo, ask: (size, path) => (worker.say({ size, path }), worker.hear()), stop: worker.stop }];
  });

export const spreadsheets = ({ spreadsheets: told = {}, input }, folder) =>
  Object.entries(told).flatMap(([name, { program, book, only }]) => {
    try {
      execFileSync(program, ["--version"], { stdio: "ignore" });
    } catch {
      console.log(`${name} is left out: ${program} is not installed`);
      return [];
    }
    const ask = (size) => opened(program, folder, (withFormulas) => book(input(size), size, withFormulas));
    return [{ name, place: "LibreOffice", only, ask, stop: () => undefined }];
  });

/** The time that the formulas add to opening and saving a file; the result is the last number of the saved sheet. */
function opened(program, folder, book) {
  const [without, whole] = [false, true].map((withFormulas) => {
    const path = join(folder, "sheet.fods");
    writeFileSync(path, book(withFormulas));
    mkdirSync(join(folder, "out"), { recursive: true });
    const start = performance.now();
    execFileSync(program, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "csv",
      "--outdir", join(folder, "out"), path], { stdio: "ignore" });
    return performance.now() - start;
  });
  const last = readFileSync(join(folder, "out", "sheet.csv"), "utf8").trim().split("\n").at(-1).split(",")[0];
  return { time: whole - without, total: Number(last) };
}
