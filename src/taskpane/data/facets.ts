import { certainties, places, type Certainty, type ReferenceTable } from "../../reference";
import type { Texts } from "../../refusal";

export interface Choice {
  readonly value: string;
  readonly text: Texts;
}

/** By what the tables can be narrowed. */
export interface Facet {
  readonly name: "topic" | "place" | "period" | "certainty";
  readonly text: Texts;
  readonly valuesOf: (table: ReferenceTable) => readonly string[];
  readonly said: (value: string, tables: readonly ReferenceTable[]) => Texts;
}

const inBoth = (text: string): Texts => ({ en: text, zh: text });

/** The years that a period touches, as far as it names them: `2021..2024` names two. */
const yearsIn = (period: string): string[] => period.match(/\d{4}/g) ?? [];

export const facets: readonly Facet[] = [
  {
    name: "topic",
    text: { en: "Topic", zh: "主题" },
    valuesOf: ({ package: id }) => [id],
    said: (id, tables) => tables.find((table) => table.package === id)!.topic,
  },
  {
    name: "place",
    text: { en: "Place", zh: "地区" },
    valuesOf: ({ places: all }) => all,
    said: (place) => ({ en: place, zh: places[place] ?? place }),
  },
  {
    name: "period",
    text: { en: "Year", zh: "年份" },
    valuesOf: ({ periods }) => [...new Set(periods.flatMap(yearsIn))],
    said: inBoth,
  },
  {
    name: "certainty",
    text: { en: "Certainty", zh: "可靠程度" },
    valuesOf: ({ certainties: all }) => all,
    said: (certainty) => certainties[certainty as Certainty].name,
  },
];

export type Filter = Readonly<Partial<Record<Facet["name"], string>>>;

export const passes = (table: ReferenceTable, filter: Filter): boolean =>
  facets.every(({ name, valuesOf }) => !filter[name] || valuesOf(table).includes(filter[name]));

/** What a facet offers: latest years first, all else in the order of the tables. */
export function choicesOf(facet: Facet, tables: readonly ReferenceTable[]): Choice[] {
  const values = [...new Set(tables.flatMap(facet.valuesOf))];
  if (facet.name === "period") values.sort().reverse();
  return values.map((value) => ({ value, text: facet.said(value, tables) }));
}
