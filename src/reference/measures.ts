/** What units are built from. Money counts alike in every currency until two are compared. */
export type Base =
  | "vehicle" | "firm" | "person" | "mass" | "CO2" | "energy" | "length" | "time"
  | "money" | "yuan" | "dollar" | "euro" | "pound" | "yen" | "won" | "Hong Kong dollar";

export type Powers = Readonly<Partial<Record<Base, number>>>;

/** How much one of a unit is, in its base quantities: 万辆/年 is 10,000 vehicles per year. */
export interface Measure {
  readonly scale: number;
  /** The part of it that the length of a year, month or day brings in: 12 for 辆/月. */
  readonly period: number;
  readonly powers: Powers;
}

type Word =
  | { readonly kind: "base"; readonly base: Base; readonly scale: number }
  | { readonly kind: "scale"; readonly scale: number }
  | { readonly kind: "per" | "over" | "each" | "times" | "CO2" | "yearly" };

const words = new Map<string, Word>();

const say = (word: Word, spellings: string): void => spellings.split("|").forEach((spelling) => words.set(spelling, word));

const base = (name: Base, scale: number, spellings: string): void => say({ kind: "base", base: name, scale }, spellings);

const scale = (by: number, spellings: string): void => say({ kind: "scale", scale: by }, spellings);

base("vehicle", 1, "vehicle|vehicles|car|cars|units|辆|台|辆车");
base("firm", 1, "firm|firms|maker|makers|company|companies|家|家企业|户|户企业");
base("person", 1, "person|persons|people|job|jobs|worker|workers|employee|employees|人|名|个岗位|岗位");
base("money", 1, "money|金额");
base("yuan", 1, "yuan|rmb|cny|¥|元|人民币|人民币元|元人民币");
base("dollar", 1, "us dollar|us dollars|dollar|dollars|usd|us$|$|美元");
base("euro", 1, "euro|euros|eur|€|欧元");
base("pound", 1, "gbp|£|英镑");
base("yen", 1, "yen|jpy|日元");
base("won", 1, "won|krw|韩元");
base("Hong Kong dollar", 1, "hkd|hk$|港元|港币");
base("mass", 1, "g|gram|grams|克");
base("mass", 1e3, "kg|kilogram|kilograms|千克|公斤");
base("mass", 1e6, "t|tonne|tonnes|ton|tons|吨");
base("energy", 1, "kwh|千瓦时|度|度电");
base("energy", 1e3, "mwh|兆瓦时");
base("energy", 1e6, "gwh|吉瓦时");
base("energy", 1e9, "twh|太瓦时");
base("length", 1, "km|kilometre|kilometres|kilometer|kilometers|公里|千米");
base("time", 1, "year|years|yr|yrs|年");
base("time", 1 / 12, "month|months|mo|月|个月");
base("time", 1 / 365, "day|days|d|天|日");
base("time", 1 / 8760, "hour|hours|h|小时|时");
scale(1, "share|ratio|rate|relative change|share of the customs value|比例|比重|份额|占完税价格比例|相对变化|times|倍");
scale(0.01, "%|percent|per cent|pct|percentage point|percentage points|pp|百分比|百分点|个百分点");
scale(0.001, "‰|per mille|千分点");
scale(10, "ten|十");
scale(100, "hundred|百");
scale(1e3, "thousand|thousands|k|千");
scale(1e4, "10k|万|萬");
scale(1e5, "100k|十万");
scale(1e6, "million|millions|mn|mln|m|百万");
scale(1e7, "千万");
scale(1e8, "亿|億");
scale(1e9, "billion|billions|bn|十亿");
scale(1e10, "百亿");
scale(1e11, "千亿");
scale(1e12, "trillion|trillions|tn|万亿");
say({ kind: "per" }, "per|每");
say({ kind: "over" }, "/");
say({ kind: "each" }, "a|an|each");
say({ kind: "times" }, "*|·|-|×");
say({ kind: "CO2" }, "co2|co2e|co2eq|co2-eq|二氧化碳|二氧化碳当量");
say({ kind: "yearly" }, "年产量|年产能|p.a.|annually");

const longest = Math.max(...[...words.keys()].map((spelling) => spelling.length));

const number = /^\d{1,3}(?:,\d{3})+(?![\d,])|^\d+(?:\.\d+)?/;

const isLatin = (text: string | undefined): boolean => text !== undefined && /[a-z]/.test(text);

/** `kgco2e` is two words, `kgs` is none: a Latin word ends where no letter follows, but for the CO₂ after a mass. */
function endsAt(text: string, end: number): boolean {
  return !isLatin(text[end - 1]) || !isLatin(text[end]) || /^co2/.test(text.slice(end));
}

