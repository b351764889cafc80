import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundled } from "./bundle.mjs";
import { compared } from "./compare.mjs";
import { browserContestants, nodeContestants, peers, spreadsheets, startedBrowser } from "./workers.mjs";

/**
 * Ours against others, in turn, in one run: npm run bench -- leontief betweenness --rounds 9 --only node
 * Without names, all subjects.
 */
const require = createRequire(import.meta.url);
require("../tools/typescript");

const here = fileURLToPath(new URL(".", import.meta.url));
const args = process.argv.slice(2);

function option(name, usual) {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? usual : args.splice(at, 2)[1];
}

const rounds = Number(option("rounds", "7"));
const only = option("only", "");
const known = readdirSync(join(here, "subjects")).map((file) => file.replace(/\.ts$/, ""));
const chosen = args.length === 0 ? known : args;
const strange = chosen.find((name) => !known.includes(name));
if (strange) throw new Error(`There is no subject "${strange}". There are: ${known.join(", ")}`);

const folder = mkdtempSync(join(tmpdir(), "policy-bench-"));
const browser = only === "node" ? undefined : await startedBrowser();
let failed = false;
try {
  const bundles = await bundled(chosen, folder);
  for (const name of chosen) {
    const { default: subject } = require(`./subjects/${name}.ts`);
    const others = [...peers(subject), ...spreadsheets(subject, folder)];
    const here = only === "chromium" ? [] : nodeContestants(subject, bundles[name]);
    const there = browser ? await browserContestants(subject, bundles[name], browser) : [];
    failed = !(await compared(subject, [...here, ...there, ...others], rounds, folder)) || failed;
  }
} finally {
  await browser?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
