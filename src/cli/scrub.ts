import { InvalidArgumentError, type Command } from "commander";
import type { Language, Texts } from "../refusal";
import { scrubbed, traces, tracesIn, type Trace, type Traced } from "../sharing/scrub";
import { readWorkbook } from "../xlsx";
import { bytesOf, checkEnding, working } from "./book-file";
import { languageIn } from "./eval";
import { writeWholeFile } from "./whole-file";

interface Flags {
  readonly out?: string;
  readonly only?: readonly Trace[];
  readonly lang: Language;
}

const names: Readonly<Record<Trace, Texts>> = {
  authors: { en: "authors", zh: "作者" },
  comments: { en: "comments", zh: "批注" },
  "hidden-sheets": { en: "hidden sheets", zh: "隐藏工作表" },
  settings: { en: "settings", zh: "设置" },
  "add-in": { en: "add-in", zh: "加载项" },
};

const stay = { en: "stays", zh: "保留" } as const;

function line({ trace, what, stays }: Traced, language: Language): string {
  const kept = stays ? `  (${stay[language]}: ${stays[language]})` : "";
  return `${names[trace][language]}: ${what[language]}${kept}`;
}

async function run(book: string, { out, only = traces, lang }: Flags): Promise<void> {
  const file = await readWorkbook(await bytesOf(book));
  const found = tracesIn(file).filter(({ trace }) => only.includes(trace));
  for (const traced of found) process.stdout.write(`${line(traced, lang)}\n`);
  if (found.length === 0) process.stdout.write({ en: "Nothing to take out.\n", zh: "没有需要清除的内容。\n" }[lang]);
  if (out === undefined) return;
  checkEnding(out, file.macros);
  await writeWholeFile(out, await scrubbed(file, new Set(only)));
}

function tracesNamed(text: string): Trace[] {
  return text.split(",").map((name) => {
    const found = traces.find((trace) => trace === name.trim());
    if (found === undefined) throw new InvalidArgumentError(`Name some of ${traces.join(", ")}.`);
    return found;
  });
}

export const registerScrub = (program: Command): Command =>
  program
    .command("scrub")
    .description("list what a workbook tells of its makers or holds out of sight; with --out write it without")
    .argument("<book>", "an .xlsx or .xlsm file")
    .option("-o, --out <book>", "write the workbook without them; all else in the file stays as it is")
    .option("--only <traces>", `some of ${traces.join(", ")}`, tracesNamed)
    .option("--lang <language>", "of messages: en or zh", languageIn, "en")
    .action((book: string, flags: Flags) => working(book, flags.lang, () => run(book, flags)));
