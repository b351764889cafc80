import type { Language } from "../refusal";
import type { Row } from "./tables";
import { bounds, units } from "./vocabulary";

export const shownNumber = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: 10 });

/** "more than 600 firms", "0.17 (share of the customs value)", or the text itself. */
export function shownValue(
  { value, bound, unit }: Pick<Row, "value" | "bound" | "unit">,
  language: Language,
): string {
  if (typeof value !== "number") return value[language];
  const before = bound === "" ? "" : bounds[bound][language];
  const { bracketed, [language]: name } = units[unit];
  const after = bracketed ? { en: ` (${name})`, zh: `（${name}）` }[language] : ` ${name}`;
  return `${before} ${shownNumber(value)}${after}`.trim();
}

/** `section` and `undated` are words of the data files. */
export const shownSeen = (seen: string, language: Language): string =>
  language === "en"
    ? seen
    : seen.replace(/section ([\d.]+)/g, "第$1节").replace(/ undated/g, "（未注日期）");

/** The notes of the rows of one key, each said of its field where there are several. */
export function shownNotes(rows: readonly Row[], language: Language): string {
  const said = rows
    .filter(({ note }) => note[language])
    .map(({ field, note }) => {
      const of = language === "en" ? `${field.title.en}: ` : `${field.title.zh}：`;
      return (rows.length > 1 ? of : "") + note[language];
    });
  return [...new Set(said)].join(language === "en" ? " " : "");
}
