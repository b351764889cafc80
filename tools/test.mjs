import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Types, units, other spreadsheets where they are installed, then the browser, with one closing count. */

const reports = mkdtempSync(join(tmpdir(), "policy-test-"));
const counts = { passed: 0, failed: 0, skipped: 0 };

function run(title, script, ...args) {
  process.stdout.write(`\n— ${title}\n`);
  return spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status ?? 1;
}

function jest(title, ...args) {
  const report = join(reports, `${title.replaceAll(" ", "-")}.json`);
  const status = run(title, "node_modules/jest/bin/jest.js", ...args, "--json", `--outputFile=${report}`);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    counts.passed += numPassedTests;
    counts.failed += numFailedTests + numRuntimeErrorTestSuites;
    counts.skipped += numPendingTests;
  } catch {
    counts.failed += 1;
  }
  return status;
}

const only = process.argv[2];
const stages = {
  types: () => run("types", "node_modules/typescript/bin/tsc", "--noEmit", "-p", "."),
  unit: () => jest("units"),
  interop: () => jest("with LibreOffice and Gnumeric", "--config", "jest.interop.config.js"),
  e2e: () => jest("in a browser", "--config", "jest.e2e.config.js"),
};

const chosen = only ? [only] : Object.keys(stages);
const failed = chosen.filter((stage) => stages[stage]() !== 0);
rmSync(reports, { recursive: true, force: true });
if (failed.includes("types")) counts.failed += 1;
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ""}\n`);
process.exit(failed.length === 0 ? 0 : 1);
