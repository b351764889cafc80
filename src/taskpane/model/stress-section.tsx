import { Button } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Compared } from "../../actions/what-if";
import type { BoundStress, NamedCell } from "../../model";
import { counted, type Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { cellKey, sameCell } from "./cell-picker";
import { CellsList } from "./cells-list";
import { NumberGrid } from "./number-grid";
import { shortNumber } from "./short-number";
import { WithoutAnswer } from "./slow-way";
import { useQuestion } from "./use-question";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  title: { en: "Policy stresses", zh: "政策压力情景" },
  intro: {
    en: "Each stress changes the inputs of our templates that answer to it, and others by their names; only for the calculation.",
    zh: "每种压力改变模板中与之对应的输入及其他按名称识别的输入，仅用于计算。",
  },
  outputs: { en: "Outputs to watch", zh: "关注的输出" },
  test: { en: "Test", zh: "测试" },
  keep: { en: "Keep as a case", zh: "存为情景" },
  output: { en: "Output", zh: "输出" },
  now: { en: "Now", zh: "当前" },
  stressed: { en: "Stressed", zh: "压力下" },
  change: { en: "Change", zh: "变化" },
  again: { en: "Read names again", zh: "重新读取名称" },
} satisfies Record<string, Texts>;

/** The questions asked of every industrial plan. */
export function StressSection() {
  const { say } = usePane();
  const { readStresses } = useWhatIfDeeds();
  const { busy, problem, run } = useDeed();
  const [stresses, setStresses] = useState<readonly BoundStress[]>([]);
  const [outputs, setOutputs] = useState<readonly NamedCell[]>([]);
  const read = useCallback(() => run(readStresses, setStresses), [readStresses, run]);
  useEffect(read, [read]);
  return (
    <details className="pane-section">
      <summary>{say(said.title)}</summary>
      <p className="pane-quiet">{say(said.intro)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <CellsList label={say(said.outputs)} cells={outputs} onChange={setOutputs} />
      <ul className="pane-cards">
        {stresses.map((bound) => (
          <StressCard key={bound.stress.id} bound={bound} outputs={outputs} />
        ))}
      </ul>
      <Button size="small" disabled={busy} onClick={read}>
        {say(said.again)}
      </Button>
    </details>
  );
}

const lacks = (needs: Texts): Texts =>
  ({ en: `Not among the inputs of this workbook: ${needs.en}`, zh: `本工作簿无此输入：${needs.zh}` });

const shownInputs = 6;

const more = (count: number): Texts => ({ en: `and ${counted(count, "more cell")}`, zh: `另有 ${count} 个单元格` });

interface CardProps {
  readonly bound: BoundStress;
  readonly outputs: readonly NamedCell[];
}

function StressCard({ bound, outputs }: CardProps) {
  const { say, surroundings, announce } = usePane();
  const { compareStress, addCaseOf } = useWhatIfDeeds();
  const asked = useQuestion<Compared>();
  const { busy, answer, run } = asked;
  const { stress, inputs, missing } = bound;
  const title = say(stress.title);
  const keep = (): void =>
    run(
      () => addCaseOf(title, (input, chosen) =>
        inputs.find(({ input: { place } }) => input.place && sameCell(place, input.place))?.value
          ?? input.values[chosen] ?? null,
      surroundings.supports),
      () => announce({ en: `Added the case ${title}.`, zh: `已新增情景“${title}”。` }),
    );
  return (
    <li>
      <h4 className="pane-strong">{title}</h4>
      <ul className="pane-notes">
        {inputs.slice(0, shownInputs).map(({ input, base, value }) => (
          <li key={cellKey(input.place)}>
            {input.name}: {shortNumber(base)} → {shortNumber(value)}
          </li>
        ))}
        {inputs.length > shownInputs && <li className="pane-quiet">{say(more(inputs.length - shownInputs))}</li>}
        {missing.map((needs) => (
          <li key={needs.en} className="pane-quiet">
            {say(lacks(needs))}
          </li>
        ))}
      </ul>
      {inputs.length > 0 && (
        <div className="pane-deeds">
          <Button
            size="small"
            disabled={busy || outputs.length === 0}
            aria-label={`${say(said.test)}: ${title}`}
            onClick={() => asked.ask((through) => compareStress(bound, outputs.map(({ place }) => place), through))}
          >
            {say(said.test)}
          </Button>
          <Button size="small" appearance="subtle" disabled={busy} aria-label={`${say(said.keep)}: ${title}`} onClick={keep}>
            {say(said.keep)}
          </Button>
        </div>
      )}
      <WithoutAnswer asked={asked} />
      {answer && (
        <NumberGrid
          heads={[said.output, said.now, said.stressed, said.change].map(say)}
          rows={outputs.map(({ name }, i) => {
            const [base, stressed] = [answer.base[i] ?? NaN, answer.stressed[i] ?? NaN];
            return { name, values: [base, stressed, stressed - base] };
          })}
        />
      )}
    </li>
  );
}
