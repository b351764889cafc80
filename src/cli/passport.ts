import { InvalidArgumentError, type Command } from "commander";
import about from "../../package.json";
import type { Language } from "../refusal";
import { countedLevels } from "../sharing/finding";
import { passportOf, questionNames, questions, type Answers, type Passport, type Question } from "../sharing/passport";
import { answersOf, withPassport } from "../sharing/passport-sheet";
import { readWorkbook, writeWorkbook } from "../xlsx";
import { bytesOf, checkEnding, working } from "./book-file";
import { writeWholeFile } from "./whole-file";

interface Flags {
  readonly out?: string;
  readonly set: Answers;
  readonly lang: readonly Language[];
}

/** A line for each question, answered or open, and what the model rests on. */
function printedPassport({ answers, methods, data, errors, warnings }: Passport, language: Language): string {
  return [
    ...questionNames.map((name) => `${questions[name].label[language]}: ${answers[name] ?? `(${questions[name].hint[language]})`}`),
    ...methods.map(({ definition, cells }) => `${definition.name} (${cells}): ${definition.source}`),
    ...data.map(({ id, version }) => `${id} ${version}`),
    countedLevels({ error: errors, warning: warnings })[language],
  ].join("\n");
}

async function run(book: string, { out, set, lang }: Flags): Promise<void> {
  const file = await readWorkbook(await bytesOf(book));
  const { content } = file;
  const passport = passportOf(content, { ...answersOf(content), ...set }, about.version);
  process.stdout.write(`${printedPassport(passport, lang[0]!)}\n`);
  if (out === undefined) return;
  checkEnding(out, file.macros);
  await writeWholeFile(out, await writeWorkbook(withPassport(content, passport, lang), file));
}

/** `purpose=…`, as often as there are answers. */
function answered(text: string, before: Answers): Answers {
  const cut = text.indexOf("=");
  const name = questionNames.find((each) => each === text.slice(0, cut) as Question);
  if (!name) throw new InvalidArgumentError(`Write one of ${questionNames.join(", ")}, then = and the answer.`);
  return { ...before, [name]: text.slice(cut + 1) };
}

function languagesIn(text: string): Language[] {
  if (text === "both") return ["en", "zh"];
  if (text === "en" || text === "zh") return [text];
  throw new InvalidArgumentError("It must be en, zh or both.");
}

export const registerPassport = (program: Command): Command =>
  program
    .command("passport")
    .description("what a model is for, what it rests on and who answers for it; with --out put it into the workbook")
    .argument("<book>", "an .xlsx or .xlsm file")
    .option("-o, --out <book>", "write the workbook with its passport, on a sheet for people and in a part for programs")
    .option("--set <answer>", `answer a question: ${questionNames.join(", ")}`, answered, {})
    .option("--lang <language>", "of the passport: en, zh or both", languagesIn, ["en"] as const)
    .action((book: string, flags: Flags) => working(book, flags.lang[0]!, () => run(book, flags)));
