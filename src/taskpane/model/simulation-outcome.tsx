import { Button } from "@fluentui/react-components";
import { measures, simulationSheet } from "../../actions/what-if";
import type { OutcomeFindings, SimulatedOutcome, SimulationSetup } from "../../model";
import type { Histogram } from "../../maths/outcome";
import type { Texts } from "../../refusal";
import { usePane } from "../pane-context";
import { Notice, ProblemNotice } from "../parts/notice";
import { useDeed } from "../parts/use-deed";
import { Columns } from "./columns";
import { shortNumber } from "./short-number";
import { useWhatIfDeeds } from "./what-if-deeds";

const said = {
  none: { en: "No draw gave a number.", zh: "没有任何一次模拟得到数字。" },
  errors: { en: "Draws without a number:", zh: "未得到数字的次数：" },
  write: { en: "Write results sheet", zh: "写入结果表" },
  histogram: { en: "Histogram as a table", zh: "直方图（表格）" },
  from: { en: "From", zh: "下限" },
  to: { en: "To", zh: "上限" },
  draws: { en: "Draws", zh: "次数" },
  drivers: { en: "What drives it", zh: "驱动因素" },
  input: { en: "Input", zh: "输入" },
  share: { en: "Variance share", zh: "方差贡献" },
  correlation: { en: "Rank correlation", zh: "秩相关" },
} satisfies Record<string, Texts>;

interface Props {
  readonly outcome: SimulatedOutcome;
  readonly setup: SimulationSetup;
}

/** What the simulation says of one output. */
export function SimulationOutcome({ outcome: { name, errors, found }, setup }: Props) {
  const { say, surroundings, announce } = usePane();
  const { writeResults } = useWhatIfDeeds();
  const { busy, problem, run } = useDeed();
  const failed = Object.entries(errors).map(([code, count]) => `${code} ${count}`).join(", ");
  const write = (): void =>
    found && run(() => writeResults(simulationSheet(name, found, setup, say), surroundings.supports), ({ sheet }) =>
      announce({ en: `Wrote the results on ${sheet}.`, zh: `已将结果写入 ${sheet}。` }));
  return (
    <section className="pane-outcome" aria-label={name}>
      <h3 className="pane-strong">{name}</h3>
      {failed && <Notice intent="warning">{`${say(said.errors)} ${failed}`}</Notice>}
      {!found && <p>{say(said.none)}</p>}
      {found && (
        <>
          <HistogramChart histogram={found.histogram} name={name} />
          <table className="pane-grid pane-measures">
            <tbody>
              {measures(found, setup, name).map(({ label, value, format }) => (
                <tr key={label.en}>
                  <th scope="row">{say(label)}</th>
                  <td className="pane-number">
                    {format.endsWith("%") ? `${(100 * value).toFixed(1)} %` : shortNumber(value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Drivers found={found} setup={setup} />
          <HistogramTable histogram={found.histogram} />
          <Button size="small" disabled={busy} aria-label={`${say(said.write)}: ${name}`} onClick={write}>
            {say(said.write)}
          </Button>
          {problem && <ProblemNotice problem={problem} />}
        </>
      )}
    </section>
  );
}

const width = 300;
const height = 96;

interface ChartProps {
  readonly histogram: Histogram;
  readonly name: string;
}

function HistogramChart({ histogram: { edges, counts }, name }: ChartProps) {
  const { say } = usePane();
  const [low, high] = [shortNumber(edges[0]!), shortNumber(edges.at(-1)!)];
  const peak = counts.indexOf(Math.max(...counts));
  const text: Texts = {
    en: `${name}: from ${low} to ${high}, most often ${shortNumber(edges[peak]!)} to ${shortNumber(edges[peak + 1]!)}`,
    zh: `${name}：${low} 至 ${high}，最常见于 ${shortNumber(edges[peak]!)} 至 ${shortNumber(edges[peak + 1]!)}`,
  };
  return (
    <figure className="pane-histogram">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(text)}>
        <Columns counts={counts} width={width} height={height} />
        <line className="pane-axis" x1="0" x2={width} y1={height} y2={height} />
      </svg>
      <figcaption className="pane-ends">
        <span>{low}</span>
        <span>{high}</span>
      </figcaption>
    </figure>
  );
}

function HistogramTable({ histogram: { edges, counts } }: { readonly histogram: Histogram }) {
  const { say } = usePane();
  return (
    <details>
      <summary>{say(said.histogram)}</summary>
      <table className="pane-grid">
        <thead>
          <tr>
            {[said.from, said.to, said.draws].map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count, i) => (
            <tr key={i}>
              <td className="pane-number">{shortNumber(edges[i]!)}</td>
              <td className="pane-number">{shortNumber(edges[i + 1]!)}</td>
              <td className="pane-number">{count.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface DriversProps {
  readonly found: OutcomeFindings;
  readonly setup: SimulationSetup;
}

function Drivers({ found, setup }: DriversProps) {
  const { say } = usePane();
  const ranked = found.drivers
    .map((driver, i) => ({ ...driver, name: setup.inputs[i]!.name }))
    .sort((one, other) => other.share - one.share);
  return (
    <table className="pane-grid">
      <caption className="pane-kicker">{say(said.drivers)}</caption>
      <thead>
        <tr>
          {[said.input, said.share, said.correlation].map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ name, share, correlation }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="pane-number pane-share" style={{ "--share": share || 0 } as React.CSSProperties}>
              {Number.isNaN(share) ? "–" : `${(100 * share).toFixed(0)} %`}
            </td>
            <td className="pane-number">{Number.isNaN(correlation) ? "–" : correlation.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
