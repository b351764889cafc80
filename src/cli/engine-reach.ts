import { boundNames } from "../formulas/bound-names";
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
