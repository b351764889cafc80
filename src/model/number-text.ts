import { dateOf, generalText } from "./values";

/**
 * A number in one of Excel's formats: digits, groups, decimals, percent, powers of ten, dates and times, texts
 * around them, and sections for negative numbers and 0. Undefined for a format that asks for more.
 */
export function formattedNumber(number: number, pattern: string): string | undefined {
  const sections = pattern.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  if (/\[(?!h+\]|m+\]|s+\])/i.test(pattern)) return undefined;
  const [positive = "General", negative, zero] = sections;
  if (number < 0 && negative !== undefined) return inSection(-number, negative);
  if (number === 0 && zero !== undefined) return inSection(0, zero);
  const written = inSection(Math.abs(number), positive);
  return number < 0 && written !== undefined && /[1-9]/.test(written) ? `-${written}` : written;
}

/** Texts in quotation marks or after a backslash, and what lies between them. */
const pieces = /"([^"]*)"|\\(.)|([^"\\]+)/g;

function inSection(number: number, section: string): string | undefined {
  if (/^general$/i.test(section.trim())) return generalText(number);
  const bare = section.replace(/"[^"]*"|\\./g, "");
  if (/[ymdhs]/i.test(bare)) return dateText(number, section);
  if (/[?_*/@]/.test(bare)) return undefined;
  return /[0#]/.test(bare) ? digitsText(number, section) : literalText(section);
}

const literalText = (section: string): string =>
  section.replace(pieces, (_, quoted?: string, escaped?: string, other?: string) => quoted ?? escaped ?? other ?? "");

/** The digits of the pattern are one stretch; before and after it stand texts. */
function digitsText(number: number, section: string): string | undefined {
  const [, before = "", core = "", after = ""] =
    /^((?:"[^"]*"|\\.|[^0#.,"\\])*)([0#.,]+(?:E[+-]0+)?)(.*)$/s.exec(section) ?? [];
  if (/[0#]/.test(after.replace(/"[^"]*"|\\./g, ""))) return undefined;
  const percents = (before + after).replace(/"[^"]*"|\\./g, "").split("%").length - 1;
  const scaled = number * 100 ** percents;
  return literalText(before) + (/E/.test(core) ? scientific(scaled, core) : decimal(scaled, core)) + literalText(after);
}

function decimal(number: number, core: string): string {
  const thousands = /,+$/.exec(core)?.[0].length ?? 0;
  const [whole = "", fraction = ""] = core.replace(/,+$/, "").split(".");
  const digits = rounded(number / 1000 ** thousands, fraction.length);
  const [integer = "0", decimals = ""] = digits.split(".");
  const least = whole.replace(/[^0]/g, "").length;
  const shown = integer === "0" && least === 0 ? "" : integer.padStart(least, "0");
  const grouped = whole.includes(",") ? shown.replace(/\B(?=(\d{3})+$)/g, ",") : shown;
  const kept = trimmedTo(decimals, fraction);
  return core.includes(".") ? `${grouped}.${kept}` : grouped;
}

/** Decimal digits as Excel rounds them: half away from 0, of the fifteen that count. */
function rounded(number: number, places: number): string {
  const exact = Number(number.toPrecision(15));
  const scale = 10 ** places;
  const nearest = Math.floor(exact * scale * (1 + 2 ** -51) + 0.5) / scale;
  return (Math.abs(exact) < 1e15 ? nearest : exact).toFixed(places);
}

/** A digit that the pattern has as # goes when it is a 0 at the end. */
function trimmedTo(decimals: string, pattern: string): string {
  let end = decimals.length;
  while (end > 0 && pattern[end - 1] === "#" && decimals[end - 1] === "0") end--;
  return decimals.slice(0, end);
}

function scientific(number: number, core: string): string {
  const [mantissa = "0", power = "0"] = core.split(/E[+-]/);
  const places = (mantissa.split(".")[1] ?? "").length;
  const [digits = "0", exponent = "0"] = number.toExponential(places).split("e");
  const sign = exponent.startsWith("-") ? "-" : core.includes("E+") ? "+" : "";
  return `${digits}E${sign}${exponent.replace(/^[-+]/, "").padStart(power.length, "0")}`;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const parts = /"[^"]*"|\\.|AM\/PM|\[h+\]|y+|m+|d+|h+|s+|./gi;

function dateText(number: number, section: string): string | undefined {
  const tokens = section.match(parts) ?? [];
  const seconds = Math.round(number * 86_400);
  const moment: Moment = {
    ...dateOf(Math.floor(seconds / 86_400)), seconds: seconds % 86_400, all: seconds,
    half: tokens.some((token) => /^am\/pm$/i.test(token)),
  };
  return tokens.map((token, i) => partText(token, moment, isMinute(tokens, i))).join("");
}

interface Moment extends ReturnType<typeof dateOf> {
  /** Since midnight, and since the beginning. */
  readonly seconds: number;
  readonly all: number;
  /** Hours run to twelve. */
  readonly half: boolean;
}

/** m stands for minutes after hours and before seconds. */
function isMinute(tokens: readonly string[], at: number): boolean {
  const letters = (token: string) => /^\[?[ymdhs]/i.test(token);
  const before = tokens.slice(0, at).findLast(letters);
  const after = tokens.slice(at + 1).find(letters);
  return /^\[?h/i.test(before ?? "") || /^s/i.test(after ?? "");
}

function partText(token: string, moment: Moment, minute: boolean): string {
  const { year, month, day, weekday, seconds, all, half } = moment;
  const wide = token.length;
  const padded = (value: number): string => String(value).padStart(Math.min(2, wide), "0");
  const hour = Math.floor(seconds / 3600);
  switch (token[0]!.toLowerCase()) {
    case "y": return wide <= 2 ? String(year % 100).padStart(2, "0") : String(year);
    case "m": return minute ? padded(Math.floor(seconds / 60) % 60) : named(months, month - 1, wide, padded(month));
    case "d": return named(weekdays, weekday - 1, wide, padded(day));
    case "h": return padded(half ? (hour % 12 || 12) : hour);
    case "s": return padded(seconds % 60);
    case "[": return String(Math.floor(all / 3600)).padStart(wide - 2, "0");
    case "a": return hour < 12 ? "AM" : "PM";
    default: return literalText(token);
  }
}

function named(names: readonly string[], at: number, wide: number, number: string): string {
  if (wide < 3) return number;
  return wide === 3 ? names[at]!.slice(0, 3) : wide === 5 ? names[at]![0]! : names[at]!;
}
