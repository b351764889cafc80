import { boundNames } from "../formulas/bound-names";
import { bareFunction } from "../formulas/future-functions";
import { catalogueNames } from "../formulas/stored-names";
import { mayHoldSigns } from "../formulas/portable-references";
import { isFunction, isOperator, isOutside, tokensOf } from "../formulas/tokens";
import type { Texts } from "../refusal";

/** The engine reads these itself: a probe without arguments would not tell that it has them. */
const forms = new Set(["LET", "LAMBDA"]);

const isForeign = (name: string): boolean => catalogueNames().typed(name) === undefined && !forms.has(name);

/** All that formulas may call besides ours, in capitals; what only looks like a call, in a text, is among it too. */
export function mayBeCalled(formulas: Iterable<string>): string[] {
  const words = new Set<string>();
  for (const formula of formulas) for (const [word] of formula.matchAll(/[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu)) words.add(word);
  return [...new Set([...words].map((word) => word.toUpperCase()))].filter(isForeign);
}

/** The functions that a formula calls, in capitals: not ours, and not those that it binds itself. */
function functionsIn(formula: string): string[] {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  const bindings = boundNames(tokens);
  const called = tokens.filter((token, index) => isFunction(token) && !bindings.has(index));
  return called.map(({ value }) => value.toUpperCase()).filter(isForeign);
}

/** Whether LET or LAMBDA stands in a formula: not every way to call what they bind is understood here. */
export const bindsNames = (formula: string): boolean => /\b(?:LET|LAMBDA)\s*\(/i.test(formula);

/** What takes numbers for dates, or makes them of dates. */
const dateFunctions = new Set(`
DATE DATEDIF DATEVALUE DAY DAYS360 EDATE EOMONTH ISOWEEKNUM MONTH NETWORKDAYS NETWORKDAYS.INTL NOW TEXT TODAY WEEKDAY
WEEKNUM WORKDAY WORKDAY.INTL YEAR YEARFRAC
`.trim().split(/\s+/));

/** Why a formula in a workbook whose dates count from 1904 is not calculated here. */
export function whyDated(formula: string): Texts | undefined {
  if (!/DA[TY]|MONTH|WEEK|WORK|YEAR|NOW|TEXT/i.test(formula)) return undefined;
  const name = functionsIn(formula).find((each) => dateFunctions.has(bareFunction(each).toUpperCase()));
  if (name === undefined) return undefined;
  return { en: `uses ${name}, and its dates count from 1904`, zh: `使用了 ${name}，其日期从 1904 年起算` };
}

const unsteadyFunctions = new Set(["NOW", "RAND", "RANDARRAY", "RANDBETWEEN", "TODAY"]);

/** Why a formula gives another result at every calculation, so that two of them cannot be compared. */
export function whyUnsteady(formula: string): Texts | undefined {
  if (!/\b(?:RAND|NOW|TODAY)/i.test(formula)) return undefined;
  const name = functionsIn(formula).find((each) => unsteadyFunctions.has(bareFunction(each).toUpperCase()));
  if (name === undefined) return undefined;
  return { en: `uses ${name}, which changes with every calculation`, zh: `使用了 ${name}，每次计算结果都会变化` };
}

/** Why the engine cannot calculate a formula as Excel does; undefined when it can. */
export function whyBeyondEngine(formula: string, unknown: ReadonlySet<string>): Texts | undefined {
  if (unknown.size === 0 && !formula.includes("[") && !mayHoldSigns.test(formula)) return undefined;
  const tokens = tokensOf(formula.replace(/^=/, ""));
  if (tokens.some(isOutside)) return { en: "refers to another workbook", zh: "引用了其他工作簿" };
  const missing = functionsIn(formula).find((name) => unknown.has(name));
  if (missing) return { en: `uses ${missing}, which is not calculated here`, zh: `使用了此处不计算的函数 ${missing}` };
  const sign = tokens.find((token) => isOperator(token, "@") || isOperator(token, "#"))?.value;
  if (sign === undefined) return undefined;
  return { en: `uses ${sign}, which is not calculated here`, zh: `使用了此处不计算的运算符 ${sign}` };
}
