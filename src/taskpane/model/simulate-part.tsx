import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { mostThroughHost, type Simulated } from "../../actions/what-if";
import {
  nearestPossible, type NamedCell, type SimulatedOutput, type SimulationSetup, type UncertainInput,
} from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { cellKey, CellLine, CellPicker, sameCell } from "./cell-picker";
import { CorrelationFields } from "./correlation-fields";
import { DistributionFields, distributionAround } from "./distribution-fields";
import { NotReady } from "./not-ready";
import { SimulationOutcome } from "./simulation-outcome";
import { RunProgress, SlowOffer, Stopped } from "./slow-way";
import { useSimulation } from "./use-simulation";
import { useWhatIfDeeds } from "./what-if-deeds";
import "./what-if.css";

const said = {
  noWorkbook: { en: "Open this pane in Excel to simulate.", zh: "请在 Excel 中打开本窗格以进行模拟。" },
  inputs: { en: "Uncertain inputs", zh: "不确定的输入" },
  outputs: { en: "Outputs", zh: "输出" },
  draws: { en: "Draws", zh: "次数" },
  seed: { en: "Seed", zh: "种子" },
  method: { en: "Sampling", zh: "抽样方式" },
  latin: { en: "Latin hypercube", zh: "拉丁超立方" },
  plain: { en: "Plain", zh: "简单随机" },
  run: { en: "Run", zh: "运行" },
  threshold: { en: "Threshold", zh: "门槛" },
  nearest: { en: "Take the nearest possible correlations", zh: "改用最接近的可行相关系数" },
  side: { en: "Breached when", zh: "突破方向" },
  below: { en: "below", zh: "低于" },
  above: { en: "above", zh: "高于" },
} satisfies Record<string, Texts>;

const counts = [100, 1_000, 10_000, 100_000, 1_000_000] as const;

const fresh: SimulationSetup = { inputs: [], outputs: [], draws: 10_000, seed: 42, method: "latin" };

/** Inputs with distributions, outputs, and what comes of them. */
export default function SimulatePart() {
  const { say, surroundings } = usePane();
  const { readSetup } = useWhatIfDeeds();
  const [setup, setSetup] = useState(fresh);
  const change = (part: Partial<SimulationSetup>): void => setSetup((before) => ({ ...before, ...part }));
  useEffect(() => {
    if (!surroundings.hasWorkbook) return;
    readSetup().then((kept) => kept && setSetup(kept), () => undefined);
  }, [readSetup, surroundings.hasWorkbook]);
  if (!surroundings.hasWorkbook) return <Notice intent="info">{say(said.noWorkbook)}</Notice>;
  return (
    <div className="pane-scroll">
      <Inputs setup={setup} onChange={change} />
      <Outputs setup={setup} onChange={change} />
      <Settings setup={setup} onChange={change} />
      <Runs setup={setup} onChange={change} />
    </div>
  );
}

interface Part {
  readonly setup: SimulationSetup;
  readonly onChange: (part: Partial<SimulationSetup>) => void;
}

function Inputs({ setup: { inputs, correlations }, onChange }: Part) {
  const { say } = usePane();
  const add = (cells: readonly NamedCell[]): void => {
    const added = cells.flatMap(({ place, name, value }): UncertainInput[] =>
      value === undefined || inputs.some((input) => sameCell(input.place, place))
        ? []
        : [{ place, name, distribution: distributionAround("triangular", value) }]);
    onChange({ inputs: [...inputs, ...added], correlations: undefined });
  };
  return (
    <section aria-label={say(said.inputs)}>
      <h3 className="pane-kicker">{say(said.inputs)}</h3>
      {inputs.map((input, i) => (
        <div key={cellKey(input.place)} className="pane-field">
          <CellLine
            {...input}
            onRemove={() => onChange({ inputs: inputs.filter((other) => other !== input), correlations: undefined })}
          />
          <DistributionFields
            name={input.name}
            base={middleOf(input)}
            distribution={input.distribution}
            onChange={(distribution) => onChange({ inputs: replaced(inputs, i, { ...input, distribution }) })}
          />
        </div>
      ))}
      <CellPicker label={say(said.inputs)} onPick={add} />
      {inputs.length > 1 && (
        <CorrelationFields
          key={inputs.length}
          names={inputs.map(({ name }) => name)}
          correlations={correlations}
          onChange={(changed) => onChange({ correlations: changed })}
        />
      )}
    </section>
  );
}

const replaced = <T,>(items: readonly T[], at: number, item: T): T[] =>
  items.map((other, i) => (i === at ? item : other));

/** A number near the middle, to begin another distribution from. */
function middleOf({ distribution }: UncertainInput): number {
  if ("mode" in distribution) return distribution.mode;
  if ("mean" in distribution) return distribution.mean;
  if ("min" in distribution) return (distribution.min + distribution.max) / 2;
  return "values" in distribution ? (distribution.values[0] ?? 0) : distribution.probability;
}

