import {
  DataValidationErrorStyle as Style,
  DataValidationOperator,
  DataValidationType,
  type ISheetDataValidationRule,
} from "@univerjs/core";
import { comparisons, isComparing, type RuleMessage, type ValidationContent, validationTypes } from "../xlsx/rule-content";
import { areaOf, rangeOf } from "./areas-and-ranges";
import { dateOf, dayOf } from "./date-operands";

const styles = { stop: Style.STOP, warning: Style.WARNING, information: Style.INFO } as const;

/** The rule as Univer holds it; its words for types and comparisons are those of the file format. */
export function univerValidation(content: ValidationContent, uid: string): ISheetDataValidationRule {
  const { areas, type, comparison, first, second, required, noDropDown, prompt, alert } = content;
  return {
    uid,
    type: type as DataValidationType,
    ranges: areas.map(rangeOf),
    ...(isComparing(type) && { operator: (comparison ?? "between") as DataValidationOperator }),
    ...(first !== undefined && { formula1: type === "date" ? dateOf(first) : first }),
    ...(second !== undefined && { formula2: type === "date" ? dateOf(second) : second }),
    allowBlank: !required,
    showDropDown: !noDropDown,
    showInputMessage: prompt !== undefined,
    prompt: prompt?.message,
    promptTitle: prompt?.title,
    showErrorMessage: alert !== undefined,
    errorStyle: alert ? styles[alert.style] : Style.WARNING,
    error: alert?.message,
    errorTitle: alert?.title,
  };
}

const synonyms: Readonly<Record<string, string>> = {
  [DataValidationType.LIST_MULTIPLE]: "list", [DataValidationType.NONE]: "any",
};

/** Undefined for kinds that only Univer knows, such as check boxes. */
export function validationOf(rule: ISheetDataValidationRule): ValidationContent | undefined {
  const type = validationTypes.find((known) => known === (synonyms[rule.type] ?? rule.type));
  if (!type || rule.ranges.length === 0) return undefined;
  const comparison = comparisons.find((known) => known === rule.operator && known !== "between");
  return {
    areas: rule.ranges.map(areaOf),
    type,
    ...(isComparing(type) && comparison && { comparison }),
    ...(rule.formula1 && { first: type === "date" ? dayOf(rule.formula1) : rule.formula1 }),
    ...(rule.formula2 && { second: type === "date" ? dayOf(rule.formula2) : rule.formula2 }),
    ...(rule.allowBlank === false && { required: true }),
    ...(type === "list" && rule.showDropDown === false && { noDropDown: true }),
    ...messagesOf(rule),
  };
}

function messagesOf(rule: ISheetDataValidationRule): Pick<ValidationContent, "prompt" | "alert"> {
  const prompt = messageOf(rule.promptTitle, rule.prompt);
  const style = (Object.keys(styles) as (keyof typeof styles)[]).find((name) => styles[name] === rule.errorStyle);
  const alert = { ...messageOf(rule.errorTitle, rule.error), style: style ?? "stop" };
  // Univer's own panel marks a rule that refuses entries by its style alone.
  const alerts = rule.showErrorMessage ?? rule.errorStyle === Style.STOP;
  return {
    ...(Object.keys(prompt).length > 0 && rule.showInputMessage !== false && { prompt }),
    ...((alerts || rule.errorStyle === Style.STOP) && { alert }),
  };
}

const messageOf = (title: string | undefined, message: string | undefined): RuleMessage => ({
  ...(title && { title }),
  ...(message && { message }),
});
