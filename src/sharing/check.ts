import type { WorkbookContent } from "../xlsx/content";
import { Book } from "./book";
import { keyOf, levels, type Finding, type Level } from "./finding";
import { heavyArguments } from "./rules/arguments";
import { chains } from "./rules/chains";
import { constants } from "./rules/constants";
import { errors } from "./rules/errors";
import { externalLinks, hiddenSheets } from "./rules/outside";
import { patterns } from "./rules/patterns";
import { personalData } from "./rules/personal";
import { missingSources } from "./rules/sources";
import { staleData } from "./rules/stale";
import { unfinishedRun } from "./rules/unfinished-run";
import { oddUnits } from "./rules/units";

const rules: readonly ((book: Book) => Finding[])[] = [
  errors, unfinishedRun, oddUnits, patterns, heavyArguments, chains, externalLinks, personalData, missingSources,
  staleData, constants, hiddenSheets,
];

export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
}

export interface Check {
  /** Worst first, then as they stand in the workbook. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
}

/** Everything that a reader of the workbook, or its author, should know; `reasons` says what the author accepts. */
export function check(
  content: WorkbookContent,
  reasons: ReadonlyMap<string, string> = new Map(),
  book = new Book(content),
): Check {
  const all = rules.flatMap((rule) => rule(book));
  const isIgnored = (finding: Finding): boolean => reasons.has(keyOf(finding));
  return {
    findings: all.filter((finding) => !isIgnored(finding)).sort(byLevel),
    ignored: all.filter(isIgnored).map((finding) => ({ finding, reason: reasons.get(keyOf(finding))! })),
  };
}

const byLevel = (one: Finding, other: Finding): number => levels.indexOf(one.level) - levels.indexOf(other.level);

export const count = (findings: readonly Finding[], level: Level): number =>
  findings.filter((finding) => finding.level === level).length;
