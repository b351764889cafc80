import { Button, Checkbox } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { WorkbookTrace } from "../../actions/share";
import type { Texts } from "../../refusal";
import type { Trace } from "../../sharing/scrub";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { Waiting } from "../parts/waiting";
import { useShareDeeds } from "./share-deeds";

const said = {
  intro: {
    en: "What the workbook tells of its makers, or holds out of sight. Choose what to take out before it leaves your desk.",
    zh: "工作簿中透露制作者信息或不可见的内容。请选择外发前要清除的部分。",
  },
  none: { en: "Nothing of the kind is left.", zh: "没有需要清除的内容。" },
  stays: { en: "stays, as formulas read it:", zh: "有公式引用，保留：" },
  noUndo: {
    en: "Deleted sheets do not come back with Ctrl+Z. Save a copy first.",
    zh: "删除的工作表无法用 Ctrl+Z 恢复。请先另存副本。",
  },
  file: {
    en: "Comment threads and the part that asks for this add-in can only be taken out of the saved file: policy scrub.",
    zh: "批注会话及要求本加载项的部件只能从已保存的文件中清除：policy scrub。",
  },
  records: {
    en: "These hold what the check accepted, and what restores names, table columns and notes of a portable copy.",
    zh: "其中保存检查中已接受的事项，以及还原便携副本的名称、表格列和批注所需的内容。",
  },
  take: { en: "Take out", zh: "清除" },
} satisfies Record<string, Texts>;

const names: Readonly<Record<Trace, Texts>> = {
  authors: { en: "Authors", zh: "作者" },
  comments: { en: "Comments", zh: "批注" },
  "hidden-sheets": { en: "Hidden sheets", zh: "隐藏工作表" },
  settings: { en: "Records of this add-in", zh: "本加载项的记录" },
  "add-in": { en: "Reference to this add-in", zh: "对本加载项的引用" },
};

/** What should not travel with the workbook, listed before it goes. */
export function TracesPart() {
  const { say, surroundings, announce } = usePane();
  const { scrubWorkbook, workbookTraces } = useShareDeeds();
  const { busy, problem, run } = useDeed();
  const [found, setFound] = useState<readonly WorkbookTrace[]>();
  const [chosen, setChosen] = useState<readonly Trace[]>([]);
  const read = useCallback(() => run(workbookTraces, setFound), [run, workbookTraces]);
  useEffect(read, [read]);
  const toggle = (trace: Trace, wanted: boolean): void =>
    setChosen((before) => (wanted ? [...before, trace] : before.filter((each) => each !== trace)));
  const take = (): void =>
    run(() => scrubWorkbook(chosen, surroundings.supports), () => {
      announce({ en: "Taken out.", zh: "已清除。" });
      setChosen([]);
      read();
    });
  return (
    <div className="pane-scroll">
      <p>{say(said.intro)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {busy && !found && <Waiting />}
      {found?.length === 0 && <p role="status">{say(said.none)}</p>}
      <ul className="pane-cards">
        {found?.map((each) => (
          <TraceRow key={each.trace} found={each} checked={chosen.includes(each.trace)} onCheck={toggle} />
        ))}
      </ul>
      {chosen.includes("hidden-sheets") && <Notice intent="warning">{say(said.noUndo)}</Notice>}
      {chosen.includes("settings") && <Notice intent="warning">{say(said.records)}</Notice>}
      {found && found.length > 0 && (
        <Button appearance="primary" disabled={busy || chosen.length === 0} onClick={take}>
          {say(said.take)}
        </Button>
      )}
      <p className="pane-quiet">{say(said.file)}</p>
    </div>
  );
}

interface TraceRowProps {
  readonly found: WorkbookTrace;
  readonly checked: boolean;
  readonly onCheck: (trace: Trace, wanted: boolean) => void;
}

function TraceRow({ found: { trace, what, stays }, checked, onCheck }: TraceRowProps) {
  const { say } = usePane();
  return (
    <li>
      <Checkbox
        checked={checked}
        label={`${say(names[trace])}: ${say(what)}`}
        onChange={(_, { checked: wanted }) => onCheck(trace, wanted === true)}
      />
      {stays && (
        <p className="pane-quiet">
          {say(said.stays)} {say(stays)}
        </p>
      )}
    </li>
  );
}
