import { InvalidArgumentError, type Command } from "commander";
import about from "../../package.json";
import type { Language } from "../refusal";
import { check } from "../sharing/check";
import { levels, type Finding, type Level } from "../sharing/finding";
import { reasonsIn } from "../sharing/reasons";
import { readWorkbook } from "../xlsx";
import { formats, type FormatName } from "./audit-formats";
import { bytesOf, working } from "./book-file";
import { languageIn } from "./eval";

interface Flags {
  readonly format: FormatName;
  readonly failOn: Level;
  readonly lang: Language;
}

/** 1 when there is a finding of that level or a worse one. */
export const auditExitCode = (findings: readonly Finding[], failOn: Level): 0 | 1 =>
  findings.some(({ level }) => levels.indexOf(level) <= levels.indexOf(failOn)) ? 1 : 0;

async function run(book: string, { format, failOn, lang }: Flags): Promise<void> {
  const { content, warnings } = await readWorkbook(await bytesOf(book));
  const checked = check(content, reasonsIn(content.customXml));
  for (const warning of warnings) process.stderr.write(`${warning[lang]}\n`);
  const printed = formats[format]({ ...checked, book, version: about.version, language: lang });
  process.stdout.write(`${printed}\n`, () => process.exit(auditExitCode(checked.findings, failOn)));
}

function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new InvalidArgumentError(`It must be one of ${choices.join(", ")}.`);
    return found;
  };
}

const exitCodes = `
Exit code: 0 when there is no finding of the level given or a worse one, 1 when there is, 2 when the workbook cannot be
read. What the author has accepted with a reason in the task pane is listed apart and does not count.`;

export const registerAudit = (program: Command): Command =>
  program
    .command("audit")
    .description("check a workbook: errors, broken patterns, hidden assumptions, missing sources, what should not be passed on")
    .argument("<book>", "an .xlsx or .xlsm file")
    .option("--format <format>", "text, json, junit or sarif", oneOf(Object.keys(formats) as FormatName[]), "text" as const)
    .option("--fail-on <level>", "error, warning or note", oneOf(levels), "error" as const)
    .option("--lang <language>", "of messages: en or zh", languageIn, "en")
    .addHelpText("after", exitCodes)
    .action((book: string, flags: Flags) => working(book, flags.lang, () => run(book, flags)));
