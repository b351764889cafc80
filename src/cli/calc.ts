import type { Command } from "commander";
import type { Language, Texts } from "../refusal";
import { readWorkbook, writeWorkbook } from "../xlsx";
import { bytesOf, checkEnding, working } from "./book-file";
import { printedReport } from "./calc-report";
import { languageIn } from "./eval";
import { recalculate, type Recalculation, withEngine } from "./recalculation";
import { writeWholeFile } from "./whole-file";

export interface CalcOptions {
  readonly language: Language;
}

export interface CalcReport extends Omit<Recalculation, "content"> {
  readonly warnings: readonly Texts[];
}

export interface Calculated {
  readonly report: CalcReport;
  /** The workbook holds macros: its file must be named .xlsm. */
  readonly macros: boolean;
  /** The same file with the new results in it. */
  save(): Promise<Uint8Array>;
}

/** Calculates every formula of a workbook anew, without Excel. */
export async function calc(bytes: Uint8Array, { language }: CalcOptions): Promise<Calculated> {
  const file = await readWorkbook(bytes);
  const { content, ...report } = await withEngine(language, (engine) => recalculate(file.content, engine, file));
  return {
    report: { ...report, warnings: file.warnings },
    macros: file.macros,
    save: () => writeWorkbook(content, file),
  };
}

/** 1 when a cell with a function of ours holds an error. */
export function exitCode({ ours }: CalcReport): 0 | 1 {
  return ours.some(({ after }) => typeof after === "object" && after !== null) ? 1 : 0;
}

interface Flags {
  readonly out?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

async function run(book: string, { out, json, lang }: Flags): Promise<void> {
  const { report, macros, save } = await calc(await bytesOf(book), { language: lang });
  if (out !== undefined) {
    checkEnding(out, macros);
    await writeWholeFile(out, await save());
  }
  for (const warning of report.warnings) process.stderr.write(`${warning[lang]}\n`);
  const printed = json ? JSON.stringify(report, undefined, 2) : printedReport(report, lang);
  process.stdout.write(`${printed}\n`, () => process.exit(exitCode(report)));
}

const exitCodes = `
Exit code: 0 when all is well, 1 when a cell with a POLICY function holds an error,
2 when the workbook cannot be read or written. A result that differs from the saved one is no error.
Without --out nothing is written. Naming the input as --out replaces it, whole or not at all.`;

export const registerCalc = (program: Command): Command =>
  program
    .command("calc")
    .description("calculate every formula of a workbook anew and report the cells with POLICY functions")
    .argument("<book>", "an .xlsx or .xlsm file")
    .option("--out <book>", "write the workbook with its new results; all else in the file stays as it is")
    .option("--json", "report as JSON")
    .option("--lang <language>", "of messages: en or zh", languageIn, "en")
    .addHelpText("after", exitCodes)
    .action((book: string, flags: Flags) => working(book, flags.lang, () => run(book, flags)));
