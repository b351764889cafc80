import {
  currencyOf, measureOf, unitFault, units, type Base, type Measure, type Powers, type StatedUnit, type UnitName,
} from "../reference";
import type { Texts } from "../refusal";
import type { Definition } from "./define";
import type { Parameter } from "./kinds";

/** An argument of a call, as far as its unit can be told. */
export interface StatedArgument {
  /** What its heading or label says; undefined where it says nothing. */
  readonly stated?: StatedUnit;
  /** Its numbers; empty where left out. */
  readonly numbers: readonly number[];
  /** Written into the formula and not read from cells. */
  readonly isLiteral: boolean;
}

/** What is odd about the unit of an argument, and what to multiply it by to mend it. */
export interface UnitWarning {
  readonly text: Texts;
  readonly factor?: number;
}

const isShare = (unit: UnitName): boolean => unit === "share" || unit === "per year";

/** Rates of change and ratios without an upper bound are rarely above 150 %. */
const usualLimit = 1.5;

const largestOf = (numbers: readonly number[]): number =>
  numbers.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

function percentText(value: number): Texts {
  const percent = Number((value * 100).toPrecision(6));
  return {
    en: `A share is meant: ${value} is ${percent} %. If ${value} % is meant, divide by 100.`,
    zh: `此处应为比例：${value} 即 ${percent}%。若实为 ${value}%，请除以 100。`,
  };
}

/** 12 where 0.12 is meant: a share above all that it may be, and no more than 100. */
function percentWarning({ bounds }: Parameter, numbers: readonly number[]): UnitWarning | undefined {
  const limit = Math.max(bounds.max ?? bounds.below ?? usualLimit, 1);
  const largest = largestOf(numbers);
  if (largest <= limit || (largest > 100 && bounds.max !== undefined)) return undefined;
  return { text: percentText(Number(largest.toPrecision(6))), factor: 0.01 };
}

const otherText = (meant: UnitName, { text }: StatedUnit): Texts => ({
  en: `Its heading says “${text}”; ${units[meant]!.en} are meant.`,
  zh: `其标题单位为“${text}”，此处应为${units[meant]!.zh}。`,
});

const scaleText = (meant: UnitName, { text }: StatedUnit, factor: number): Texts => ({
  en: `Its heading says “${text}”; ${units[meant]!.en} are meant: ${step(factor).en}, or give all such numbers in one unit.`,
  zh: `其标题单位为“${text}”，此处应为${units[meant]!.zh}：请${step(factor).zh}，或使同类数据单位一致。`,
});

/** Multiplying by 0.0001 is harder to read than dividing by 10,000. */
function step(factor: number): Texts {
  const by = factor < 1 ? Number((1 / factor).toPrecision(12)) : factor;
  const shown = by.toLocaleString("en-US", { maximumFractionDigits: 6 });
  if (factor < 1) return { en: `divide by ${shown}`, zh: `除以 ${shown}` };
  return { en: `multiply by ${shown}`, zh: `乘以 ${shown}` };
}

interface Compared {
  readonly unit: UnitName;
  readonly meant: Measure;
  readonly parameter: Parameter;
  readonly argument: StatedArgument;
  /** How many of what is meant one of the stated unit is; undefined where nothing is stated. */
  readonly factor?: number;
  readonly isOther: boolean;
}

function compared(parameter: Parameter, argument: StatedArgument): Compared | undefined {
  const { unit } = parameter;
  const meant = unit && measureOf(unit);
  if (!meant) return undefined;
  const { stated } = argument;
  const fault = stated && unitFault(meant, stated.measure);
  const factor = fault?.kind === "scale" ? fault.factor : fault?.kind === "same" ? 1 : undefined;
  return { unit, meant, parameter, argument, factor, isOther: fault?.kind === "other" };
}

/** Whether a number settles the unit of all of its kind: a default that is not 0, or cells that say nothing. */
function settles({ parameter, argument, factor }: Compared): boolean {
  if (argument.numbers.length === 0) return typeof parameter.default === "number" && parameter.default !== 0;
  return factor === undefined && !argument.isLiteral;
}

/** What is often counted in 万 and 亿, in the whole of a table. */
const counted: readonly string[] = ["money", "vehicle", "person", "firm"] satisfies Base[];

const kindOf = (powers: Powers): string => JSON.stringify(timeless(powers).sort());

