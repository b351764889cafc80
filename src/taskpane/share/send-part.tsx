import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { PortableOutcome, PortablePreview } from "../../actions/share";
import { counted, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { InProgress } from "../parts/in-progress";
import { Notice, ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { Waiting } from "../parts/waiting";
import { ComingBack } from "./coming-back";
import { type Choices, SendChoices } from "./send-choices";
import { nothingMade, proof, SendOutcome } from "./send-outcome";
import { SendPreview } from "./send-preview";
import { useShareDeeds } from "./share-deeds";
import { useWatchedDeed } from "./use-watched-deed";

const said = {
  intro: {
    en: "A copy that calculates without this add-in. Every cell is calculated again and compared before you get it.",
    zh: "无需本加载项即可计算的副本。交付前会重新计算并比较每个单元格。",
  },
  make: { en: "Make portable copy", zh: "制作便携副本" },
} satisfies Record<string, Texts>;

/** Makes the copy that goes out, and takes up the one that comes back. */
export function SendPart() {
  const { say } = usePane();
  const [choices, choose] = useState<Choices>({ recipient: "excel2016", into: "workbook" });
  const [outcome, setOutcome] = useState<PortableOutcome>();
  const { preview, problem, read } = usePreview(choices);
  return (
    <div className="pane-scroll">
      <p>{say(said.intro)}</p>
      <Making choices={choices} preview={preview} onChoose={choose} onOutcome={setOutcome}>
        {problem && <ProblemNotice problem={problem} />}
        {!preview && !problem && <Waiting />}
        {preview && preview.stuck.length > 0 && <Notice intent="warning">{say(stuckFirst(preview.stuck.length))}</Notice>}
        {preview && <SendPreview plan={preview.plan} />}
      </Making>
      {outcome && <SendOutcome outcome={outcome} />}
      <ComingBack stuck={preview?.stuck.length ?? 0} onChanged={read} />
    </div>
  );
}

const stuckFirst = (count: number): Texts => ({
  en: `${counted(count, "formula does", "formulas do")} not calculate (#NAME?). Repair first, at the end of this page.`,
  zh: `${count} 个公式无法计算（#NAME?）。请先在本页末尾修复。`,
});

/** What the choices would bring; undefined until it is read. */
function usePreview({ recipient, into }: Choices) {
  const { language } = usePane();
  const { previewPortable } = useShareDeeds();
  const { problem, run } = useDeed();
  const [preview, setPreview] = useState<PortablePreview>();
  const [asked, ask] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setPreview(undefined);
    run(() => previewPortable({ recipient, into, language }), (result) => {
      if (isWanted) setPreview(result);
    });
    return () => {
      isWanted = false;
    };
  }, [run, previewPortable, recipient, into, language, asked]);
  return { preview, problem, read: () => ask((count) => count + 1) };
}

interface MakingProps {
  readonly choices: Choices;
  readonly preview: PortablePreview | undefined;
  readonly onChoose: (choices: Choices) => void;
  readonly onOutcome: (outcome: PortableOutcome | undefined) => void;
  readonly children: React.ReactNode;
}

function Making({ choices, preview, onChoose, onOutcome, children }: MakingProps) {
  const { say, language, surroundings, announce } = usePane();
  const { makePortable } = useShareDeeds();
  const { busy, problem, done, run, stop } = useWatchedDeed();
  const isNeeded = preview && preview.plan.cells.length + preview.plan.definitions.length > 0;
  const make = (): void => {
    onOutcome(undefined);
    run((watch) => makePortable({ ...choices, language }, surroundings.supports, watch), (result) => {
      onOutcome(result);
      announce(result.kind === "made" ? proof(result) : nothingMade(result.differences.length));
    });
  };
  return (
    <>
      <SendChoices chosen={choices} disabled={busy} onChoose={(chosen) => {
        onOutcome(undefined);
        onChoose(chosen);
      }} />
      {children}
      {busy && <InProgress done={done} text={written(done)} onStop={stop} />}
      {problem && <ProblemNotice problem={problem} />}
      <div className="pane-deeds">
        <Button appearance="primary" disabled={busy || !isNeeded} onClick={make}>
          {say(said.make)}
        </Button>
      </div>
    </>
  );
}

const written = (rows: number): Texts => ({ en: `${counted(rows, "row")} written`, zh: `已写入 ${rows} 行` });
