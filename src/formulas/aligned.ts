import { tokenTypes, translateFormulaToR1C1 } from "@borgar/fx/xlsx";
import { addressKey } from "./address-key";
import { onSheet, sheetAndAddress } from "./sheet-names";
import {
  closing, isBlank, isFunction, isName, isOperator, isReference, isStructured, type Token, tokensOf,
} from "./tokens";

/** What a formula says, whatever it refers to and however a program writes it down. */
export function skeletonOf(formula: string): string {
  return essential(formula).map((token) => (isCells(token) ? "¤" : sayingOf(token))).join(" ");
}

/** The same text for a formula wherever it stands, as long as it refers to the same places from there. */
export const relativeText = (formula: string, address: string): string =>
  translateFormulaToR1C1(formula, address).replace(/\s/g, "").toUpperCase();

/** How the references of a formula have moved since: pairs of then and now; undefined where it says something else. */
export function movedReferences(then: string, now: string): readonly (readonly [string, string])[] | undefined {
  const [was, is] = [essential(then), essential(now)];
  if (was.length !== is.length) return undefined;
  const pairs: (readonly [string, string])[] = [];
  for (const [index, token] of was.entries()) {
    const other = is[index]!;
    if (isCells(token) && isCells(other)) pairs.push([token.value, other.value]);
    else if (isCells(token) || isCells(other) || sayingOf(token) !== sayingOf(other)) return undefined;
  }
  return pairs;
}

const isCells = (token: Token): boolean => isReference(token) && !isName(token) && !isStructured(token);

/** Without blanks, and without brackets that only group: programs put them in and leave them out. */
function essential(formula: string): Token[] {
  const tokens = tokensOf(formula.replace(/^=/, "")).filter((token) => !isBlank(token));
  const dropped = new Set<number>();
  tokens.forEach((token, at) => {
    if (!isOperator(token, "(") || isFunction(tokens[at - 1]) || isName(tokens[at - 1])) return;
    dropped.add(at);
    dropped.add(closing(tokens, at));
  });
  tokens.forEach((token, at) => {
    if (isFunction(token) && /^(?:TRUE|FALSE)$/i.test(token.value)) dropped.add(at + 1).add(at + 2);
  });
  return tokens.filter((_, at) => !dropped.has(at));
}

function sayingOf(token: Token): string {
  if (token.type === tokenTypes.NUMBER) return String(Number(token.value));
  return token.type === tokenTypes.STRING ? token.value : token.value.toUpperCase();
}

/** Where references have gone, by what they were, as seen from a sheet. */
export class Movements {
  private readonly known = new Map<string, string>();
  /** One place has become two: somebody wrote the formula anew. */
  isAmbiguous = false;

  constructor(private readonly homeThen: string, private readonly homeNow: string) {}

  add(pairs: readonly (readonly [string, string])[]): void {
    for (const [then, now] of pairs) {
      const key = addressKey(then, this.homeThen);
      const { sheet = this.homeNow, address } = sheetAndAddress(now);
      const place = onSheet(sheet, address.replaceAll("$", ""));
      if (this.known.has(key) && this.known.get(key) !== place) this.isAmbiguous = true;
      this.known.set(key, place);
    }
  }

  /** The formula with each of its references where it has gone; what is not known of stays as it is. */
  applied(formula: string): string {
    const pieces = tokensOf(formula.replace(/^=/, "")).map((token) => {
      return isCells(token) ? this.moved(token.value) : token.value;
    });
    return `=${pieces.join("")}`;
  }

  private moved(reference: string): string {
    const place = this.known.get(addressKey(reference, this.homeThen));
    if (place === undefined) return reference;
    const was = sheetAndAddress(reference);
    const is = sheetAndAddress(place);
    const address = withSigns(is.address, was.address);
    return was.sheet === undefined && is.sheet === this.homeNow ? address : onSheet(is.sheet!, address);
  }
}

/** The address with $ where the other one has it. */
function withSigns(address: string, like: string): string {
  const signs = [...like.matchAll(/(\$?)([A-Z]*)(\$?)(\d*)/gi)].filter(([all]) => all !== "");
  let corner = 0;
  return address.replace(/([A-Z]+)?(\d+)?/gi, (all: string, letters: string | undefined, digits: string | undefined) => {
    if (all === "") return "";
    const [, first = "", , second = ""] = signs[Math.min(corner++, signs.length - 1)] ?? [];
    return (letters ? first + letters : "") + (digits ? (letters ? second : first) + digits : "");
  });
}
