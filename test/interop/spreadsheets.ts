import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Spreadsheet {
  readonly name: string;
  readonly program: string;
  /** The arguments that turn `input` into an .xlsx of the same name in `folder`. */
  readonly recalculate: (input: string, folder: string) => readonly string[];
}

export const spreadsheets: readonly Spreadsheet[] = [
  {
    name: "LibreOffice",
    program: "soffice",
    recalculate: (input, folder) => [
      `-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx", "--outdir", folder, input,
    ],
  },
  { name: "Gnumeric", program: "ssconvert", recalculate: (input, folder) => ["--recalc", input, join(folder, "book.xlsx")] },
];

/** Whether the program is here; in CI it must be. */
export function isThere({ name, program }: Spreadsheet): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    if (process.env.CI) throw new Error(`${name} (${program}) is missing, and CI must not skip it`);
    process.stdout.write(`${name} (${program}) is not installed: its interop tests are skipped\n`);
    return false;
  }
}

/** Files of others are calculated anew as they are opened; without it what-if tables stay empty. */
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

/** The workbook as the program writes it after calculating every formula anew. */
export function recalculated({ program, recalculate }: Spreadsheet, book: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "policy-interop-"));
  try {
    const input = join(folder, "in", "book.xlsx");
    execFileSync("mkdir", ["-p", join(folder, "in"), join(folder, "profile", "user")]);
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), always);
    writeFileSync(input, book);
    execFileSync(program, [...recalculate(input, folder)], { stdio: "ignore", timeout: 240_000 });
    return readFileSync(join(folder, "book.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
