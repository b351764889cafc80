import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { callsIn } from "../../formulas/calls";
import type { Definition } from "../../functions";
import type { Texts } from "../../refusal";
import { useDeeds, useReading, useSelection, type Followed } from "../deeds";
import { usePane } from "../pane-context";
import { useListFocus } from "../parts/list-focus";
import { SearchBox } from "../parts/search-box";
import { useSearch } from "../search/use-search";
import { shownValue } from "../shown-values";
import type { ViewProps } from "../view";
import { ExplainPage } from "./explain-page";
import { useFavourites } from "./favourites";
import { definitionsOf, findables } from "./find-function";
import { FunctionCard } from "./function-card";
import { FunctionGroups, FunctionRows } from "./function-list";
import { InsertFunction } from "./insert-function";
import "../views.css";

const said = {
  search: { en: "Search functions", zh: "搜索函数" },
  placeholder: { en: "capacity, HHI, 集中度, cnlyl …", zh: "产能、集中度、HHI、cnlyl …" },
  none: { en: "No function matches", zh: "没有匹配的函数：" },
  tryThese: { en: "Try concentration, capacity or 零整比.", zh: "可尝试：集中度、产能、零整比。" },
  showAll: { en: "Show all functions", zh: "显示全部函数" },
  explain: { en: "Explain", zh: "解释" },
  selected: { en: "Selected cell", zh: "所选单元格" },
} satisfies Record<string, Texts>;

type Page = { readonly kind: "card" | "insert"; readonly definition: Definition } | { readonly kind: "explain" };

export default function FunctionsView({ searchAsked }: ViewProps) {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const page = pages.at(-1);
  const [favourites, toggle] = useFavourites();
  const followed = useSelection();
  const { list, opened } = useListFocus(!page, searchAsked);
  useEffect(() => setPages([]), [searchAsked]);

  const open = (next: Page, by: string): void => {
    if (!page) opened(by);
    setPages([...pages, next]);
  };
  const openCard = (definition: Definition): void => open({ kind: "card", definition }, definition.name);
  const explain = (): void => open({ kind: "explain" }, "explain");
  const back = (): void => setPages(pages.slice(0, -1));
  return (
    <>
      <div className="pane-list" hidden={page !== undefined} ref={list}>
        <Browse followed={followed} favourites={favourites} onOpen={openCard} onExplain={explain} />
      </div>
      {page?.kind === "card" && (
        <FunctionCard
          key={page.definition.name}
          definition={page.definition}
          isFavourite={favourites.includes(page.definition.name)}
          onFavourite={() => toggle(page.definition.name)}
          onInsert={() => open({ kind: "insert", definition: page.definition }, "insert")}
          onBack={back}
        />
      )}
      {page?.kind === "insert" && (
        <InsertFunction key={page.definition.name} definition={page.definition} followed={followed} onBack={back} />
      )}
      {page?.kind === "explain" && <ExplainPage followed={followed} onOpen={openCard} onBack={back} />}
    </>
  );
}

interface BrowseProps {
  readonly followed: Followed;
  readonly favourites: readonly string[];
  readonly onOpen: (definition: Definition) => void;
  readonly onExplain: () => void;
}

function Browse({ followed, favourites, onOpen, onExplain }: BrowseProps) {
  const { say } = usePane();
  const { query, setQuery, found, prepare } = useSearch(findables);
  return (
    <>
      <SearchBox
        label={say(said.search)}
        placeholder={say(said.placeholder)}
        query={query}
        onQuery={setQuery}
        onFocus={prepare}
      />
      <SelectedCall followed={followed} onExplain={onExplain} />
      <div className="pane-scroll">
        {!found && <FunctionGroups favourites={definitionsOf(favourites)} onOpen={onOpen} />}
        {found && found.length > 0 && <FunctionRows definitions={definitionsOf(found)} onOpen={onOpen} />}
        {found?.length === 0 && (
          <div className="pane-empty" role="status">
            <p className="pane-strong">
              {say(said.none)} “{query.trim()}”
            </p>
            <p>{say(said.tryThese)}</p>
            <Button size="small" onClick={() => setQuery("")}>
              {say(said.showAll)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** One line about the selected cell, where it holds one of our functions. */
function SelectedCall({ followed, onExplain }: { readonly followed: Followed; readonly onExplain: () => void }) {
  const { say } = usePane();
  const { explainCell } = useDeeds();
  const { selection } = followed;
  const [call] = selection ? callsIn(selection.formula) : [];
  const { result } = useReading(call && selection && (() => explainCell(selection.firstCell)), [
    selection,
    call?.start,
  ]);
  if (!selection || !call) return null;
  return (
    <div className="pane-selected">
      <span className="pane-selected-text" title={selection.formula}>
        <span className="pane-quiet">{selection.firstCell.address} ▸ </span>
        <code>{call.definition.name}</code>
        {result?.place.address === selection.firstCell.address && <strong> = {shownValue(result.value)}</strong>}
      </span>
      <Button
        size="small"
        data-opens="explain"
        aria-label={`${say(said.explain)}: ${say(said.selected)} ${selection.firstCell.address}`}
        onClick={onExplain}
      >
        {say(said.explain)}
      </Button>
    </div>
  );
}
