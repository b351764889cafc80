import { quotedSheet } from "../../formulas/addresses";
import { absolute } from "../../formulas/sheet-references";
import { isPair, type Comparison, type RuleMessage, type ValidationContent, type ValidationType } from "../../xlsx/rule-content";
import { invalidArgument } from "../api-error";
import { dayOf } from "../date-operands";
import type { Book, Place } from "./book";
import { recordOf } from "./given";
import { localAddress } from "./references";
import { SheetArea } from "./sheet-area";

/** Excel's names of the types of validation. */
export const typeNames: Readonly<Record<ValidationType, string>> = {
  whole: "WholeNumber", decimal: "Decimal", list: "List", date: "Date", time: "Time", textLength: "TextLength",
  custom: "Custom", any: "None",
};

export const operatorNames: Readonly<Record<string, Comparison>> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual",
  GreaterThan: "greaterThan", LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
  // Conditional formats call these by shorter names.
  GreaterThanOrEqual: "greaterThanOrEqual", LessThanOrEqual: "lessThanOrEqual",
};

export const comparing: Readonly<Record<string, ValidationType>> = {
  wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength",
};

type Given = Readonly<Record<string, unknown>>;

type RuleOnly = Pick<ValidationContent, "type" | "comparison" | "first" | "second" | "noDropDown">;

/** A rule as Excel takes it: of its possible members exactly one is there. */
export function contentOfRule(book: Book, place: Place, rule: unknown): RuleOnly {
  const said = Object.entries(recordOf(rule)).filter(([, value]) => value !== null && value !== undefined);
  const [[key, value] = ["", undefined], ...others] = said;
  if (others.length > 0) throw invalidArgument();
  if (key === "list") {
    const { inCellDropDown = true, source } = recordOf(value);
    return { type: "list", first: operandOf(book, place, source), ...(!inCellDropDown && { noDropDown: true }) };
  }
  if (key === "custom") return { type: "custom", first: operandOf(book, place, recordOf(value).formula) };
  const type = comparing[key];
  if (!type) throw invalidArgument();
  return { type, ...comparisonOf(book, place, recordOf(value)) };
}

function comparisonOf(book: Book, place: Place, { formula1, formula2, operator }: Given): Omit<RuleOnly, "type"> {
  const comparison = operatorNames[String(operator)];
  const hasSecond = isPair(comparison);
  if (!comparison || (hasSecond && isMissing(formula2))) throw invalidArgument();
  return {
    ...(comparison !== "between" && { comparison }),
    first: operandOf(book, place, formula1),
    ...(hasSecond && { second: operandOf(book, place, formula2) }),
  };
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === "";

function operandOf(book: Book, place: Place, given: unknown): string {
  if (given instanceof SheetArea) {
    const local = absolute(localAddress(given.area));
    return given.place.sheet === place.sheet ? `=${local}` : `=${quotedSheet(book.name(given.place.sheet))}!${local}`;
  }
  if (typeof given === "number" || typeof given === "boolean") return String(given);
  if (typeof given !== "string" || given === "") throw invalidArgument();
  return dayOf(given);
}

export function messageFrom(given: unknown, shown: string): RuleMessage | undefined {
  const { title, message, [shown]: isShown = true } = recordOf(given);
  const said = { ...(title ? { title: String(title) } : {}), ...(message ? { message: String(message) } : {}) };
  return isShown && Object.keys(said).length > 0 ? said : undefined;
}

export function alertFrom(given: unknown): ValidationContent["alert"] {
  const { style = "Stop", showAlert = true } = recordOf(given);
  const said = String(style).toLowerCase();
  if (said !== "stop" && said !== "warning" && said !== "information") throw invalidArgument();
  return showAlert ? { ...messageFrom(given, "showAlert"), style: said } : undefined;
}
