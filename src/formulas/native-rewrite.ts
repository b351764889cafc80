import { isArrayFormula } from "../functions";
import { type Names, needsArrays } from "./array-formulas";
import { boundNames } from "./bound-names";
import { callsIn, type WrittenCall } from "./calls";
import { checkArgument, namesBoundIn, namesOfCells, newerThan2016 } from "./expressions";
import { NativeCall } from "./native-call";
import { portableReferences } from "./portable-references";
import { catalogueNames } from "./stored-names";
import { closing, isFunction, isName, isOperator, nextIndex, tokensOf } from "./tokens";
import { reasons, Unportable } from "./unportable";
import type { Workroom, Writing } from "./workroom";

export interface NativeText {
  /** With its "=". */
  readonly formula: string;
  /** To be entered as an array formula where the reader has no formulas that spill. */
  readonly array: boolean;
  /** What cites the rows of reference data that became constants. */
  readonly citations: readonly string[];
}

/** Excel's limit is on the formula as stored, where new functions bear prefixes. */
const LONGEST_FORMULA = 8_000;

/** Writes a formula without our functions, or throws `Unportable` with the reason why that cannot be. */
export function nativeText(formula: string, room: Workroom): NativeText {
  const given = formula.replace(/^=/, "");
  checkPassedFunctions(given);
  const typed = portableReferences(given, room);
  const newer = room.dynamic ? undefined : newerThan2016(typed);
  if (newer) throw new Unportable(reasons.newer(newer));
  const writer = new NativeWriter(room, namesBoundIn(typed), new Map([...room.names, ...namesOfCells(typed)]));
  const text = writer.text(typed);
  if (text.length > LONGEST_FORMULA) throw new Unportable(reasons.tooLong);
  const array = writer.array || (!room.dynamic && staysArray(typed, room));
  return { formula: `=${text}`, array, citations: writer.citations };
}

/** MAP(A1:A9, POLICY.X): a function given to another one by its name cannot be written out. */
function checkPassedFunctions(text: string): void {
  const isPassed = tokensOf(text).some((token) => isName(token) && catalogueNames().typed(token.value) !== undefined);
  if (isPassed) throw new Unportable(reasons.passed);
}

/** What the user's own part of the formula asks for, whatever becomes of our calls. */
function staysArray(text: string, { names }: Workroom): boolean {
  const without = (rest: string, { start, end }: WrittenCall): string => `${rest.slice(0, start)}0${rest.slice(end)}`;
  const own = callsIn(text).reverse().reduce(without, text);
  const tokens = tokensOf(own);
  return needsArrays(tokens, boundNames(tokens), names);
}

/** Replaces our calls in texts, and keeps in mind what that asks of the whole formula. */
class NativeWriter implements Writing {
  array = false;
  readonly citations: string[] = [];
  private readonly taken = new Set<string>();

  constructor(
    readonly room: Workroom,
    readonly bound: ReadonlySet<string>,
    readonly names: Names,
  ) {}

  text(text: string): string {
    return callsIn(text).reverse().reduce((rest, call) => {
      const before = rest.slice(0, call.start).replace(/(?:'[^']*'|\[\d+\])!$/, "");
      const after = rest.slice(call.end);
      return before + grouped(this.call(call), before, after) + after;
    }, text);
  }

  freshName(wish: string): string {
    let count = 1;
    while (this.taken.has(`${wish}_${count}`) || this.bound.has(`${wish}_${count}`.toLowerCase())) count++;
    this.taken.add(`${wish}_${count}`);
    return `${wish}_${count}`;
  }

  private call(call: WrittenCall): string {
    for (const { text } of call.args) checkArgument(text);
    const { definition } = call;
    if (isArrayFormula(definition) || definition.returns.shape === "range") this.array = true;
    return new NativeCall(call, this).written();
  }
}

/** Brackets where what stands around the call could tear its native form apart. */
function grouped(native: string, before: string, after: string): string {
  const isAlone = /(?:^|[(,])\s*$/.test(before) && /^\s*(?:$|[),])/.test(after);
  return isAlone || isOnePiece(native) ? native : `(${native})`;
}

function isOnePiece(native: string): boolean {
  const tokens = tokensOf(native);
  if (tokens.length === 1) return !/^[-+]/.test(native);
  const open = isFunction(tokens[0]) ? nextIndex(tokens, 0) : 0;
  return (isOperator(tokens[open], "(") || isOperator(tokens[open], "{")) && closing(tokens, open) === tokens.length - 1;
}