function nextWord(text: string): { readonly word: Word; readonly length: number } | undefined {
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const word = words.get(text.slice(0, length));
    if (word && endsAt(text, length)) return { word, length };
  }
  const [digits = "0"] = number.exec(text) ?? [];
  const count = Number(digits.replaceAll(",", ""));
  return count > 0 ? { word: { kind: "scale", scale: count }, length: digits.length } : undefined;
}

function wordsOf(text: string): Word[] | undefined {
  const found: Word[] = [];
  let rest = text.normalize("NFKC").toLowerCase().trim();
  while (rest !== "") {
    const next = nextWord(rest);
    if (!next) return undefined;
    found.push(next.word);
    rest = rest.slice(next.length).trimStart();
  }
  return found;
}

interface Reading {
  scale: number;
  period: number;
  readonly powers: Partial<Record<Base, number>>;
  /** 1 above the line, -1 below it. */
  side: 1 | -1;
  /** Of the last base: in "euros a t CO2e" the CO₂ stands below the line as the mass does. */
  power: 1 | -1;
  last: Word["kind"] | undefined;
}

function raise(powers: Reading["powers"], name: Base, by: number): void {
  const power = (powers[name] ?? 0) + by;
  if (power === 0) delete powers[name];
  else powers[name] = power;
}

const below = (side: 1 | -1): 1 | -1 => (side === 1 ? -1 : 1);

/** Takes one word in; false where it cannot stand there. */
function take(reading: Reading, word: Word): boolean {
  const { powers, side, last } = reading;
  switch (word.kind) {
    case "base": {
      if (last === "base") return false;
      const power = last === "each" ? below(side) : side;
      reading.power = power;
      raise(powers, word.base, power);
      if (word.base === "time") reading.period *= word.scale ** power;
      else reading.scale *= word.scale ** power;
      return true;
    }
    case "scale":
      reading.scale *= word.scale ** side;
      return last !== "base" || word.scale === 1;
    case "per":
      reading.side = -1;
      return last !== "per";
    case "CO2":
      raise(powers, "mass", -reading.power);
      raise(powers, "CO2", reading.power);
      return last === "base";
    case "yearly":
      raise(powers, "time", -side);
      return last === "base";
    default:
      return last !== undefined;
  }
}

/** In "firms per vehicle/yr" the stroke binds closer than the word. */
function bound(found: readonly Word[]): readonly Word[] {
  const over: Word = { kind: found.some(({ kind }) => kind === "per") ? "each" : "per" };
  return found.map((word) => (word.kind === "over" ? over : word));
}

export interface Counted {
  /** How many of `of`: 10,000 for 万辆, 1 for 辆. */
  readonly scale: number;
  /** As written, empty where nothing follows the scale. */
  readonly of: string;
}

/** Of a scale's digits, only those that statistics write before a unit: "10,000 vehicles", and not "12 vehicles". */
const isRound = (written: string, by: number): boolean => !/^\d/.test(written) || [1e3, 1e4, 1e8].includes(by);

/** What is counted, and in what: "million yuan", 万辆, 辆. "m" and "k" alone may be anything, a metre too. */
export function countedIn(unit: string): Counted {
  const text = unit.normalize("NFKC").trim().toLowerCase();
  const { word, length = 0 } = nextWord(text) ?? {};
  const of = text.slice(length).trim();
  const isScale = word?.kind === "scale" && word.scale > 1 && isRound(text, word.scale);
  return isScale && !/^[a-z]$/.test(text) ? { scale: word.scale, of } : { scale: 1, of: text };
}

/** What a unit measures, in English or Chinese: "10,000 vehicles a year", 万辆/年, "kg CO₂e per kWh", 亿元, "%". */
export function measureOf(unit: string): Measure | undefined {
  const found = bound(wordsOf(unit) ?? []);
  if (found.length === 0) return undefined;
  const reading: Reading = { scale: 1, period: 1, powers: {}, side: 1, power: 1, last: undefined };
  for (const word of found) {
    if (!take(reading, word)) return undefined;
    reading.last = word.kind;
  }
  const { kind } = found.at(-1)!;
  const isOpen = kind === "per" || kind === "each" || kind === "times";
  const { scale: size, period, powers } = reading;
  return isOpen || isBareNumber(found) ? undefined : { scale: size, period, powers };
}

/** 万, "million" and 100 say how many, and not of what; "%" and "share" say both. */
const isBareNumber = (found: readonly Word[]): boolean =>
  found.every((word) => word.kind === "scale" && word.scale > 1);
