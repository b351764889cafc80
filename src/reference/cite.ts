import { Refusal, type Language, type Texts } from "../refusal";
import { rowsOn, type Written } from "./look-up";
import { periodText } from "./period";
import { places } from "./places";
import { shownSeen, shownValue } from "./shown";
import type { ReferenceTable, Row } from "./tables";
import { certainties, type Certainty } from "./vocabulary";

const words = {
  source: { en: "Source", zh: "来源" },
  seen: { en: "Seen", zh: "所见" },
  checked: { en: "Checked", zh: "核对" },
  status: { en: "Status", zh: "状态" },
  verify: { en: "Verify before use", zh: "使用前请核实" },
} as const;

const marks = {
  en: { comma: ", ", colon: ": ", semicolon: "; ", stop: ".", space: " " },
  zh: { comma: "，", colon: "：", semicolon: "；", stop: "。", space: "" },
} as const;

const listed = (texts: readonly string[], language: Language): string =>
  [...new Set(texts)].join(marks[language].semicolon);

/** "Source: OICA." */
const said = (label: string, text: string, language: Language): string =>
  label + marks[language].colon + text.replace(/[.。]$/, "") + marks[language].stop;

function address({ table, key, period, place }: Row, language: Language): string {
  const where = language === "en" ? place : places[place];
  return [table, key[language], periodText(period, language), where].join(marks[language].comma);
}

/** The one value, or every field with its value. */
function values(rows: readonly Row[], language: Language): string {
  if (rows.length === 1) return shownValue(rows[0], language);
  const named = (row: Row): string =>
    row.field.title[language] + marks[language].colon + shownValue(row, language);
  return listed(rows.map(named), language);
}

function meaningOf(certainty: Certainty, language: Language): string {
  const { name, meaning } = certainties[certainty];
  return language === "en" ? `${name.en} (${meaning.en})` : `${name.zh}（${meaning.zh}）`;
}

/** How sure the rows are, and, where they differ, which fields are how sure. */
function status(rows: readonly Row[], language: Language): string {
  const all = [...new Set(rows.map(({ certainty }) => certainty))];
  if (all.length === 1) return meaningOf(all[0], language);
  const withFields = all.map((certainty) => {
    const fields = rows
      .filter((row) => row.certainty === certainty)
      .map(({ field }) => field.title[language]);
    return `${meaningOf(certainty, language)} [${fields.join(", ")}]`;
  });
  return listed(withFields, language);
}

/**
 * What is cited, its source, where and when it was seen, and how sure it is; rows of one key and period.
 * The notes stay out of it, as they are not there in the script that Excel loads to calculate.
 */
export function cite(rows: Row | readonly Row[], language: Language = "en"): string {
  const all: readonly Row[] = "key" in rows ? [rows] : rows;
  const [first] = all;
  const sources = all.flatMap((row) => row.sources.map((title: Texts) => title[language]));
  const seen = all.map((row) => shownSeen(row.seen, language));
  return [
    said(address(first, language), values(all, language), language),
    said(words.source[language], listed(sources, language), language),
    said(words.seen[language], listed(seen, language), language),
    said(words.checked[language], first.checked, language),
    said(words.status[language], status(all, language), language),
    ...(first.verify ? [words.verify[language] + marks[language].stop] : []),
  ].join(marks[language].space);
}

/** The citation of all that a table holds on a key, also of what a look-up refuses to hand out. */
export function source(
  table: ReferenceTable,
  key: Written,
  period?: Written,
  language?: Language,
): string | Refusal {
  const rows = rowsOn(table, key, period);
  return rows instanceof Refusal ? rows : cite(rows, language);
}
