import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Definition, Parameter } from "../../functions";
import type { Texts } from "../../refusal";
import type { Followed } from "../deeds";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { Page } from "../parts/page";
import { ArgumentField } from "./argument-field";
import { InsertPreview } from "./insert-preview";
import { selectionText, useDraft, useFollowing } from "./use-draft";
import { useInsertion } from "./use-insertion";

const said = {
  back: { en: "Back", zh: "上一步" },
  next: { en: "Next", zh: "下一步" },
  inputs: { en: "Inputs", zh: "输入" },
  options: { en: "Options", zh: "选项" },
  preview: { en: "Preview", zh: "预览" },
  noOptions: { en: "Nothing to choose: this function has no options.", zh: "该函数没有可选项。" },
  insertAt: { en: "Insert at", zh: "插入到" },
  insert: { en: "Insert", zh: "插入" },
} satisfies Record<string, Texts>;

const steps = ["inputs", "options", "preview"] as const;
type Step = (typeof steps)[number];

interface Props {
  readonly definition: Definition;
  readonly followed: Followed;
  readonly onBack: () => void;
}

type Entry = readonly [string, Parameter];

/** From a function to its formula in three steps: what it needs, how it shall work, what it gives and where. */
export function InsertFunction({ definition, followed, onBack }: Props) {
  const { say } = usePane();
  const entries = Object.entries(definition.parameters);
  const ofStep: Readonly<Record<Step, readonly Entry[]>> = {
    inputs: entries.filter(([, { optional }]) => !optional),
    options: entries.filter(([, { optional }]) => optional),
    preview: [],
  };
  const { selection } = followed;
  const draft = useDraft(definition, followed);
  const insertion = useInsertion(definition, draft, onBack);
  const [step, setStep] = useState<Step>("inputs");
  const [strict, setStrict] = useState(false);
  const [waiting, setWaiting] = useState<{ readonly name: string; readonly since: number }>();
  const form = useRef<HTMLDivElement>(null);
  useFollowing(followed, waiting?.since, (chosen) =>
    draft.type(waiting!.name, selectionText(chosen, draft.target)),
  );

  const next = (): void => {
    const isFaulty = ofStep[step].some(([name]) => draft.faults[name]);
    setStrict(isFaulty);
    setWaiting(undefined);
    if (isFaulty) focusFirstFault(form.current);
    else setStep(steps[steps.indexOf(step) + 1]!);
  };
  const back = (): void => (step === "inputs" ? onBack() : setStep(steps[steps.indexOf(step) - 1]!));
  return (
    <Page
      title={say(definition.title)}
      onBack={onBack}
      footer={
        <>
          <Button onClick={back}>{say(said.back)}</Button>
          <Dots step={step} />
          {step === "preview" ? (
            <InsertButton insertion={insertion} address={draft.target?.address} />
          ) : (
            <Button appearance="primary" onClick={next}>
              {say(said.next)}
            </Button>
          )}
        </>
      }
    >
      <h3 className="pane-step" aria-live="polite">
        {steps.indexOf(step) + 1}/{steps.length} {say(said[step])}
      </h3>
      {followed.problem && <ProblemNotice problem={followed.problem} />}
      <div ref={form}>
        {ofStep[step].map(([name, parameter]) => (
          <ArgumentField
            key={name}
            name={name}
            parameter={parameter}
            draft={draft}
            selection={selection}
            strict={strict}
            onWait={() => setWaiting({ name, since: performance.now() })}
          />
        ))}
      </div>
      {step === "options" && ofStep.options.length === 0 && <p>{say(said.noOptions)}</p>}
      {step === "preview" && (
        <InsertPreview definition={definition} draft={draft} insertion={insertion} followed={followed} />
      )}
    </Page>
  );
}

/** After the fields have been drawn with what is wrong. */
function focusFirstFault(form: HTMLElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

function Dots({ step }: { readonly step: Step }) {
  return (
    <span className="pane-dots" aria-hidden="true">
      {steps.map((name) => (
        <span key={name} className={name === step ? "pane-dot pane-dot-now" : "pane-dot"} />
      ))}
    </span>
  );
}

interface InsertButtonProps {
  readonly insertion: ReturnType<typeof useInsertion>;
  readonly address: string | undefined;
}

function InsertButton({ insertion, address }: InsertButtonProps) {
  const { say } = usePane();
  return (
    <Button appearance="primary" disabled={!insertion.possible || insertion.busy} onClick={insertion.insert}>
      {address ? `${say(said.insertAt)} ${address}` : say(said.insert)}
    </Button>
  );
}
