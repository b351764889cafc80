import type { Language, Texts } from "../../refusal";
import type { ChartData, SeriesData } from "./chart-data";

/** More points than this are told by their first, last, least and greatest. */
const mostPoints = 12;

const kinds: readonly (readonly [RegExp, Texts])[] = [
  [/^Column/, { en: "Column chart", zh: "柱形图" }],
  [/^Bar/, { en: "Bar chart", zh: "条形图" }],
  [/^Line/, { en: "Line chart", zh: "折线图" }],
  [/^Area/, { en: "Area chart", zh: "面积图" }],
  [/^XY/, { en: "Scatter chart", zh: "散点图" }],
  [/^Pie/, { en: "Pie chart", zh: "饼图" }],
  [/^Doughnut/, { en: "Doughnut chart", zh: "圆环图" }],
];

const words = {
  points: { en: "points", zh: "个点" },
  from: { en: "from", zh: "自" },
  to: { en: "to", zh: "至" },
  least: { en: "least", zh: "最小" },
  greatest: { en: "greatest", zh: "最大" },
  none: { en: "no data", zh: "无数据" },
} as const satisfies Record<string, Texts>;

/** The chart for those who do not see it: its title, then the values of each series. */
export function chartWords(chart: ChartData, language: Language): string {
  const [, kind] = kinds.find(([pattern]) => pattern.test(chart.type))!;
  const head = [kind[language], chart.title].filter(Boolean).join(": ");
  const series = chart.series.map((each) => `${each.name}: ${pointsOf(each, chart.labels, language)}`);
  return [head, ...series].join(". ");
}

function pointsOf({ categories, values, type }: SeriesData, labels: readonly string[], language: Language): string {
  const label = (at: number): string => (type.startsWith("XY") ? String(categories[at] ?? at + 1) : labels[at] ?? "");
  const points = values.flatMap((value, at) => (value === null ? [] : [{ label: label(at), value }]));
  const said = ({ label: where, value }: { label: string; value: number }) => `${where} ${number(value)}`;
  if (points.length === 0) return words.none[language];
  if (points.length <= mostPoints) return points.map(said).join(", ");
  const sorted = [...points].sort((one, other) => one.value - other.value);
  return [
    `${points.length} ${words.points[language]}`,
    `${words.from[language]} ${said(points[0]!)} ${words.to[language]} ${said(points.at(-1)!)}`,
    `${words.least[language]} ${said(sorted[0]!)}`,
    `${words.greatest[language]} ${said(sorted.at(-1)!)}`,
  ].join(", ");
}

const number = (value: number): string => String(Number(value.toPrecision(6)));
