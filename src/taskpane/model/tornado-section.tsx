import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { tornadoSheet, type TornadoAnswer } from "../../actions/what-if";
import type { NamedCell, Tornado } from "../../model";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { CellsList } from "./cells-list";
import { NumberGrid } from "./number-grid";
import { shortNumber } from "./short-number";
import { WithoutAnswer } from "./slow-way";
import { useQuestion } from "./use-question";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  title: { en: "Tornado", zh: "龙卷风图" },
  inputs: { en: "Inputs to swing", zh: "变动的输入" },
  output: { en: "Output that they move", zh: "受影响的输出" },
  percent: { en: "Swing, ± %", zh: "变动幅度（± %）" },
  run: { en: "Show tornado", zh: "生成龙卷风图" },
  write: { en: "Write results sheet", zh: "写入结果表" },
  input: { en: "Input", zh: "输入" },
  low: { en: "At low", zh: "低值时" },
  high: { en: "At high", zh: "高值时" },
} satisfies Record<string, Texts>;

/** One input after the other, a few percent down and up. */
export function TornadoSection() {
  const { say, surroundings, announce } = usePane();
  const { runTornado, writeResults } = useWhatIfDeeds();
  const asked = useQuestion<TornadoAnswer>();
  const { busy, answer, run } = asked;
  const [inputs, setInputs] = useState<readonly NamedCell[]>([]);
  const [outputs, setOutputs] = useState<readonly NamedCell[]>([]);
  const [percent, setPercent] = useState("10");
  const share = Number(percent) / 100;
  const swings = inputs.flatMap(({ name, place, value }) =>
    value === undefined ? [] : [{ name, place, base: value, low: value * (1 - share), high: value * (1 + share) }]);
  const [output] = outputs;
  const write = (tornado: Tornado): void =>
    run(() => writeResults(tornadoSheet(output?.name ?? "", tornado, say), surroundings.supports), ({ sheet }) =>
      announce({ en: `Wrote the tornado on ${sheet}.`, zh: `已将龙卷风图写入 ${sheet}。` }));
  return (
    <details className="pane-section">
      <summary>{say(said.title)}</summary>
      <CellsList label={say(said.inputs)} cells={inputs} onChange={setInputs} />
      <CellsList label={say(said.output)} cells={outputs} onChange={setOutputs} most={1} />
      <Field label={say(said.percent)} size="small">
        <Input size="small" inputMode="decimal" value={percent} onChange={(_, { value }) => setPercent(value)} />
      </Field>
      <Button
        size="small"
        disabled={busy || swings.length === 0 || !output || !(share > 0)}
        onClick={() => output && asked.ask((through) => runTornado(swings, output.place, through))}
      >
        {say(said.run)}
      </Button>
      <WithoutAnswer asked={asked} />
      {answer && (
        <>
          <TornadoChart tornado={answer.tornado} />
          <NumberGrid
            heads={[say(said.input), say(said.low), say(said.high)]}
            rows={answer.tornado.swings.map(({ name, atLow, atHigh }) => ({ name, values: [atLow, atHigh] }))}
          />
          <Button size="small" disabled={busy} onClick={() => write(answer.tornado)}>
            {say(said.write)}
          </Button>
        </>
      )}
    </details>
  );
}

const width = 300;
const bar = 14;
const gap = 6;

/** The widest bar on top; the table below says the same. */
function TornadoChart({ tornado: { base, swings } }: { readonly tornado: Tornado }) {
  const { say } = usePane();
  const seen = swings.filter(({ width: size }) => Number.isFinite(size));
  const ends = seen.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const [low, high] = [Math.min(base, ...ends), Math.max(base, ...ends)];
  const x = (value: number): number => (high > low ? (width * (value - low)) / (high - low) : width / 2);
  const height = seen.length * (bar + gap);
  const first = seen[0];
  if (!first) return null;
  const text: Texts = {
    en: `${first.name} moves the output most: ${shortNumber(first.atLow)} to ${shortNumber(first.atHigh)}`,
    zh: `${first.name} 影响最大：${shortNumber(first.atLow)} 至 ${shortNumber(first.atHigh)}`,
  };
  return (
    <svg className="pane-tornado" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(text)}>
      {seen.map(({ name, atLow, atHigh }, i) => (
        <g key={name + i}>
          <Bar from={x(base)} to={x(atLow)} row={i} className="pane-column-other" />
          <Bar from={x(base)} to={x(atHigh)} row={i} className="pane-column" />
        </g>
      ))}
      <line className="pane-axis" x1={x(base)} x2={x(base)} y1="0" y2={height} />
    </svg>
  );
}

interface BarProps {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly className: string;
}

const Bar = ({ from, to, row, className }: BarProps) => (
  <rect
    className={className}
    x={Math.min(from, to)}
    width={Math.abs(to - from)}
    y={row * (bar + gap) + gap / 2}
    height={bar}
  />
);
