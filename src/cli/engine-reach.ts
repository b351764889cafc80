import { boundNames } from "../formulas/bound-names";
import { catalogueNames } from "../formulas/stored-names";
import { isFunction, isOperator, isOutside, tokensOf } from "../formulas/tokens";
import type { Texts } from "../refusal";

/** The engine reads these itself: a probe without arguments would not tell that it has them. */
const forms = new Set(["LET", "LAMBDA"]);

/** The functions that a formula calls, in capitals: not ours, and not those that it binds itself. */
export function functionsIn(formula: string): string[] {
  const tokens = tokensOf(formula);
  const bindings = boundNames(tokens);
  const called = tokens.filter((token, index) => isFunction(token) && !bindings.has(index));
  return called
    .filter(({ value }) => catalogueNames().typed(value) === undefined)
    .map(({ value }) => value.toUpperCase())
    .filter((name) => !forms.has(name));
}

/** Why the engine cannot calculate a formula as Excel does; undefined when it can. */
export function whyBeyondEngine(formula: string, unknown: ReadonlySet<string>): Texts | undefined {
  if (unknown.size === 0 && !/[[@#]/.test(formula)) return undefined;
  const tokens = tokensOf(formula);
  if (tokens.some(isOutside)) return { en: "refers to another workbook", zh: "引用了其他工作簿" };
  const missing = functionsIn(formula).find((name) => unknown.has(name));
  if (missing) return { en: `uses ${missing}, which is not calculated here`, zh: `使用了此处不计算的函数 ${missing}` };
  const sign = tokens.find((token) => isOperator(token, "@") || isOperator(token, "#"))?.value;
  if (sign === undefined) return undefined;
  return { en: `uses ${sign}, which is not calculated here`, zh: `使用了此处不计算的运算符 ${sign}` };
}
