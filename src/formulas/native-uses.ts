import { type Definition, nativeFormula } from "../functions";
import { isFunction, isName, isOperator, nextIndex, type Token, tokensOf } from "./tokens";

/** What becomes of an argument in the native form of a call. */
export interface Use {
  /** How often it stands there. */
  readonly times: number;
  /** Somewhere only a reference will do: ROW of an array, or COUNTIF over one, is no formula. */
  readonly asReference: boolean;
  /** Nothing around it makes one value of many: a range in its place gives a result for each of its cells. */
  readonly elementwise: boolean;
}

/** Which arguments of a function must be references, counted from zero. */
const referenceArguments: Readonly<Record<string, readonly number[]>> = {
  ROW: [0], COLUMN: [0], COUNTIF: [0], SUMIF: [0, 2], AVERAGEIF: [0, 2], COUNTBLANK: [0], OFFSET: [0], RANK: [1],
};

const elementwiseFunctions = new Set([
  "IF", "ABS", "LN", "LOG", "EXP", "SQRT", "INT", "MOD", "SIGN", "ROUND", "ISNUMBER", "BETA.INV", "MAP", "LAMBDA",
]);

/** A text that stands for the argument while the native form is looked at: a name, which no form takes apart. */
const stand = (index: number): string => `given_${index}_`;

/** How the native form of a call uses those of its arguments that are marked; the others stand as they are written. */
export function usesOf(
  definition: Definition,
  args: readonly (string | null)[],
  marked: (index: number) => boolean,
): readonly Use[] {
  const written = args.map((text, index) => (text !== null && marked(index) ? stand(index) : text));
  const tokens = tokensOf(nativeFormula(definition, written) ?? "");
  const around = calleesAround(tokens);
  return args.map((_, index) => {
    const places = tokens.flatMap((token, at) => (isName(token) && token.value === stand(index) ? [at] : []));
    return {
      times: places.length,
      asReference: places.some((at) => isReferenceOnly(tokens, at, around[at]![0])),
      elementwise: places.every((at) => around[at]!.every(({ name }) => elementwiseFunctions.has(name))),
    };
  });
}

interface Callee {
  readonly name: string;
  readonly argument: number;
}

function isReferenceOnly(tokens: readonly Token[], at: number, callee: Callee | undefined): boolean {
  if (!callee || !referenceArguments[callee.name]?.includes(callee.argument)) return false;
  const before = tokens[nextIndex(tokens, at, -1)];
  const after = tokens[nextIndex(tokens, at)];
  return (isOperator(before, "(") || isOperator(before, ",")) && (isOperator(after, ")") || isOperator(after, ","));
}

/** For each token the calls that it stands in, the innermost first. */
function calleesAround(tokens: readonly Token[]): readonly (readonly Callee[])[] {
  const open: (Callee | undefined)[] = [];
  return tokens.map((token, at) => {
    const around = open.filter((callee) => callee !== undefined).reverse();
    if (isOperator(token, "(") || isOperator(token, "{")) open.push(calleeBefore(tokens, at));
    else if (isOperator(token, ")") || isOperator(token, "}")) open.pop();
    else if (isOperator(token, ",") && open.at(-1)) open.push(next(open.pop()!));
    return around;
  });
}

const next = ({ name, argument }: Callee): Callee => ({ name, argument: argument + 1 });

function calleeBefore(tokens: readonly Token[], open: number): Callee | undefined {
  const before = tokens[open - 1];
  return isFunction(before) ? { name: before!.value.toUpperCase(), argument: 0 } : undefined;
}
