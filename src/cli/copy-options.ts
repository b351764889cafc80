import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Language } from "../refusal";
import { languageIn } from "./eval";

/** Of a command that reads one file and writes another. */
export interface CopyFlags {
  readonly out: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly lang: Language;
}

export const withCopyOptions = (command: Command): Command =>
  command
    .requiredOption("-o, --out <book>", "the file to write")
    .option("--force", "replace the file when it is there")
    .option("--json", "report as JSON")
    .option("--lang <language>", "of messages: en or zh", languageIn, "en");

/** The workbook itself is never written over, and another file only when that is asked for. */
export function checkOutput(book: string, out: string, force = false): void {
  if (resolve(book) === resolve(out)) throw new Error(`${out}: is the workbook itself; name another file with --out`);
  if (!force && existsSync(out)) throw new Error(`${out}: is there already; name another file, or add --force to replace it`);
}
