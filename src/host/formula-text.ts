import { tokenize, tokenTypes, type Token } from "@borgar/fx";

/** What a formula's text may refer to besides cells: the tables of its workbook. */
export interface TableNames {
  readonly none: boolean;
  has(name: string): boolean;
  /** A structured reference, `Sales[[#This Row],[Unit price]]`, as text that Univer reads. */
  say(reference: string): string;
}

export const noTables: TableNames = { none: true, has: () => false, say: (reference) => reference };

const tokens = (text: string): Token[] => tokenize(text, { negativeNumbers: false });

/** Most formulas have nothing to repair; a whole sheet of them must not be taken apart. */
const suspicious = /[.#@[{]|\d[eE]|\d{16}|(?<![\w$!'])0\d|[-+]\p{L}/u;

/**
 * The same formula in words that Univer reads rightly. Left alone, it takes any number that is not written as
 * JavaScript would (`1E-3`, `1.50`, `.5`) for text, breaks array constants at commas inside texts, and
 * answers #VALUE! to `A1#` and to `@`.
 */
export function readable(formula: string, tables: TableNames = noTables): string {
  if (tables.none && !suspicious.test(formula)) return formula;
  const parts = tokens(formula);
  return parts.some(isUnfinished) ? formula : said(parts, tables);
}

/** The text of a name's formula as it stands inside another: `=1+1` doubled is `(1+1)*2`. */
export function embedded(formula: string, tables: TableNames = noTables): string {
  const parts = tokens(formula).filter(({ type }) => type !== tokenTypes.FX_PREFIX);
  const text = parts.some(isUnfinished) ? formula.replace(/^=+/, "") : said(parts, tables);
  const keeps = parts.length === 1 || /^lambda$/i.test(parts[0]?.value ?? "");
  return keeps ? text : `(${text})`;
}

const isUnfinished = ({ type, unterminated }: Token): boolean =>
  type === tokenTypes.UNKNOWN || unterminated === true;

function said(parts: readonly Token[], tables: TableNames): string {
  let text = "";
  for (let i = 0; i < parts.length; ) {
    const end = phraseEnd(parts, i);
    const words = phrase(parts.slice(i, end), tables);
    text += isSignedName(parts, i) ? `(${words})` : words;
    i = end;
  }
  return text;
}

/** Univer looks for a name with its sign: `-Rate`. */
function isSignedName(parts: readonly Token[], at: number): boolean {
  if (parts[at]?.type !== tokenTypes.REF_NAMED || !/^[-+]$/.test(parts[at - 1]?.value ?? "")) return false;
  const before = parts[at - 2];
  return !before || before.type === tokenTypes.FX_PREFIX || /^[^)}%#]$/.test(before.value);
}

const isOperator = (part: Token | undefined, value: string): boolean =>
  part?.type === tokenTypes.OPERATOR && part.value === value;

/** Where what begins at `start` ends: one token, or an array constant, `@x` or `A1#` as a whole. */
function phraseEnd(parts: readonly Token[], start: number): number {
  if (isOperator(parts[start], "{")) return closing(parts, start, "{", "}");
  if (isOperator(parts[start], "@")) return operandEnd(parts, start + 1);
  return isOperator(parts[start + 1], "#") ? start + 2 : start + 1;
}

function operandEnd(parts: readonly Token[], start: number): number {
  if (parts[start]?.type === tokenTypes.FUNCTION) return closing(parts, start + 1, "(", ")");
  if (isOperator(parts[start], "(")) return closing(parts, start, "(", ")");
  return phraseEnd(parts, start);
}

function closing(parts: readonly Token[], start: number, open: string, close: string): number {
  let depth = 0;
  for (let i = start; i < parts.length; i++) {
    if (isOperator(parts[i], open)) depth++;
    if (isOperator(parts[i], close) && --depth === 0) return i + 1;
  }
  return parts.length;
}

function phrase(parts: readonly Token[], tables: TableNames): string {
  const [first] = parts;
  if (isOperator(first, "{")) return arrayConstant(parts.slice(1, -1));
  if (isOperator(first, "@")) return `SINGLE(${said(parts.slice(1), tables)})`;
  if (parts.length === 2) return `ANCHORARRAY(${word(first!, tables)})`;
  return word(first!, tables);
}

function word({ type, value }: Token, tables: TableNames): string {
  if (type === tokenTypes.NUMBER) return canonical(value);
  if (type === tokenTypes.REF_STRUCT) return tables.say(value);
  if (type === tokenTypes.REF_NAMED && tables.has(value)) return tables.say(`${value}[]`);
  return value;
}

function canonical(literal: string): string {
  const value = Number(literal);
  return Number.isFinite(value) ? String(value) : "#NUM!";
}

/** Univer splits an array constant at every comma and semicolon, inside texts too. */
const isSafeText = (text: string): boolean => !/[,;{}\n]/.test(text);

function arrayConstant(parts: readonly Token[]): string {
  const rows: string[][] = [[""]];
  for (const part of parts) {
    if (isOperator(part, ";")) rows.push([""]);
    else if (isOperator(part, ",")) rows.at(-1)!.push("");
    else rows.at(-1)![rows.at(-1)!.length - 1] += word(part, noTables).trim();
  }
  if (rows.flat().every(isSafeText)) return `{${rows.map((row) => row.join(",")).join(";")}}`;
  const stacked = rows.map((row) => (row.length === 1 ? row[0]! : `HSTACK(${row.join(",")})`));
  return stacked.length === 1 ? stacked[0]! : `VSTACK(${stacked.join(",")})`;
}
