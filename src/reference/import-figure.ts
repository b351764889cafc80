import { countedIn, measureOf } from "./measures";

/** A number as people write it, with what stands behind it: `1,234.5万元` is 1234.5 of 10,000 元. */
export interface Figure {
  readonly number: number;
  /** Written behind the number; undefined where none is. */
  readonly unit?: ImportUnit;
}

/** What one of a unit counts: 万元 is 10,000 of 元, % is a hundredth of nothing else. */
export interface ImportUnit {
  readonly scale: number;
  /** Empty for a scale alone, as in `12.5万`. */
  readonly base: string;
  readonly percent: boolean;
}

const missingMarks = new Set([
  ..."|n/a|na|#n/a|n.a.|nan|null|none|nil|-|--|---|—|——|–|―|…|……|...|.|..|/|\\".split("|"),
  ..."空|无|缺|缺失|暂无|不详|未知|不适用|无数据".split("|"),
]);

/** What people leave in the place of a number that they do not have. */
export const isMissingMark = (text: string): boolean => missingMarks.has(text.normalize("NFKC").trim().toLowerCase());

/** "2024年", "3月" and "第3" are no amounts; nor is what goes on with digits. */
const noBase = /\d|^[年月日号季第期周个]$|年度|季度|月份|[~～<>=]/;

/** Reads 万元, "million yuan", "10,000 vehicles", % and 辆; undefined for what is no unit. */
export function importUnit(text: string): ImportUnit | undefined {
  const { scale, of: base } = countedIn(text);
  if (base.length > 16 || noBase.test(base) || (scale === 1 && base === "")) return undefined;
  return isPercent(base) ? { scale: 0.01, base: "", percent: true } : { scale, base, percent: false };
}

/** Hundredths of nothing else. */
function isPercent(unit: string): boolean {
  const measure = measureOf(unit);
  return measure !== undefined && measure.scale === 0.01 && Object.keys(measure.powers).length === 0;
}

const digitsOf = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+/.source;
const written = new RegExp(`^([-+]?)([¥$€]?)(${digitsOf})(e[-+]?\\d+)?\\s*(.*)$`, "i");

const plainText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\u2212\u2012-\u2014]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** A number as people write it, or undefined for any other text; in brackets it is below zero, as in accounts. */
export function figureIn(text: string): Figure | undefined {
  const plain = plainText(text);
  const inBrackets = /^\((.+)\)$/.exec(plain)?.[1];
  const found = written.exec(inBrackets ?? plain);
  if (!found || (inBrackets && found[1])) return undefined;
  const [, sign = "", currency = "", digits = "", power = "", behind = ""] = found;
  const unit = unitBehind(currency, behind);
  if (unit === null) return undefined;
  const size = Number(digits.replace(/[, ]/g, "") + power);
  const number = sign === "-" || inBrackets ? -size : size;
  return Number.isFinite(number) ? { number, ...(unit && { unit }) } : undefined;
}

/** Null where something stands behind the number that is no unit. */
function unitBehind(currency: string, behind: string): ImportUnit | undefined | null {
  if (behind === "" && currency === "") return undefined;
  const unit = behind === "" ? { scale: 1, base: "", percent: false } : importUnit(behind);
  if (!unit || (currency && unit.percent)) return null;
  return currency ? { ...unit, base: unit.base || currency } : unit;
}

/** Codes of places and of firms look like numbers: a zero before them, or more digits than a number holds. */
export const isCode = (text: string): boolean => /^0\d+$|^\d{16,}$/.test(text.normalize("NFKC").trim());

/** Multiplied without the dust that binary fractions leave: 0.07 × 1e8 is 7,000,000. */
export const scaled = (number: number, by: number): number => Number((number * by).toPrecision(15));
