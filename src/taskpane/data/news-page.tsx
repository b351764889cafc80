import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { problemOf, writtenPlace, type Problem } from "../../actions";
import type { DataNews, NewsTaken } from "../../actions/data";
import { counted, type Texts } from "../../refusal";
import type { CellChange, TableNews } from "../../sharing/data/news";
import { useReading } from "../deeds";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { Waiting } from "../parts/waiting";
import { shownValue } from "../shown-values";
import { useDataDeeds } from "./data-deeds";
import { GoTo } from "./trace-page";

const said = {
  title: { en: "Newer data", zh: "较新数据" },
  apply: { en: "Update the tables", zh: "更新表格" },
  undo: {
    en: "Cells that you edited stay. One step of undo takes it back.",
    zh: "您改过的单元格保持不变；撤销一步即可还原。",
  },
  edited: { en: "edited by you, stays", zh: "您已改动，保持不变" },
  follows: { en: "a formula, follows by itself", zh: "公式，自动跟随" },
  dependents: { en: "Formulas that would change", zh: "将随之变化的公式" },
  none: { en: "No formula rests on these cells.", zh: "没有公式依赖这些单元格。" },
  cut: { en: "There are more of them.", zh: "此外还有更多。" },
  added: { en: "New rows (insert the table again to have them)", zh: "新增行（重新插入该表即可获得）" },
  removed: { en: "No longer in the data; your rows stay", zh: "数据中已删除；您的行保留" },
  same: { en: "No figure has changed.", zh: "没有数字变化。" },
  nothing: { en: "All tables are of the version at hand.", zh: "所有表格均为当前版本。" },
} satisfies Record<string, Texts>;

const taken = ({ written, kept }: NewsTaken): Texts => ({
  en: `${counted(written, "cell was", "cells were")} updated; ${kept.length} that you had edited stay as they are.`,
  zh: `已更新 ${written} 个单元格；您改动过的 ${kept.length} 个保持不变。`,
});

interface Props {
  readonly onBack: () => void;
  readonly onTaken: () => void;
}

/** What a newer version of the data would change in this workbook, before anything is touched. */
export function NewsPage({ onBack, onTaken }: Props) {
  const { say, surroundings, announce } = usePane();
  const { readDataNews, takeDataNews } = useDataDeeds();
  const [done, setDone] = useState<NewsTaken>();
  const [trouble, setTrouble] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { result, problem } = useReading(() => readDataNews(), []);
  const apply = async (): Promise<void> => {
    setBusy(true);
    try {
      const answer = await takeDataNews(surroundings.supports);
      setDone(answer);
      announce(taken(answer));
      onTaken();
    } catch (error) {
      setTrouble(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const failure = trouble ?? problem;
  const canApply = result !== undefined && result.tables.length > 0 && !done;
  return (
    <Page
      title={say(said.title)}
      onBack={onBack}
      footer={
        canApply && (
          <div className="pane-insert">
            <p className="pane-quiet">{say(said.undo)}</p>
            <Button appearance="primary" disabled={busy} onClick={() => void apply()}>
              {say(said.apply)}
            </Button>
          </div>
        )
      }
    >
      {failure && <ProblemNotice problem={failure} />}
      {done && <Notice intent="success">{say(taken(done))}</Notice>}
      {done ? <Changes changes={done.kept} /> : result && <News news={result} />}
      {!result && !problem && <Waiting />}
    </Page>
  );
}

function News({ news }: { readonly news: DataNews }) {
  const { say } = usePane();
  if (news.tables.length === 0) return <p>{say(said.nothing)}</p>;
  return (
    <>
      {news.tables.map((table) => (
        <OneTable key={table.registered.name} news={table} />
      ))}
      <h3 className="pane-kicker">{say(said.dependents)}</h3>
      {news.dependents.length === 0 && <p>{say(said.none)}</p>}
      <ul className="pane-notes">
        {news.dependents.map(({ then, shown, ...place }) => (
          <li key={writtenPlace(place)}>
            {writtenPlace(place)}: {shownValue(shown)}
            {then !== undefined && ` → ${shownValue(then)}`} <GoTo place={place} />
          </li>
        ))}
      </ul>
      {news.cut && <p className="pane-quiet">{say(said.cut)}</p>}
    </>
  );
}

const others = (count: number): Texts => ({
  en: `${counted(count, "cell")} of sources, dates and notes also ${count === 1 ? "changes" : "change"}.`,
  zh: `另有 ${count} 个来源、日期和说明单元格变化。`,
});

function OneTable({ news: { registered, table, changes, added, removed } }: { readonly news: TableNews }) {
  const { say } = usePane();
  const figures = changes.filter(({ isFigure }) => isFigure);
  const rest = changes.length - figures.length;
  return (
    <>
      <h3 className="pane-kicker">
        {say(table.title)} · {registered.version} → {table.version}
      </h3>
      {figures.length === 0 ? <p>{say(said.same)}</p> : <Changes changes={figures} />}
      {rest > 0 && <p className="pane-quiet">{say(others(rest))}</p>}
      <Names title={said.added} names={added} />
      <Names title={said.removed} names={removed} />
    </>
  );
}

function Names({ title, names }: { readonly title: Texts; readonly names: readonly string[] }) {
  const { say } = usePane();
  if (names.length === 0) return null;
  return <p>{say({ en: `${title.en}: ${names.join("; ")}`, zh: `${title.zh}：${names.join("；")}` })}</p>;
}

function Changes({ changes }: { readonly changes: readonly CellChange[] }) {
  const { say } = usePane();
  return (
    <ul className="pane-notes">
      {changes.map((change) => (
        <li key={`${change.sheet}!${change.address}`}>
          {say(figureText(change))}
          {shownValue(change.was)} → <strong>{shownValue(change.now)}</strong>
          {say(stateText(change))} <GoTo place={change} />
        </li>
      ))}
    </ul>
  );
}

const figureText = ({ key, period, header }: CellChange): Texts => ({
  en: `${key}, ${period}, ${header}: `,
  zh: `${key}，${period}，${header}：`,
});

function stateText({ state, held }: CellChange): Texts {
  if (state === "free") return { en: "", zh: "" };
  if (state === "follows") return { en: ` (${said.follows.en})`, zh: `（${said.follows.zh}）` };
  return { en: ` (${shownValue(held)}: ${said.edited.en})`, zh: `（${shownValue(held)}：${said.edited.zh}）` };
}
