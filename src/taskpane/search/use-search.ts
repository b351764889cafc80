import { useMemo, useState } from "react";
import { searchIndex, type Findable, type ToPinyin } from "./search-index";

let loading: Promise<ToPinyin> | undefined;

/** A third of a megabyte that only searching needs. */
const loadPinyin = (): Promise<ToPinyin> => (loading ??= import("./pinyin").then(({ pinyinTerms }) => pinyinTerms));

export interface Search {
  readonly query: string;
  setQuery(query: string): void;
  /** Ids, best first; undefined where nothing is asked for. */
  readonly found: readonly string[] | undefined;
  /** Called when a search is about to begin. */
  prepare(): void;
}

/** Without pinyin, where it cannot be loaded, words and signs are still found. */
export function useSearch(findables: readonly Findable[]): Search {
  const [query, setQuery] = useState("");
  const [toPinyin, setToPinyin] = useState<ToPinyin>();
  const find = useMemo(() => searchIndex(findables, toPinyin), [findables, toPinyin]);
  const asked = query.trim();
  const found = useMemo(() => (asked === "" ? undefined : find(asked)), [find, asked]);
  const prepare = (): void => {
    loadPinyin().then(
      (loaded) => setToPinyin(() => loaded),
      () => (loading = undefined),
    );
  };
  return { query, setQuery, found, prepare };
}
