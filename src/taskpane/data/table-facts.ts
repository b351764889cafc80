import { certainties, units, type ReferenceTable } from "../../reference";
import { distinctTexts, wide } from "../../reference/wide";
import { counted, type Language } from "../../refusal";

const fewUnits = 2;

/** "vehicles, share and 2 more" */
export function unitsText({ rows }: ReferenceTable, language: Language): string {
  const all = distinctTexts(rows.map(({ unit }) => units[unit]?.[language] ?? ""));
  const shown = all.slice(0, fewUnits).join(language === "en" ? ", " : "、");
  const more = all.length - fewUnits;
  if (more <= 0) return shown;
  return language === "en" ? `${shown} and ${more} more` : `${shown}等 ${all.length} 种`;
}

/** "2020–2024", from the first to the last year that the periods name. */
export function periodsText({ periods }: ReferenceTable, language: Language): string {
  const years = periods.flatMap((period) => period.match(/\d{4}/g) ?? []).sort();
  if (years.length === 0) return language === "en" ? "period not stated" : "时期未注明";
  const [first, last] = [years[0]!, years.at(-1)!];
  return first === last ? first : `${first}–${last}`;
}

export const certaintiesText = (table: ReferenceTable, language: Language): string =>
  table.certainties.map((certainty) => certainties[certainty].name[language]).join(language === "en" ? ", " : "、");

/** Rows as they stand on a sheet: figures of one key and period stand in one. */
export function countText(table: ReferenceTable, language: Language): string {
  const count = wide(table, language).rows.length;
  return language === "en" ? counted(count, "row") : `${count} 行`;
}

/** What a report writes below a figure of the table. */
export function tableCitation({ id, title, rows, version, checked }: ReferenceTable, language: Language): string {
  const sources = distinctTexts(rows.flatMap(({ sources: all }) => all.map((source) => source[language])));
  return language === "en"
    ? `${title.en} (${id}). Source: ${sources.join("; ")}. Data version ${version}, checked ${checked}.`
    : `${title.zh}（${id}）。来源：${sources.join("；")}。数据版本 ${version}，核对于 ${checked}。`;
}
