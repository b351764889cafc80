import { type Chapter, type Each, lifted, type NativeFunction, of, type OfNumbers } from "./lifting";
import { dateOf, isError, numberInText, numberOf, serialOf, type Value, wrongNumber, wrongValue } from "./values";

/** The last day that Excel knows, 31 December 9999. */
const LAST = 2_958_465;

const dated = (serial: number): Value => (serial < 0 || serial > LAST ? wrongNumber : serial);

const isDay = (serial: number): boolean => serial >= 0 && serial < LAST + 1;

const ofDay = (part: (date: ReturnType<typeof dateOf>) => number): NativeFunction =>
  of((serial) => (isDay(serial!) ? part(dateOf(serial!)) : wrongNumber), 1);

const date: OfNumbers = (year, month, day) => {
  const whole = Math.trunc(year!);
  return whole < 0 || whole > 9999 ? wrongNumber
    : dated(serialOf(whole < 1900 ? whole + 1900 : whole, Math.trunc(month!), Math.trunc(day!)));
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day some months on, or the last of a month that has no such day. */
const monthsOn: OfNumbers = (serial, months) => {
  if (!isDay(serial!)) return wrongNumber;
  const { year, month, day } = dateOf(serial!);
  const [then, first] = monthAfter(year, month, months!);
  return dated(serialOf(then, first, Math.min(day, daysIn(then, first))));
};

const monthsEnd: OfNumbers = (serial, months) => {
  if (!isDay(serial!)) return wrongNumber;
  const { year, month } = dateOf(serial!);
  const [then, first] = monthAfter(year, month, months!);
  return dated(serialOf(then, first, daysIn(then, first)));
};

function monthAfter(year: number, month: number, months: number): [year: number, month: number] {
  const count = year * 12 + month - 1 + Math.trunc(months);
  return [Math.floor(count / 12), (count % 12) + 1];
}

/** Days between two dates in years of 360 days: US (NASD) rules, or European ones. */
function days360(from: number, to: number, european: boolean): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  let [first, last] = [a.day, b.day];
  if (european) [first, last] = [Math.min(30, first), Math.min(30, last)];
  else [first, last] = american(a, b);
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

type Day = ReturnType<typeof dateOf>;

const endsFebruary = ({ year, month, day }: Day): boolean => month === 2 && day === daysIn(year, 2);

function american(a: Day, b: Day): [number, number] {
  const first = endsFebruary(a) ? 30 : Math.min(30, a.day);
  const endsBoth = endsFebruary(a) && endsFebruary(b);
  const last = endsBoth || (b.day === 31 && first === 30) ? 30 : b.day;
  return [first, last];
}

const isLeap = (year: number): boolean => daysIn(year, 2) === 29;

/** The average length of the years that two dates span; of the one year between them where they are that near. */
function actualYear(from: Day, to: Day): number {
  const isWithinYear = to.year === from.year
    || (to.year === from.year + 1 && (to.month < from.month || (to.month === from.month && to.day <= from.day)));
  if (isWithinYear) return hasLeapDay(from, to) ? 366 : 365;
  let days = 0;
  for (let year = from.year; year <= to.year; year++) days += isLeap(year) ? 366 : 365;
  return days / (to.year - from.year + 1);
}

function hasLeapDay(from: Day, to: Day): boolean {
  if (from.year === to.year) return isLeap(from.year);
  const reaches = to.month > 2 || (to.month === 2 && to.day === 29);
  return (isLeap(from.year) && from.month <= 2) || (isLeap(to.year) && reaches);
}

const yearFraction: OfNumbers = (one, other, basis = 0) => {
  const [from, to] = [Math.min(one!, other!), Math.max(one!, other!)].map(Math.floor) as [number, number];
  const kind = Math.trunc(basis);
  if (!isDay(from) || !isDay(to) || kind < 0 || kind > 4) return wrongNumber;
  if (kind === 0) return days360(from, to, false) / 360;
  if (kind === 4) return days360(from, to, true) / 360;
  return (to - from) / (kind === 1 ? actualYear(dateOf(from), dateOf(to)) : kind === 2 ? 360 : 365);
};

function wholeMonths(from: Day, to: Day): number {
  return (to.year - from.year) * 12 + to.month - from.month - Number(to.day < from.day);
}

type Difference = (from: Day, to: Day, days: readonly [number, number]) => number;

/** Days since the same day of the year, or of the month, came last. */
const sinceBirthday: Difference = (a, b, [, to]) => {
  const isBefore = b.month < a.month || (b.month === a.month && b.day < a.day);
  return to - serialOf(b.year - Number(isBefore), a.month, a.day);
};

const differences: Readonly<Record<string, Difference>> = {
  Y: (a, b) => Math.trunc(wholeMonths(a, b) / 12),
  M: wholeMonths,
  D: (_, __, [from, to]) => to - from,
  YM: (a, b) => wholeMonths(a, b) % 12,
  MD: (a, b, [, to]) => to - serialOf(b.year, b.month - Number(b.day < a.day), a.day),
  YD: sinceBirthday,
};

const dateDifference: Each = ([one = null, other = null, unit = null]) => {
  const [from, to] = [numberOf(one), numberOf(other)];
  if (isError(from)) return from;
  if (isError(to)) return to;
  const between = differences[String(unit).toUpperCase()];
  if (!between || !isDay(from) || !isDay(to) || from > to) return wrongNumber;
  return between(dateOf(from), dateOf(to), [Math.floor(from), Math.floor(to)]);
};

/** Which day of the week comes first, by Excel's number for it. */
const firstDays: Readonly<Record<number, number>> = { 1: 1, 2: 2, 11: 2, 12: 3, 13: 4, 14: 5, 15: 6, 16: 7, 17: 1 };

const weekday: OfNumbers = (serial, kind = 1) => {
  if (!isDay(serial!)) return wrongNumber;
  const { weekday: day } = dateOf(serial!);
  if (Math.trunc(kind) === 3) return (day + 5) % 7;
  const first = firstDays[Math.trunc(kind)];
  return first === undefined ? wrongNumber : ((day - first + 7) % 7) + 1;
};

/** ISO 8601: the week that holds the year's first Thursday is its first. */
const isoWeek = (serial: number): number => {
  const day = Math.floor(serial);
  const thursday = day - ((dateOf(day).weekday + 5) % 7) + 3;
  return Math.floor((thursday - serialOf(dateOf(thursday).year, 1, 1)) / 7) + 1;
};

const weekNumber: OfNumbers = (serial, kind = 1) => {
  if (!isDay(serial!)) return wrongNumber;
  if (Math.trunc(kind) === 21) return isoWeek(serial!);
  const first = firstDays[Math.trunc(kind)];
  if (first === undefined) return wrongNumber;
  const newYear = serialOf(dateOf(serial!).year, 1, 1);
  const lead = (dateOf(newYear).weekday - first + 7) % 7;
  return Math.floor((Math.floor(serial!) - newYear + lead) / 7) + 1;
};

const SECONDS = 86_400;

const secondsOf = (serial: number): number => Math.round((serial - Math.floor(serial)) * SECONDS) % SECONDS;

const dateValue: Each = ([text = null]) => {
  if (typeof text !== "string") return isError(text) ? text : wrongValue;
  const serial = /[-/]/.test(text) ? numberInText(text) : undefined;
  return serial === undefined ? wrongValue : Math.floor(serial);
};

export const dates: Chapter = {
  DATE: of(date, 3),
  YEAR: ofDay(({ year }) => year),
  MONTH: ofDay(({ month }) => month),
  DAY: ofDay(({ day }) => day),
  EDATE: of(monthsOn, 2),
  EOMONTH: of(monthsEnd, 2),
  DAYS: of((to, from) => Math.trunc(to!) - Math.trunc(from!), 2),
  DAYS360: of((from, to, european = 0) =>
    (isDay(from!) && isDay(to!) ? days360(from!, to!, european !== 0) : wrongNumber), 2, 3),
  YEARFRAC: of(yearFraction, 2, 3),
  DATEDIF: { least: 3, most: 3, calculate: lifted(dateDifference) },
  WEEKDAY: of(weekday, 1, 2),
  WEEKNUM: of(weekNumber, 1, 2),
  ISOWEEKNUM: of((serial) => (isDay(serial!) ? isoWeek(serial!) : wrongNumber), 1),
  TIME: of((hours, minutes, seconds) => {
    const total = Math.trunc(hours!) * 3600 + Math.trunc(minutes!) * 60 + Math.trunc(seconds!);
    return total < 0 ? wrongNumber : (total % SECONDS) / SECONDS;
  }, 3),
  HOUR: of((serial) => (serial! < 0 ? wrongNumber : Math.floor(secondsOf(serial!) / 3600)), 1),
  MINUTE: of((serial) => (serial! < 0 ? wrongNumber : Math.floor(secondsOf(serial!) / 60) % 60), 1),
  SECOND: of((serial) => (serial! < 0 ? wrongNumber : secondsOf(serial!) % 60), 1),
  DATEVALUE: { least: 1, most: 1, calculate: lifted(dateValue) },
};