const timeless = (powers: Powers): [Base, number][] =>
  (Object.entries(powers) as [Base, number][]).filter(([base]) => base !== "time");

const ofKind = (kind: string, all: readonly Compared[]): Compared[] =>
  all.filter(({ meant }) => kindOf(meant.powers) === kind);

/**
 * The factor by which all quantities of a kind may be scaled: output and capacity both in 万辆 are as good as both in
 * vehicles. It is 1 where they disagree, or where one of them has its unit already.
 */
function commonFactor(alike: readonly Compared[]): number {
  const factors = new Set(alike.flatMap(({ factor }) => factor ?? []));
  return factors.size === 1 && !alike.some(settles) ? [...factors][0]! : 1;
}

function expectedFactor({ meant: { powers } }: Compared, all: readonly Compared[]): number {
  const bases = timeless(powers);
  if (!bases.every(([base]) => counted.includes(base))) return 1;
  const parts = bases.map(([base, power]) => ({ alike: ofKind(kindOf({ [base]: 1 }), all), power }));
  if (parts.some(({ alike }) => alike.length === 0)) return commonFactor(ofKind(kindOf(powers), all));
  return parts.reduce((factor, { alike, power }) => factor * commonFactor(alike) ** power, 1);
}

function scaleWarning(one: Compared, all: readonly Compared[]): UnitWarning | undefined {
  const { factor, unit, argument } = one;
  if (factor === undefined) return undefined;
  const off = Number((factor / expectedFactor(one, all)).toPrecision(12));
  return off === 1 ? undefined : { text: scaleText(unit, argument.stated!, off), factor: off };
}

function warningFor(one: Compared, all: readonly Compared[]): UnitWarning | undefined {
  const { unit, parameter, argument, isOther } = one;
  if (isOther) return { text: otherText(unit, argument.stated!) };
  return isShare(unit) ? percentWarning(parameter, argument.numbers) : scaleWarning(one, all);
}

/** Numbers that must be in one unit, whichever it is, and are headed by two. */
function sameUnitWarnings(
  parameters: readonly Parameter[], args: readonly StatedArgument[],
): (UnitWarning | undefined)[] {
  const places = parameters.flatMap(({ unit }, i) => (unit === "same unit" && args[i]?.stated ? [i] : []));
  const first = args[places[0]!]?.stated;
  return parameters.map((_, i) => {
    if (!first || !places.includes(i)) return undefined;
    const { stated } = args[i]!;
    const fault = unitFault(first.measure, stated!.measure);
    return fault.kind === "same" ? undefined : { text: twoUnits(first, stated!), factor: factorOf(fault) };
  });
}

const factorOf = (fault: ReturnType<typeof unitFault>): number | undefined =>
  fault.kind === "scale" ? fault.factor : undefined;

/** Money of two currencies cannot be reckoned together. */
function currencyWarnings(all: readonly (Compared | undefined)[]): (UnitWarning | undefined)[] {
  const first = all.find((one) => one?.meant.powers.money && currencyIn(one));
  return all.map((one) => {
    const currency = one?.meant.powers.money && currencyIn(one);
    if (!first || !currency || currency === currencyIn(first)) return undefined;
    return { text: twoUnits(first.argument.stated!, one.argument.stated!) };
  });
}

const currencyIn = ({ argument: { stated } }: Compared): Base | undefined => stated && currencyOf(stated.measure);

const twoUnits = (first: StatedUnit, other: StatedUnit): Texts => ({
  en: `Its heading says “${other.text}”, another one “${first.text}”: they cannot be reckoned together.`,
  zh: `其标题单位为“${other.text}”，另一参数为“${first.text}”：单位须一致。`,
});

const leftOut: StatedArgument = { numbers: [], isLiteral: true };

/** What is odd about the units of a call, argument by argument. */
export function unitWarnings(definition: Definition, args: readonly StatedArgument[]): (UnitWarning | undefined)[] {
  const parameters = Object.values(definition.parameters);
  const each = parameters.map((parameter, i) => compared(parameter, args[i] ?? leftOut));
  const known = each.filter((one) => one !== undefined);
  const [mixed, currencies] = [sameUnitWarnings(parameters, args), currencyWarnings(each)];
  return each.map((one, i) => (one && warningFor(one, known)) ?? mixed[i] ?? currencies[i]);
}
