import { lookUp, source, table as tableOf, type Written } from "../reference";
import { Refusal, type Language, type Texts } from "../refusal";

export type Value = number | string | boolean | Texts;

/** `label` for what names a row and claims nothing. */
export type Standing = "real" | "illustrative" | "label";

/** What stands in an input, and what it rests upon. */
export interface Given {
  readonly standing: Standing;
  readonly value: Value | readonly Value[] | Figure;
  readonly source?: Texts;
}

/** A row of a bundled reference table. */
export interface Figure {
  readonly table: string;
  readonly key: Texts;
  readonly field?: string;
  readonly period?: string;
}

/** A figure of the bundled tables: a REF_VALUE formula, with its citation beside it. */
export function figure(table: string, key: string, more: Pick<Figure, "field" | "period"> = {}): Given {
  const row = found(lookUp(found(tableOf(table)), key, more.field, more.period));
  return { standing: "real", value: { table, key: row.key, ...more } };
}

/** A real figure that no bundled table holds. */
export const real = (value: Value | readonly Value[], source: Texts): Given => ({ standing: "real", value, source });

/** A value that only shows how the workbook works: the user must put an own one there. */
export const illustrative = (value: Value | readonly Value[], why?: Texts): Given => ({
  standing: "illustrative",
  value,
  ...(why && { source: why }),
});

/** What names a row of a table. */
export const label = (value: Value): Given => ({ standing: "label", value });

export const isFigure = (value: Given["value"]): value is Figure =>
  typeof value === "object" && "table" in value;

export const textIn = (value: Value, language: Language): number | string | boolean =>
  typeof value === "object" ? value[language] : value;

/** What goes into the cells of a given: values, or the formula that looks a figure up. */
export function contentsOf({ value }: Given, language: Language): (number | string | boolean)[] {
  if (isFigure(value)) return [figureFormula(value, language)];
  return Array.isArray(value) ? value.map((each: Value) => textIn(each, language)) : [textIn(value as Value, language)];
}

/** Of several: what only names a row does not count. */
export function standingOf(all: readonly Given[]): Standing | "mixed" {
  const kinds = new Set(all.map(({ standing }) => standing).filter((standing) => standing !== "label"));
  return kinds.size > 1 ? "mixed" : ([...kinds][0] ?? "label");
}

export const sourcesOf = (all: readonly Given[], language: Language): string[] =>
  [...new Set(all.map((given) => citation(given, language)))].filter(Boolean);

/** The formula that looks a figure up; a key in Chinese is answered in Chinese. */
function figureFormula({ table, key, field, period }: Figure, language: Language): string {
  const given = [table, key[language], field ?? "value", ...(period === undefined ? [] : [period])];
  return `=POLICY.REF_VALUE(${given.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")})`;
}

/** Where a given value comes from, in words; empty where it claims nothing. */
function citation({ value, source: said }: Given, language: Language): string {
  if (!isFigure(value)) return said?.[language] ?? "";
  return found(source(found(tableOf(value.table)), value.key.en, value.period as Written | undefined, language));
}

function found<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw new Error(answer.message("en"));
  return answer;
}
