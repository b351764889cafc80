import type { ChartPlan } from "../../sharing/data/forms";
import type { WideTable } from "../../reference/wide";
import { usePane } from "../pane-context";
import { formatted } from "./formatted";

const mostBars = 8;

interface Props {
  readonly laidOut: WideTable;
  readonly plan: ChartPlan;
}

/** Figures that can be compared, as bars with their names and values in words. */
export function Bars({ laidOut: { columns, rows, formats }, plan }: Props) {
  const { say } = usePane();
  const shown = rows.slice(plan.row, plan.row + Math.min(plan.rows, mostBars)).map((row, i) => ({
    name: String(row[plan.names]),
    figure: row[plan.figures] as number,
    text: formatted(row[plan.figures]!, formats[plan.row + i]![plan.figures]!),
  }));
  const largest = Math.max(...shown.map(({ figure }) => Math.abs(figure))) || 1;
  const { title, unit } = columns[plan.figures]!;
  return (
    <figure className="pane-bars">
      <figcaption>{[say(title), unit ? say(unit) : ""].filter(Boolean).join(" · ")}</figcaption>
      <ul>
        {shown.map(({ name, figure, text }, i) => (
          <li key={i}>
            <span className="pane-bar-name">{name}</span>
            <span className="pane-bar-track" aria-hidden="true">
              <span className="pane-bar" style={{ width: `${(Math.abs(figure) / largest) * 100}%` }} />
            </span>
            <span className="pane-bar-value">{text}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
