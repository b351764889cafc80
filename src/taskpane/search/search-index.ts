import MiniSearch from "minisearch";
import { terms } from "./terms";

/** What may be found, by what texts; the first ones count most. */
export interface Findable {
  readonly id: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

export type Find = (query: string) => string[];

export type ToPinyin = (text: string) => string[];

/** Finds by words in English or Chinese, and with `toPinyin` by pinyin of the names; best first. */
export function searchIndex(findables: readonly Findable[], toPinyin?: ToPinyin): Find {
  const index = new MiniSearch<{ id: string; names: string; words: string; pinyin: string }>({
    fields: ["names", "words", "pinyin"],
    tokenize: (text, field) => (field === "pinyin" ? text.split(" ") : terms(text)),
    searchOptions: {
      boost: { names: 4, pinyin: 3 },
      prefix: true,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
      combineWith: "AND",
      tokenize: terms,
    },
  });
  index.addAll(
    findables.map(({ id, names, words }) => ({
      id,
      names: names.join(" "),
      words: words.join(" "),
      pinyin: names.flatMap((name) => toPinyin?.(name) ?? []).join(" "),
    })),
  );
  return (query) => index.search(query).map(({ id }) => String(id));
}
