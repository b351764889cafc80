import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { onSheet } from "../../formulas/sheet-names";
import type { RepairOutcome, Watch } from "../../actions/share";
import type { Supports } from "../../actions/run";
import { counted, type Texts } from "../../refusal";
import type { Restoration } from "../../sharing/portable/restore";
import { usePane } from "../pane-context";
import { InProgress } from "../parts/in-progress";
import { Notice, ProblemNotice } from "../parts/notice";
import { useShareDeeds } from "./share-deeds";
import { useWatchedDeed } from "./use-watched-deed";

const said = {
  title: { en: "When it comes back", zh: "收回之后" },
  restore: { en: "Restore originals", zh: "还原原公式" },
  needs: {
    en: "Restoring reads the copy's report sheet and the records of this add-in. Clean takes those records out: table "
      + "columns, names and notes then do not come back.",
    zh: "还原需要副本的报告工作表和本加载项的记录。“清理”若清除该记录，表格列、名称和批注将无法还原。",
  },
  locked: { en: "On protected sheets, not touched:", zh: "位于受保护的工作表，未作更改：" },
} satisfies Record<string, Texts>;

interface Props {
  /** How many formulas are stuck at #NAME?. */
  readonly stuck: number;
  readonly onChanged: () => void;
}

interface Outcome {
  readonly sum: Texts;
  readonly left: readonly Left[];
  readonly leftTitle?: Texts;
}

/** Something that was not changed, and why, where that is not said for all. */
interface Left {
  readonly place: string;
  readonly formula: string;
  readonly why?: Texts;
}

/** Brings original formulas back, and wakes those up that lost this add-in on the way. */
export function ComingBack({ stuck, onChanged }: Props) {
  const { say, surroundings, announce } = usePane();
  const { restoreFormulas, repairFormulas } = useShareDeeds();
  const { busy, problem, done, run, stop } = useWatchedDeed();
  const [outcome, setOutcome] = useState<Outcome>();
  const start = <T,>(
    deed: (supports: Supports, watch: Watch) => Promise<T>,
    outcomeOf: (result: T) => Outcome,
  ): void => {
    setOutcome(undefined);
    run((watch) => deed(surroundings.supports, watch), (result) => {
      const told = outcomeOf(result);
      setOutcome(told);
      announce(told.sum);
      onChanged();
    });
  };
  return (
    <section>
      <h3 className="pane-kicker">{say(said.title)}</h3>
      <p className="pane-quiet">{say(said.needs)}</p>
      {busy && <InProgress done={done} text={entered(done)} onStop={stop} />}
      {problem && <ProblemNotice problem={problem} />}
      {outcome && <Told outcome={outcome} />}
      <div className="pane-deeds">
        <Button disabled={busy} onClick={() => start(restoreFormulas, restored)}>
          {say(said.restore)}
        </Button>
        <Button disabled={busy || stuck === 0} onClick={() => start(repairFormulas, repaired)}>
          {say(repair(stuck))}
        </Button>
      </div>
    </section>
  );
}

const repair = (count: number): Texts => ({
  en: `Repair #NAME? formulas (${count})`,
  zh: `修复 #NAME? 公式（${count}）`,
});

const entered = (count: number): Texts => ({ en: `${counted(count, "formula")} entered`, zh: `已写入 ${count} 个公式` });

const restored = ({ restored: cells, left }: Restoration): Outcome => ({
  sum: {
    en: `${counted(cells.length, "original formula is", "original formulas are")} back, ${left.length} not.`,
    zh: `已还原 ${cells.length} 个原公式，${left.length} 个未还原。`,
  },
  left: left.map(({ place, original, why }) => ({ place, formula: original, why })),
});

const repaired = ({ repaired: cells, protected: locked }: RepairOutcome): Outcome => ({
  sum: {
    en: `${counted(cells.length, "formula was", "formulas were")} entered anew, ${locked.length} not.`,
    zh: `已重新写入 ${cells.length} 个公式，${locked.length} 个未写入。`,
  },
  left: locked.map(({ sheet, address, formula }) => ({ place: onSheet(sheet, address), formula })),
  leftTitle: said.locked,
});

function Told({ outcome: { sum, left, leftTitle } }: { readonly outcome: Outcome }) {
  const { say } = usePane();
  return (
    <>
      <Notice intent={left.length > 0 ? "warning" : "success"}>{say(sum)}</Notice>
      {left.length > 0 && leftTitle && <p>{say(leftTitle)}</p>}
      <ul className="pane-cards">
        {left.map(({ place, formula, why }) => (
          <li key={place}>
            <p className="pane-strong">{place}</p>
            <p className="pane-quiet">
              <code>{formula}</code>
            </p>
            {why && <p>{say(why)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
