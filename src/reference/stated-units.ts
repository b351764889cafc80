import { measureOf, type Base, type Measure, type Powers } from "./measures";

/** A unit as a heading or a label says it. */
export interface StatedUnit {
  readonly text: string;
  readonly measure: Measure;
}

/** How a stated unit stands to the one that is meant: `factor` times its numbers are numbers of that one. */
export type UnitFault =
  | { readonly kind: "same" }
  | { readonly kind: "scale"; readonly factor: number }
  | { readonly kind: "other" };

const brackets = /[(（[［【]([^()（）[\]［］【】]*)[)）\]］】]/g;

/** 产量万辆 and 增速% end in their unit without a sign before it. */
const ending = /[十百千万亿]+[^\d\s十百千万亿，,：:]{1,4}$|[%‰]$/;

/** Where a heading may say its unit: in brackets, after "unit:", all of it, after "in" or a comma, or at its end. */
function places(text: string): string[] {
  const after = (mark: RegExp): string[] => {
    const found = mark.exec(text);
    return found ? [text.slice(found.index + found[0].length)] : [];
  };
  return [
    ...[...text.matchAll(brackets)].map(([, inside]) => inside!).reverse(),
    ...after(/(?:计量单位|单位|\bunits?)\s*[:：]\s*/i),
    text,
    ...after(/.*?(?:[，;；]|,(?!\d))\s*/),
    ...after(/.*\bin\s+/i),
    ...(ending.exec(text) ?? []),
  ].map((place) => place.replace(brackets, "").replace(/^.*(?:单位|\bunits?)\s*[:：]|^\s*in\s+/i, "").trim());
}

/** 2024年 and 12月 are dates. */
const isDate = (text: string): boolean => /^\d+\s*[年月日]/.test(text);

/** The unit that a heading or label states: "产量（万辆）", "Output, 10,000 vehicles", "bn yuan", "增速%". */
export function unitIn(text: string): StatedUnit | undefined {
  for (const place of places(text.trim())) {
    const measure = measureOf(place);
    if (measure && !isDate(place)) return { text: place, measure };
  }
  return undefined;
}

const currencies: readonly Base[] = ["yuan", "dollar", "euro", "pound", "yen", "won", "Hong Kong dollar"];

/** The currency that a unit names. */
export const currencyOf = ({ powers }: Pick<Measure, "powers">): Base | undefined =>
  currencies.find((name) => powers[name] !== undefined);

const without = (powers: Powers, name: Base): Powers => ({ ...powers, [name]: undefined });

/** The powers with money in any currency as money, where the other side does not say which. */
function comparable(powers: Powers, other: Powers): Powers {
  if (other.money === undefined) return powers;
  const currency = currencyOf({ powers });
  if (!currency) return powers;
  return { ...without(powers, currency), money: powers[currency] };
}

function alike(one: Powers, other: Powers): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<Base>;
  return [...names].every((name) => one[name] === other[name]);
}

/** A heading may leave "a year" to the reader, and the price of a vehicle may be headed 万元. */
function leavesOut(name: Base, one: Powers, other: Powers): boolean {
  if ((one[name] === undefined) === (other[name] === undefined)) return false;
  const isBelow = (one[name] ?? other[name]) === -1;
  const isFlow = isBelow || Object.keys(one[name] === undefined ? one : other).length > 0;
  const isSaid = name === "time" ? isFlow : isBelow && one.money !== undefined;
  return isSaid && alike(without(one, name), without(other, name));
}

const mayBeLeftOut: readonly Base[] = ["time", "vehicle", "person"];

const rounded = (factor: number): number => Number(factor.toPrecision(12));

/** The value in another unit, or undefined where no factor leads from one to the other. */
export function conversion(from: Measure, to: Measure): number | undefined {
  return alike(from.powers, to.powers) ? rounded((from.scale * from.period) / (to.scale * to.period)) : undefined;
}

/** Days a year are days: of a length of time that comes again, the heading may say within what. */
const isRecurring = (meant: Measure, stated: Measure): boolean =>
  alike(meant.powers, { time: 1 }) && alike(stated.powers, {}) && stated.period !== 1;

/** Compares a stated unit with the one that is meant. */
export function unitFault(meant: Measure, stated: Measure): UnitFault {
  if (isRecurring(meant, stated)) return unitFault(meant, { ...stated, powers: meant.powers });
  const one = comparable(meant.powers, stated.powers);
  const other = comparable(stated.powers, meant.powers);
  const leftOut = mayBeLeftOut.find((name) => leavesOut(name, one, other));
  if (!leftOut && !alike(one, other)) return { kind: "other" };
  const factor = rounded((stated.scale / meant.scale) * (leftOut === "time" ? 1 : stated.period / meant.period));
  return factor === 1 ? { kind: "same" } : { kind: "scale", factor };
}

/** Units of numbers that are added up: those that do not go with the first, such as 万元 among 亿元. */
export function mixedUnits(added: readonly StatedUnit[]): readonly StatedUnit[] {
  const [first, ...others] = added;
  return first ? others.filter(({ measure }) => unitFault(first.measure, measure).kind !== "same") : [];
}
