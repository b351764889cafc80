import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { catalogue, families, signature, whyNotNative } from "../functions";
import type { Language } from "../refusal";

const [start, end] = ["<!-- functions -->", "<!-- /functions -->"];

const headings = {
  en: { function: "Function", sentence: "What it gives", native: "Native form" },
  zh: { function: "函数", sentence: "含义", native: "原生公式" },
};

const inTable = (text: string): string => text.replaceAll("|", "\\|");

/** The table of functions, chapter by chapter, as Markdown. */
function functionTable(language: Language): string {
  const { function: name, sentence, native } = headings[language];
  return families
    .map((family) => {
      const rows = catalogue
        .filter((definition) => definition.family === family)
        .map((definition) => {
          const isNative = whyNotNative(definition) ? "–" : "✓";
          return `| \`${signature(definition)}\` | ${inTable(definition.summary[language])} | ${isNative} |`;
        });
      return [`### ${family.name[language]}`, "", `| ${name} | ${sentence} | ${native} |`, "|---|---|---|", ...rows].join("\n");
    })
    .join("\n\n");
}

/** A page whose table of functions is made anew between its marks. */
export function withTable(page: string, language: Language): string {
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`no place for the table: ${start} … ${end}`);
  return `${page.slice(0, from + start.length)}\n${functionTable(language)}\n${page.slice(to)}`;
}

export const pages: readonly (readonly [file: string, language: Language])[] = [
  ["README.md", "en"],
  ["README.zh-CN.md", "zh"],
];

export const registerDocs = (program: Command): Command =>
  program
    .command("docs")
    .description("write the table of functions into the two README pages of this folder")
    .action(() => {
      for (const [file, language] of pages) writeFileSync(file, withTable(readFileSync(file, "utf8"), language));
    });
