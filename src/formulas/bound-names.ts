import { bareFunction } from "./future-functions";
import { isBlank, isFunction, isName, isOperator, isStructured, nextIndex, type Token } from "./tokens";

/** What a LET or a LAMBDA makes of a token. */
export type Binding = "declared" | "optional" | "used";

interface Bracket {
  readonly binder?: "LET" | "LAMBDA";
  /** From which argument on each name stands for what is bound to it. */
  readonly names: Map<string, number>;
  argument: number;
  /** No token of the present argument has been read yet. */
  fresh: boolean;
}

/** The names that LET and LAMBDA bind, where they are declared and where they are used, by token index. */
export function boundNames(tokens: readonly Token[]): ReadonlyMap<number, Binding> {
  const bindings = new Map<number, Binding>();
  const open: Bracket[] = [];
  tokens.forEach((token, index) => {
    if (isBlank(token)) return;
    const binding = bindingOf(tokens, index, open);
    if (binding) bindings.set(index, binding);
    step(tokens, index, open);
  });
  return bindings;
}

function bindingOf(tokens: readonly Token[], index: number, open: readonly Bracket[]): Binding | undefined {
  const token = tokens[index];
  const bracket = open.at(-1);
  const name = token.value.toLowerCase();
  if (bracket && declares(tokens, index, bracket)) {
    if (isStructured(token)) {
      bracket.names.set(name.slice(1, -1), 0);
      return "optional";
    }
    bracket.names.set(name, bracket.binder === "LET" ? bracket.argument + 2 : 0);
    return "declared";
  }
  if (!isName(token) && !isFunction(token)) return undefined;
  return open.some(({ names, argument }) => argument >= (names.get(name) ?? Infinity)) ? "used" : undefined;
}

function declares(tokens: readonly Token[], index: number, { binder, fresh, argument }: Bracket): boolean {
  if (!binder || !fresh || !isOperator(tokens[nextIndex(tokens, index)], ",")) return false;
  const token = tokens[index];
  if (binder === "LET") return isName(token) && argument % 2 === 0;
  return isName(token) || (isStructured(token) && /^\[[^[\]@#]+\]$/.test(token.value));
}

function step(tokens: readonly Token[], index: number, open: Bracket[]): void {
  const token = tokens[index];
  const bracket = open.at(-1);
  if (bracket) bracket.fresh = false;
  if (isOperator(token, "(") || isOperator(token, "{")) {
    open.push({ binder: binderBefore(tokens, index), names: new Map(), argument: 0, fresh: true });
  } else if (isOperator(token, ")") || isOperator(token, "}")) {
    open.pop();
  } else if (isOperator(token, ",") && bracket) {
    bracket.argument++;
    bracket.fresh = true;
  }
}

function binderBefore(tokens: readonly Token[], index: number): Bracket["binder"] {
  const before = tokens[index - 1];
  if (!isFunction(before)) return undefined;
  const name = bareFunction(before!.value).toUpperCase();
  return name === "LET" || name === "LAMBDA" ? name : undefined;
}
