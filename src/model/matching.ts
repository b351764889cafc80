import { compared, comparedTexts, isError, numberInText, sameNumber, type Value } from "./values";

export type Test = (value: Value) => boolean;

const comparison = /^(<=|>=|<>|<|>|=)?(.*)$/s;

/** What SUMIF and its like ask of a cell: a value to equal, or a text with a comparison before it. */
export function criterion(wanted: Value): Test {
  if (wanted === null) return (value) => value === 0;
  if (typeof wanted !== "string") return equalTo(wanted);
  const [, operator = "=", operand = ""] = comparison.exec(wanted)!;
  const isBare = !/^[<>=]/.test(wanted);
  if (operand === "") return isBare ? isEmpty : onEmpty(operator);
  const meant = meantBy(operand);
  if (operator === "=") return typeof meant === "string" ? matchesText(meant) : equalTo(meant);
  if (operator === "<>") return not(typeof meant === "string" ? matchesText(meant) : equalTo(meant));
  return ordered(operator, meant);
}

const not = (test: Test): Test => (value) => !test(value);
const isEmpty: Test = (value) => value === null || value === "";

/** `"="` finds what is empty, `"<>"` what is not. */
const onEmpty = (operator: string): Test =>
  operator === "=" ? (value) => value === null : operator === "<>" ? (value) => value !== null : () => false;

function meantBy(text: string): Value {
  const upper = text.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return upper === "TRUE";
  return numberInText(text) ?? text;
}

function equalTo(wanted: Value): Test {
  if (isError(wanted)) return (value) => isError(value) && value.code === wanted.code;
  if (typeof wanted !== "number") return (value) => value === wanted;
  return (value) => typeof value === "number" ? sameNumber(value, wanted)
    : typeof value === "string" && numberInText(value) === wanted;
}

function ordered(operator: string, wanted: Value): Test {
  const holds = (order: number): boolean =>
    operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  return (value) => typeof value === typeof wanted && holds(compared(value, wanted));
}

export function matchesText(pattern: string): Test {
  const matches = wildcard(pattern);
  return (value) => typeof value === "string" && matches(value);
}

/** Excel's `*`, `?` and `~` in a text to find; in any case. */
export function wildcard(pattern: string): (text: string) => boolean {
  if (!/[*?~]/.test(pattern)) return (text) => comparedTexts(text, pattern) === 0;
  const source = pattern.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}]/g, (found) =>
    found === "*" ? ".*" : found === "?" ? "." : `\\${found.at(-1)!}`);
  const expression = new RegExp(`^${source}$`, "isu");
  return (text) => expression.test(text);
}
