import { Button } from "@fluentui/react-components";
import { createContext, useContext, useState } from "react";
import { runDeeds, type CutOffInput, type RunDeeds } from "../actions/unfinished-run";
import type { Texts } from "../refusal";
import { useReading } from "./deeds";
import { usePane } from "./pane-context";
import { Notice, ProblemNotice } from "./parts/notice";
import { useDeed } from "./parts/use-deed";

const said = {
  title: { en: "A run through the sheet was cut off.", zh: "通过工作表的运行被中断。" },
  inputs: { en: "Its inputs may still stand as it tried them.", zh: "其输入可能仍是试算值。" },
  putBack: { en: "Put them back", zh: "恢复输入" },
  keep: { en: "Keep as they are", zh: "保留现值" },
  restored: { en: "The inputs are as they were before the run.", zh: "输入已恢复为运行前的值。" },
  kept: { en: "The inputs stay as they are.", zh: "输入保留现值。" },
} satisfies Record<string, Texts>;

/** A test may put other deeds here. */
export const RunDeedsContext = createContext<RunDeeds>(runDeeds);

const most = 8;

/** Says of a workbook whose inputs were left in the middle of a run what they held before, and puts them back. */
export default function UnfinishedRun() {
  const { say, announce, surroundings } = usePane();
  const { readUnfinishedRun, putInputsBack, keepInputs } = useContext(RunDeedsContext);
  const { result: inputs } = useReading(surroundings.hasWorkbook ? readUnfinishedRun : undefined, []);
  const { busy, problem, run } = useDeed();
  const [isSettled, settle] = useState(false);
  if (!inputs || isSettled) return null;
  const choose = (deed: RunDeeds["keepInputs"], told: Texts): void =>
    run(
      () => deed(surroundings.supports),
      () => {
        settle(true);
        announce(told);
      },
    );
  return (
    <>
      <Notice
        intent="warning"
        title={say(said.title)}
        actions={
          <>
            <Button size="small" disabled={busy} onClick={() => choose(putInputsBack, said.restored)}>
              {say(said.putBack)}
            </Button>
            <Button size="small" disabled={busy} onClick={() => choose(keepInputs, said.kept)}>
              {say(said.keep)}
            </Button>
          </>
        }
      >
        {say(said.inputs)}
        <Changes inputs={inputs} />
      </Notice>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function Changes({ inputs }: { readonly inputs: readonly CutOffInput[] }) {
  const { say } = usePane();
  return (
    <>
      {inputs.slice(0, most).map((input) => (
        <div key={input.place}>{say(changeOf(input))}</div>
      ))}
      {inputs.length > most && <div>{say(furtherInputs(inputs.length - most))}</div>}
    </>
  );
}

const changeOf = ({ place, before, now }: CutOffInput): Texts =>
  now === undefined
    ? { en: `${place}: before ${before}; its sheet is gone`, zh: `${place}：原为 ${before}；其工作表已不在` }
    : { en: `${place}: before ${before}, now ${now}`, zh: `${place}：原为 ${before}，现为 ${now}` };

const furtherInputs = (count: number): Texts => ({ en: `and ${count} more`, zh: `等另外 ${count} 个` });
