import type { Command } from "commander";
import { argumentCountFault } from "../formulas/argument-count";
import { syntaxFault, withEquals } from "../formulas/syntax";
import type { Answer, Outcome } from "../functions";
import { CellError, Refusal, type Language } from "../refusal";

interface Evaluated {
  readonly value?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const shown = (answer: Answer): unknown =>
  answer instanceof Refusal || answer instanceof CellError ? { error: answer.code } : answer;

/** What `policy eval` prints: a value, a table of values, or an error with its reason where there is one. */
export function evaluated(outcome: Outcome, language: Language): Evaluated {
  if (outcome instanceof Refusal) return { error: outcome.code, message: outcome.message(language) };
  if (outcome instanceof CellError) return { error: outcome.code, message: "" };
  return { value: Array.isArray(outcome) ? outcome.map((row) => row.map(shown)) : outcome };
}

async function evaluate(formula: string, { lang }: { lang: Language }): Promise<void> {
  const fault = syntaxFault(formula) ?? argumentCountFault(withEquals(formula))?.[lang];
  if (fault) throw new Error(`this is not a formula: ${fault}`);
  const { createHeadlessEngine } = await import("../host/engine-headless");
  const engine = await createHeadlessEngine({ language: lang });
  const outcome = await engine.evaluate(formula);
  process.stdout.write(`${JSON.stringify(evaluated(outcome, lang))}\n`, () => process.exit(0));
}

export const registerEval = (program: Command): Command =>
  program
    .command("eval")
    .description("calculate one formula and print it as JSON")
    .argument("<formula>", 'such as "=POLICY.HHI_INDEX({30;30;20;20})"')
    .option("--lang <language>", "of messages: en or zh", languageIn, "en")
    .action(evaluate);

export function languageIn(text: string): Language {
  if (text !== "en" && text !== "zh") throw new Error(`--lang must be en or zh, not ${text}`);
  return text;
}
