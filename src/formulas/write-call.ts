import { literal, type Definition, type Parameter } from "../functions";
import type { Texts } from "../refusal";
import { parsedArgument } from "./arguments";
import { isBlank, isName, isOperator, isReference, isStructured, textOf, type Token, tokensOf } from "./tokens";

/** `=POLICY.HHI_INDEX(B2:B5,1)`: empty arguments are left out, those at the end with their commas. */
export function callText(namespace: string, { name }: Definition, args: readonly string[]): string {
  const last = args.findLastIndex((text) => text !== "");
  return `=${namespace}.${name}(${args.slice(0, last + 1).join(",")})`;
}

export type TypedArgument = { readonly text: string } | { readonly fault: Texts };

/**
 * What a user types for an argument, as formula text. Users type `12,000`, `５％` and `长三角`, not `"长三角"`;
 * a leading "=" says that it is a formula after all.
 */
export function typedArgument({ type }: Parameter, typed: string): TypedArgument {
  const text = typed.trim();
  if (text === "") return { text };
  if (text.startsWith("=")) return formulaArgument(text.slice(1).trim());
  if (type === "number" || type === "flag" || isNumber(text, type)) return formulaArgument(asNumber(text));
  return textArgument(text);
}

/** Choices may be numbers; a text, such as the key of a row, stays one whatever it looks like. */
const isNumber = (text: string, type: Parameter["type"]): boolean => type === "choice" && Number.isFinite(Number(text));

const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?%?$/;

function asNumber(text: string): string {
  const narrow = text.normalize("NFKC");
  return grouped.test(narrow) ? narrow.replaceAll(",", "") : narrow;
}

function textArgument(text: string): TypedArgument {
  const isWritten = text.startsWith('"') || ["cells", "table", "call"].includes(parsedArgument(text).kind);
  return isWritten ? formulaArgument(text) : { text: literal(text) };
}

function formulaArgument(text: string): TypedArgument {
  const fault = faultOf(tokensOf(text));
  return fault ? { fault } : { text };
}

function faultOf(tokens: readonly Token[]): Texts | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (isOperator(token, "(") || isOperator(token, "{")) depth++;
    if (isOperator(token, ")") || isOperator(token, "}")) depth--;
    if (depth < 0) break;
    if (depth === 0 && isOperator(token, ",")) return severalRanges;
  }
  const isOpen = tokens.some((token) => "unterminated" in token && token.unterminated);
  return depth !== 0 || isOpen || tokens.every(isBlank) ? unfinished : undefined;
}

const severalRanges: Texts = {
  en: "is in several parts: give one value or one block of cells",
  zh: "包含多个部分：请给一个值或一块连续区域",
};

const unfinished: Texts = {
  en: "is not complete: check quotation marks and brackets",
  zh: "不完整：请检查引号和括号",
};

/** An argument brought to another unit: `B2:B9/10000` reads better than `B2:B9*0.0001`. */
export function scaled(text: string, factor: number): string {
  const isOne = tokensOf(text).filter((token) => !isBlank(token)).length === 1;
  if (isOne && Number.isFinite(Number(text))) return String(rounded(Number(text) * factor));
  const operand = isOne ? text : `(${text})`;
  return factor < 1 ? `${operand}/${rounded(1 / factor)}` : `${operand}*${rounded(factor)}`;
}

const rounded = (value: number): number => Number(value.toPrecision(12));

/** The same text, meant from another sheet: what stood for cells of its own sheet now names that sheet. */
export function qualified(text: string, written: (address: string) => string): string {
  return textOf(tokensOf(text).map((token) => (isCells(token) ? { ...token, value: written(token.value) } : token)));
}

const isCells = (token: Token): boolean =>
  isReference(token) && !isName(token) && !isStructured(token) && !token.value.includes("!");
