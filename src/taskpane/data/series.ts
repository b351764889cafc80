import { units, type ReferenceTable, type Row, type Unit } from "../../reference";
import type { Texts } from "../../refusal";

/** Figures of one thing over whole years or over quarters, earliest first. */
export interface Series {
  readonly name: Texts;
  readonly unit: Unit;
  readonly points: readonly Point[];
}

export interface Point {
  readonly period: string;
  readonly value: number;
}

const fewest = 3;

const step = /^\d{4}(Q[1-4])?$/;

/** Bounds and readings of ours are no points of a series. */
const isPoint = ({ period, value, bound, certainty }: Row): boolean =>
  step.test(period) && typeof value === "number" && bound === "" && certainty !== "inferred";

const identity = ({ key, field, unit, period }: Row): string =>
  JSON.stringify([key.en, field.name, unit, period.includes("Q")]);

/** Where sources disagree about a period there is no one line to draw. */
const isUnambiguous = (rows: readonly Row[]): boolean => new Set(rows.map(({ period }) => period)).size === rows.length;

/** The longest series of a table, or none. */
export function longestSeries({ rows }: ReferenceTable): Series | undefined {
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter(isPoint)) groups.set(identity(row), [...(groups.get(identity(row)) ?? []), row]);
  const found = [...groups.values()].filter((group) => group.length >= fewest && isUnambiguous(group));
  const [longest] = found.sort((a, b) => b.length - a.length);
  return longest && seriesOf(longest);
}

function seriesOf(rows: readonly Row[]): Series {
  const { key, field, unit } = rows[0]!;
  const points = rows.map(({ period, value }) => ({ period, value: value as number }));
  return {
    name: field.name === "value" ? key : { en: `${key.en}, ${field.title.en}`, zh: `${key.zh}，${field.title.zh}` },
    unit: units[unit]!,
    points: points.sort((a, b) => (a.period < b.period ? -1 : 1)),
  };
}
