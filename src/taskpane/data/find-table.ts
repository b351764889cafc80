import { places, tables, type ReferenceTable } from "../../reference";
import type { Findable } from "../search/search-index";

/** The tables as they are searched: by name and title first, then by what stands in them. */
export const findables: readonly Findable[] = tables.map((table) => ({
  id: table.id,
  names: [table.id, table.id.replaceAll("_", " "), table.title.en, table.title.zh],
  words: [
    table.description.en,
    table.description.zh,
    table.topic.en,
    table.topic.zh,
    ...table.places.flatMap((place) => [place, places[place] ?? ""]),
    ...table.periods,
    ...table.fields.flatMap(({ title }) => [title.en, title.zh]),
    ...new Set(table.rows.flatMap(({ key }) => [key.en, key.zh])),
  ],
}));

export const tablesOf = (ids: readonly string[]): ReferenceTable[] =>
  ids.flatMap((id) => tables.find((table) => table.id === id) ?? []);
