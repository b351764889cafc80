import type { Unit } from "../../reference";
import type { Language } from "../../refusal";
import { usePane } from "../pane-context";
import { formatted } from "./formatted";
import type { Series } from "./series";

const width = 240;
const height = 40;
const margin = 4;

/** A line without axes; what it shows is also said in words. */
export function Sparkline({ series }: { readonly series: Series }) {
  const { language } = usePane();
  const { points, name } = series;
  const values = points.map(({ value }) => value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (i: number): number => margin + (i / (points.length - 1)) * (width - 2 * margin);
  const y = (value: number): number => height - margin - ((value - low) / span) * (height - 2 * margin);
  const path = values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const last = values.length - 1;
  return (
    <figure className="pane-spark">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inWords(series, language)}>
        <path d={path} className="pane-spark-line" />
        <circle cx={x(last)} cy={y(values[last]!)} r="3" className="pane-spark-last" />
      </svg>
      <figcaption>
        {name[language]}: {ends(series, language)}
      </figcaption>
    </figure>
  );
}

function figure(value: number, unit: Unit, language: Language): string {
  const number = formatted(value, unit.format);
  return unit.format.endsWith("%") ? number : `${number} ${unit[language]}`.trim();
}

function ends({ points, unit }: Series, language: Language): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  return `${first.period} ${figure(first.value, unit, language)} → ${last.period} ${figure(last.value, unit, language)}`;
}

const inWords = ({ name, unit, points }: Series, language: Language): string =>
  `${name[language]}: ${points.map(({ period, value }) => `${period} ${figure(value, unit, language)}`).join(", ")}`;
