import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { CaseComparison, Scenarios } from "../../actions/what-if";
import type { NamedCell } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { CellsList } from "./cells-list";
import { NumberGrid } from "./number-grid";
import { WithoutAnswer } from "./slow-way";
import { useQuestion } from "./use-question";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  cases: { en: "Cases", zh: "情景" },
  intro: {
    en: "Named cases in a native table with a selector: they work for recipients without this add-in. The inputs you choose "
      + "will refer to it.",
    zh: "情景存放于原生表格并配选择单元格，对方无需加载项即可使用。所选输入将引用该表。",
  },
  inputs: { en: "Inputs that differ between cases", zh: "各情景不同的输入" },
  first: { en: "Name of the first case", zh: "首个情景名称" },
  base: { en: "Base", zh: "基准" },
  create: { en: "Create from current inputs", zh: "用当前输入创建" },
  inUse: { en: "Case in use", zh: "当前情景" },
  name: { en: "Name of a new case", zh: "新情景名称" },
  add: { en: "+ From current inputs", zh: "+ 用当前输入新增" },
  outputs: { en: "Outputs to compare", zh: "比较的输出" },
  compare: { en: "Compare", zh: "比较" },
  output: { en: "Output", zh: "输出" },
  input: { en: "Input", zh: "输入" },
} satisfies Record<string, Texts>;

/** The named cases of the workbook. */
export function CasesSection() {
  const { say } = usePane();
  const { readScenarios } = useWhatIfDeeds();
  const { problem, run } = useDeed();
  const [scenarios, setScenarios] = useState<Scenarios>();
  const read = useCallback(() => run(readScenarios, setScenarios), [readScenarios, run]);
  useEffect(read, [read]);
  return (
    <details className="pane-section" open>
      <summary>{say(said.cases)}</summary>
      {problem && <ProblemNotice problem={problem} />}
      {scenarios ? <Standing scenarios={scenarios} onChanged={read} /> : <Beginning onCreated={read} />}
    </details>
  );
}

function Beginning({ onCreated }: { readonly onCreated: () => void }) {
  const { say, surroundings, announce } = usePane();
  const { createScenarios } = useWhatIfDeeds();
  const { busy, problem, run } = useDeed();
  const [inputs, setInputs] = useState<readonly NamedCell[]>([]);
  const [name, setName] = useState(say(said.base));
  const create = (): void => {
    const places = inputs.map(({ place }) => place);
    run(() => createScenarios(places, name.trim(), say, surroundings.supports), ({ sheet }) => {
      announce({ en: `Created the table of cases on ${sheet}.`, zh: `已在 ${sheet} 创建情景表。` });
      onCreated();
    });
  };
  return (
    <>
      <p className="pane-quiet">{say(said.intro)}</p>
      <CellsList label={say(said.inputs)} cells={inputs} onChange={setInputs} />
      <Field label={say(said.first)} size="small">
        <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Button appearance="primary" disabled={busy || inputs.length === 0 || name.trim() === ""} onClick={create}>
        {say(said.create)}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function Standing({ scenarios, onChanged }: { readonly scenarios: Scenarios; readonly onChanged: () => void }) {
  const { say, surroundings, announce } = usePane();
  const { addCase, switchCase } = useWhatIfDeeds();
  const { busy, problem, run } = useDeed();
  const [name, setName] = useState("");
  const { cases, chosen, inputs } = scenarios;
  const choose = (value: string): void =>
    run(() => switchCase(value, surroundings.supports), () => {
      announce({ en: `The model now uses ${value}.`, zh: `模型现使用“${value}”。` });
      onChanged();
    });
  const add = (): void =>
    run(() => addCase(name.trim(), surroundings.supports), () => {
      setName("");
      onChanged();
    });
  return (
    <>
      <Field label={say(said.inUse)} size="small">
        <Select size="small" value={chosen} disabled={busy} onChange={(_, { value }) => choose(value)}>
          {cases.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <NumberGrid
        heads={[say(said.input), ...cases]}
        rows={inputs.map((input) => ({ name: input.name, values: input.values.map(Number) }))}
      />
      <div className="pane-numbers">
        <Field label={say(said.name)} size="small">
          <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button size="small" disabled={busy || name.trim() === ""} onClick={add}>
          {say(said.add)}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <Comparison />
    </>
  );
}

function Comparison() {
  const { say } = usePane();
  const { compareCases } = useWhatIfDeeds();
  const asked = useQuestion<CaseComparison>();
  const { busy, answer } = asked;
  const [outputs, setOutputs] = useState<readonly NamedCell[]>([]);
  const places = outputs.map(({ place }) => place);
  return (
    <>
      <CellsList label={say(said.outputs)} cells={outputs} onChange={setOutputs} />
      <Button
        size="small"
        disabled={busy || outputs.length === 0}
        onClick={() => asked.ask((through) => compareCases(places, through))}
      >
        {say(said.compare)}
      </Button>
      <WithoutAnswer asked={asked} />
      {answer && <ComparedCases {...answer} />}
    </>
  );
}

/** Side by side, and how far each is from the first. */
function ComparedCases({ cases, outputs }: CaseComparison) {
  const { say } = usePane();
  const [first = "", ...others] = cases;
  const apart = outputs.map(({ name, values: [base = NaN, ...rest] }) =>
    ({ name, values: rest.map((value) => value - base) }));
  const differences: Texts = { en: `Differences from ${first}`, zh: `与“${first}”之差` };
  return (
    <>
      <NumberGrid heads={[say(said.output), ...cases]} rows={outputs} />
      {others.length > 0 && (
        <NumberGrid caption={say(differences)} heads={[say(said.output), ...others]} rows={apart} />
      )}
    </>
  );
}
