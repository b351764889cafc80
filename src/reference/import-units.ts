import { importUnit, scaled, type Figure, type ImportUnit } from "./import-figure";

/** What a column of numbers counts. */
export interface ColumnUnit {
  /** As written in the header, or as the cells say it; empty where nobody says. */
  readonly text: string;
  readonly unit?: ImportUnit;
  /** Shares are shown with a % sign and hold fractions. */
  readonly asFraction: boolean;
}

const inBrackets = /[(（[【]\s*([^()（）[\]【】]+?)\s*[)）\]】]\s*$/;
const afterColon = /(?:单位|unit)\s*[:：]\s*(.+)$/i;
const afterMark = /[,，_/]\s*([^,，_/]+)$/;

/** What is counted in statistics: other words in the brackets of a header are no units. */
const counted = new Set([
  ..."元|美元|欧元|元/人|辆|家|人|个|套|件|台套|项|座|条|所|种|桶|户次|倍|次|天|小时".split("|"),
  ..."吨|千克|公斤|克|kg|公里|千米|平方米|平方公里|公顷|亩|立方米".split("|"),
  ..."千瓦|千瓦时|度|kwh|mwh|gwh|kw|mw|gw".split("|"),
]);

/** The unit that a header states: in brackets, or behind its last comma or stroke. */
export function headerUnit(header: string): ColumnUnit | undefined {
  const said = [inBrackets, afterColon, afterMark].flatMap((where) => where.exec(header)?.[1] ?? []);
  return said.flatMap((text) => stated(text) ?? [])[0];
}

/** A text that is known to be a unit, as from a line `单位：万辆`. */
export function stated(text: string): ColumnUnit | undefined {
  const trimmed = text.trim();
  const unit = importUnit(trimmed);
  if (!unit || !(unit.percent || unit.scale !== 1 || counted.has(unit.base))) return undefined;
  return { text: trimmed, unit, asFraction: false };
}

/** What most figures of a column say that they count, where its header says nothing. */
export function commonUnit(figures: readonly Figure[]): ColumnUnit {
  const percents = figures.filter(({ unit }) => unit?.percent).length;
  if (percents * 2 > figures.length) {
    return { text: "%", unit: { scale: 1, base: "", percent: true }, asFraction: true };
  }
  const bases = new Map<string, number>();
  for (const { unit } of figures) {
    if (unit && !unit.percent && unit.base) bases.set(unit.base, (bases.get(unit.base) ?? 0) + 1);
  }
  const [base = ""] = [...bases].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { text: base, unit: { scale: 1, base, percent: false }, asFraction: false };
}

/** A figure in the unit of its column; undefined where it counts something else. */
export function inColumn(figure: Figure, column: ColumnUnit): number | undefined {
  const own = figure.unit;
  const wanted = column.unit;
  if (column.asFraction) return own?.percent ? scaled(figure.number, 0.01) : undefined;
  if (!own || !wanted) return own?.percent ? undefined : figure.number;
  if (own.percent !== wanted.percent || (own.base && wanted.base && own.base !== wanted.base)) return undefined;
  return own.percent ? figure.number : scaled(figure.number, own.scale / wanted.scale);
}

/** Whether a figure was written in another size than its column holds: `12.5万` in a column of 元. */
export const isConverted = ({ unit }: Figure, column: ColumnUnit): boolean =>
  unit !== undefined && !unit.percent && unit.scale !== (column.unit?.scale ?? 1);