function Outputs({ setup: { outputs }, onChange }: Part) {
  const { say } = usePane();
  const add = (cells: readonly NamedCell[]): void => {
    const added = cells.filter(({ place }) => !outputs.some((output) => sameCell(output.place, place)));
    onChange({ outputs: [...outputs, ...added.map(({ place, name }) => ({ place, name }))] });
  };
  return (
    <section aria-label={say(said.outputs)}>
      <h3 className="pane-kicker">{say(said.outputs)}</h3>
      {outputs.map((output, i) => (
        <div key={cellKey(output.place)} className="pane-field">
          <CellLine {...output} onRemove={() => onChange({ outputs: outputs.filter((other) => other !== output) })} />
          <ThresholdFields
            output={output}
            onChange={(changed) => onChange({ outputs: replaced(outputs, i, changed) })}
          />
        </div>
      ))}
      <CellPicker label={say(said.outputs)} onPick={add} />
    </section>
  );
}

interface ThresholdProps {
  readonly output: SimulatedOutput;
  readonly onChange: (output: SimulatedOutput) => void;
}

function ThresholdFields({ output, onChange }: ThresholdProps) {
  const { say } = usePane();
  const { threshold, place, name } = output;
  const side = threshold?.side ?? "below";
  const typed = (text: string): void => {
    const value = Number(text);
    const isNumber = text.trim() !== "" && Number.isFinite(value);
    onChange({ place, name, ...(isNumber && { threshold: { value, side } }) });
  };
  return (
    <div className="pane-numbers">
      <Field label={say(said.threshold)} size="small">
        <Input
          size="small"
          inputMode="decimal"
          defaultValue={threshold ? String(threshold.value) : ""}
          onChange={(_, { value }) => typed(value)}
        />
      </Field>
      <Field label={say(said.side)} size="small">
        <Select
          size="small"
          value={side}
          disabled={!threshold}
          onChange={(_, { value }) =>
            threshold && onChange({ ...output, threshold: { ...threshold, side: value === "above" ? "above" : "below" } })
          }
        >
          <option value="below">{say(said.below)}</option>
          <option value="above">{say(said.above)}</option>
        </Select>
      </Field>
    </div>
  );
}

function Settings({ setup: { draws, seed, method }, onChange }: Part) {
  const { say } = usePane();
  return (
    <div className="pane-numbers">
      <Field label={say(said.draws)} size="small">
        <Select size="small" value={draws} onChange={(_, { value }) => onChange({ draws: Number(value) })}>
          {counts.map((count) => (
            <option key={count} value={count}>
              {count.toLocaleString("en")}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={say(said.seed)} size="small">
        <Input
          size="small"
          type="number"
          value={String(seed)}
          onChange={(_, { value }) => onChange({ seed: Math.max(0, Math.floor(Number(value) || 0)) })}
        />
      </Field>
      <Field label={say(said.method)} size="small">
        <Select
          size="small"
          value={method}
          onChange={(_, { value }) => onChange({ method: value === "plain" ? "plain" : "latin" })}
        >
          <option value="latin">{say(said.latin)}</option>
          <option value="plain">{say(said.plain)}</option>
        </Select>
      </Field>
    </div>
  );
}

function Runs({ setup, onChange }: Part) {
  const { say } = usePane();
  const { done, problem, ended, start, stop } = useSimulation();
  const isRunning = done !== undefined;
  const isReady = setup.inputs.length > 0 && setup.outputs.length > 0;
  return (
    <>
      <div className="pane-deed">
        <Button appearance="primary" disabled={isRunning || !isReady} onClick={() => start(setup)}>
          {say(said.run)}
        </Button>
        {isRunning && <RunProgress done={done} of={setup.draws} onStop={stop} />}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {ended && <End {...ended} onSlowly={() => start(setup, true)} onChange={onChange} />}
    </>
  );
}

interface EndProps {
  readonly setup: SimulationSetup;
  readonly end: Simulated;
  readonly onSlowly: () => void;
  readonly onChange: Part["onChange"];
}

/** What came of a run: results, or why there are none and what can be done. */
function End({ setup, end, onSlowly, onChange }: EndProps) {
  const { say } = usePane();
  if (end.kind === "stopped") return <Stopped />;
  if (end.kind === "simulated") {
    return end.outcomes.map((outcome, i) => <SimulationOutcome key={i} outcome={outcome} setup={setup} />);
  }
  const isAboutCorrelations = end.kind === "refused" && end.refusal.subject === "correlations";
  const wanted = isAboutCorrelations ? setup.correlations : undefined;
  return (
    <>
      <NotReady hindrance={end} />
      {end.kind === "uncompiled" && (
        <SlowOffer recalculations={Math.min(setup.draws, mostThroughHost)} onStart={onSlowly} />
      )}
      {wanted && (
        <Button onClick={() => onChange({ correlations: nearestPossible(wanted) })}>{say(said.nearest)}</Button>
      )}
    </>
  );
}
