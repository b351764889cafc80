import { catalogue, find, type Definition } from "../../functions";
import type { Findable } from "../search/search-index";

const spaced = (name: string): string => name.replaceAll("_", " ");

/** The catalogue as it is searched: by name and title first, then by what is said of each function. */
export const findables: readonly Findable[] = catalogue.map(({ name, title, summary, family, parameters }) => ({
  id: name,
  names: [name, spaced(name), title.en, title.zh],
  words: [
    summary.en,
    summary.zh,
    family.name.en,
    family.name.zh,
    family.question.en,
    family.question.zh,
    ...Object.keys(parameters).map(spaced),
  ],
}));

export const definitionsOf = (names: readonly string[]): Definition[] => names.flatMap((name) => find(name) ?? []);
