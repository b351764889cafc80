import { parseA1Ref, parseStructRef, tokenTypes } from "@borgar/fx/xlsx";
import type { Scalar } from "../functions";
import { CellError } from "../refusal";
import { isPlainAddress } from "./addresses";
import { callsIn, type WrittenCall } from "./calls";
import { isBlank, isName, isOperator, isStructured, textOf, type Token, tokensOf } from "./tokens";

/** What the text of an argument stands for, as far as it can be told without calculating. */
export type ParsedArgument =
  | { readonly kind: "omitted" }
  | { readonly kind: "value"; readonly value: LiteralValue | readonly (readonly LiteralValue[])[] }
  | CellsArgument
  | TableArgument
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly call: WrittenCall }
  | { readonly kind: "expression" };

export type LiteralValue = Scalar | CellError;

export interface CellsArgument {
  readonly kind: "cells";
  /** Empty for the sheet of the formula. */
  readonly sheet: string;
  readonly address: string;
  /** Written with `#`: the whole area that the cell's formula fills. */
  readonly spilled: boolean;
}

export interface TableArgument {
  readonly kind: "table";
  /** Empty for the table in which the formula stands. */
  readonly table: string;
  /** None for all, two for all from one to the other. */
  readonly columns: readonly string[];
  readonly part: "data" | "thisRow" | "headers" | "other";
}

const expression = { kind: "expression" } as const;

export function parsedArgument(text: string): ParsedArgument {
  if (isPlainAddress(text)) return { kind: "cells", sheet: "", address: bareAddress(text), spilled: false };
  const tokens = tokensOf(text).filter((token) => !isBlank(token));
  if (tokens.length === 0) return { kind: "omitted" };
  const value = literal(tokens);
  if (value !== undefined) return { kind: "value", value };
  if (isOperator(tokens[0], "{")) return arrayConstant(tokens);
  const [call] = callsIn(text);
  if (call && call.start === 0 && call.end === text.trimEnd().length) return { kind: "call", call };
  return reference(tokens) ?? expression;
}

/** A number may bear a sign before it and % after it. */
function literal(tokens: readonly Token[]): LiteralValue | undefined {
  const [token, percent, ...more] = tokens;
  if (!token || more.length > 0) return undefined;
  if (percent && !(isOperator(percent, "%") && token.type === tokenTypes.NUMBER)) return undefined;
  switch (token.type) {
    case tokenTypes.NUMBER:
      return percent ? Number(token.value) / 100 : Number(token.value);
    case tokenTypes.STRING:
      return token.value.slice(1, -1).replaceAll('""', '"');
    case tokenTypes.BOOLEAN:
      return token.value.toUpperCase() === "TRUE";
    case tokenTypes.ERROR:
      return new CellError(token.value.toUpperCase());
    default:
      return undefined;
  }
}

function arrayConstant(tokens: readonly Token[]): ParsedArgument {
  if (!isOperator(tokens.at(-1), "}")) return expression;
  const rows: LiteralValue[][] = [[]];
  for (const token of tokens.slice(1, -1)) {
    if (isOperator(token, ";")) rows.push([]);
    if (isOperator(token, ";") || isOperator(token, ",")) continue;
    const value = literal([token]);
    if (value === undefined) return expression;
    rows.at(-1)!.push(value);
  }
  return { kind: "value", value: rows };
}

function reference(tokens: readonly Token[]): ParsedArgument | undefined {
  const [token, hash, ...more] = tokens;
  if (!token || more.length > 0 || (hash && !isOperator(hash, "#"))) return undefined;
  const spilled = hash !== undefined;
  if (isStructured(token)) return spilled ? undefined : structured(textOf(tokens));
  if (isName(token)) return spilled ? undefined : { kind: "name", name: token.value };
  const found = parseA1Ref(token.value);
  if (!found || !("range" in found) || found.workbookName) return undefined;
  const address = bareAddress(token.value.slice(token.value.lastIndexOf("!") + 1));
  return { kind: "cells", sheet: found.sheetName ?? "", address, spilled };
}

const bareAddress = (address: string): string => address.replaceAll("$", "").toUpperCase();

const parts: Readonly<Record<string, TableArgument["part"]>> = {
  data: "data",
  "this row": "thisRow",
  headers: "headers",
};

function structured(text: string): TableArgument | undefined {
  const found = parseStructRef(text);
  if (!found || found.workbookName) return undefined;
  const sections = found.sections ?? [];
  const part = sections.length === 0 ? "data" : sections.length === 1 ? (parts[sections[0]!] ?? "other") : "other";
  return { kind: "table", table: found.table ?? "", columns: found.columns ?? [], part };
}
