import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { GoalAnswer } from "../../actions/what-if";
import type { GoalFound, NamedCell } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice } from "../parts/notice";
import { CellsList } from "./cells-list";
import { shortNumber } from "./short-number";
import { WithoutAnswer } from "./slow-way";
import { useQuestion } from "./use-question";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  title: { en: "Goal seek and break-even", zh: "单变量求解与盈亏平衡" },
  output: { en: "Output that should reach the target", zh: "应达到目标的输出" },
  input: { en: "Input that may change", zh: "可变的输入" },
  target: { en: "Target", zh: "目标值" },
  low: { en: "From", zh: "从" },
  high: { en: "To", zh: "到" },
  seek: { en: "Seek", zh: "求解" },
  jump: { en: "jumps past the target here", zh: "在此处跳过目标值" },
  copy: { en: "Copy", zh: "复制" },
  more: {
    en: "Each solution takes some 15 more; solutions close together may be missed.",
    zh: "每个解另需约 15 次；相距很近的解可能遗漏。",
  },
} satisfies Record<string, Texts>;

/** Every value of an input between two bounds at which an output reaches a target. */
export function GoalSection() {
  const { say } = usePane();
  const { runGoalSeek } = useWhatIfDeeds();
  const asked = useQuestion<GoalAnswer>();
  const { busy, answer } = asked;
  const [inputs, setInputs] = useState<readonly NamedCell[]>([]);
  const [outputs, setOutputs] = useState<readonly NamedCell[]>([]);
  const [typed, setTyped] = useState({ target: "0", low: "0", high: "100" });
  const [target, low, high] = [typed.target, typed.low, typed.high].map((text) => (text.trim() ? Number(text) : NaN)) as
    [number, number, number];
  const [[input], [output]] = [inputs, outputs];
  const isReady = input && output && Number.isFinite(target) && low < high;
  return (
    <details className="pane-section">
      <summary>{say(said.title)}</summary>
      <CellsList label={say(said.output)} cells={outputs} onChange={setOutputs} most={1} />
      <CellsList label={say(said.input)} cells={inputs} onChange={setInputs} most={1} />
      <div className="pane-numbers">
        {(["target", "low", "high"] as const).map((name) => (
          <Field key={name} label={say(said[name])} size="small">
            <Input
              size="small"
              inputMode="decimal"
              value={typed[name]}
              onChange={(_, { value }) => setTyped((before) => ({ ...before, [name]: value }))}
            />
          </Field>
        ))}
      </div>
      <Button
        size="small"
        disabled={busy || !isReady}
        onClick={() =>
          isReady && asked.ask((through) => runGoalSeek(input.place, output.place, { target, low, high }, through))}
      >
        {say(said.seek)}
      </Button>
      <WithoutAnswer asked={asked} more={said.more} />
      {answer && <Roots found={answer.found} name={input?.name ?? ""} />}
    </details>
  );
}

function Roots({ found: { roots, curve, gaps }, name }: { readonly found: GoalFound; readonly name: string }) {
  const { say, surroundings } = usePane();
  const values = curve.map(({ output }) => output).filter(Number.isFinite);
  const ends: Texts = {
    en: `No solution between ${shortNumber(curve[0]!.input)} and ${shortNumber(curve.at(-1)!.input)}.`,
    zh: `在 ${shortNumber(curve[0]!.input)} 与 ${shortNumber(curve.at(-1)!.input)} 之间无解。`,
  };
  const reach: Texts = {
    en: `There the output goes from ${shortNumber(Math.min(...values))} to ${shortNumber(Math.max(...values))}.`,
    zh: `在此范围内输出介于 ${shortNumber(Math.min(...values))} 与 ${shortNumber(Math.max(...values))} 之间。`,
  };
  const missing: Texts = {
    en: `At ${gaps} of ${curve.length} points the output is no number.`,
    zh: `${curve.length} 个取值点中有 ${gaps} 个的输出不是数字。`,
  };
  return (
    <div role="status">
      {roots.length === 0 && (
        <Notice intent="info" title={say(ends)}>
          {say(reach)}
        </Notice>
      )}
      <ul className="pane-notes">
        {roots.map(({ at, jump }) => (
          <li key={at}>
            {name} = <span className="pane-strong">{Number(at.toPrecision(12))}</span> {jump && `(${say(said.jump)})`}
            <Button
              size="small"
              appearance="transparent"
              aria-label={`${say(said.copy)} ${at}`}
              onClick={() => void surroundings.copyText(String(at))}
            >
              {say(said.copy)}
            </Button>
          </li>
        ))}
        {gaps > 0 && <li className="pane-quiet">{say(missing)}</li>}
      </ul>
    </div>
  );
}
