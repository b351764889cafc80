import { Button, Select } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useState, type ReactNode } from "react";
import type { Place } from "../../actions";
import type { StandingOwnTable } from "../../actions/data";
import { tables, type ReferenceTable } from "../../reference";
import type { Texts } from "../../refusal";
import { useSelection, type Followed } from "../deeds";
import { usePane } from "../pane-context";
import { useListFocus } from "../parts/list-focus";
import { SearchBox } from "../parts/search-box";
import { useSearch } from "../search/use-search";
import type { ViewProps } from "../view";
import { choicesOf, facets, passes, type Filter } from "./facets";
import { findables, tablesOf } from "./find-table";
import { ImportPage } from "./import-page";
import { DataTools, InWorkbook } from "./in-workbook";
import { NewsPage } from "./news-page";
import { OwnPage } from "./own-page";
import { certaintiesText, countText, periodsText, unitsText } from "./table-facts";
import { TablePreview } from "./table-preview";
import { TracePage } from "./trace-page";
import { useDataInWorkbook } from "./use-data-in-workbook";
import "../views.css";

const said = {
  search: { en: "Search data", zh: "搜索数据" },
  placeholder: { en: "output, Anhui, 产能利用率, ah …", zh: "产量、安徽、产能利用率、ah …" },
  any: { en: "any", zh: "不限" },
  none: { en: "No table matches.", zh: "没有匹配的数据表。" },
  wider: { en: "Use fewer filters or other words.", zh: "请减少筛选条件或换个词。" },
  showAll: { en: "Show all tables", zh: "显示全部数据表" },
} satisfies Record<string, Texts>;

type Opened =
  | { readonly page: "table"; readonly table: ReferenceTable }
  | { readonly page: "own"; readonly own: StandingOwnTable }
  | { readonly page: "trace"; readonly place: Place }
  | { readonly page: "import" | "news" };

const entryOf = (opened: Opened): string => {
  if (opened.page === "table") return opened.table.id;
  return opened.page === "own" ? opened.own.table.name : opened.page;
};

export default function DataView({ searchAsked }: ViewProps) {
  const [page, setPage] = useState<Opened>();
  const followed = useSelection();
  const data = useDataInWorkbook(!page);
  const { list, opened } = useListFocus(!page, searchAsked);
  useEffect(() => setPage(undefined), [searchAsked]);
  const open = (chosen: Opened): void => {
    opened(entryOf(chosen));
    setPage(chosen);
  };
  const { selection } = followed;
  return (
    <>
      <div className="pane-list" hidden={page !== undefined} ref={list}>
        <Browse
          onOpen={(table) => open({ page: "table", table })}
          tools={
            <DataTools
              selection={selection}
              onImport={() => open({ page: "import" })}
              onTrace={() => selection && open({ page: "trace", place: selection.firstCell })}
            />
          }
          above={
            <InWorkbook
              data={data}
              onNews={() => open({ page: "news" })}
              onOwn={(own) => open({ page: "own", own })}
            />
          }
        />
      </div>
      {page && (
        <OpenedPage opened={page} followed={followed} onBack={() => setPage(undefined)} onChanged={data.askAnew} />
      )}
    </>
  );
}

interface OpenedProps {
  readonly opened: Opened;
  readonly followed: Followed;
  readonly onBack: () => void;
  /** Data were put into the workbook. */
  readonly onChanged: () => void;
}

function OpenedPage({ opened, followed, onBack, onChanged }: OpenedProps) {
  switch (opened.page) {
    case "table":
      return <TablePreview key={opened.table.id} table={opened.table} followed={followed} onBack={onBack} />;
    case "own":
      return <OwnPage own={opened.own} followed={followed} onBack={onBack} onInserted={onChanged} />;
    case "trace":
      return <TracePage place={opened.place} onBack={onBack} />;
    case "news":
      return <NewsPage onBack={onBack} onTaken={onChanged} />;
    case "import":
      return <ImportPage followed={followed} onBack={onBack} onInserted={onChanged} />;
  }
}

interface BrowseProps {
  readonly tools: ReactNode;
  readonly above: ReactNode;
  readonly onOpen: (table: ReferenceTable) => void;
}

function Browse({ tools, above, onOpen }: BrowseProps) {
  const { say } = usePane();
  const { query, setQuery, found, prepare } = useSearch(findables);
  const [filter, setFilter] = useState<Filter>({});
  const shown = useMemo(
    () => (found ? tablesOf(found) : tables).filter((table) => passes(table, filter)),
    [found, filter],
  );
  const showAll = (): void => {
    setQuery("");
    setFilter({});
  };
  return (
    <>
      <SearchBox
        label={say(said.search)}
        placeholder={say(said.placeholder)}
        query={query}
        onQuery={setQuery}
        onFocus={prepare}
      />
      <Filters filter={filter} onFilter={setFilter} />
      {tools}
      <div className="pane-scroll">
        {above}
        <ul className="pane-rows">
          {shown.map((table) => (
            <li key={table.id}>
              <TableRow table={table} onOpen={() => onOpen(table)} />
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <div className="pane-empty" role="status">
            <p className="pane-strong">{say(said.none)}</p>
            <p>{say(said.wider)}</p>
            <Button size="small" onClick={showAll}>
              {say(said.showAll)}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ filter, onFilter }: FiltersProps) {
  const { say } = usePane();
  const id = useId();
  return (
    <div className="pane-filters">
      {facets.map((facet) => (
        <div key={facet.name} className="pane-filter">
          <label htmlFor={id + facet.name}>{say(facet.text)}</label>
          <Select
            id={id + facet.name}
            size="small"
            value={filter[facet.name] ?? ""}
            onChange={(_, { value }) => onFilter({ ...filter, [facet.name]: value || undefined })}
          >
            <option value="">{say(said.any)}</option>
            {choicesOf(facet, tables).map(({ value, text }) => (
              <option key={value} value={value}>
                {say(text)}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </div>
  );
}

function TableRow({ table, onOpen }: { readonly table: ReferenceTable; readonly onOpen: () => void }) {
  const { say, language } = usePane();
  const facts = [
    countText(table, language),
    periodsText(table, language),
    unitsText(table, language),
    certaintiesText(table, language),
  ];
  return (
    <button type="button" className="pane-row" data-opens={table.id} onClick={onOpen}>
      <span className="pane-row-title">{say(table.title)}</span>
      <span className="pane-row-text">{say(table.description)}</span>
      <span className="pane-row-facts">{facts.filter(Boolean).join(" · ")}</span>
    </button>
  );
}
