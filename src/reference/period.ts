import type { Language } from "../refusal";

/**
 * A period is `2024`, `2024Q1`, `2024-09`, `2024-09-30`, two of these as `2021..2024` or `2024-01..09`,
 * one after `from` or `by`, or `not stated`.
 */
interface Span {
  readonly start: number;
  readonly end: number;
}

const unknown: Span = { start: 0, end: 0 };

/** Days as numbers that sort: 20240930. The 31st stands for the end of any month. */
function spanOfPoint(point: string): Span | undefined {
  const match = /^(\d{4})(?:Q([1-4])|-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(point);
  if (!match) return undefined;
  const [, year, quarter, month, day] = match;
  const first = quarter ? 3 * Number(quarter) - 2 : Number(month ?? 1);
  const last = quarter ? first + 2 : Number(month ?? 12);
  const days = (m: number, d: number): number => Number(year) * 10000 + m * 100 + d;
  return { start: days(first, Number(day ?? 1)), end: days(last, Number(day ?? 31)) };
}

/** `2024-01..09` ends in 2024-09. */
const endPoint = (first: string, last: string): string =>
  /^\d{2}$/.test(last) ? first.slice(0, 5) + last : last;

function spanOf(period: string): Span | undefined {
  if (period === "not stated") return unknown;
  const [first = "", last, ...rest] = period.replace(/^(from|by) /, "").split("..");
  const from = spanOfPoint(first);
  const to = last === undefined ? from : spanOfPoint(endPoint(first, last));
  if (!from || !to || rest.length > 0 || to.end < from.start) return undefined;
  return { start: from.start, end: to.end };
}

export const isPeriod = (text: string): boolean => spanOf(text) !== undefined;

/** Latest first; of two that end together the longer first, as a year before its last quarter. */
export function byLatest(a: string, b: string): number {
  const [first, second] = [spanOf(a) ?? unknown, spanOf(b) ?? unknown];
  return second.end - first.end || first.start - second.start;
}

export function periodText(period: string, language: Language): string {
  if (language === "en") return period;
  if (period === "not stated") return "未注明";
  return period.replace(/^from (.*)$/, "自$1起").replace(/^by (.*)$/, "至$1");
}
