import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const candidates = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter((program) => program !== undefined);

/** The first Python that has openpyxl; in CI there must be one. */
export function pythonWithOpenpyxl(): string | undefined {
  const found = candidates.find((program) => {
    try {
      execFileSync(program, ["-c", "import openpyxl"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (!found && process.env.CI) throw new Error("Python with openpyxl is missing, and CI must not skip it");
  if (!found) process.stdout.write("Python with openpyxl is not installed: its interop tests are skipped\n");
  return found;
}

/** Runs a script that finds the path of a workbook in `path`, and gives what it prints and the workbook after it. */
export function runScript(python: string, script: string, book?: Uint8Array): { printed: string; book: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), "policy-interop-"));
  try {
    const path = join(folder, "book.xlsx");
    if (book) writeFileSync(path, book);
    const printed = execFileSync(python, ["-c", `path = ${JSON.stringify(path)}\n${script}`], { encoding: "utf8" });
    return { printed, book: readFileSync(path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
