import { literal, type Definition } from "../functions";
import type { Language } from "../refusal";
import { cellAddress, parseCell } from "./addresses";
import { parsedArgument } from "./arguments";
import { callText } from "./write-call";

const sourceLabel = { en: "Source: ", zh: "来源：" } as const;

/**
 * A call laid out for readers: its title beside the result, each number or text given to it in a labelled
 * cell of its own, so that nothing is hidden inside the formula, and the source of the method below.
 */
export function labelledBlock(
  namespace: string,
  definition: Definition,
  args: readonly string[],
  at: string,
  language: Language,
): (string | number | boolean)[][] {
  const start = parseCell(at)!;
  const inputs: (string | number | boolean)[][] = [];
  const texts = Object.values(definition.parameters).map((parameter, i) => {
    const text = args[i] ?? "";
    const parsed = parsedArgument(text);
    if (parsed.kind !== "value" || typeof parsed.value === "object") return text;
    inputs.push([parameter.text[language].replace(/[.。]$/, ""), inCell(parsed.value)]);
    return cellAddress(start.row + inputs.length, start.column + 1);
  });
  return [
    [definition.title[language], callText(namespace, definition, texts)],
    ...inputs,
    [sourceLabel[language] + definition.source, ""],
  ];
}

/** A text goes in as a formula, so that Excel does not take `2023` or `3-4` for a number or a date. */
const inCell = (value: string | number | boolean): string | number | boolean =>
  typeof value === "string" ? `=${literal(value)}` : value;
