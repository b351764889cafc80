import { importUnit, scaled, type Figure, type ImportUnit } from "./import-figure";
import { measureOf } from "./measures";
import { conversion } from "./stated-units";

/** What a column of numbers counts. */
export interface ColumnUnit {
  /** As written in the header, or as the cells say it; empty where nobody says. */
  readonly text: string;
  readonly unit: ImportUnit;
  /** Shares are shown with a % sign and hold fractions. */
  readonly asFraction: boolean;
}

const inBrackets = /[(（[【]\s*([^()（）[\]【】]+?)\s*[)）\]】]\s*$/;
const afterColon = /(?:单位|unit)\s*[:：]\s*(.+)$/i;
const afterMark = /[,，_/]\s*([^,，_/]+)$/;

/** What is counted in statistics besides what can be measured: other words in the brackets of a header are no units. */
const counted = new Set("个|套|件|台套|项|座|条|所|种|桶|户次|次|倍|平方米|平方公里|公顷|亩|立方米|千瓦|kw|mw|gw".split("|"));

/** "rate" and "year" in brackets say what a column is about, not what its numbers count. */
function isCounted(base: string): boolean {
  const measure = measureOf(base);
  const isYear = measure?.period === 1 && Object.keys(measure.powers).join() === "time";
  return counted.has(base) || (measure !== undefined && Object.keys(measure.powers).length > 0 && !isYear);
}

/** The unit that a header states: in brackets, or behind its last comma or stroke. */
export function headerUnit(header: string): ColumnUnit | undefined {
  const said = [inBrackets, afterColon, afterMark].flatMap((where) => where.exec(header)?.[1] ?? []);
  return said.flatMap((text) => stated(text) ?? [])[0];
}

/** A text that is known to be a unit, as from a line `单位：万辆`. */
export function stated(text: string): ColumnUnit | undefined {
  const trimmed = text.trim();
  const unit = importUnit(trimmed);
  if (!unit || !(unit.percent || unit.scale !== 1 || isCounted(unit.base))) return undefined;
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
  if (column.asFraction) return own?.percent ? scaled(figure.number, 0.01) : undefined;
  const factor = factorTo(own, column.unit);
  return factor === undefined ? undefined : scaled(figure.number, factor);
}

function factorTo(own: ImportUnit | undefined, wanted: ImportUnit): number | undefined {
  if (!own) return 1;
  if (own.percent || wanted.percent) return own.percent === wanted.percent ? 1 : undefined;
  const ofBases = own.base && wanted.base && own.base !== wanted.base ? converted(own.base, wanted.base) : 1;
  return ofBases === undefined ? undefined : (own.scale / wanted.scale) * ofBases;
}

function converted(from: string, to: string): number | undefined {
  const [own, wanted] = [measureOf(from), measureOf(to)];
  return own && wanted && conversion(own, wanted);
}

/** Whether a figure was written in another size than its column holds: `12.5万` in a column of 元. */
export const isConverted = (figure: Figure, column: ColumnUnit): boolean =>
  figure.unit !== undefined && !figure.unit.percent && factorTo(figure.unit, column.unit) !== 1;
