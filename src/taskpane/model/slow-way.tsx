import { Button } from "@fluentui/react-components";
import type { Unanswered } from "../../actions/what-if";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { NotReady } from "./not-ready";
import type { Asked } from "./use-question";

const said = {
  stop: { en: "Stop", zh: "停止" },
  stopped: { en: "Stopped. The sheet is as it was.", zh: "已停止，工作表未变。" },
  slowly: { en: "Run through the sheet (slow)", zh: "通过工作表运行（较慢）" },
  meanwhile: {
    en: "The inputs change meanwhile and are put back at the end, also when it is stopped.",
    zh: "期间输入单元格会变动，结束或停止后恢复原值。",
  },
} satisfies Record<string, Texts>;

const shown = (count: number): string => count.toLocaleString("en");

const times = (recalculations: number): Texts => ({
  en: `Through the sheet, the workbook is recalculated ${shown(recalculations)} times.`,
  zh: `通过工作表运行需重算工作簿 ${shown(recalculations)} 次。`,
});

interface OfferProps {
  readonly recalculations: number;
  /** What else it will take, and cannot be told beforehand. */
  readonly more?: Texts;
  readonly onStart: () => void;
}

/** What the way through the sheet takes, before it begins. */
export function SlowOffer({ recalculations, more, onStart }: OfferProps) {
  const { say, language } = usePane();
  const cost = [times(recalculations), more, said.meanwhile].flatMap((texts) => (texts ? [say(texts)] : []));
  return (
    <>
      <p className="pane-quiet">{cost.join(language === "en" ? " " : "")}</p>
      <Button size="small" onClick={onStart}>
        {say(said.slowly)}
      </Button>
    </>
  );
}

interface ProgressProps {
  readonly done: number;
  readonly of: number;
  readonly onStop: () => void;
}

/** How far a run is, and the way to end it. */
export function RunProgress({ done, of, onStop }: ProgressProps) {
  const { say } = usePane();
  const far: Texts = { en: `${shown(done)} of ${shown(of)}`, zh: `${shown(done)} / ${shown(of)}` };
  return (
    <>
      <Button size="small" onClick={onStop}>
        {say(said.stop)}
      </Button>
      <progress aria-label={say(far)} max={of} value={done} />
      <span className="pane-quiet">{say(far)}</span>
    </>
  );
}

export function Stopped() {
  const { say } = usePane();
  return <Notice intent="info">{say(said.stopped)}</Notice>;
}

interface UnansweredProps<Answer extends { readonly kind: string }> {
  readonly asked: Asked<Answer>;
  /** As in the offer. */
  readonly more?: Texts;
}

/** Why a question has no answer yet, with the way through the sheet where there is no other. */
export function WithoutAnswer<Answer extends { readonly kind: string }>({ asked, more }: UnansweredProps<Answer>) {
  const { problem, reason, done, stop, slowly } = asked;
  const recalculations = reason?.kind === "uncompiled" ? reason.recalculations : 0;
  if (done !== undefined) {
    return (
      <div className="pane-deed">
        <RunProgress done={done} of={Math.max(recalculations, done)} onStop={stop} />
      </div>
    );
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      {reason && <Reason reason={reason} />}
      {reason?.kind === "uncompiled" && <SlowOffer recalculations={recalculations} more={more} onStart={slowly} />}
    </>
  );
}

const Reason = ({ reason }: { readonly reason: Unanswered }) =>
  reason.kind === "stopped" ? <Stopped /> : <NotReady hindrance={reason} />;
